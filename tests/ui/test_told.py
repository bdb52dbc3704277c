"""What the law answers, in words: whatever the rule, its mark goes with it, and a target is never law."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from casedesk.law.assess import Due
from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Mark, Pack, Rule
from casedesk.law.period import Period
from casedesk.law.regime import Regime
from casedesk.law.when import When
from casedesk.law.workdays import calendar_for
from casedesk.translate import law
from casedesk.ui.law import asked
from casedesk.ui.law.asked import Act, Ask, Part
from casedesk.ui.law.told import Told, told, told_count
from casedesk.ui.widgets.paragraph import Tone
from tests.law.factories import CITATION, rule, version
from tests.law.factories import TODAY as DAY
from tests.law.factories import pack as a_pack

PARIS = ZoneInfo("Europe/Paris")
FACTS = When.on(date(2026, 8, 21))


def answered(packs: Mapping[str, Pack], pack: Pack, one: Rule, ask: Ask | None = None, today: date = DAY) -> Told:
    """Ask a rule, from one Friday of August unless told otherwise."""
    question = ask or Ask(pack.places[0], one.trigger, FACTS)
    return told(pack, asked.answer(pack, one, question, today, calendar_for(packs, question.place)), today, PARIS)


def every_answer(packs: Mapping[str, Pack], pack: Pack, one: Rule) -> list[Told]:
    """What a rule answers with the day and without, with every answer its conditions want and with none."""
    place, start = pack.places[0], asked.starts_of(one)[0]
    wanted = {name: value[0] if isinstance(value, tuple) else value for name, value in one.when.items()}
    wanted |= {"victim_birth_date": date(2012, 4, 3)}
    asks = (
        Ask(place, start, FACTS),
        Ask(place, start, FACTS, wanted, one.requires),
        Ask(place, start, When(date(2026, 8, 10), date(2026, 8, 20)), wanted, one.requires),
        Ask(place, start, None, wanted, one.requires),
    )
    return [answered(packs, pack, one, ask) for ask in asks]


def test_whatever_a_rule_answers_its_mark_goes_with_it_on_screen_and_on_paper(packs: Mapping[str, Pack]) -> None:
    told_doubtful = 0
    for pack in packs.values():
        for one in pack.rules.values():
            for answer in every_answer(packs, pack, one):
                article = answer.article.casefold()
                marks = {v.article.mark for v in one.versions if law(v.article.text).casefold() == article}
                warned = "to be confirmed by a jurist" in answer.warning.casefold()
                assert marks, one.id
                assert warned or Mark.VERIFIED in marks, one.id
                assert not warned or marks != {Mark.VERIFIED}, one.id
                assert {answer.mark, answer.article} <= set(answer.text().splitlines()), one.id
                assert not warned or answer.warning in answer.text().splitlines(), one.id
                told_doubtful += warned
    assert told_doubtful


def test_a_target_is_never_told_as_law(packs: Mapping[str, Pack]) -> None:
    targets = [(pack, one) for pack in packs.values() for one in pack.rules.values() if one.clock is Clock.TARGET]
    assert targets
    for pack, one in targets:
        for answer in every_answer(packs, pack, one):
            assert "target, not law" in answer.warning.lower(), one.id
            assert answer.warning in answer.text()
            assert "legal day" not in answer.legal.lower(), one.id


def test_every_rule_answers_in_a_sentence_whatever_is_known(packs: Mapping[str, Pack]) -> None:
    for pack in packs.values():
        for one in pack.rules.values():
            for answer in every_answer(packs, pack, one):
                assert answer.title == law(one.title)
                assert answer.legal
                assert answer.steps, one.id
                assert all(step.text for step in answer.steps)


def test_a_date_behind_is_red_only_where_something_is_lost_after_it() -> None:
    packs = {"zz": a_pack(rule(), rule("answer", clock=Clock.ANSWER))}
    pack = packs["zz"]
    past = Ask("zz", Happening.PUBLICATION, When.on(date(2026, 1, 5)))
    assert answered(packs, pack, pack.rules["limit"], past).tone is Tone.OVERDUE
    assert answered(packs, pack, pack.rules["answer"], past).tone is Tone.INK
    assert answered(packs, pack, pack.rules["limit"]).tone is Tone.INK


def test_what_is_done_since_restarts_confirms_or_stops_and_each_act_is_offered_once() -> None:
    one = rule(
        restarted_by=(Happening.CIVIL_PARTY_COMPLAINT, Happening.DIRECT_CITATION),
        confirmed_by={Happening.CIVIL_PARTY_COMPLAINT: (Happening.DEPOSIT_PAID, Happening.DEPOSIT_WAIVED)},
        met_by=(Happening.DIRECT_CITATION, Happening.JUDGMENT),
        not_restarted_by=(Happening.LAWYER_LETTER,),
    )
    assert asked.acts_of(one) == {
        Part.RESTARTS: (Happening.CIVIL_PARTY_COMPLAINT, Happening.DIRECT_CITATION),
        Part.CONFIRMS: (Happening.DEPOSIT_PAID, Happening.DEPOSIT_WAIVED, Happening.DEPOSIT_DUE),
        Part.STOPS: (Happening.JUDGMENT,),
        Part.NOTHING: (Happening.LAWYER_LETTER,),
    }
    assert asked.acts_of(rule(restarted_by=(), met_by=(), not_restarted_by=())) == {}


def test_an_act_still_to_come_is_counted_as_if_it_were_done() -> None:
    packs = {"zz": a_pack(rule(restarted_by=(Happening.DIRECT_CITATION,)))}
    pack = packs["zz"]
    act = Act(Happening.DIRECT_CITATION, date(2026, 11, 30))
    start = When.on(date(2026, 9, 30))
    due = asked.answer(
        pack,
        pack.rules["limit"],
        Ask("zz", Happening.PUBLICATION, start, acts=(act,)),
        DAY,
        calendar_for(packs, "zz"),
    )
    assert isinstance(due, Due)
    assert due.legal_day == date(2027, 2, 28)


def test_an_hour_is_that_of_the_place_and_only_a_known_day_has_one() -> None:
    known = asked.at_hour(FACTS, time(0, 30), PARIS)
    assert known is not None
    assert known.instant is not None
    assert known.instant.isoformat() == "2026-08-20T22:30:00+00:00"
    assert known.earliest == date(2026, 8, 20)
    between = When(date(2026, 8, 10), date(2026, 8, 20))
    assert asked.at_hour(between, time(9), PARIS) is between
    assert asked.at_hour(FACTS, None, PARIS) is FACTS


def test_a_period_of_hours_says_when_it_ends_by_the_clocks_of_the_place() -> None:
    packs = {"zz": a_pack(rule("fast", version("PT24H", Regime.HOURS)))}
    pack = packs["zz"]
    ask = Ask("zz", Happening.PUBLICATION, asked.at_hour(FACTS, time(14, 25), PARIS))
    assert "Ends on 22 August 2026, 14:25, local time." in answered(packs, pack, pack.rules["fast"], ask).prudent


def test_doubts_travel_with_the_answer_to_paper() -> None:
    pack = replace(a_pack(rule(doubts=("D1",))), doubts={"D1": "Reste à lire."})
    paper = answered({"zz": pack}, pack, pack.rules["limit"]).text()
    assert "To be settled by a jurist: Reste à lire." in paper


def test_a_bare_count_says_that_no_text_stands_behind_it(packs: Mapping[str, Pack]) -> None:
    one, other = asked.bare_count(Regime.CPP_801, Period(days=10), FACTS, calendar_for(packs, "fr"))
    answer = told_count(one, other)
    assert answer.title == "10 days from 21 August 2026"
    assert answer.legal == "Last day: Monday 31 August 2026"
    assert "no text of law" in answer.warning
    assert answer.warning in answer.text()
    assert not answer.mark


@pytest.mark.parametrize(
    ("regime", "legal", "prudent"),
    [
        (Regime.CPP_801, "Last day: Thursday 20 August 2026", "Prudent date: Thursday 20 August 2026."),
        (Regime.GATE, "Possible from Friday 21 August 2026", "Prudent date: Tuesday 1 September 2026."),
    ],
)
def test_between_two_days_a_bare_count_keeps_the_safer_end(
    packs: Mapping[str, Pack], regime: Regime, legal: str, prudent: str
) -> None:
    between = When(date(2026, 8, 10), date(2026, 8, 20))
    answer = told_count(*asked.bare_count(regime, Period(days=10), between, calendar_for(packs, "fr")))
    assert (answer.legal, answer.prudent) == (legal, prudent)
    assert any("Counted from the last day possible" in step.text for step in answer.steps)


def test_the_version_shown_is_the_one_in_force_that_day() -> None:
    old = version("P1Y", applies_until=date(2024, 12, 12))
    new = version("P3Y", applies_from=date(2024, 12, 13), article=CITATION)
    one = rule("limit", old, new)
    assert one.version_on(date(2024, 12, 12)) is old
    assert one.version_on(date(2024, 12, 13)) is new
    assert rule("limit", old).version_on(date(2026, 1, 1)) is old
