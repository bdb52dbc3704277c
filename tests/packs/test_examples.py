"""Every worked example of every rule, run through the engine."""

from datetime import date, timedelta

import pytest

from casedesk.law.assess import Due, Lack, NotApplicable, Unknown, assess_rule
from casedesk.law.pack import Example, Pack, Rule
from casedesk.law.workdays import calendar_for
from tests.packs.jurisdictions import PACKS, RULES, name_of

EXAMPLES = [(pack, rule, number) for pack, rule in RULES for number in range(len(rule.examples))]


@pytest.mark.parametrize(("pack", "rule", "number"), EXAMPLES, ids=name_of)
def test_the_engine_finds_what_was_computed_by_hand(pack: Pack, rule: Rule, number: int) -> None:
    example = rule.examples[number]
    calendar = calendar_for(PACKS, example.facts.place)
    trigger = example.facts.occurrences[0]
    match assess_rule(pack, rule, example.facts, trigger, example.today, calendar):
        case Due(instant=instant) if example.until:
            assert instant == example.until, example.why
        case Due(legal_day=legal_day, prudent_day=prudent_day):
            assert (legal_day, prudent_day) == (example.due, example.prudent), example.why
        case Unknown(missing=missing):
            assert example.unknown in {one.name if one.lack is Lack.FACT else one.lack for one in missing}, example.why
        case NotApplicable():
            assert example.not_applicable, example.why


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=name_of)
def test_a_rule_is_shown_at_least_twice_and_once_on_an_edge(pack: Pack, rule: Rule) -> None:
    assert len(rule.examples) >= 2
    assert any(on_an_edge(rule, example) for example in rule.examples)
    assert all(example.why for example in rule.examples)
    assert all(example.prudent for example in rule.examples if example.due)


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=name_of)
def test_both_sides_of_a_version_date_are_shown(pack: Pack, rule: Rule) -> None:
    shown = {when.earliest for example in rule.examples if (when := example.facts.occurrences[0].when)}
    for version in rule.versions:
        if version.applies_from:
            assert {version.applies_from, version.applies_from - timedelta(days=1)} <= shown


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=name_of)
def test_the_versions_of_a_rule_leave_no_day_out(pack: Pack, rule: Rule) -> None:
    assert rule.versions[0].applies_from is None
    assert rule.versions[-1].applies_until is None
    for earlier, later in zip(rule.versions, rule.versions[1:], strict=False):
        assert earlier.applies_until is not None
        assert later.applies_from == earlier.applies_until + timedelta(days=1)


def on_an_edge(rule: Rule, example: Example) -> bool:
    """Say whether an example stands where counting goes wrong: a day off, the end of a month, a version, a doubt."""
    when = example.facts.occurrences[0].when
    if when is None or not when.exact:
        return True
    turns = {version.applies_from for version in rule.versions} | {version.applies_until for version in rule.versions}
    if when.earliest in turns:
        return True
    month_ends = (when.earliest + timedelta(days=1)).day == 1
    return month_ends or off(example.due) or off(example.prudent) or example.due != example.prudent


def off(day: date | None) -> bool:
    """Say whether a day falls on a week-end."""
    return day is not None and day.weekday() > 4
