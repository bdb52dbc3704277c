"""What can be done now: open, waiting, missing a fact, done, or not for her."""

from datetime import date

import pytest

from casedesk.law.assess import Lack, Missing
from casedesk.law.facts import Facts, Happening, Value
from casedesk.law.pack import Route, Rule
from casedesk.law.regime import Regime
from casedesk.law.routes import Condition, ConditionAnswer, RouteAnswer, RouteState, Standing, routes
from casedesk.law.workdays import Calendar
from tests.law.factories import TODAY, facts, gate, happened, pack, route, version

CIVIL_PARTY = route(
    needs=(Happening.COMPLAINT_PROSECUTOR, Happening.COPY_TO_PROSECUTOR),
    gate="gate",
    done_by=(Happening.CIVIL_PARTY_COMPLAINT,),
)


def answer(
    asked: Route, told: Facts, calendar: Calendar, today: date = TODAY, behind: Rule | None = None
) -> RouteAnswer:
    (found,) = routes(pack(behind or gate(), routes=(asked,)), told, today, calendar)
    assert found.route is asked
    return found


def state(asked: Route, told: Facts, calendar: Calendar, today: date = TODAY) -> RouteState:
    return answer(asked, told, calendar, today).state


def test_nothing_for_now_is_always_open(france: Calendar) -> None:
    assert answer(route(), facts(), france) == RouteAnswer(route(), RouteState.OPEN)


def test_a_route_done_is_done_once_it_happened(france: Calendar) -> None:
    told = facts(happened("civil_party_complaint", "2026-11-20"))
    assert state(CIVIL_PARTY, told, france) is RouteState.DONE
    assert state(CIVIL_PARTY, told, france, date(2026, 11, 19)) is RouteState.WAITING
    assert state(CIVIL_PARTY, facts(happened("civil_party_complaint")), france) is RouteState.DONE


def test_a_route_waits_for_one_of_the_things_it_needs(france: Calendar) -> None:
    assert state(CIVIL_PARTY, facts(), france) is RouteState.WAITING
    needing = route(needs=(Happening.PLATFORM_DECISION,))
    assert state(needing, facts(happened("platform_decision", "2026-11-01")), france) is RouteState.OPEN


@pytest.mark.parametrize(("today", "expected"), [("2026-11-23", RouteState.WAITING), ("2026-11-24", RouteState.OPEN)])
def test_a_gate_opens_on_its_prudent_day(france: Calendar, today: str, expected: RouteState) -> None:
    told = facts(happened("complaint_prosecutor", "2026-08-21"))
    found = answer(CIVIL_PARTY, told, france, date.fromisoformat(today))
    assert (found.state, found.opens_on) == (expected, date(2026, 11, 24))


def test_the_first_gate_to_open_is_enough(france: Calendar) -> None:
    told = facts(happened("complaint_prosecutor", "2026-10-01"), happened("copy_to_prosecutor", "2026-08-19"))
    assert answer(CIVIL_PARTY, told, france).opens_on == date(2026, 11, 20)


def test_a_gate_that_cannot_be_dated_asks_for_the_day(france: Calendar) -> None:
    found = answer(CIVIL_PARTY, facts(happened("complaint_prosecutor")), france)
    assert (found.state, found.missing) == (RouteState.MISSING, (Missing(Lack.DAY, "complaint_prosecutor"),))


def test_a_gate_that_does_not_apply_leaves_the_route_waiting(france: Calendar) -> None:
    told = facts(happened("complaint_prosecutor", "2026-08-21"), answers={"residence": "abroad"})
    found = answer(CIVIL_PARTY, told, france, behind=gate(when={"residence": "metropolitan"}))
    assert (found.state, found.opens_on) == (RouteState.WAITING, None)


def test_a_gate_under_an_old_law_is_not_opened(france: Calendar) -> None:
    told = facts(happened("complaint_prosecutor", "2017-02-28"))
    versions = (version("P3M", Regime.GATE, applies_from=date(2017, 3, 1)),)
    found = answer(CIVIL_PARTY, told, france, behind=gate(versions=versions))
    assert (found.state, found.missing) == (RouteState.MISSING, (Missing(Lack.OLD_LAW),))


PUBLIC_INSULT = route(when={"offence": ("insult", "defamation"), "public": True})


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([{"offence": "insult", "public": True}], RouteState.OPEN),
        ([{"offence": "threat", "public": True}], RouteState.CLOSED),
        ([{"offence": "threat", "public": True}, {"offence": "insult", "public": True}], RouteState.OPEN),
        ([{"offence": "insult"}], RouteState.MISSING),
        ([{"offence": "insult"}, {"offence": "threat"}], RouteState.MISSING),
    ],
)
def test_one_incident_that_fits_is_enough(france: Calendar, told: list[dict[str, Value]], expected: RouteState) -> None:
    incidents = [happened("offence", "2026-08-21", about=about) for about in told]
    found = answer(PUBLIC_INSULT, facts(*incidents, happened("complaint_police", "2026-09-01")), france)
    assert found.state is expected
    assert found.missing == ((Missing(Lack.FACT, "public"),) if expected is RouteState.MISSING else ())


def test_what_no_incident_tells_is_looked_for_in_the_case(france: Calendar) -> None:
    told = facts(happened("complaint_police", "2026-09-01"), answers={"public": False})
    assert state(PUBLIC_INSULT, told, france) is RouteState.CLOSED
    assert answer(PUBLIC_INSULT, facts(), france).missing == (
        Missing(Lack.FACT, "offence"),
        Missing(Lack.FACT, "public"),
    )


def test_each_condition_is_told_with_where_it_stands(france: Calendar) -> None:
    asked = route(
        needs=(Happening.COMPLAINT_PROSECUTOR,),
        gate="gate",
        when={"public": True, "online": True, "author_known": True},
        offences=("insult",),
    )
    told = facts(
        happened("offence", "2026-08-01", about={"offence": "insult", "public": True, "online": False}),
        happened("complaint_prosecutor", "2026-10-01"),
    )
    found = answer(asked, told, france)
    assert found.state is RouteState.CLOSED
    assert found.conditions == (
        ConditionAnswer(Condition.FACT, ("public",), Standing.MET),
        ConditionAnswer(Condition.FACT, ("online",), Standing.CONTRARY),
        ConditionAnswer(Condition.FACT, ("author_known",), Standing.MISSING),
        ConditionAnswer(Condition.OFFENCE, ("insult",), Standing.MET),
        ConditionAnswer(Condition.HAPPENED, (Happening.COMPLAINT_PROSECUTOR,), Standing.MET),
        ConditionAnswer(Condition.GATE, ("gate",), Standing.MISSING),
    )


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ([], RouteState.MISSING),
        ([None], RouteState.MISSING),
        (["threat"], RouteState.CLOSED),
        (["threat", None], RouteState.MISSING),
        (["threat", "insult"], RouteState.OPEN),
    ],
)
def test_a_route_for_some_offences_waits_until_one_is_chosen(
    france: Calendar, chosen: list[str | None], expected: RouteState
) -> None:
    told = facts(*(happened("offence", "2026-08-21", about={"offence": one} if one else {}) for one in chosen))
    found = answer(route(offences=("insult", "defamation")), told, france)
    assert found.state is expected
    assert found.missing == ((Missing(Lack.FACT, "offence"),) if expected is RouteState.MISSING else ())


def test_a_question_left_open_does_not_hide_the_day_a_gate_opens(france: Calendar) -> None:
    asked = route(gate="gate", offences=("insult",))
    told = facts(happened("offence", "2026-08-01"), happened("complaint_prosecutor", "2026-08-21"))
    found = answer(asked, told, france)
    assert (found.state, found.opens_on) == (RouteState.MISSING, date(2026, 11, 24))
