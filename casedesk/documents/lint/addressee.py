"""To whom a letter goes, and by whom it is signed."""

import re
from collections.abc import Iterator
from typing import Final

from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.reading import Reading
from casedesk.documents.lint.words import folded, squeezed
from casedesk.law.pack import Signatory
from casedesk.queries.letter_data import LetterData
from casedesk.translate import _

_COURT: Final = re.compile(
    r"\btribunal (?:judiciaire|de grande instance) (?:de la |de l'|de |du |des |d')([\w' "
    r"-]{2,50})"
)
_MALI: Final = "ml"
_ELSEWHERE: Final = {  # words of one country's institutions that another's letters never use
    "fr": re.compile(
        r"\btribunal de grande instance\b|\bpole national de lutte contre la cybercriminalite\b|\bapdp\b"
        r"|\bassistance judiciaire\b"
    ),
    _MALI: re.compile(
        r"\btribunal judiciaire\b|\bpharos\b|\bcnil\b|\bdefenseur des droits\b|\bcommissaires? de justice\b"
        r"|\baide juridictionnelle\b|\bcivi\b|\barcom\b"
    ),
}
_OTHER_MONEY: Final = {"fr": re.compile(r"\bf\s?cfa\b|\bfrancs? cfa\b|\bxof\b"), _MALI: re.compile(r"\beuros?\b|€")}


def addressee(reading: Reading) -> Iterator[Finding]:
    """Look at who receives and who signs."""
    yield from _kind(reading)
    yield from _court(reading)
    yield from _platform(reading)
    yield from _signatory(reading)
    yield from _other_law(reading)


def _kind(reading: Reading) -> Iterator[Finding]:
    body, expected = reading.data.addressee, reading.data.model.addressee
    if body is not None and expected and expected not in {body.id, body.kind}:
        yield reading.finding(
            Flaw.ADDRESSEE,
            Gravity.HARM,
            None,
            _("above the subject"),
            says=_("This letter is not made for {name}.").format(name=body.name),
            cure=_("Choose another addressee, or the letter made for this one."),
            fact="addressee",
            about=body.id,
        )


def _court(reading: Reading) -> Iterator[Finding]:
    """Hold the court above the subject against the town that was chosen."""
    chosen = squeezed(reading.data.answers.get("court_town", ""))
    if not chosen:
        return
    town = re.sub(r"^(?:le|la|les|l) ", "", chosen)
    for line in reading.saying(_COURT):
        match = _COURT.search(line.folded) if line.opening else None
        if match and town not in squeezed(match[1]):
            yield reading.finding(
                Flaw.ADDRESSEE,
                Gravity.HARM,
                line,
                match.span(),
                says=_("The letter goes to another court than the one chosen."),
                cure=_("Correct the town of the court."),
                fact="answers.court_town",
            )


def _platform(reading: Reading) -> Iterator[Finding]:
    body = reading.data.addressee
    if body is None or not body.platforms:
        return
    told = reading.text
    lines = [line for incident in reading.data.incidents for line in incident.contents]
    elsewhere = [line for line in lines if line.platform not in body.platforms]
    for host in dict.fromkeys(line.host for line in elsewhere if squeezed(line.url) in told):
        yield reading.finding(
            Flaw.OTHER_PLATFORM,
            Gravity.MISTAKE,
            None,
            host,
            about=host,
            says=_("A content on {host} is notified to {name}.").format(host=host, name=body.name),
            cure=_("Choose the contents of this platform only; make one notice for each platform."),
            fact="content.url",
        )


def _signatory(reading: Reading) -> Iterator[Finding]:
    signs = reading.data.model.signs
    typed = reading.data.answers.get("signed_by", "").strip().casefold()
    chosen = Signatory.ASSOCIATION if typed == "association" else Signatory.PERSON
    if typed and signs and chosen not in signs:
        yield reading.finding(
            Flaw.SIGNATORY,
            Gravity.MISTAKE,
            None,
            _("the signature"),
            says=_("This letter may not be signed by whoever was chosen."),
            cure=_("Choose who signs anew."),
            fact="answers.signed_by",
        )
    if reading.exposed and reading.by_person and not _is_named(reading.data):
        yield reading.finding(
            Flaw.SIGNATORY,
            Gravity.MISTAKE,
            None,
            _("the signature"),
            about="name",
            says=_("She signs this letter, and her name is not in the case: it would leave without one."),
            cure=_("Write her name down, or have the association sign."),
            fact="person.family_name",
        )


def _is_named(data: LetterData) -> bool:
    """Say whether whoever signs has a name; a notice about somebody under age may lawfully go without one."""
    return data.minor_concerned or bool(f"{data.person.given_name}{data.person.family_name}".strip())


def _other_law(reading: Reading) -> Iterator[Finding]:
    pattern = _ELSEWHERE.get(reading.data.jurisdiction)
    for line in reading.saying(pattern) if pattern else ():
        match = pattern.search(line.folded) if pattern else None
        if match and line.own[match.start() : match.end()].strip():
            typed = reading.typed_at(line, *match.span())
            yield reading.finding(
                Flaw.OTHER_LAW,
                Gravity.CARE if typed else Gravity.MISTAKE,
                line,
                match.span(),
                says=_("These words are those of another country's institutions, or of older ones."),
                cure=_("Use the name that this country's law uses today."),
                fact=typed,
            )
    money = _OTHER_MONEY.get(reading.data.jurisdiction)
    claimed = reading.data.answers.get("reparation", "")
    if money and money.search(folded(claimed)):
        yield reading.finding(
            Flaw.OTHER_LAW,
            Gravity.CARE,
            None,
            _("the reparation claimed"),
            says=_("The reparation is claimed in another country's currency."),
            cure=_("Write it in the currency of the court."),
            fact="answers.reparation",
        )
