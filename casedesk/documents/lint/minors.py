"""What a letter says of a minor."""

import re
from collections.abc import Iterator
from typing import Final

from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.reading import Reading
from casedesk.documents.lint.words import folded, squeezed
from casedesk.documents.parties import is_minor
from casedesk.law.pack import Reader
from casedesk.translate import _

_PICTURE: Final = r"(?:images?|photos?|photographies?|videos?|fichiers?|captures?|montages?|contenus?|enregistrements?)"
_PROTECTED: Final = re.compile(
    rf"\b(?:aucune?|ni|pas de|sans)\s+(?:autre\s+)?{_PICTURE}\b"
    rf"|\b(?:ne|n')\s?[^.]{{0,60}}\b(?:decri\w+|reprodui\w+|join\w+|transmet\w*|montr\w+)\b[^.]{{0,60}}\b{_PICTURE}\b"
    rf"|\b{_PICTURE}\b[^.]{{0,60}}\b(?:n'est|ne sont|ne sera|ne seront|n'a ete|n'ont ete)\b[^.]{{0,30}}"
    r"(?:joint|reprodui|decrit|produit|transmis|conserv|remis)"
)
_SHOWS: Final = re.compile(r"\b(?:captures?|photos?|photographies?|videos?|images?|films?|enregistrements?|cliches?)\b")
_SEXUAL: Final = re.compile(
    r"\b(?:intimes?|nue?s?|nudes?|nudite|sexuel\w*|sexe|porno\w*|denude\w*|deshabille\w*|seins|sextape|sextos?)\b"
)
_ABOUT_WORDS: Final = re.compile(
    r"messages?|conversation|echanges?|courriels?|sms|demandes?|menaces?|chantage|profil|compte"
)
_BODY: Final = re.compile(
    r"\b(?:elle|il|je|mineure?|enfant|fille|garcon)\b[^.]{0,60}\b(?:nue?|denudee?|deshabillee?|masturb\w+|seins nus)\b"
    r"|\b(?:ses|mes|les) (?:seins|fesses|parties intimes)\b|\b(?:son|mon|le) (?:sexe|penis|pubis|vagin)\b"
    r"|\b(?:fellation|penetration|masturb\w+)\b"
)
_AGE: Final = re.compile(r"\b(?:j'avais|j'ai|elle avait|elle a|il avait|agee? de) (\d{1,2}) ans\b|\bpersonne mineure\b")
_TOLD: Final = 8  # letters from which a paragraph of an account is known again
_MAJORITY: Final = 18


def minors(reading: Reading) -> Iterator[Finding]:
    """Look at how a minor is spoken of."""
    data = reading.data
    minor = data.minor_concerned or is_minor(data.person, data.today)
    if not minor:
        yield from _untold(reading)
    elif any(offence.sexual for offence in data.offences):
        yield from _images(reading)
        if data.model.reader is not Reader.PERSON and _tells_facts(reading):
            yield from _unprotected(reading)


def _tells_facts(reading: Reading) -> bool:
    """Say whether the letter tells what happened, or joins what may show it."""
    told = reading.text
    accounts = (part for one in reading.data.incidents for part in one.account_of_facts.split("\n"))
    if any(len(squeezed(part)) > _TOLD and squeezed(part) in told for part in accounts):
        return True
    titles = (folded(exhibit.title) for exhibit in reading.data.exhibits)
    return any(_SHOWS.search(title) and not _ABOUT_WORDS.search(title) for title in titles)


def _unprotected(reading: Reading) -> Iterator[Finding]:
    if not reading.says(_PROTECTED):
        yield reading.finding(
            Flaw.MINOR_UNPROTECTED,
            Gravity.MISTAKE,
            None,
            _("the whole letter"),
            says=_("The facts concern a minor, and nothing says that no image is described or joined."),
            cure=_("Say that the letter describes and joins no image of the minor."),
        )


def _images(reading: Reading) -> Iterator[Finding]:
    for exhibit in reading.data.exhibits:
        title = folded(exhibit.title)
        if _SHOWS.search(title) and _SEXUAL.search(title) and not _ABOUT_WORDS.search(title):
            yield reading.finding(
                Flaw.MINOR_IMAGE,
                Gravity.HARM,
                None,
                exhibit.title,
                about=exhibit.title,
                says=_("This exhibit seems to be a sexual image of a minor: nobody may keep or send one."),
                cure=_("Take it out of the list; describe it neutrally, with its address, and report it."),
                fact="exhibits",
            )
    for line in reading.saying(_BODY):
        match = _BODY.search(line.folded)
        if match and line.own[match.start() : match.end()].strip() and reading.typed_at(line, *match.span()):
            yield reading.finding(
                Flaw.MINOR_IMAGE,
                Gravity.HARM if reading.exposed else Gravity.CARE,
                line,
                match.span(),
                says=_("The words describe the body of a minor."),
                cure=_("Describe neutrally: what kind of content, where, when."),
            )


def _untold(reading: Reading) -> Iterator[Finding]:
    for line in reading.saying(_AGE):
        match = _AGE.search(line.folded)
        young = match is not None and (match[1] is None or int(match[1]) < _MAJORITY)
        if match and young and line.own[match.start() : match.end()].strip() and reading.typed_at(line, *match.span()):
            yield reading.finding(
                Flaw.MINOR_UNTOLD,
                Gravity.CARE,
                line,
                match.span(),
                says=_("The words speak of a minor; the case does not say that a minor is concerned."),
                cure=_("If the person accompanied was under 18 at the time, say so in the case: other texts apply."),
                fact="person.born_on",
            )
