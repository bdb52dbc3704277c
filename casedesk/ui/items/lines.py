"""How a pasted line is worded, as it is read and once it is kept."""

from collections.abc import Container
from dataclasses import replace
from urllib.parse import urlsplit

from casedesk import wording
from casedesk.evidence.links import Link, LinkKind, LinkNote, Platform
from casedesk.link_words import kind_name, note_sentence
from casedesk.services.items import LinkOutcome, PastedLink
from casedesk.translate import _
from casedesk.ui import words
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.paragraph import Tone

SHORT = 11  # characters of an identifier shown

_SAID_BY_NOTE = frozenset({LinkKind.SHORT, LinkKind.UNKNOWN})
_TO_COMPLETE = frozenset({LinkNote.TO_RESOLVE, LinkNote.UNKNOWN_SHAPE})


def foreseen(read: tuple[PastedLink, ...], known: Container[str]) -> tuple[PastedLink, ...]:
    """Say of what is pasted which addresses would not be new: in the case already (`known`), or pasted above."""
    above: set[str] = set()
    rows = []
    for row in read:
        address = row.link.canonical if row.link is not None and row.outcome is LinkOutcome.ADDED else ""
        there = address in known or address in above
        rows.append(replace(row, outcome=LinkOutcome.ALREADY_THERE) if address and there else row)
        above.add(address)
    return tuple(rows)


def read_line(row: PastedLink) -> Line:
    """Word what one line says by itself, before anything is written."""
    return _line(row, "")


def kept_line(row: PastedLink) -> Line:
    """Word what became of one line."""
    return _line(row, _("added"))


def _line(row: PastedLink, added: str) -> Line:
    match row.outcome:
        case LinkOutcome.ADDED:
            aside, tone = added, Tone.MET
        case LinkOutcome.ALREADY_THERE:
            aside, tone = _("already there"), Tone.QUIET
        case LinkOutcome.DECEIVING:
            aside, tone = _("not kept"), Tone.OVERDUE
        case LinkOutcome.NOT_A_LINK:
            aside, tone = _("left out"), Tone.QUIET
    if row.link is None or row.outcome in {LinkOutcome.DECEIVING, LinkOutcome.NOT_A_LINK}:
        note = LinkNote.HOSTILE if row.outcome is LinkOutcome.DECEIVING else LinkNote.NOT_A_LINK
        return Line(title=row.pasted, detail=note_sentence(note), aside=aside, aside_tone=tone, strong=False)
    link = row.link
    return Line(
        title=_where(link),
        after=" · ".join(part for part in (link.account, _short(link.post_id)) if part),
        chip=_("to complete") if link.note in _TO_COMPLETE else "",
        detail=" ".join(part for part in (_what(link), note_sentence(link.note)) if part),
        aside=aside,
        aside_tone=tone,
    )


def _where(link: Link) -> str:
    """Name the service, or the site of an unknown one."""
    if link.platform is not Platform.UNKNOWN:
        return words.platform(link.platform)
    return urlsplit(link.canonical).hostname or link.canonical


def _short(post_id: str | None) -> str:
    if not post_id:
        return ""
    return post_id if len(post_id) <= SHORT else f"{post_id[:SHORT]}…"


def _what(link: Link) -> str:
    """Say what the address points at, and the moment its identifier carries."""
    parts = [] if link.kind in _SAID_BY_NOTE else [words.capital(kind_name(link.kind))]
    if link.created_at is not None:
        moment = wording.moment(link.created_at)
        parts.append(_("{moment}, deduced from the identifier").format(moment=moment))
    said = " · ".join(parts)
    return f"{said}." if said else ""
