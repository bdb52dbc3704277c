"""Agreement with whoever the letter speaks of, and one way of addressing whoever reads it."""

import re
from collections.abc import Iterator
from typing import Final

from casedesk.documents import french
from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.page import Line
from casedesk.documents.lint.reading import Reading
from casedesk.documents.lint.words import squeezed
from casedesk.law.pack import Signatory
from casedesk.queries.letter_data import Party
from casedesk.translate import _

_OPEN: Final = re.compile(r"\((?<=\w\()(?:e|E|es|ES|ne|se|euse|rice|trice|ve)\)")
_DOUBLED: Final = re.compile(r"é(?:ee|e·e|e\(e\))|·e·e")
_SIGNED: Final = re.compile(r"\bje(?:,)? soussigne(?P<e>e|·e)?(?!\w|\()")
_BORN: Final = re.compile(r"\bne(?P<e>e|·e)? le (?P<day>\d{1,2}(?:er)? \w+ \d{4})")
_PLAINTIFF: Final = re.compile(r"\bplaignant(?P<e>e|·e)?(?![\w(·])")
_ADVERBS: Final = (
    r"(?:(?:pas|plus|jamais|tres|tout|toute|encore|aussi|toujours|vraiment|alors|donc|deja|bien|mal|\w+ment) )*"
)
_IRREGULAR: Final = frozenset(
    {"parti", "sorti", "venu", "revenu", "devenu", "parvenu", "intervenu", "suivi", "vu", "reçu", "reconnu", "entendu"}
    | {"battu", "perdu", "pris", "mis", "surpris", "contraint", "inscrit", "conduit", "poursuivi", "trahi", "sali"}
    | {"convaincu", "agressé", "mort"}
)
_I_AM: Final = re.compile(
    rf"\b(?:je (?:ne |n')?(?:suis|etais|serai|serais)|(?:j'ai|j'avais|je n'ai|j'aurais) {_ADVERBS}ete) {_ADVERBS}"
    rf"(?P<word>\w{{2,}})(?![\w·(])"
)
_TU: Final = re.compile(r"\b(?:tu|te|toi|ton|tes)\b|\bt'(?=\w)")
_HUSHED: Final = re.compile(r"\b(?:est|sont|etait|etaient|a|ai|ont|avait|ete|suis|sera|soit) tu$")
_VOUS: Final = re.compile(r"\b(?:vous|votre|vos)\b")
_NEAR: Final = 40  # characters in which “personne” gives its own gender
_NOUNS: Final = frozenset({"côté", "gré", "santé", "majorité", "bébé", "café", "été", "moitié"})  # no participles


def agreement(reading: Reading) -> Iterator[Finding]:
    """Look for endings that do not agree."""
    if not reading.form:
        for line in reading.saying(_OPEN, _DOUBLED, kind="plain"):
            yield from _open_endings(reading, line)
    if Signatory.WITNESS not in reading.data.model.signs:
        for line in reading.saying(_SIGNED, _PLAINTIFF, _I_AM):
            yield from _speaker(reading, line)
        for line in reading.saying(_BORN):
            yield from _born(reading, line)
    yield from _familiar(reading)


def _wrong(reading: Reading, line: Line, span: tuple[int, int], says: str, cure: str) -> Finding:
    return reading.finding(Flaw.AGREEMENT, Gravity.MISTAKE, line, span, says=says, cure=cure)


def _open_endings(reading: Reading, line: Line) -> Iterator[Finding]:
    if line.opening:
        return
    text = line.plain
    found = [one.span() for one in _OPEN.finditer(text) if not _is_a_body(reading, text, one)]
    found += [one.span() for one in _DOUBLED.finditer(text)]
    for start, end in found:
        span = (text.rfind(" ", 0, start) + 1, end)
        says, cure = _("An ending is left open or doubled."), _("Write the form that agrees with the person.")
        yield _wrong(reading, line, span, says, cure)


def _is_a_body(reading: Reading, text: str, match: re.Match[str]) -> bool:
    """Say whether the words are in the name of an office, which is written so."""
    data = reading.data
    names = " ".join(squeezed(body.name) for body in (data.addressee, *data.providers) if body)
    around = squeezed(text[max(0, match.start() - 12) : match.end()])
    return around.partition(" ")[2] in names if " " in around else around in names


def _party_suffix(party: Party) -> str:
    return french.agree(party.addressed_as, "e", "", "·e")


def _speaker(reading: Reading, line: Line) -> Iterator[Finding]:
    data = reading.data
    low = line.folded
    if reading.by_person:
        for match in _SIGNED.finditer(low):
            if (match["e"] or "") != _party_suffix(reading.speaker):
                yield _disagrees(reading, line, match.span())
    alone = reading.speaker is data.person
    gender = data.person.addressed_as
    if not alone or gender not in {french.MADAM, french.SIR}:
        return
    for match in _PLAINTIFF.finditer(low):
        ending = match["e"] or ""
        before = low[max(0, match.start() - _NEAR) : match.start()].rstrip()
        if ending != _party_suffix(data.person) and not (before.endswith("les") or "personne" in before):
            yield _disagrees(reading, line, match.span())
    for match in _I_AM.finditer(low):
        start, end = match.span("word")
        written = line.text[start:end]
        feminine = _is_feminine(written.lower())
        if line.own[start:end].strip() and feminine is not None and feminine != (gender == french.MADAM):
            yield _disagrees(reading, line, match.span())


def _is_feminine(word: str) -> bool | None:
    """Say whether a participle is feminine: `allée`; None when the word is none."""
    if word in _NOUNS:
        return None
    if word.endswith("ée") or word.removesuffix("e") in _IRREGULAR - {word}:
        return True
    return False if word.endswith("é") or word in _IRREGULAR else None


def _disagrees(reading: Reading, line: Line, span: tuple[int, int]) -> Finding:
    return _wrong(
        reading,
        line,
        span,
        _("This does not agree with how the person is addressed."),
        _("Correct the ending, or how she is addressed in her sheet."),
    )


def _born(reading: Reading, line: Line) -> Iterator[Finding]:
    data = reading.data
    parties = [one for one in (data.person, *data.representatives, *data.authors) if one.born_on]
    for match in _BORN.finditer(line.folded):
        same = [one for one in parties if one.born_on and squeezed(french.day(one.born_on)) == squeezed(match["day"])]
        if len(same) == 1 and (match["e"] or "") != _party_suffix(same[0]):
            yield _disagrees(reading, line, match.span())


def _familiar(reading: Reading) -> Iterator[Finding]:
    if not reading.says(_VOUS):
        return
    for line in reading.saying(_TU):
        for match in _TU.finditer(line.folded):
            hushed = match[0] == "tu" and _HUSHED.search(line.folded[: match.end()])
            if line.own[match.start() : match.end()].strip() and not hushed and _is_pronoun(line, match):
                yield reading.finding(
                    Flaw.FAMILIAR,
                    Gravity.CARE,
                    line,
                    match.span(),
                    says=_("The letter says both “tu” and “vous”."),
                    cure=_("Put another's words between « and »; say “vous” everywhere else."),
                )
                return


def _is_pronoun(line: Line, match: re.Match[str]) -> bool:
    """Say whether it is French for “thou”: not an initial, a code or a note (`le ton`)."""
    before = line.folded[: match.start()].rstrip().rpartition(" ")[2]
    return line.text[match.start() : match.end()].islower() and before not in {"le", "un", "du", "ce", "au", "-"}
