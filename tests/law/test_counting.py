"""The counting regimes, on the days where they differ."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from casedesk.errors import InvalidInput
from casedesk.law.counting import Count, Regime, StepCode, can_count, count
from casedesk.law.pack import Pack
from casedesk.law.period import Period
from casedesk.law.workdays import Calendar, calendar_for


def counted(regime: str, start: str, period: str, calendar: Calendar) -> Count:
    moment = datetime.fromisoformat(start)
    return count(Regime(regime), moment if "T" in start else moment.date(), Period.parse(period), calendar)


def codes(result: Count) -> list[StepCode]:
    return [step.code for step in result.steps]


FRANCE = [
    # press limitation and the like: date to date, the last day included, never rolled
    ("limitation", "2011-08-23", "P3M", "2011-11-23", "2011-11-23"),  # Crim. 12 Nov. 2014, n° 13-84.444
    ("limitation", "2026-08-01", "P3M", "2026-11-01", "2026-10-30"),  # Sunday and All Saints: it stays
    ("limitation", "2026-08-21", "P3M", "2026-11-21", "2026-11-20"),  # Saturday
    ("limitation", "2026-11-30", "P3M", "2027-02-28", "2027-02-26"),  # a month too short, and a Sunday
    ("limitation", "2027-11-30", "P3M", "2028-02-29", "2028-02-29"),
    ("limitation", "2027-01-31", "P3M", "2027-04-30", "2027-04-30"),
    ("limitation", "2026-03-31", "P3M", "2026-06-30", "2026-06-30"),
    ("limitation", "2024-02-29", "P1Y", "2025-02-28", "2025-02-28"),
    ("limitation", "2024-02-29", "P6Y", "2030-02-28", "2030-02-28"),
    ("limitation", "2026-09-25", "P3M", "2026-12-25", "2026-12-24"),  # Christmas, a Friday
    ("limitation", "2027-02-01", "P3M", "2027-05-01", "2027-04-30"),  # 1 May, a Saturday
    ("civil_limitation", "2016-11-20", "P10Y", "2026-11-20", "2026-11-20"),
    ("civil_limitation", "2016-11-22", "P10Y", "2026-11-22", "2026-11-20"),  # Sunday: it stays
    # code of criminal procedure, art. 801
    ("cpp_801", "1991-11-07", "P3D", "1991-11-12", "1991-11-08"),  # Crim. 27 Jan. 1992, n° 91-86.458
    ("cpp_801", "2026-11-21", "P10D", "2026-12-01", "2026-12-01"),
    ("cpp_801", "2026-11-11", "P10D", "2026-11-23", "2026-11-20"),  # Saturday
    ("cpp_801", "2023-04-20", "P10D", "2023-05-02", "2023-04-28"),  # Sunday 30 April, then 1 May
    ("cpp_801", "2026-12-15", "P10D", "2026-12-28", "2026-12-24"),  # Friday 25 December, then a weekend
    ("cpp_801", "2005-05-06", "P10D", "2005-05-17", "2005-05-13"),  # Whit Monday 2005, a holiday although worked
    ("cpp_801", "2006-05-26", "P10D", "2006-06-06", "2006-06-02"),  # Whit Monday 2006: Crim. 10 May 2006, n° 05-86.744
    ("cpp_801", "2026-11-21", "P1D", "2026-11-23", "2026-11-21"),  # from Saturday to Sunday: at once
    ("cpp_801", "2007-05-18", "P10D", "2007-05-29", "2007-05-25"),  # Whit Monday 2007
    # code of civil procedure, art. 640 to 642
    ("cpc_642", "2026-11-21", "P15D", "2026-12-07", "2026-12-04"),
    ("cpc_642", "2026-12-10", "P15D", "2026-12-28", "2026-12-24"),
    ("cpc_642", "2026-11-21", "P21D", "2026-12-14", "2026-12-11"),
    ("cpc_642", "2026-01-31", "P1M", "2026-03-02", "2026-02-27"),  # month end, then a Saturday
    ("cpc_642", "2026-03-15", "P1M15D", "2026-04-30", "2026-04-30"),  # months before days
    ("cpc_642", "2024-02-29", "P2Y", "2026-03-02", "2026-02-27"),
    # clear days: one more than the ordinary end, then rolled
    ("clear_days", "2026-12-01", "P5D", "2026-12-07", "2026-12-04"),
    ("clear_days", "2026-11-02", "P5D", "2026-11-09", "2026-11-06"),  # 7 November + 1 is a Sunday
    ("clear_days", "2026-11-05", "P5D", "2026-11-12", "2026-11-10"),  # ends on 11 November
    ("clear_days", "2026-11-21", "P2M", "2027-01-22", "2027-01-21"),
    ("clear_days", "2026-12-31", "P2M", "2027-03-01", "2027-02-26"),  # 28 February + 1
    # back from an event, never rolled
    ("backward", "2026-12-15", "P20D", "2026-11-25", "2026-11-25"),
    ("backward", "2026-12-11", "P20D", "2026-11-21", "2026-11-20"),  # Saturday
    ("backward", "2026-12-12", "P1M", "2026-11-12", "2026-11-12"),
    ("backward", "2026-05-31", "P3M", "2026-02-28", "2026-02-27"),  # a month too short, and a Saturday
    ("backward", "2027-05-10", "P9D", "2027-05-01", "2027-04-30"),
]


@pytest.mark.parametrize(("regime", "start", "period", "last", "prudent"), FRANCE)
def test_a_period_ends_where_the_law_of_france_says(
    france: Calendar, *, regime: str, start: str, period: str, last: str, prudent: str
) -> None:
    result = counted(regime, start, period, france)
    assert (str(result.last_day), str(result.prudent_day)) == (last, prudent)
    assert (result.opens_on, result.last_instant, result.estimated) == (None, None, False)


EUROPE = [
    # the table of Regulation 1182/71: start, period, raw end (the safe day), day shown
    ("2026-11-21", "P1M", "2026-12-21", "2026-12-21"),
    ("2027-01-31", "P1M", "2027-02-28", "2027-03-01"),
    ("2026-10-14", "P1M", "2026-11-14", "2026-11-16"),
    ("2026-12-01", "P1M", "2027-01-01", "2027-01-04"),
    ("2027-04-01", "P1M", "2027-05-01", "2027-05-03"),
    ("2026-11-21", "P2M", "2027-01-21", "2027-01-21"),
    ("2026-11-30", "P3M", "2027-02-28", "2027-03-01"),
    ("2026-08-31", "P6M", "2027-02-28", "2027-03-01"),
    ("2026-11-21", "P6M", "2027-05-21", "2027-05-21"),
    ("2026-11-21", "P90D", "2027-02-19", "2027-02-19"),
    ("2026-11-21", "P180D", "2027-05-20", "2027-05-20"),
    ("2026-11-20", "P21D", "2026-12-11", "2026-12-11"),
    ("2026-11-21", "P15D", "2026-12-06", "2026-12-07"),
    ("2026-12-10", "P15D", "2026-12-25", "2026-12-28"),
    ("2026-11-21", "P3D", "2026-11-24", "2026-11-24"),
    ("2026-12-24", "P2D", "2026-12-26", "2026-12-29"),
    ("2026-12-24", "P4D", "2026-12-28", "2026-12-29"),  # only Monday is a working day
    ("2026-12-24", "P5D", "2026-12-29", "2026-12-29"),
    ("2026-12-24", "P1D", "2026-12-25", "2026-12-28"),  # one day: one working day is enough
    ("2026-11-20", "P2D", "2026-11-22", "2026-11-24"),
    ("2026-11-16", "P1W", "2026-11-23", "2026-11-23"),  # the same weekday
    ("2026-12-23", "P2D", "2026-12-25", "2026-12-28"),  # Thursday and Monday are two
    ("2026-12-24", "P3D", "2026-12-27", "2026-12-29"),
    ("2026-04-03", "P4D", "2026-04-07", "2026-04-08"),  # Easter Monday in between
    ("2026-04-30", "P4D", "2026-05-04", "2026-05-05"),  # 1 May and a weekend in between
]


@pytest.mark.parametrize(("start", "period", "raw", "last"), EUROPE)
def test_a_period_ends_where_regulation_1182_71_says(
    france: Calendar, start: str, period: str, raw: str, last: str
) -> None:
    result = counted("eu_1182_71", start, period, france)
    assert (str(result.last_day), str(result.prudent_day)) == (last, raw)
    assert result.rolled == (raw != last)


def test_two_working_days_are_said_in_the_steps(france: Calendar) -> None:
    assert StepCode.TWO_WORKING_DAYS in codes(counted("eu_1182_71", "2026-12-24", "P2D", france))
    assert StepCode.TWO_WORKING_DAYS not in codes(counted("eu_1182_71", "2026-11-21", "P3D", france))


MALI = [
    # start, period, probable legal day, prudent day
    ("2026-11-23", "P3D", "2026-11-26", "2026-11-25"),
    ("2026-11-18", "P3D", "2026-11-23", "2026-11-20"),  # Saturday: forward; first day counted: Friday
    ("2026-11-20", "P3D", "2026-11-23", "2026-11-20"),  # Monday; first day counted: Sunday, back to Friday
    ("2027-01-11", "P3D", "2027-01-15", "2027-01-13"),  # 14 January
    ("2022-01-11", "P3D", "2022-01-14", "2022-01-13"),  # before 14 January was a holiday
    ("2026-08-21", "P3M", "2026-11-23", "2026-11-20"),
    ("2026-11-30", "P3M", "2027-03-01", "2027-02-26"),
    ("2026-09-15", "P1W", "2026-09-23", "2026-09-21"),  # national day
    ("2027-03-27", "P3D", "2027-03-30", "2027-03-27"),  # Saturday, Sunday, Easter Monday: at once
    ("2023-01-11", "P3D", "2023-01-16", "2023-01-13"),  # 14 January, a Saturday
    ("2025-12-30", "P3D", "2026-01-05", "2025-12-31"),  # 2 January 2026, a day off by communiqué
]


@pytest.mark.parametrize(("start", "period", "last", "prudent"), MALI)
def test_mali_has_a_probable_day_and_a_prudent_one(
    bamako: Calendar, start: str, period: str, last: str, prudent: str
) -> None:
    result = counted("ml_cpp_1366", start, period, bamako)
    assert (str(result.last_day), str(result.prudent_day)) == (last, prudent)
    assert StepCode.FIRST_DAY_UNSETTLED in codes(result)


GATES = [
    # start, first admissible day, prudent day (never earlier)
    ("2026-08-19", "2026-11-20", "2026-11-20"),
    ("2026-08-20", "2026-11-21", "2026-11-23"),  # opens on a Saturday
    ("2026-08-21", "2026-11-22", "2026-11-24"),  # ends on a Saturday: had it rolled, Monday would still be too early
    ("2026-11-30", "2027-03-01", "2027-03-02"),
    ("2027-11-30", "2028-03-01", "2028-03-01"),
    ("2026-08-10", "2026-11-11", "2026-11-12"),  # opens on 11 November
    ("2026-11-26", "2027-02-27", "2027-03-01"),  # opens on a Saturday, at a month's end
    ("2026-02-01", "2026-05-02", "2026-05-05"),  # ends on 1 May, a Friday
    ("2028-09-24", "2028-12-25", "2028-12-27"),  # ends on a Sunday, Christmas Eve
]


@pytest.mark.parametrize(("start", "opens", "prudent"), GATES)
def test_a_gate_opens_the_day_after_and_prudence_is_later(
    france: Calendar, start: str, opens: str, prudent: str
) -> None:
    result = counted("gate", start, "P3M", france)
    assert (str(result.opens_on), str(result.prudent_day), result.last_day) == (opens, prudent, None)


ALSACE = [
    # regime, start, period, in Paris, in Strasbourg
    ("cpp_801", "2027-03-16", "P10D", "2027-03-26", "2027-03-30"),  # Good Friday, then Easter Monday
    ("cpp_801", "2028-12-16", "P10D", "2028-12-26", "2028-12-27"),
    ("cpp_801", "2028-12-15", "P10D", "2028-12-26", "2028-12-27"),
    ("eu_1182_71", "2028-11-26", "P1M", "2028-12-26", "2028-12-27"),
    ("limitation", "2028-09-26", "P3M", "2028-12-26", "2028-12-26"),
    ("cpp_801", "2026-03-24", "P10D", "2026-04-03", "2026-04-07"),  # Good Friday 2026
]


@pytest.mark.parametrize(("regime", "start", "period", "paris", "there"), ALSACE)
def test_alsace_and_moselle_count_with_their_two_days(
    france: Calendar, strasbourg: Calendar, *, regime: str, start: str, period: str, paris: str, there: str
) -> None:
    assert str(counted(regime, start, period, france).last_day) == paris
    assert str(counted(regime, start, period, strasbourg).last_day) == there


OVERSEAS = [
    # place, start, the day three months later on which nobody works there, the last working day before it
    ("fr-971", "2026-02-27", "2026-05-27", "2026-05-26"),
    ("fr-972", "2026-02-22", "2026-05-22", "2026-05-21"),
    ("fr-973", "2026-03-10", "2026-06-10", "2026-06-09"),
    ("fr-974", "2027-09-20", "2027-12-20", "2027-12-17"),
    ("fr-976", "2026-01-27", "2026-04-27", "2026-04-24"),
    ("fr-977", "2026-07-09", "2026-10-09", "2026-10-08"),
    ("fr-978", "2026-02-27", "2026-05-27", "2026-05-26"),
]


@pytest.mark.parametrize(("place", "start", "last", "prudent"), OVERSEAS)
def test_a_territory_overseas_counts_with_its_own_day(
    packs: Mapping[str, Pack], france: Calendar, *, place: str, start: str, last: str, prudent: str
) -> None:
    there = calendar_for(packs, place)
    assert str(counted("limitation", start, "P3M", there).prudent_day) == prudent
    assert str(counted("limitation", start, "P3M", france).prudent_day) == last
    assert not there.works(counted("limitation", start, "P3M", there).legal_day)


def test_a_limitation_in_strasbourg_is_prudently_met_before_its_feasts(strasbourg: Calendar) -> None:
    assert counted("limitation", "2028-09-26", "P3M", strasbourg).prudent_day == date(2028, 12, 22)


@pytest.mark.parametrize(
    ("regime", "start", "period", "instant"),
    [
        ("hours", "2026-11-20T14:25:00", "PT72H", "2026-11-23T14:25:00+00:00"),
        ("hours", "2026-11-20T14:25:00Z", "PT24H", "2026-11-21T14:25:00+00:00"),
        ("hours", "2026-11-20T23:30:00+01:00", "PT48H", "2026-11-22T23:30:00+01:00"),
        ("hours", "2026-11-20", "PT8H", "2026-11-20T08:00:00+00:00"),
        ("eu_1182_71", "2026-11-20T14:25:00", "PT24H", "2026-11-21T15:00:00+00:00"),  # a Saturday: hours never roll
        ("eu_1182_71", "2026-11-20T14:00:00", "PT24H", "2026-11-21T15:00:00+00:00"),  # the hour itself is not counted
        ("backward", "2026-11-24T09:00:00", "PT24H", "2026-11-23T09:00:00+00:00"),
    ],
)
def test_hours_run_from_moment_to_moment(france: Calendar, regime: str, start: str, period: str, instant: str) -> None:
    result = counted(regime, start, period, france)
    expected = datetime.fromisoformat(instant)
    assert result.last_instant == expected
    assert result.last_instant.utcoffset() == expected.utcoffset()
    assert result.last_day == result.prudent_day == expected.date()
    assert not result.rolled


@pytest.mark.parametrize(
    ("hearing", "prudent"),
    [("2026-11-23T09:00:00", "2026-11-20"), ("2026-05-26T14:00:00", "2026-05-22"), ("2026-11-13T09:00", "2026-11-12")],
)
def test_what_must_arrive_hours_before_a_hearing_arrives_prudently_on_a_working_day(
    france: Calendar, hearing: str, prudent: str
) -> None:
    result = counted("backward", hearing, "PT24H", france)
    assert result.last_instant == datetime.fromisoformat(hearing).replace(tzinfo=UTC) - timedelta(hours=24)
    assert str(result.prudent_day) == prudent
    assert (StepCode.PRUDENT in codes(result)) == (result.prudent_day != result.last_day)


def test_an_hour_that_is_not_known_is_said(france: Calendar) -> None:
    assert StepCode.FROM_MIDNIGHT in codes(counted("hours", "2026-11-20", "PT24H", france))
    assert StepCode.FROM_MIDNIGHT not in codes(counted("hours", "2026-11-20T00:00", "PT24H", france))


def test_a_regime_of_days_looks_only_at_the_day(france: Calendar) -> None:
    late = datetime(2026, 8, 21, 23, 59, tzinfo=timezone(timedelta(hours=2)))
    result = count(Regime.LIMITATION, late, Period(months=3), france)
    assert result.last_day == date(2026, 11, 21)
    assert result.steps == counted("limitation", "2026-08-21", "P3M", france).steps


def test_one_moment_told_in_two_time_zones_is_counted_from_the_day_of_each(france: Calendar) -> None:
    assert str(counted("limitation", "2026-11-20T23:30+00:00", "P3M", france).last_day) == "2027-02-20"
    assert str(counted("limitation", "2026-11-21T00:30+01:00", "P3M", france).last_day) == "2027-02-21"


@pytest.mark.parametrize("regime", [regime for regime in Regime if regime is not Regime.HOURS])
def test_every_regime_but_hours_counts_days(regime: Regime) -> None:
    assert can_count(regime, Period(days=3))
    assert can_count(regime, Period(hours=3)) == (regime in {Regime.EU_1182_71, Regime.BACKWARD})


@pytest.mark.parametrize(("regime", "period", "unit"), [("hours", "P3D", "PT72H"), ("cpp_801", "PT72H", "P10D")])
def test_a_period_in_the_wrong_unit_is_refused(france: Calendar, regime: str, period: str, unit: str) -> None:
    with pytest.raises(InvalidInput, match=unit) as refusal:
        counted(regime, "2026-11-21", period, france)
    assert refusal.value.field == "for"


@pytest.mark.parametrize(
    ("regime", "start", "period"),
    [("limitation", "9999-11-21", "P3M"), ("clear_days", "9999-12-21", "P10D"), ("hours", "9999-12-31", "PT72H")],
)
def test_a_result_out_of_the_calendar_is_refused(france: Calendar, regime: str, start: str, period: str) -> None:
    with pytest.raises(InvalidInput, match="out of the calendar"):
        counted(regime, start, period, france)


def test_a_limitation_that_ends_on_a_day_off_says_that_it_stays(france: Calendar) -> None:
    saturday = counted("limitation", "2026-08-21", "P3M", france)
    assert codes(saturday) == [
        StepCode.START,
        StepCode.FIRST_DAY_NOT_COUNTED,
        StepCode.ADDED,
        StepCode.ENDS_AT_MIDNIGHT,
        StepCode.NOT_ROLLED,
        StepCode.PRUDENT,
    ]
    assert not saturday.rolled
    holiday = counted("limitation", "2026-08-11", "P3M", france)
    assert [step.values["name"] for step in holiday.steps if step.code is StepCode.NOT_ROLLED] == ["11 novembre"]


def test_a_chain_of_days_off_is_told_day_by_day_and_rolled_once(france: Calendar) -> None:
    result = counted("cpp_801", "2023-04-20", "P10D", france)
    off = [(step.day, step.values["name"]) for step in result.steps if step.code is StepCode.DAY_OFF]
    assert off == [(date(2023, 4, 30), ""), (date(2023, 5, 1), "1er mai")]
    assert codes(result).count(StepCode.ROLLED) == 1
    assert result.rolled


def test_a_month_too_short_is_said_with_the_number_it_lacks(france: Calendar) -> None:
    result = counted("limitation", "2026-11-30", "P3M", france)
    assert [step.values["number"] for step in result.steps if step.code is StepCode.MONTH_END] == [30]


def test_a_backward_count_warns_of_clear_days(france: Calendar) -> None:
    result = counted("backward", "2026-12-15", "P20D", france)
    assert [step.day for step in result.steps if step.code is StepCode.CLEAR_DAY_WARNING] == [date(2026, 11, 24)]


@pytest.mark.parametrize(
    ("start", "estimated"),
    [("2026-05-22", False), ("2026-05-23", True), ("2026-05-24", True), ("2026-05-25", True), ("2026-05-26", False)],
)
def test_a_count_that_looks_near_an_estimated_feast_is_estimated(bamako: Calendar, start: str, estimated: bool) -> None:
    """Tabaski is expected on 27 May 2026."""
    result = counted("limitation", start, "P3D", bamako)
    assert result.estimated == estimated
    assert (StepCode.ESTIMATED in codes(result)) == estimated


def test_a_roll_over_an_estimated_feast_is_estimated(bamako: Calendar) -> None:
    result = counted("ml_cpp_1366", "2026-05-24", "P3D", bamako)
    assert (result.last_day, result.estimated) == (date(2026, 5, 28), True)


def test_the_moment_of_a_naive_start_is_universal_time(france: Calendar) -> None:
    result = counted("hours", "2026-11-20T14:25", "PT1H", france)
    assert result.steps[0].day == datetime(2026, 11, 20, 14, 25, tzinfo=UTC)
