"""What the linter must catch, and what it must leave alone."""

from collections.abc import Iterator
from functools import cache

import pytest

from casedesk.documents.linter import Finding, Flaw, Gravity, Read, lint
from tests.documents.lint.good import GOOD, Good
from tests.documents.lint.letters import read
from tests.documents.lint.seeded import SEEDED, Fault

CAUGHT_AT_LEAST = 38
FALSE_ALARMS_AT_MOST = 2


@cache
def _letter(fault: Fault) -> Read:
    return fault.letter()


@cache
def _found(fault: Fault) -> tuple[Finding, ...]:
    return lint(_letter(fault))


def test_forty_faults_of_fifteen_kinds_are_sown() -> None:
    assert len(SEEDED) == 40
    assert len({fault.kind for fault in SEEDED}) >= 15
    assert len({fault.name for fault in SEEDED}) == 40


def test_the_faults_are_caught_each_as_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    missed = [fault for fault in SEEDED if fault.kind not in {one.code for one in _found(fault)}]
    with capsys.disabled():
        for fault in missed:
            print(f"\nnot caught: {fault.name} ({fault.kind})", end="")
    assert len(SEEDED) - len(missed) >= CAUGHT_AT_LEAST


def test_good_letters_raise_hardly_any_alarm(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(GOOD) >= 20
    alarms = [(name, one) for name, good in GOOD.items() for one in _alarms(good)]
    with capsys.disabled():
        for name, one in alarms:
            print(f"\nfalse alarm: {name}: {one.code} at {one.place}", end="")
    assert len(alarms) <= FALSE_ALARMS_AT_MOST


@pytest.mark.parametrize("fault", SEEDED, ids=lambda fault: fault.name)
def test_a_finding_says_where_what_and_how_to_cure_it(fault: Fault) -> None:
    for one in _found(fault):
        assert one.place.strip()
        assert one.says.endswith(".") or "{" not in one.says
        assert one.cure.strip()


def test_a_finding_is_named_the_same_each_time_and_never_in_clear() -> None:
    for fault in SEEDED:
        first, second = _found(fault), lint(_letter(fault))
        assert [one.key for one in first] == [one.key for one in second]
        assert len({one.key for one in first}) == len(first)
        for one in first:
            words = [word for word in one.about.casefold().split() if len(word) > 3 and word not in str(one.code)]
            assert not any(word in one.key for word in words)


def test_what_would_harm_comes_first() -> None:
    fault = next(one for one in SEEDED if one.kind is Flaw.HER_NAME)
    order = [list(Gravity).index(one.gravity) for one in _found(fault)]
    assert order == sorted(order)
    assert _found(fault)[0].blocks


def _alarms(good: Good) -> Iterator[Finding]:
    for one in lint(read(good.data, others=good.others)):
        if one.gravity is not Gravity.CARE:
            yield one
