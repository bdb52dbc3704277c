"""The letters of a case and those that can be written, worded as rows."""

from typing import assert_never

from casedesk import wording
from casedesk.law.pack import LetterGroup
from casedesk.law_words import happening_name
from casedesk.queries.case_sheet import LetterChoice, LetterRow
from casedesk.queries.letter_life import NextStep
from casedesk.queries.values import Channel, LetterState
from casedesk.translate import _, law, ngettext
from casedesk.ui import words
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.paragraph import Tone

_TONES = {
    LetterState.DRAFT: Tone.QUIET,
    LetterState.REVIEW: Tone.SOON,
    LetterState.ISSUED: Tone.SOON,
    LetterState.SENT: Tone.MET,
    LetterState.RECEIVED: Tone.MET,
    LetterState.ANSWERED: Tone.MET,
}


def letter_line(row: LetterRow) -> Line:
    """Word one letter: how it went, since when, and what comes next."""
    replaced = row.redone and row.sent_on is None
    state = _("Written again") if replaced else words.letter_state(row.state)
    return Line(
        title=law(row.title),
        after=law(row.to),
        detail=" · ".join(_journey(row)),
        aside=_("No answer yet") if row.silent else state,
        aside_tone=Tone.OVERDUE if row.silent else Tone.QUIET if replaced else _TONES[row.state],
        action=_next(row),
        action_below=True,
    )


def _journey(row: LetterRow) -> list[str]:
    """Say what was done with a letter, in order."""
    parts = []
    if row.about:
        parts.append(_("about: {letter}").format(letter=law(row.about)))
    if row.issued_at is None:
        parts.append(_("begun on {day}").format(day=wording.compact_day(row.created_at.date())))
    elif row.sent_on is None:
        parts.append(_("issued on {day}").format(day=wording.compact_day(row.issued_at.date())))
    else:
        day = wording.compact_day(row.sent_on)
        way = _way(row.channel) if row.channel else ""
        parts.append(_("sent on {day} {way}").format(day=day, way=way) if way else _("sent on {day}").format(day=day))
    if row.tracking:
        parts.append(_("No. {number}").format(number=row.tracking))
    if row.received_on is not None:
        parts.append(_("arrived on {day}").format(day=wording.compact_day(row.received_on)))
    if row.answered_on is not None:
        parts.append(_("answered on {day}").format(day=wording.compact_day(row.answered_on)))
        if row.answer is not None:
            parts.append(happening_name(row.answer))
    elif row.days:
        parts.append(
            ngettext("{count} day without an answer", "{count} days without an answer", row.days).format(
                count=wording.number(row.days)
            )
        )
    return parts


def _way(channel: Channel) -> str:
    """Say how a letter left, after “sent on …”."""
    match channel:
        case Channel.LRAR:
            return _("by registered letter")
        case Channel.LREL:
            return _("by electronic registered letter")
        case Channel.RECEIPT:
            return _("against a receipt")
        case Channel.FORM:
            return _("by the form of the site")
        case Channel.EMAIL:
            return _("by e-mail")
        case Channel.POST:
            return _("by post")
        case Channel.HAND:
            return _("by hand")
    assert_never(channel)


def _next(row: LetterRow) -> str:
    """Name what comes next in the life of a letter."""
    match row.next:
        case NextStep.WRITE:
            return _("Go on writing")
        case NextStep.READ:
            return _("Read it over")
        case NextStep.ISSUE:
            return _("Issue it")
        case NextStep.SEND:
            return _("Note that it was sent")
        case NextStep.RECEIVE | NextStep.ANSWER:
            return _("Note what came back")
        case NextStep.REMIND:
            return _("Write a reminder")
        case NextStep.NOTHING:
            return ""
    assert_never(row.next)


def choice_line(row: LetterChoice | LetterGroup) -> Line:
    """Word one letter of the catalogue, or the shelf it stands on."""
    if isinstance(row, LetterGroup):
        return Line(title=shelf_name(row), heading=True)
    return Line(title=law(row.title), detail=law(row.use), action=_("Write it"), strong=False)


def shelf_name(group: LetterGroup) -> str:
    """Name a shelf of the catalogue."""
    match group:
        case LetterGroup.COMPLAINT:
            return _("File a complaint")
        case LetterGroup.FOLLOW_UP:
            return _("After the complaint")
        case LetterGroup.IDENTIFICATION:
            return _("Identify the author")
        case LetterGroup.PLATFORMS:
            return _("Platforms and sites")
        case LetterGroup.PERSONAL_DATA:
            return _("Personal data")
        case LetterGroup.CIVIL_JUSTICE:
            return _("Civil judge and compensation")
        case LetterGroup.SUPPORT:
            return _("With her, and for her")
    assert_never(group)
