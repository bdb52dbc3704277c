"""From deadlines.toml to rules, with their versions, their articles, their worked examples."""

from collections.abc import Iterable, Iterator
from datetime import date

from casedesk.law.facts import Facts, Happening, Occurrence, Value
from casedesk.law.pack import Citation, Clock, Example, Mark, Rule, RuleVersion, StartsFrom
from casedesk.law.reading import Entry
from casedesk.law.regime import Regime
from casedesk.law.when import When


def rules(entries: Iterable[Entry], jurisdiction: str) -> Iterator[Rule]:
    """Read every rule.

    Raises:
        PackProblem: a rule says something that is not understood.
    """
    for entry in entries:
        yield _rule(entry, jurisdiction)


def citation(entry: Entry) -> Citation:
    """Read an article, its source and its mark."""
    read = Citation(entry.text("text"), entry.text("source"), entry.choice("mark", Mark))
    entry.close()
    return read


def citations(entry: Entry, key: str) -> tuple[Citation, ...]:
    """Read a list of articles."""
    return tuple(citation(one) for one in entry.tables(key))


def _rule(entry: Entry, jurisdiction: str) -> Rule:
    trigger = entry.choice("trigger", Happening)
    rule = Rule(
        id=entry.text("id"),
        title=entry.text("title"),
        clock=entry.choice("clock", Clock),
        trigger=trigger,
        starts_from=entry.choice("starts_from", StartsFrom, StartsFrom.TRIGGER),
        bound=entry.text("bound"),
        lost=entry.text("lost"),
        versions=tuple(_version(version) for version in entry.tables("version")),
        when=entry.values("when"),
        restarted_by=entry.choices("restarted_by", Happening),
        not_restarted_by=entry.choices("not_restarted_by", Happening),
        met_by=entry.choices("met_by", Happening),
        letters=entry.texts("letters"),
        doubts=entry.texts("doubts"),
        checked_on=entry.day("checked_on"),
        examples=tuple(_example(example, trigger, jurisdiction) for example in entry.tables("example")),
        urgent=entry.flag("urgent", default=False),
        also_from=entry.choices("also_from", Happening),
        rows=entry.texts("rows"),
        requires=entry.choices("requires", Happening),
        confirmed_by=_confirmations(entry),
        file=entry.file,
        words=entry.texts("words"),
    )
    entry.close()
    return rule


def _confirmations(entry: Entry) -> dict[Happening, tuple[Happening, ...]]:
    """Read which acts restart a clock only once confirmed, and by what."""
    read: dict[Happening, tuple[Happening, ...]] = {}
    for act, names in entry.lists("confirmed_by").items():
        told = Entry(entry.file, entry.rule, {"act": act, "by": list(names)}, "confirmed_by.")
        read[told.choice("act", Happening)] = told.choices("by", Happening)
    return read


def _version(entry: Entry) -> RuleVersion:
    version = RuleVersion(
        applies_from=entry.optional_day("applies_from"),
        applies_until=entry.optional_day("applies_until"),
        regime=entry.choice("regime", Regime),
        duration=entry.optional_period("duration"),
        article=citation(entry.table("article")),
        also=citations(entry, "also"),
        safe_days=entry.optional_number("safe_days") or 0,
        note=entry.text("note", ""),
        without_number=entry.text("without_number", ""),
        fixed_on=entry.optional_day("fixed_on"),
    )
    entry.close()
    return version


def _example(entry: Entry, trigger: Happening, jurisdiction: str) -> Example:
    when = _when(entry)
    acts = tuple(_act(act) for act in entry.tables("events"))
    facts = Facts(
        place=entry.text("place", jurisdiction),
        occurrences=(Occurrence(trigger, when, subject="example"), *acts),
        answers=_answers(entry),
    )
    today = entry.optional_day("today")
    example = Example(
        facts=facts,
        today=today or _last_day(facts.occurrences, entry),
        due=entry.optional_day("due"),
        prudent=entry.optional_day("prudent"),
        until=entry.optional_instant("until"),
        unknown=entry.text("unknown", ""),
        not_applicable=entry.flag("not_applicable", default=False),
        why=entry.text("why", ""),
    )
    _one_answer(entry, example)
    entry.close()
    return example


def _when(entry: Entry) -> When | None:
    """Read the moment of the trigger (`at`), its day (`on`), the days it lies between (`from`, `to`), or nothing."""
    if entry.has("from") or entry.has("to"):
        earliest, latest = entry.day("from"), entry.day("to")
        if latest < earliest:
            raise entry.problem("to", "the last day must not come before the first")
        return When(earliest, latest)
    moment = entry.optional_instant("at")
    if moment:
        return When(moment.date(), moment.date(), moment)
    day = entry.optional_day("on")
    return When.on(day) if day else None


def _act(entry: Entry) -> Occurrence:
    kind, when = entry.choice("what", Happening), _when(entry)
    entry.close()
    return Occurrence(kind, when, subject="act")


def _answers(entry: Entry) -> dict[str, Value]:
    answers: dict[str, Value] = {}
    for name, value in entry.values("facts").items():
        if isinstance(value, tuple):
            raise entry.problem(f"facts.{name}", "one value is needed, not a list")
        answers[name] = value
    return answers


def _last_day(occurrences: tuple[Occurrence, ...], entry: Entry) -> date:
    """Stand on the last day the example speaks of, when it does not say on which day it stands."""
    days = [occurrence.when.latest for occurrence in occurrences if occurrence.when]
    if not days:
        raise entry.problem("today", "a day is needed when the example gives no other", "today = 2026-11-21")
    return max(days)


def _one_answer(entry: Entry, example: Example) -> None:
    answers = (example.due or example.until, example.unknown, example.not_applicable)
    if sum(map(bool, answers)) != 1:
        raise entry.problem("due", "exactly one of due, unknown, not_applicable is needed", "due = 2026-11-21")
    if example.prudent and not example.due:
        raise entry.problem("prudent", "a prudent day goes with a due day")
