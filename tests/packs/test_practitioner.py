"""What a practitioner wrote down by hand from the dossiers comes out of the law, and nothing else does."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

import pytest

from casedesk.law.assess import Assessment, Due, Lack, NotApplicable, Unknown, assess
from casedesk.law.facts import Happening
from casedesk.law.offences import Qualification, qualify
from casedesk.law.pack import Clock
from casedesk.law.routes import RouteState, routes
from casedesk.law.workdays import calendar_for
from tests.packs.jurisdictions import PACKS
from tests.packs.practitioner_cases import CHOSEN, Written, written

CASES = written()
BY_CASE = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
MINOR_START = ["mali:limitation_minor_start"]
SOMETHING_IS_LOST_OR_OPENS = {Clock.LIMITATION, Clock.ACT_BY, Clock.OPENS_ON, Clock.EVIDENCE}

# Clocks that the desk shows and that the practitioner left out, and why that does no harm.
CLOCKS_TOO = {
    ("05", "removed_content_retention_6m"): "kept only if the post is also part of the harassment: its note says so",
    ("08", "civil_party_letter_24h"): "the letter was not sent, and coming in person was enough: its note says so",
}


class ShownToo(NamedTuple):
    """A route that the desk shows in another state than the practitioner wrote, and why that does no harm."""

    route: str
    state: RouteState
    cases: str
    why: str


_OPEN, _DONE, _WAITING = RouteState.OPEN, RouteState.DONE, RouteState.WAITING
ROUTES_TOO = (
    ShownToo("refus_de_plainte", _DONE, "01 03 05 07 08", "her complaint was taken: there is nothing to answer"),
    ShownToo("thesee", _DONE, "01 05 08", "she complained in person, which closes that door as well"),
    ShownToo("notification_plateforme", _OPEN, "01 02 06 08 10", "a private account may be reported; a host it may be"),
    ShownToo(
        "notification_plateforme", _OPEN, "09 12", "a copy may come back; with nothing online there is no address"
    ),
    ShownToo("dereferencement", _OPEN, "01 02 03 04 05 06 07 08", "nobody is asked whether her name brings a result"),
    ShownToo("point_de_contact", _OPEN, "01 02 05 06 07 08", "it also takes images before they are published"),
    ShownToo("signaleur_confiance", _OPEN, "02 05 06 07 08", "asking costs nothing; without content they say so"),
    ShownToo("pharos", _OPEN, "05 07", "a removed content may still be told to the police"),
    ShownToo("effacement_rgpd", _OPEN, "02 05 06 08", "narrow against a private person: the route says so"),
    ShownToo("plainte_arcom", _OPEN, "05 07", "about the process, even once the content is gone"),
    ShownToo("plainte_cnil", _OPEN, "07", "its sentence says: if there was no answer, or a refusal"),
    ShownToo("civi", _OPEN, "01 03 04 05 07 08", "its sentence says which damage: nobody is asked for it"),
    ShownToo("demande_requisitions", _OPEN, "06 08", "civil identity may be asked for any offence"),
    ShownToo("partie_civile", _WAITING, "08", "nothing at the prosecutor's: it is not offered"),
    ShownToo("reclamation_interne", _WAITING, "06 08", "no decision of a platform: it is not offered"),
    ShownToo("organe_extrajudiciaire", _WAITING, "06 08", "no decision of a platform: it is not offered"),
    ShownToo("plainte_arcom", _WAITING, "06 08", "no notice: it is not offered"),
    ShownToo("refere_6_3", RouteState.MISSING, "06 08", "it asks whether something is online"),
    ShownToo("plainte_procureur", _OPEN, "08", "for new facts only"),
    ShownToo("copie_procureur", _DONE, "08", "a court was seized: nothing is left to send"),
    ShownToo("citation_directe", _OPEN, "08", "for facts not judged only"),
    ShownToo("citation_directe", _OPEN, "11", "for a délit joined only: its sentence says so"),
    ShownToo("plainte_association", _OPEN, "09 10 11 12", "it tells to verify the approval and her agreement first"),
)


def answers(case: Written) -> tuple[Assessment, ...]:
    return assess(case.pack, case.facts, case.today, calendar_for(PACKS, case.place))


def of_clock(listed: dict[str, Any], told: Iterable[Assessment]) -> list[Assessment]:
    """Find what the law answers to a clock that the practitioner listed."""
    return [
        one
        for one in told
        if set(one.rule.rows) & set(listed["rows"])
        and listed["about"] in {"case", one.subject}
        and not isinstance(one, NotApplicable)
    ]


def is_listed(listed: dict[str, Any], due: Due) -> bool:
    """Say whether a date is the one listed: the last act of a series gives its end, the first its beginning."""
    last = listed.get("legal_latest", listed.get("legal"))
    return (due.legal_day, due.until) == (listed.get("first_legal", listed.get("legal")), last)


def dated(case: Written) -> list[dict[str, Any]]:
    return [one for one in case.told["clock"] if "legal" in one and one["rows"] != MINOR_START]


@BY_CASE
def test_every_clock_listed_comes_out_with_its_dates(case: Written) -> None:
    told = answers(case)
    for listed in dated(case):
        dues = [one for one in of_clock(listed, told) if isinstance(one, Due) and is_listed(listed, one)]
        assert dues, listed
        for due in dues:
            prudent = listed.get("first_prudent", listed["prudent"])
            assert due.prudent_day == prudent, (due.rule.id, listed)


@BY_CASE
def test_a_clock_stands_where_the_practitioner_saw_it(case: Written) -> None:
    told = answers(case)
    for listed in dated(case):
        for due in of_clock(listed, told):
            if not isinstance(due, Due) or not is_listed(listed, due):
                continue
            opens = due.rule.clock is Clock.OPENS_ON
            if listed["state"] == "runs":
                assert due.until >= case.today, listed
                assert not due.met, listed
            elif listed["state"] == "passed":
                assert (due.prudent_day if opens else due.until) <= case.today, listed
            else:
                assert due.met is (listed["state"] == "done"), listed


@BY_CASE
def test_no_other_clock_on_which_something_is_lost_or_opens_is_shown(case: Written) -> None:
    told = [one for one in answers(case) if isinstance(one, Due) and one.rule.clock in SOMETHING_IS_LOST_OR_OPENS]
    others = {
        (case.number, due.rule.id)
        for due in told
        if not any(is_listed(one, due) for one in dated(case) if due in of_clock(one, told))
    }
    assert others == {key for key in CLOCKS_TOO if key[0] == case.number}


@BY_CASE
def test_a_clock_listed_without_a_date_gets_none(case: Written) -> None:
    lacks = {"no_number": Lack.NO_NUMBER, "unknown": Lack.DURATION, "old_law": Lack.OLD_LAW}
    told = answers(case)
    for listed in case.told["clock"]:
        if "legal" in listed:
            continue
        found = of_clock(listed, told)
        assert not [one for one in found if isinstance(one, Due)], listed
        if listed["state"] in lacks:
            said = {one.missing[0].lack for one in found if isinstance(one, Unknown)}
            assert said == {lacks[listed["state"]]}, listed


def test_what_runs_from_majority_in_mali_starts_on_the_day_the_practitioner_wrote() -> None:
    starts = [(case, one) for case in CASES for one in case.told["clock"] if one["rows"] == MINOR_START]
    assert starts
    for case, listed in starts:
        assert {one.trace.started_on for one in of_clock(listed, answers(case)) if isinstance(one, Due)} == {
            listed["legal"]
        }


def written_state(case: Written, route: str, listed: list[Any]) -> tuple[RouteState, date | None]:
    """Read a state as the practitioner wrote it: what has not happened yet is waited for, an answer is missing."""
    state = RouteState(listed[0])
    if state is RouteState.MISSING and case.pack.routes[route].needs:
        state = RouteState.WAITING
    return state, listed[2] if len(listed) > 2 else None


@BY_CASE
def test_every_route_stands_where_the_practitioner_wrote(case: Written) -> None:
    shown = {one.route: one for one in ROUTES_TOO if case.number in one.cases.split()}
    listed = dict(case.told["routes"])
    if "partie_civile_refus" in listed:
        listed["partie_civile_classement"] = listed.pop("partie_civile_refus")
    told = {
        one.route.id: (one.state, one.opens_on if one.state is RouteState.WAITING else None)
        for one in routes(case.pack, case.facts, case.today, calendar_for(PACKS, case.place))
    }
    by_hand = {route: written_state(case, route, said) for route, said in listed.items()}
    assert not [name for name, one in shown.items() if (one.state, None) == by_hand[name]], "listed for nothing"
    assert told == by_hand | {name: (one.state, None) for name, one in shown.items()}


def qualified(case: Written) -> list[tuple[dict[str, Any], Qualification]]:
    occurrences = {one.subject: one for one in case.facts.occurrences if one.what is Happening.OFFENCE}
    offences = case.pack.offences
    return [
        (incident, qualify(offences[CHOSEN[case.number][incident["id"]][0]], case.facts, occurrences[incident["id"]]))
        for incident in case.told["incident"]
    ]


def numbers(text: str) -> list[str]:
    """Read the years and the money of a penalty, whatever the words and spaces."""
    return re.findall(r"\d+", re.sub(r"(?<=\d)[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}](?=\d{3})", "", text))


@BY_CASE
def test_the_penalty_the_gate_and_her_complaint_are_those_of_the_facts_at_hand(case: Written) -> None:
    for incident, read in qualified(case):
        assert read.offence.complaint_required is (incident["own_complaint"] is True), incident["id"]
        if read.in_force is False:
            assert incident["penalty"].startswith("unknown"), incident["id"]
            continue
        by_hand = re.split(r" \(|;", incident["penalty"].replace("1re classe, ", ""))[0]
        assert numbers(read.penalty) == numbers(by_hand), incident["id"]
        gate = read.ip_gate.value
        assert incident["ip"].startswith("prosecutor" if gate == "not_settled" else gate), incident["id"]


@BY_CASE
def test_the_article_is_cited_as_the_practitioner_writes_it(case: Written) -> None:
    for incident, read in qualified(case):
        if read.in_force is False:
            assert "date des faits" in incident["cite"]
            continue
        cited = " ".join(one.text for one in read.citations)
        articles = re.findall(r"\d+(?:-\d+)+|29 juillet 1881", incident["cite"].replace("R. ", ""))
        assert articles, incident["id"]
        assert not [one for one in articles if one not in cited], incident["id"]
        for place in re.findall(r"Livre [IV]+|Titre [IV]+|alinéa \d", incident["cite"]):
            assert place in cited, incident["id"]


@BY_CASE
def test_an_offence_that_did_not_exist_yet_is_told(case: Written) -> None:
    for incident, read in qualified(case):
        assert read.in_force is (case.number != "09"), incident["id"]
