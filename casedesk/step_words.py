"""The sentence of each step of a count."""

from datetime import UTC, date, datetime
from functools import lru_cache

from casedesk import translate, wording
from casedesk.law.counting import Step, StepCode
from casedesk.law.period import Period
from casedesk.translate import N_, _, law

_STEPS = {
    StepCode.START: N_("The count starts from {day}."),
    StepCode.FROM_MIDNIGHT: N_("The hour is not known: the count starts with that day."),
    StepCode.FIRST_DAY_NOT_COUNTED: N_("That day is not counted: the first day counted is {day}."),
    StepCode.FIRST_DAY_UNSETTLED: N_(
        "The text does not say whether the first day counts: the probable date, then the prudent one."
    ),
    StepCode.NEXT_FULL_HOUR: N_("The hour under way is not counted: the count starts from {day}."),
    StepCode.TAKEN_OFF: N_("{period} earlier: {day}."),
    StepCode.MONTH_END: N_("That month has no day {number}: its last day is taken."),
    StepCode.ENDS_AT_MIDNIGHT: N_("That day is included, until midnight."),
    StepCode.CLEAR_DAY_ADDED: N_("In clear days the last day does not count either: one day more, {day}."),
    StepCode.CLEAR_DAY_TAKEN: N_("In clear days the first day does not count either: one day less, {day}."),
    StepCode.CLEAR_DAY_WARNING: N_("If the text asks for clear days, one day more is needed: {day}."),
    StepCode.ROLLED: N_("The end moves to the next working day: {day}."),
    StepCode.MIGHT_ROLL: N_("If the wait were extended, it would end on {day}."),
    StepCode.TWO_WORKING_DAYS: N_("A European period of two days or more holds at least two working days: {day}."),
    StepCode.OPENS: N_("It opens on the next day: {day}."),
    StepCode.OPENS_AT_ONCE: N_("It opens at once, on {day}."),
    StepCode.FIRST_DAY_COUNTED: N_("Prudently, the first day counts: {day}."),
    StepCode.PRUDENT: N_("Prudent date: {day}, a working day on which one can still act."),
    StepCode.PRUDENT_UNEXTENDED: N_("Prudent date: {day}, without any extension."),
    StepCode.PRUDENT_LATER: N_("Prudent date: {day}. Earlier could be refused."),
    StepCode.PRUDENT_AT_ONCE: N_("Prudent date: {day}, that very day: no working day is left before the end."),
    StepCode.ESTIMATED: N_("A feast expected around {day} is not confirmed: the date may move."),
}


def step_sentence(step: Step) -> str:
    """Tell one step of a count."""
    period = step.values.get("period")
    return _(_message(step)).format(
        day=day_words(step.day),
        period=_period_words(period, translate.language()) if isinstance(period, Period) else "",
        number=step.values.get("number"),
        name=law(str(step.values.get("name") or "")),
    )


def _message(step: Step) -> str:
    """Choose the sentence of a step: a feast is named, a week-end is not; months are counted by day-number."""
    named = bool(step.values.get("name"))
    if step.code is StepCode.DAY_OFF:
        return N_("{day} is a public holiday ({name}).") if named else N_("{day} is not a working day.")
    if step.code is StepCode.NOT_ROLLED:
        if named:
            return N_("{day} is a public holiday ({name}): the period is not extended.")
        return N_("{day} is not a working day: the period is not extended.")
    if step.code is StepCode.ADDED:
        period = step.values["period"]
        by_number = isinstance(period, Period) and not (period.weeks or period.days or period.hours)
        return N_("{period}, from day-number to day-number: {day}.") if by_number else N_("{period} later: {day}.")
    return _STEPS[step.code]


def day_words(day: date | datetime) -> str:
    """Write a day with its weekday, or a moment, in the language spoken."""
    return _day_words(day, translate.language())


@lru_cache(maxsize=32768)
def _day_words(day: date | datetime, language: str) -> str:
    """Remember what was written: the same days come back in thousands of lines."""
    if isinstance(day, datetime):
        return wording.moment(day, day.tzinfo or UTC, language=language)
    return wording.long_day(day, language)


@lru_cache(maxsize=256)
def _period_words(period: Period, language: str) -> str:  # noqa: ARG001 - one wording per language is remembered
    return wording.period(period)
