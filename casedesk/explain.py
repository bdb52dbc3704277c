"""What the law answered, told in sentences: why a date, what is missing, why a clock does not run."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, assert_never

from casedesk import wording
from casedesk.law.assess import Due, Lack, Missing, NotApplicable, Why
from casedesk.law.counting import StepCode
from casedesk.law.facts import Happening, Occurrence
from casedesk.law.pack import Citation, Clock, Element, Mark, Rule, RuleVersion, StartsFrom
from casedesk.law.regime import Regime
from casedesk.law.staleness import stale
from casedesk.law.when import When
from casedesk.law_words import clock_name, fact_name, fact_question, happening_name
from casedesk.step_words import day_words, step_sentence
from casedesk.translate import N_, _, law, ngettext

__all__ = [
    "Sentence",
    "caution",
    "cautioned",
    "clock_name",
    "legal_sentence",
    "mark_sentence",
    "missing_question",
    "numbered",
    "step_sentence",
    "trace_sentences",
    "why_sentence",
]

_NO_ELEMENTS: Mapping[str, Element] = {}
_LOST_AFTER = frozenset({Clock.LIMITATION, Clock.ACT_BY})
# Whether the text leaves its first day unsettled: a day, and the days between which it falls.
_LAST_DAY = {
    False: (N_("Last legal day: {day}, until midnight"), N_("Last legal day: between {day} and {until}")),
    True: (
        N_("Probable last day, to be confirmed: {day}"),
        N_("Probable last day, to be confirmed: between {day} and {until}"),
    ),
}
_PRUDENT = frozenset({StepCode.PRUDENT, StepCode.PRUDENT_UNEXTENDED, StepCode.PRUDENT_LATER, StepCode.PRUDENT_AT_ONCE})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an explanation, and what goes under it in small."""

    text: str
    detail: str = ""


def numbered(sentences: Iterable[Sentence]) -> Iterator[str]:
    """Set sentences as the lines of a numbered list."""
    for number, sentence in enumerate(sentences, start=1):
        yield f"{number:3}. {sentence.text}"
        if sentence.detail:
            yield f"     {sentence.detail}"


def trace_sentences(due: Due, today: date) -> tuple[Sentence, ...]:
    """Tell why a date is what it is, from what it runs from to what is left to do, in order."""
    if due.rule.trigger is Happening.LAW_DATE:
        fixed = _("The text itself fixes this day: {day}.").format(day=day_words(due.legal_day))
        return (Sentence(fixed, _citations(due.version.also)), *_outcome(due, today))
    return (
        _trigger(due),
        *_majority(due),
        *_restarts(due),
        *_steps(due),
        *_margin(due),
        *_other_end(due),
        *_without_effect(due),
        *_outcome(due, today),
    )


def _trigger(due: Due) -> Sentence:
    """Tell what the clock runs from, how surely it is known, and what proves it."""
    trigger = due.trace.trigger
    details = []
    if trigger.when is not None and not trigger.when.exact:
        details.append(_("The day is not known exactly: the count starts from the first day possible."))
    if trigger.derived:
        details.append(_("The day was deduced from the identifier of the content: an indication, not a proof."))
    if trigger.proof:
        details.append(_("Exhibit no. {number}.").format(number=trigger.proof))
    return Sentence(_dated(N_("{what}: {day}."), trigger), " ".join(details))


def _dated(message: str, occurrence: Occurrence) -> str:
    """Say what happened and when, as exactly as it is known."""
    return _(message).format(what=happening_name(occurrence.what), day=_when(occurrence.when))


def _when(when: When | None) -> str:
    if when is None:
        return _("day not known")
    return day_words(when.earliest) if when.exact else wording.span(when)


def _majority(due: Due) -> Iterator[Sentence]:
    if due.rule.starts_from is StartsFrom.MAJORITY:
        yield Sentence(_("The period runs from her coming of age, at eighteen."))


def _restarts(due: Due) -> Iterator[Sentence]:
    for act in due.trace.restarted:
        yield Sentence(_dated(N_("{what}: {day}. A whole new period starts."), act))


def _steps(due: Due) -> Iterator[Sentence]:
    """Tell the steps of the count; the prudent one is told later when something else decides it."""
    left_out: set[StepCode] = set()
    if due.version.safe_days or due.trace.latest is not None:
        left_out |= _PRUDENT
    if due.rule.starts_from is StartsFrom.TRIGGER and not due.trace.restarted:
        left_out.add(StepCode.START)  # the trigger was told already
    if due.rule.clock is Clock.EVIDENCE:
        left_out.add(StepCode.ENDS_AT_MIDNIGHT)  # on that day the data may be gone
    also = _citations(due.version.also)
    for step in due.trace.count.steps:
        if step.code in left_out:
            continue
        yield Sentence(step_sentence(step), also if step.code in {StepCode.ADDED, StepCode.TAKEN_OFF} else "")


def _citations(citations: Iterable[Citation]) -> str:
    """Write the other texts, each with its warning when it was not read."""
    texts = []
    for citation in citations:
        message = "{text}" if citation.mark is Mark.VERIFIED else _("{text} (reported, to be confirmed by a jurist)")
        texts.append(message.format(text=law(citation.text)))
    return " · ".join(texts)


def _margin(due: Due) -> Iterator[Sentence]:
    days = due.version.safe_days
    if days:
        message = ngettext(
            "Prudent date: {day}, with a margin of {days} day.",
            "Prudent date: {day}, with a margin of {days} days.",
            days,
        )
        yield Sentence(message.format(day=day_words(due.prudent_day), days=wording.number(days)))


def _other_end(due: Due) -> Iterator[Sentence]:
    """Tell what an uncertain day changes."""
    if due.trace.latest is None:
        return
    until = day_words(due.until)
    yield Sentence(_("Counted from the last day possible, the date would be {day}.").format(day=until))
    if not due.version.safe_days:
        yield Sentence(_("Prudent date: {day}.").format(day=day_words(due.prudent_day)))


def _without_effect(due: Due) -> Iterator[Sentence]:
    """Tell what would restart the period once confirmed, then that nothing did, and what looks as if it had."""
    for act in due.trace.unconfirmed:
        by = " / ".join(happening_name(what) for what in due.rule.confirmed_by[act.what])
        message = _("{what} ({day}): the period goes on until this is noted, in time: {by}.")
        yield Sentence(message.format(what=happening_name(act.what), day=_when(act.when), by=by))
    acts = " ".join(_no_effect(due, act) for act in due.trace.ignored)
    if due.rule.restarted_by and not (due.trace.restarted or due.trace.unconfirmed):
        yield Sentence(_("No act that restarts this period is recorded."), acts)
    elif acts:
        yield Sentence(_("Other acts do not restart this period."), acts)


def _no_effect(due: Due, act: Occurrence) -> str:
    if act.what in due.rule.not_restarted_by:
        return _dated(N_("{what} ({day}): it does not restart the period."), act)
    if act.when is None:
        return _dated(N_("{what} ({day}): without its day, it is not counted."), act)
    return _dated(N_("{what} ({day}): too late, or not surely in time."), act)


def _outcome(due: Due, today: date) -> Iterator[Sentence]:
    """Tell where things stand today, then what the pack and its age ask one to keep in mind."""
    if due.met:
        yield Sentence(_("What had to be done was done."))
    elif due.rule.clock in _LOST_AFTER and due.until < today:
        yield Sentence(_("This day is past. A jurist can say what remains possible."))
    if due.version.note:
        yield Sentence(law(due.version.note))
    if stale(due.rule.checked_on, today):
        day = wording.day(due.rule.checked_on)
        yield Sentence(_("This rule was last checked on {day}, more than a year ago.").format(day=day))


class Dated(Protocol):
    """What a legal date is said from: the law's answer, or the row of a board."""

    @property
    def rule(self) -> Rule:
        """The rule."""

    @property
    def version(self) -> RuleVersion:
        """Its version in force."""

    @property
    def legal_day(self) -> date:
        """The last legal day, or the first of a gate."""

    @property
    def until(self) -> date:
        """The latest it can be."""


def legal_sentence(due: Dated) -> str:
    """Say the legal date, by kind of clock: what is no legal period never looks like one."""
    day, until = day_words(due.legal_day), day_words(due.until)
    if due.rule.trigger is Happening.LAW_DATE:
        return _("Date fixed by the law: {day}").format(day=day)
    match due.rule.clock:
        case Clock.OPENS_ON:
            return _("Possible from {day}").format(day=day)
        case Clock.EVIDENCE:
            return _("May lawfully be erased from {day}").format(day=day)
        case Clock.ANSWER:
            return _("Answer expected by {day}").format(day=day)
        case Clock.TARGET:
            return _("Target, not law: {day}").format(day=day)
        case Clock.LIMITATION | Clock.ACT_BY | Clock.RETENTION:
            exact, between = _LAST_DAY[due.version.regime is Regime.ML_CPP_1366]
            return _(exact if due.until == due.legal_day else between).format(day=day, until=until)
        case _:
            assert_never(due.rule.clock)


def why_sentence(answer: NotApplicable, elements: Mapping[str, Element] = _NO_ELEMENTS) -> str:
    """Say why a clock does not run; `elements` are the questions of its pack."""
    match answer.why:
        case Why.NO_TRIGGER:
            what = happening_name(answer.rule.trigger)
            return _("Nothing that starts this clock is recorded ({what}).").format(what=what)
        case Why.OTHER_RULE:
            return _("The offence chosen is limited by another rule.")
        case Why.NOT_YET:
            what = happening_name(Happening(answer.name))
            return _("It runs only once this has happened: {what}.").format(what=what)
        case Why.CONDITION:
            return _("It does not apply here, given {fact}.").format(fact=fact_name(answer.name, elements))
        case _:
            assert_never(answer.why)


def missing_question(missing: Missing, elements: Mapping[str, Element] = _NO_ELEMENTS) -> str:
    """Ask for what is missing; where the law itself is, say what to do. `elements` are the questions of its pack."""
    match missing.lack:
        case Lack.FACT:
            return fact_question(missing.name, elements)
        case Lack.DAY:
            return _day_question(Happening(missing.name))
        case Lack.DURATION:
            return _("The texts read give no number: act as soon as possible, and ask a jurist.")
        case Lack.NO_NUMBER:
            return _("The law gives no number of days; it says: {words}.").format(words=law(missing.name))
        case Lack.OLD_LAW:
            return _("The law of that day was not read: ask a jurist.")
        case _:
            assert_never(missing.lack)


def _day_question(what: Happening) -> str:
    match what:
        case Happening.OFFENCE:
            return _("On what day did the facts happen?")
        case Happening.PUBLICATION | Happening.CONNECTION:
            return _("On what day was it published?")
        case _:
            return _("On what day did this happen: {what}?").format(what=happening_name(what))


def caution(mark: Mark, clock: Clock | None = None) -> str:
    """Warn in a word or two, beside a clock or an article, that it is no law, or that its text was not read."""
    target = _("target") if clock is Clock.TARGET else ""
    confirm = "" if mark is Mark.VERIFIED else _("to be confirmed")
    return " · ".join(part for part in (target, confirm) if part)


def cautioned(text: str, mark: Mark, clock: Clock | None = None) -> str:
    """Name a clock or an article with what warns of it, if anything does."""
    warning = caution(mark, clock)
    return f"{text} ({warning})" if warning else text


def mark_sentence(mark: Mark, checked_on: date) -> str:
    """Say how far the text behind a date was checked, and when."""
    day = wording.compact_day(checked_on)
    match mark:
        case Mark.VERIFIED:
            return _("text read, checked on {day}").format(day=day)
        case Mark.SECONDARY:
            return _("reported, text not read: to be confirmed by a jurist; checked on {day}").format(day=day)
        case Mark.UNVERIFIED:
            return _("not verified: to be confirmed by a jurist; checked on {day}").format(day=day)
        case _:
            assert_never(mark)
