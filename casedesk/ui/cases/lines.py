"""How the rows of a case are worded."""

from casedesk import wording
from casedesk.law.when import When
from casedesk.law_words import happening_name
from casedesk.queries.case_sheet import ExhibitRow, IncidentCard, ItemRow, TimelineKind, TimelineRow
from casedesk.queries.values import ItemState
from casedesk.translate import _, law, ngettext
from casedesk.ui import words
from casedesk.ui.widgets.line import Line


def when_words(when: When | None) -> str:
    """Say when, as exactly as it is known: `ven. 21 août 2026, 22 h 14 (UTC)`, or that no day is known."""
    if when is None:
        return _("day not known yet")
    if when.instant is not None:
        return wording.moment(when.instant)
    return wording.compact_day(when.earliest) if when.exact else wording.span(when)


def beads(rows: tuple[TimelineRow, ...]) -> tuple[TimelineRow, ...]:
    """Tell once what was first seen on one day on one service."""
    kept: list[TimelineRow] = []
    for row in rows:
        known = row.kind is TimelineKind.SEEN and any(
            other.kind is TimelineKind.SEEN and (other.when, other.platform) == (row.when, row.platform)
            for other in kept
        )
        if not known:
            kept.append(row)
    return tuple(kept)


def timeline_line(row: TimelineRow) -> Line:
    """Word one bead of the timeline."""
    details = [when_words(row.when)]
    if row.derived:
        details[0] = _("{moment}, derived from the identifier").format(moment=details[0])
    if row.exhibit is not None:
        details.append(_("exhibit {number}").format(number=row.exhibit))
    if row.reference:
        details.append(row.reference)
    return Line(title=_timeline_title(row), detail=" · ".join(details), strong=False)


def _timeline_title(row: TimelineRow) -> str:
    where = words.platform(row.platform)
    if row.kind is TimelineKind.EVENT and row.happening is not None:
        return happening_name(row.happening)
    if row.kind is TimelineKind.CONTENT:
        published = _("Published on {platform}").format(platform=where) if where else _("Published")
        return f"{published} · {row.account}" if row.account else published
    if row.kind is TimelineKind.SEEN:
        return _("First seen by her on {platform}").format(platform=where) if where else _("First seen by her")
    return law(row.title) if row.kind is TimelineKind.LETTER else row.title


def incident_line(card: IncidentCard) -> Line:
    """Word the heading of an incident's card."""
    offences = [law(offence.title) for offence in card.offences]
    details = [offences[0] if offences else _("no offence chosen yet")]
    if len(offences) > 1:
        others = len(offences) - 1
        details[0] += " " + ngettext("and {count} other", "and {count} others", others).format(count=others)
    details.append(when_words(card.when))
    if card.items:
        count = len(card.items)
        details.append(ngettext("{count} content", "{count} contents", count).format(count=count))
    if card.exhibits:
        count = len(card.exhibits)
        details.append(ngettext("{count} exhibit", "{count} exhibits", count).format(count=count))
    if card.amount is not None:
        details.append(wording.amount(card.amount, card.currency))
    return Line(title=card.title, detail=" · ".join(details), heading=True)


def item_line(row: ItemRow) -> Line:
    """Word one content: service, account, identifier, what became of it."""
    where = words.platform(row.platform)
    parts = [part for part in (where, row.account, row.short_id) if part]
    exhibits = wording.and_list([str(number) for number in row.exhibits]) if row.exhibits else ""
    return Line(
        title=" · ".join(dict.fromkeys(parts)) or row.url,
        detail=_("exhibit {number}").format(number=exhibits) if exhibits else "",
        aside=_state(row),
        aside_tone=words.state_tone(row.state),
        strong=False,
    )


def _state(row: ItemRow) -> str:
    state = words.item_state(row.state)
    if row.state is ItemState.ONLINE and row.last_seen_on is not None:
        return _("{state} on {day}").format(state=state, day=wording.short_day(row.last_seen_on))
    return state


def item_times(row: ItemRow) -> str:
    """Say what is known of a content's days."""
    parts = []
    if row.created_at is not None:
        parts.append(
            _("Published on {moment}, derived from the identifier: an indication, not a proof.").format(
                moment=wording.moment(row.created_at)
            )
        )
    if row.first_seen_on is not None:
        parts.append(_("First seen on {day}.").format(day=wording.day(row.first_seen_on)))
    if row.last_seen_on is not None:
        parts.append(_("Last seen online on {day}.").format(day=wording.day(row.last_seen_on)))
    return "\n".join(parts)


def exhibit_line(row: ExhibitRow) -> Line:
    """Word one exhibit."""
    kept = _("sealed file") if row.stored else _("paper, or kept elsewhere")
    received = _("received on {day}").format(day=wording.compact_day(row.received_on))
    return Line(title=_("Exhibit {number}").format(number=row.number), after=row.title, detail=f"{received} · {kept}")
