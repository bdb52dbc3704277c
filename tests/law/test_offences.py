"""An offence held against the facts: what is answered, what is missing, what follows."""

from dataclasses import replace
from datetime import date

import pytest

from casedesk.law.facts import Occurrence, Value
from casedesk.law.offences import Answer, Heavier, Standing, qualify, suggest
from casedesk.law.pack import Aggravation, Citation, Element, IpGate, Mark, Offence
from tests.law.factories import CITATION, facts, happened, offence, pack

ONLINE = Aggravation(("online", "under_15", "long_incapacity"), 1, "deux ans", "une", CITATION, IpGate.SECOND, "un an")
TWO = Aggravation(
    ("online", "under_15", "long_incapacity"), 2, "trois ans", "deux", Citation("article 2", "code", Mark.VERIFIED)
)
HARASSMENT = replace(
    offence("harassment", "delit"),
    penalty="un an",
    gate_reason="rien",
    elements=("repeated", "harm"),
    excluded_by=("private_joke",),
    aggravations=(ONLINE, TWO),
)
ELEMENTS = tuple(Element(name, f"{name} ?", name) for name in ("repeated", "harm", "private_joke", "under_15"))


def incident(**about: Value) -> Occurrence:
    return dated("2026-08-21", about)


def dated(day: str | None, about: dict[str, Value]) -> Occurrence:
    return happened("offence", day, about=about)


def test_each_element_is_answered_or_is_a_hole() -> None:
    read = qualify(HARASSMENT, facts(), incident(repeated=True))
    assert read.elements == (Answer("repeated", Standing.YES), Answer("harm", Standing.NOT_KNOWN))
    assert read.holes == ("harm",)
    assert not read.contradicted
    assert qualify(HARASSMENT, facts(answers={"harm": True}), incident(repeated=True)).holes == ()


@pytest.mark.parametrize("about", [{"repeated": False}, {"repeated": True, "private_joke": True}])
def test_a_fact_that_tells_against_it_contradicts_it(about: dict[str, Value]) -> None:
    assert qualify(HARASSMENT, facts(), incident(**about)).contradicted


def test_a_fact_that_is_not_a_yes_or_no_answers_nothing() -> None:
    odd = replace(HARASSMENT, elements=("residence",))
    assert qualify(odd, facts(answers={"residence": "abroad"}), None).holes == ("residence",)


def test_without_any_circumstance_the_penalty_is_the_base_one_and_what_could_raise_it_is_told() -> None:
    read = qualify(HARASSMENT, facts(), incident(online=False))
    assert (read.penalty, read.ip_gate, read.gate_reason) == ("un an", IpGate.NO, "rien")
    assert read.tier is None
    unknown = ("under_15", "long_incapacity")
    assert read.heavier == (Heavier(ONLINE, unknown), Heavier(TWO, unknown))
    assert read.citations == (CITATION,)


def test_one_circumstance_gives_its_penalty_its_gate_and_its_reason() -> None:
    read = qualify(HARASSMENT, facts(), incident(online=True, under_15=False))
    assert (read.penalty, read.ip_gate, read.gate_reason) == ("deux ans", IpGate.SECOND, "un an")
    assert read.because == ("online",)
    assert read.heavier == (Heavier(TWO, ("long_incapacity",)),)
    assert read.citations == (CITATION,), "the same article is cited once"


def test_the_heaviest_penalty_met_is_the_one_at_hand() -> None:
    read = qualify(HARASSMENT, facts(), incident(online=True, under_15=True))
    assert (read.penalty, read.tier, read.because) == ("trois ans", TWO, ("online", "under_15"))
    assert (read.ip_gate, read.gate_reason) == (IpGate.NO, "rien"), "a tier without a gate keeps that of the offence"
    assert read.heavier == ()
    assert [one.text for one in read.citations] == ["article 1", "article 2"]


def test_a_circumstance_surely_absent_raises_nothing() -> None:
    read = qualify(HARASSMENT, facts(), incident(online=False, under_15=False, long_incapacity=False))
    assert (read.tier, read.heavier) == (None, ())


MOTIVE = Aggravation(("online", "under_15"), 1, "quatre ans", "mobile", CITATION, all_of=("motive",))


@pytest.mark.parametrize(
    ("about", "penalty", "because"),
    [
        ({"online": True, "motive": True}, "quatre ans", ("motive", "online")),
        ({"online": True, "motive": False}, "deux ans", ("online",)),
        ({"online": True}, "deux ans", ("online",)),
        ({"motive": True}, "un an", ()),
    ],
)
def test_a_circumstance_that_is_required_is_needed_beside_one_of_the_others(
    about: dict[str, Value], penalty: str, because: tuple[str, ...]
) -> None:
    with_motive = replace(HARASSMENT, aggravations=(ONLINE, MOTIVE))
    read = qualify(with_motive, facts(), incident(**about))
    assert (read.penalty, read.because) == (penalty, because)


def test_what_a_required_circumstance_could_bring_is_told_until_it_is_known() -> None:
    with_motive = replace(HARASSMENT, aggravations=(ONLINE, MOTIVE))
    assert qualify(with_motive, facts(), incident(online=True)).heavier == (Heavier(MOTIVE, ("motive",)),)
    assert qualify(with_motive, facts(), incident(online=True, motive=False)).heavier == ()
    (could,) = qualify(with_motive, facts(), incident(online=False, long_incapacity=False)).heavier[1:]
    assert could == Heavier(MOTIVE, ("motive", "under_15"))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-05-22", False),
        ("2024-05-23", True),
        ("2024-05-20/2024-05-30", None),
        ("2030-01-02", False),
        (None, None),
    ],
)
def test_an_offence_is_held_to_the_law_of_the_day(day: str | None, *, expected: bool | None) -> None:
    offence_of_2024 = replace(HARASSMENT, applies_from=date(2024, 5, 23), applies_until=date(2030, 1, 1))
    assert qualify(offence_of_2024, facts(), dated(day, {})).in_force is expected


def test_an_offence_without_dates_is_in_force() -> None:
    assert qualify(HARASSMENT, facts(), None).in_force is True


def suggested(about: dict[str, Value], *offences: Offence, day: str | None = "2026-08-21") -> list[str]:
    law = pack(offences=offences or (HARASSMENT, THREAT), elements=ELEMENTS)
    return [one.qualification.offence.id for one in suggest(law, facts(), dated(day, about))]


THREAT = replace(offence("threat", "delit"), elements=("harm", "online"))


def test_an_offence_is_suggested_for_the_answers_that_point_to_it() -> None:
    law = pack(offences=(HARASSMENT, THREAT), elements=ELEMENTS)
    (found,) = suggest(law, facts(), incident(repeated=True, online=True))
    assert (found.qualification.offence, found.because) == (HARASSMENT, ("repeated",))


def test_where_it_happened_points_to_nothing_by_itself() -> None:
    assert suggested({"online": True, "public": True}) == []


def test_suggestions_keep_the_order_of_the_pack() -> None:
    about: dict[str, Value] = {"harm": True, "repeated": True, "online": True}
    assert suggested(about) == ["harassment", "threat"]
    assert suggested(about, THREAT, HARASSMENT) == ["threat", "harassment"]


def test_what_a_fact_contradicts_or_what_did_not_exist_yet_is_not_suggested() -> None:
    assert suggested({"harm": True, "online": False, "repeated": False}) == []
    new = replace(THREAT, applies_from=date(2026, 9, 1))
    assert suggested({"harm": True}, new) == []
    assert suggested({"harm": True}, new, day=None) == ["threat"]
