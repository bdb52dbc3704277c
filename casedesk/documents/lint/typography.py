"""French typography, and signs that nobody sees."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.reading import Reading
from casedesk.documents.lint.words import without_addresses
from casedesk.documents.plain import REPLACEMENT
from casedesk.translate import N_, _

_SLIPS: Final[Mapping[str, re.Pattern[str]]] = {
    N_("two spaces in a row"): re.compile(r"[ \u00a0](?<=\S[ \u00a0])[ \u00a0]+(?=\S)"),
    N_("straight quotes"): re.compile(r'"'),
    N_("straight apostrophes"): re.compile(r"'(?<=\w')(?=\w)"),
    N_("no no-break space before a high sign"): re.compile(
        r"[;!?](?<=[^\W\d][;!?])(?=\s|$)| [;:!?»](?<=\S [;:!?»])(?=\s|$)|« "
    ),
    N_("three full stops for an ellipsis"): re.compile(r"\.\.\.(?<!\.\.\.\.)(?!\.)"),
    N_("a space before a comma or a full stop"): re.compile(r" [,.](?<=\w [,.])(?=\s|$)"),
}
_REPLACED: Final = re.compile(REPLACEMENT)
_HIDDEN: Final = re.compile(
    "[\u200b\u2060\ufeff\u180e\u202a-\u202e\u2066-\u2069]"
    "|(?<=[A-Za-z\u00c0-\u024f])[\u00ad\u200c-\u200f\u2061-\u2064](?=[A-Za-z\u00c0-\u024f])"
)
_REMOVED: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff\u180e\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def typography(reading: Reading) -> Iterator[Finding]:
    """Look for slips, one finding for each kind of them."""
    for name, pattern in _SLIPS.items():
        for line in reading.saying(pattern, kind="text"):
            match = pattern.search(without_addresses(line.text, "x"))
            if match:
                yield reading.finding(
                    Flaw.TYPOGRAPHY,
                    Gravity.CARE,
                    line,
                    match.span(),
                    says=_("Typography: {slip}.").format(slip=_(name)),
                    cure=_("Correct it here and wherever it comes again."),
                    about=name,
                )
                break
    yield from _hidden(reading)


def _hidden(reading: Reading) -> Iterator[Finding]:
    left = False
    for line in reading.saying(_HIDDEN, _REPLACED, kind="text"):
        match = _HIDDEN.search(line.text) or _REPLACED.search(line.text)
        if match:
            left = True
            yield reading.finding(
                Flaw.HIDDEN_SIGNS,
                Gravity.MISTAKE,
                line,
                match.span(),
                says=_("An invisible sign stands here: it may turn words round, or hide some."),
                cure=_("Type these words again by hand."),
                fact=_typed_hidden(reading),
                about=line.text,
            )
    fact = _typed_hidden(reading)
    if fact and not left:
        yield reading.finding(
            Flaw.HIDDEN_SIGNS,
            Gravity.CARE,
            None,
            _("what was typed"),
            says=_("Invisible signs were in what was typed; they are not in the letter."),
            cure=_("Read these words again: they may have been pasted from a page that hides something."),
            fact=fact,
        )


def _typed_hidden(reading: Reading) -> str:
    return next((one.fact for one in reading.typed if _REMOVED.search(one.text)), "")
