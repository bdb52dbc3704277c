"""The worked examples of a pack, run: does the engine find what a jurist found by hand?"""

from collections.abc import Iterator, Mapping
from functools import cache

from casedesk.errors import PackProblem
from casedesk.law.assess import Assessment, Due, Lack, Unknown, assess_rule
from casedesk.law.pack import Example, Pack
from casedesk.law.workdays import calendar_for


def example_faults(packs: Mapping[str, Pack], pack: Pack) -> Iterator[PackProblem]:
    """Run every example of a pack, and yield what does not come out as written: file, rule, key, expected, found."""
    calendar = cache(lambda place: calendar_for(packs, place))
    for rule in pack.rules.values():
        for number, example in enumerate(rule.examples, start=1):
            facts = example.facts
            answer = assess_rule(pack, rule, facts, facts.occurrences[0], example.today, calendar(facts.place))
            fault = _fault(example, answer)
            if fault is not None:
                key, expected = fault
                yield PackProblem(
                    f"{pack.id}/deadlines.toml", rule.id, f"example[{number}].{key}", expected, example.why
                )


def _fault(example: Example, answer: Assessment) -> tuple[str, str] | None:
    """Say which key does not come out, and what was expected and found; None when all does."""
    found = _said(answer)
    if example.unknown:
        lacking = [one.name if one.lack is Lack.FACT else one.lack for one in getattr(answer, "missing", ())]
        return None if example.unknown in lacking else ("unknown", f"{example.unknown} is expected, not {found}")
    if example.due is None:
        fits = not isinstance(answer, Due | Unknown)
        return None if fits else ("not_applicable", f"the rule is expected not to apply, not {found}")
    if not isinstance(answer, Due) or answer.legal_day != example.due:
        return "due", f"{example.due} is expected, not {found}"
    if example.prudent is not None and answer.prudent_day != example.prudent:
        return "prudent", f"{example.prudent} is expected, not {answer.prudent_day}"
    return None


def _said(answer: Assessment) -> str:
    if isinstance(answer, Due):
        return str(answer.legal_day)
    if isinstance(answer, Unknown):
        return "unknown: " + ", ".join(one.name if one.lack is Lack.FACT else one.lack for one in answer.missing)
    return f"not applicable: {answer.why}"
