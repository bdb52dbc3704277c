"""How far a letter went, and which act comes next."""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from casedesk import wording
from casedesk.law_words import happening_name
from casedesk.queries.letter_draft import LetterDraft
from casedesk.queries.values import LetterState
from casedesk.translate import _
from casedesk.ui import words


class Act(StrEnum):
    """What may be done with a letter."""

    ANSWER = "answer"  # go to the first missing answer
    SETTLE = "settle"  # go to the first thing that keeps it from leaving
    ASK_REVIEW = "ask_review"
    APPROVE = "approve"
    GIVE_BACK = "give_back"
    TAKE_BACK = "take_back"
    ISSUE = "issue"
    ISSUE_ALONE = "issue_alone"
    SAVE = "save"
    MARK_SENT = "mark_sent"
    MARK_RECEIVED = "mark_received"
    MARK_ANSWERED = "mark_answered"
    CORRECT = "correct"
    REMIND = "remind"
    REDO = "redo"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Acts:
    """The one act that comes next, and those that may be done instead."""

    next: Act
    others: tuple[Act, ...] = ()


def acts(draft: LetterDraft, *, blocked: bool, approved: bool, saved: bool) -> Acts:
    """Say what comes next.

    `blocked` by a finding, `approved` as it stands by a second reader, `saved` once both files were written.
    """
    match draft.state:
        case LetterState.DRAFT | LetterState.REVIEW:
            return _before_issue(draft, blocked=blocked, approved=approved)
        case LetterState.ISSUED:
            told, kept = Act.MARK_SENT, Act.SAVE
            first, second = (told, kept) if saved else (kept, told)
            return Acts(first, (second, Act.COPY, Act.REDO))
        case LetterState.SENT | LetterState.RECEIVED:
            return _once_sent(draft)
        case LetterState.ANSWERED:
            return Acts(Act.SAVE, (Act.COPY, Act.REDO, Act.CORRECT))
    assert_never(draft.state)


def _before_issue(draft: LetterDraft, *, blocked: bool, approved: bool) -> Acts:
    read = draft.state is LetterState.REVIEW
    back = (Act.GIVE_BACK, Act.TAKE_BACK) if read else ()
    if not draft.ready:
        return Acts(Act.ANSWER, (*back, Act.COPY))
    if blocked:
        return Acts(Act.SETTLE, (*back, Act.COPY))
    if read and approved:
        return Acts(Act.ISSUE, (Act.TAKE_BACK, Act.COPY))
    if read:
        return Acts(Act.APPROVE, (Act.GIVE_BACK, Act.ISSUE_ALONE, Act.TAKE_BACK, Act.COPY))
    return Acts(Act.ASK_REVIEW, (Act.ISSUE_ALONE, Act.COPY))


def _once_sent(draft: LetterDraft) -> Acts:
    """Wait for the receipt, then for the answer; remind when nobody answers."""
    told = [Act.MARK_ANSWERED] if draft.state is LetterState.RECEIVED else [Act.MARK_RECEIVED, Act.MARK_ANSWERED]
    reminder = [Act.REMIND] if draft.reminder else []
    order = [*reminder, *told] if draft.silent else [*told, *reminder]
    back = [Act.CORRECT] if draft.state is LetterState.RECEIVED else []
    return Acts(order[0], (*order[1:], Act.SAVE, Act.COPY, Act.REDO, *back))


def act_word(act: Act) -> str:
    """Name an act; three dots say that it asks something first."""
    match act:
        case Act.ANSWER:
            return _("Answer what is missing")
        case Act.SETTLE:
            return _("See what must be settled")
        case Act.ASK_REVIEW:
            return _("Ask for a second reading")
        case Act.APPROVE:
            return _("Approve…")
        case Act.GIVE_BACK:
            return _("Give it back with a remark…")
        case Act.TAKE_BACK:
            return _("Back to the draft")
        case Act.ISSUE:
            return _("Issue this letter")
        case Act.ISSUE_ALONE:
            return _("Issue alone…")
        case Act.SAVE:
            return _("Save both files…")
        case Act.MARK_SENT:
            return _("Note that it was sent…")
        case Act.MARK_RECEIVED:
            return _("Acknowledged receipt…")
        case Act.MARK_ANSWERED:
            return _("Answer received…")
        case Act.CORRECT:
            return _("Noted by mistake")
        case Act.REMIND:
            return _("Send a reminder")
        case Act.REDO:
            return _("Write it again")
        case Act.COPY:
            return _("Copy the text")
    assert_never(act)


def road(state: LetterState) -> str:
    """Show how far the letter went, in words; the step where it is stands out by its weight."""
    steps = [f"<b>{words.letter_state(one)}</b>" if one is state else words.letter_state(one) for one in LetterState]
    return " → ".join(step.replace(" ", "\u00a0") for step in steps)


def history(draft: LetterDraft) -> str:
    """Tell in one line what was done with the letter."""
    review, journey = draft.review, draft.journey
    parts = []
    if review.approved and review.on is not None:
        parts.append(_("read by {who} on {day}").format(who=review.by, day=wording.compact_day(review.on)))
    if review.alone_because:
        parts.append(_("issued alone: {reason}").format(reason=review.alone_because))
    if journey.issued_on is not None:
        parts.append(_("issued on {day}").format(day=wording.compact_day(journey.issued_on)))
        parts.append(_("digest {start}…").format(start=journey.sha256[:8]))
    if journey.sent_on is not None:
        sent = _("sent on {day}").format(day=wording.compact_day(journey.sent_on))
        parts.append(f"{sent} ({journey.tracking})" if journey.tracking else sent)
    if journey.received_on is not None:
        parts.append(_("arrived on {day}").format(day=wording.compact_day(journey.received_on)))
    if journey.answered_on is not None:
        parts.append(_("answered on {day}").format(day=wording.compact_day(journey.answered_on)))
        parts += [happening_name(journey.answer)] if journey.answer else []
    return words.capital(" · ".join(parts))


def remark(draft: LetterDraft, *, approved: bool) -> str:
    """Give what the second reader wants changed, or say what is waited for."""
    review = draft.review
    if draft.silent:
        return _("No answer came in the time the text gives.")
    if draft.state is LetterState.REVIEW and review.approved and not approved:
        return _("What it says changed since {who} approved it: it must be read again.").format(who=review.by)
    if draft.state is LetterState.REVIEW and not approved:
        return _("A second reader now: she approves this letter, or gives it back.")
    if draft.state is LetterState.DRAFT and review.remark:
        return _("{who} asks: {remark}").format(who=review.by, remark=review.remark)
    return ""
