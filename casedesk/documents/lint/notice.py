"""What a notice needs, and the addresses a letter gives."""

import re
from collections.abc import Iterator
from typing import Final

from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.page import Line
from casedesk.documents.lint.reading import Reading
from casedesk.translate import _

_GOOD_FAITH: Final = "answers.good_faith"
_NOT: Final = frozenset({"", "non", "no", "false", "faux", "pas encore", "à vérifier", "?"})
_AT: Final = re.compile(r"(?<![^\s«»()<>\"“”])[^\s«»()<>\"“”@]*@[^\s«»()<>\"“”]*")
_MAILBOX: Final = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_SPACED: Final = re.compile(r"(?<=\w) ?@ [\w-]+ ?\.[a-z]{2,6}\b|(?<=\w) ?(?:\[at\]|\(at\)) ?[\w-]+\.[a-z]{2,6}\b")
_WEB: Final = re.compile(r"(?<![\w.])(?:h?t?tps?|https?|htpps?|hhtps?)(?:[:;.]/*|//+)[^\s«»<>\"]*", re.IGNORECASE)
_GOOD_WEB: Final = re.compile(r"https?://(?:[^\s/@]+@)?(?:[^\s/.]+\.)+[^\s/.…]{2,}(?:[/?#:]\S*)?", re.IGNORECASE)
_TRAILING: Final = ".,;:!?)”»’'"


def notice(reading: Reading) -> Iterator[Finding]:
    """Look at what a notice must say, then at every address."""
    asked = {question.fact for question in reading.data.model.questions}
    answer = reading.data.answers.get("good_faith", "").strip().casefold().rstrip(".")
    if _GOOD_FAITH in asked and answer in _NOT:
        yield reading.finding(
            Flaw.GOOD_FAITH,
            Gravity.HARM,
            None,
            _("the statement of good faith"),
            says=_("Nobody confirms that the notice is true: the law punishes one that is known to be false."),
            cure=_("Read the contents again, then confirm; or do not send it."),
            fact=_GOOD_FAITH,
            waivable=False,
        )
    if reading.exposed and "content.url" in asked:
        yield from _without_url(reading)
    for line in reading.saying(_AT, _WEB, _SPACED, kind="text"):
        yield from _broken(reading, line)


def _without_url(reading: Reading) -> Iterator[Finding]:
    lines = [line for incident in reading.data.incidents for line in incident.contents]
    for content in lines:
        if not content.url.strip():
            yield reading.finding(
                Flaw.NO_URL,
                Gravity.MISTAKE,
                None,
                _("content no. {number}").format(number=content.number),
                about=str(content.number),
                says=_("This content has no address: the platform may leave the notice without effect."),
                cure=_("Paste its whole address, or take it out of the notice."),
                fact="content.url",
            )


def _broken(reading: Reading, line: Line) -> Iterator[Finding]:
    text = line.text
    spans = [(text.rfind(" ", 0, one.start()) + 1, one.end()) for one in _SPACED.finditer(text)]
    for match in _AT.finditer(line.text):
        word = match[0].rstrip(_TRAILING)
        if "/" in word.split("@")[0] or word.startswith("@") or word.endswith("@") or word == "@":
            continue  # a handle, or a part of a web address
        if not _MAILBOX.fullmatch(word):
            spans.append((match.start(), match.start() + len(word)))
    for match in _WEB.finditer(line.text):
        word = match[0].rstrip(_TRAILING)
        cut = match[0].rstrip(")”»’'").endswith(("…", "...", "[…]"))
        if cut or not _GOOD_WEB.fullmatch(word):
            spans.append((match.start(), match.start() + len(word)))
    for span in spans:
        yield reading.finding(
            Flaw.BROKEN_ADDRESS,
            Gravity.MISTAKE,
            line,
            span,
            says=_("This address cannot work: it is cut or mistyped."),
            cure=_("Paste it whole."),
        )
