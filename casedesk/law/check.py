"""Does a pack keep its promises: its worked examples come out, its letters have their templates?"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from casedesk.errors import PackProblem
from casedesk.law.assess import Assessment, Due, Lack, Unknown, assess_rule
from casedesk.law.pack import Example, Offence, Pack, Rule
from casedesk.law.when import When
from casedesk.law.workdays import DAY, calendar_for

_ENOUGH = 2
_NOT_APPLICABLE = "not applicable"


class _Claim(NamedTuple):
    """One thing an example says, and what the engine answered."""

    key: str
    expected: str
    found: tuple[str, ...]


def faults(packs: Mapping[str, Pack], pack: Pack) -> Iterator[PackProblem]:
    """Find what does not come out as the pack says: file, entry, key, expected, found. `packs` give the calendars."""
    calendar = cache(lambda place: calendar_for(packs, place))
    for rule in pack.rules.values():
        yield from _too_few_examples(rule)
        for number, example in enumerate(rule.examples, start=1):
            facts = example.facts
            answer = assess_rule(pack, rule, facts, facts.occurrences[0], example.today, calendar(facts.place))
            for key, expected, found in _claims(example, answer):
                if expected not in found:
                    told = {"wanted": expected, "found": ", ".join(found)}
                    where = f"example[{number}].{key}"
                    yield PackProblem(
                        rule.file, rule.id, where, "{wanted} is expected, not {found}", example.why, told=told
                    )
    for dossier, rows in answered(pack).items():
        for row, answers in rows.items():
            if not answers:
                told = {"row": repr(row)}
                yield PackProblem(
                    f"{pack.id}/pack.toml", "", f"rows.{dossier}", "nothing answers the line {row}", told=told
                )
    for letter in pack.letters.values():
        if not letter.template.is_file():
            told = {"file": letter.template.name}
            yield PackProblem(letter.file, letter.id, "", "{file} is missing", told=told)
        if letter.reminder and letter.reminder not in pack.letters:
            told = {"name": repr(letter.reminder), "kind": "letter"}
            yield PackProblem(letter.file, letter.id, "reminder", "{name} is not a known {kind}", told=told)


def _too_few_examples(rule: Rule) -> Iterator[PackProblem]:
    """Ask for two examples at least, and for one on each side of the day a version begins."""
    if len(rule.examples) < _ENOUGH:
        yield PackProblem(rule.file, rule.id, "example", "two worked examples at least are needed, one of them an edge")
    days = {one.facts.occurrences[0].when for one in rule.examples}
    for number, version in enumerate(rule.versions, start=1):
        since = version.applies_from
        for day in (since - DAY, since) if since else ():
            if When.on(day) not in days:
                where = f"version[{number}].applies_from"
                told = {"day": str(day)}
                yield PackProblem(
                    rule.file, rule.id, where, "a worked example on {day} is needed", f"on = {day}", told=told
                )


def answered(pack: Pack) -> dict[str, dict[str, tuple[str, ...]]]:
    """Say which rules and offences answer each line of each legal dossier, by dossier and line."""
    entries: list[Rule | Offence] = [*pack.rules.values(), *pack.offences.values()]
    return {
        dossier: {row: tuple(one.id for one in entries if f"{dossier}:{row}" in one.rows) for row in rows}
        for dossier, rows in pack.rows.items()
    }


def _claims(example: Example, answer: Assessment) -> Iterator[_Claim]:
    found = _found(answer)
    if example.unknown:
        yield _Claim("unknown", example.unknown, found)
    elif example.until:
        yield _Claim("until", str(example.until), (str(answer.instant),) if isinstance(answer, Due) else found)
    elif example.due:
        yield _Claim("due", str(example.due), found)
        if example.prudent and isinstance(answer, Due):
            yield _Claim("prudent", str(example.prudent), (str(answer.prudent_day),))
    else:
        yield _Claim("not_applicable", _NOT_APPLICABLE, found)


def _found(answer: Assessment) -> tuple[str, ...]:
    if isinstance(answer, Due):
        return (str(answer.legal_day),)
    if isinstance(answer, Unknown):
        return tuple(one.name if one.lack is Lack.FACT else one.lack for one in answer.missing)
    return (_NOT_APPLICABLE,)
