"""Everybody one writes to or calls as one list, and what is kept of it when one looks for somebody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casedesk.law.pack import Body, Mark, Pack
from casedesk.law.staleness import stale
from casedesk.translate import _, law
from casedesk.ui import words
from casedesk.ui.law import terms
from casedesk.ui.law.search import holds, plain
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.paragraph import Tone


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One body of one country. `words` is what a search looks into."""

    pack: str
    body: Body
    stale: bool
    words: str

    @property
    def name(self) -> str:
        """The name of the body among those of every country: `fr/pharos`."""
        return f"{self.pack}/{self.body.id}"


@dataclass(frozen=True, slots=True)
class BodyFilter:
    """Who is looked for. Empty parts let everybody through."""

    words: str = ""
    pack: str = ""
    kind: str = ""
    stale: bool = False

    def keeps(self, row: BodyRow) -> bool:
        """Say whether a body is looked for."""
        return (
            holds(row.words, self.words)
            and self.pack in {"", row.pack}
            and self.kind in {"", row.body.kind}
            and (row.stale or not self.stale)
        )


def body_rows(packs: Mapping[str, Pack], today: date) -> tuple[BodyRow, ...]:
    """List everybody by kind, those she can call first, each kind in the order of its pack."""
    rows = [
        BodyRow(pack.id, body, stale(body.checked_on, today), _words(pack, body))
        for pack in packs.values()
        for body in pack.bodies.values()
    ]
    return tuple(sorted(rows, key=lambda row: _rank(row.body.kind)))


def _rank(kind: str) -> int:
    return terms.KINDS.index(kind) if kind in terms.KINDS else len(terms.KINDS)


def _words(pack: Pack, body: Body) -> str:
    texts = [body.id, body.name, pack.title, body.for_whom, body.does, body.phone, body.phone.replace(" ", "")]
    texts += [*body.address, body.channel, body.note, body.proves, body.does_not_prove]
    texts += [terms.kind_name(body.kind), *map(words.platform, body.platforms), *body.platforms]
    return plain(" ".join(text.replace("\u00a0", " ").replace("\u202f", " ") for text in texts))


def body_line(row: BodyRow, *, chosen: bool) -> Line:
    """Word one body: its name and number, its kind, whom it is for, and whether it was checked."""
    body = row.body
    details = [words.jurisdiction(row.pack), terms.kind_name(body.kind), law(body.for_whom), law(body.hours)]
    asides = [_("on her page") if chosen else "", _("not checked for a year") if row.stale else ""]
    return Line(
        title=law(body.name),
        after=body.phone,
        detail=" · ".join(part for part in details if part),
        chip="" if body.mark is Mark.VERIFIED else words.capital(_("to be confirmed")),
        aside=" · ".join(part for part in asides if part),
        aside_tone=Tone.SOON if row.stale else Tone.MET,
        detail_lines=2,
    )
