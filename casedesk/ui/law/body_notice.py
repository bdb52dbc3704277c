"""A body of the directory, told whole; and the page of numbers that a person keeps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casedesk import wording
from casedesk.law.pack import Body, Mark, Pack
from casedesk.translate import _, law
from casedesk.ui import words
from casedesk.ui.fonts import Role
from casedesk.ui.law import terms
from casedesk.ui.law.body_rows import BodyRow
from casedesk.ui.law.rule_notice import source_pieces
from casedesk.ui.widgets.notice import Piece, Section
from casedesk.ui.widgets.paragraph import Tone

_CALLED = frozenset({"hotline", "support"})
_WRITTEN_TO = frozenset({"platform", "court", "prosecutor", "authority"})


def body_sections(pack: Pack, row: BodyRow) -> list[Section]:
    """Tell who it is for, how to reach it, what it does, what it proves, and how far all this was checked."""
    body = row.body
    return [
        Section("", tuple(_head(row))),
        Section(_("Telephone"), (Piece(body.phone, Role.TITLE, copy=body.phone),) if body.phone else ()),
        Section(_("Opening hours"), _said(body.hours)),
        Section(_("For whom"), _said(body.for_whom)),
        Section(_("What it does"), _said(body.does)),
        Section(_("Address"), _address(body)),
        Section(_("To write or report"), (Piece(body.channel, copy=body.channel),) if body.channel else ()),
        Section(_("Services"), tuple(Piece(words.platform(name) or name) for name in body.platforms)),
        Section(_("What it can show"), _said(body.proves)),
        Section(_("What it does not prove"), _said(body.does_not_prove)),
        Section(_("To know"), _said(body.note)),
        Section(_("To be settled by a jurist"), tuple(_doubts(pack, body))),
        Section(_("Not found"), _unknown(body)),
        Section(_("Where this was read"), tuple(_read(pack, body))),
    ]


def _said(text: str) -> tuple[Piece, ...]:
    return (Piece(words.capital(law(text))),) if text else ()


def _head(row: BodyRow) -> Iterator[Piece]:
    body = row.body
    yield Piece(f"{words.jurisdiction(row.pack)} · {terms.kind_name(body.kind)}", tone=Tone.QUIET)
    if body.mark is not Mark.VERIFIED:
        yield Piece(_("Not confirmed: check it before relying on it."), Role.SMALL, Tone.SOON)
    if row.stale:
        old = _("Last checked on {day}, more than a year ago: check before relying on it.")
        yield Piece(old.format(day=wording.day(body.checked_on)), Role.SMALL, Tone.SOON)


def _address(body: Body) -> tuple[Piece, ...]:
    if not body.address:
        return ()
    whole = "\n".join((law(body.name), *body.address))
    first, *rest = body.address
    return (Piece(first, copy=whole), *(Piece(line) for line in rest))


def _doubts(pack: Pack, body: Body) -> Iterator[Piece]:
    for name in body.doubts:
        yield Piece(f"{name} · {law(pack.doubts.get(name, ''))}")


def _unknown(body: Body) -> tuple[Piece, ...]:
    """Say what one would look for here, and that nobody found it: nothing is guessed."""
    wanted = {
        _("telephone number"): body.kind in _CALLED and not body.phone,
        _("opening hours"): body.kind in _CALLED and not body.hours,
        _("postal address"): body.kind in _WRITTEN_TO and not body.address,
        _("form or address for notices"): body.kind == "platform" and not body.channel,
    }
    missing = [words_ for words_, lacks in wanted.items() if lacks]
    return (Piece(words.capital(wording.and_list(missing)), tone=Tone.QUIET),) if missing else ()


def _read(pack: Pack, body: Body) -> Iterator[Piece]:
    yield Piece(_("Checked on {day}.").format(day=wording.day(body.checked_on)), Role.SMALL, Tone.QUIET)
    yield from source_pieces(pack, body.source)


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody on the page she keeps, as it is printed."""

    name: str
    phone: str
    lines: tuple[str, ...]


def page_for_her(bodies: Iterable[Body]) -> tuple[Entry, ...]:
    """Write the page: nothing on it says who gave it to her, nor why."""
    return tuple(Entry(law(body.name), body.phone, tuple(_lines(body))) for body in bodies)


def _lines(body: Body) -> Iterator[str]:
    for text in (body.hours, body.for_whom, body.does):
        if text:
            yield words.capital(law(text))
    if body.channel:
        yield body.channel
    elif not body.phone:
        yield from body.address
    day = wording.day(body.checked_on)
    if body.mark is Mark.VERIFIED:
        yield _("Checked on {day}.").format(day=day)
    else:
        yield _("Not confirmed: check it before relying on it.")


def page_sections(entries: Iterable[Entry]) -> list[Section]:
    """Show the page on screen before it is printed."""
    sections = []
    for entry in entries:
        phone = (Piece(entry.phone, Role.TITLE),) if entry.phone else ()
        sections.append(Section("", (Piece(entry.name, Role.HEADING), *phone, *(Piece(line) for line in entry.lines))))
    return sections
