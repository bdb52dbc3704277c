"""The index of derived dates, counted again when facts or law change."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select, text

from casedesk.law.pack import Pack
from casedesk.queries.indexed import stamp
from casedesk.queries.today import today_sheet
from casedesk.records import DueCase, DueDay
from casedesk.services import cases
from casedesk.services.index import count_some
from casedesk.store.workspace import Workspace
from tests.factories import NOW, TODAY, a_case, an_incident, keep_counted

Packs = Mapping[str, Pack]


def days(workspace: Workspace) -> int:
    """Count the days in the index."""
    with workspace.transaction() as work:
        return work.session.scalar(select(func.count()).select_from(DueDay)) or 0


def test_a_case_closed_leaves_the_index_and_comes_back_when_it_is_reopened(workspace: Workspace, packs: Packs) -> None:
    keep_counted(workspace, packs)
    with workspace.transaction() as work:
        case_id = a_case(work.session, packs)
        an_incident(work.session, packs, case_id)
    before = days(workspace)
    assert before
    with workspace.transaction() as work:
        cases.close_case(work.session, case_id, 1, on=TODAY, now=NOW)
    assert days(workspace) == 0
    with workspace.transaction() as work:
        assert today_sheet(work.session, packs, TODAY).uncounted == 0
    with workspace.transaction() as work:
        cases.reopen_case(work.session, case_id, 2, now=NOW)
    assert days(workspace) == before


def test_dates_are_counted_some_cases_at_a_time_and_what_is_done_stays_done(workspace: Workspace, packs: Packs) -> None:
    with workspace.transaction() as work:
        for number in range(5):
            an_incident(work.session, packs, a_case(work.session, packs, f"Louve-{number}"))
    left: list[int] = []
    while not left or left[-1]:
        with workspace.transaction() as work:
            left.append(count_some(work.session, packs, TODAY, most=2))
    assert left == [3, 1, 0]
    with workspace.transaction() as work:
        assert len(today_sheet(work.session, packs, TODAY, later=True).deadlines) >= 5


def test_when_a_law_changes_its_cases_are_counted_again_and_the_others_are_not(
    workspace: Workspace, packs: Packs
) -> None:
    keep_counted(workspace, packs)
    with workspace.transaction() as work:
        for jurisdiction in ("fr", "ml"):
            an_incident(work.session, packs, a_case(work.session, packs, jurisdiction, jurisdiction), offences=())
        work.session.flush()
    changed = {**packs, "ml": replace(packs["ml"], digest="0" * 64)}
    with workspace.transaction() as work:
        assert count_some(work.session, changed, TODAY, most=0) == 1
        assert count_some(work.session, changed, TODAY) == 0
        stamps = set(work.session.scalars(select(DueCase.stamp)))
    assert stamps == {stamp(packs["fr"]), stamp(changed["ml"])}


def test_two_laws_never_bear_the_same_stamp(packs: Packs) -> None:
    fr = packs["fr"]
    others = (packs["ml"], replace(fr, version="2027-01-01"), replace(fr, digest="0" * 64))
    assert stamp(fr) not in map(stamp, others)
    assert stamp(fr) == stamp(replace(fr))


def test_nothing_is_counted_twice(workspace: Workspace, packs: Packs) -> None:
    keep_counted(workspace, packs)
    with workspace.transaction() as work:
        an_incident(work.session, packs, a_case(work.session, packs), earliest_on=date(2026, 9, 1))
    with workspace.transaction() as work:
        before = work.session.scalars(select(DueCase.id)).all()
        assert count_some(work.session, packs, TODAY) == 0
        assert work.session.scalars(select(DueCase.id)).all() == before


@pytest.mark.parametrize("spoiled", ['{"victim_birth_date": "hier"}', "{"])
def test_a_case_that_cannot_be_read_costs_the_others_nothing_and_says_why_at_last(
    workspace: Workspace, packs: Packs, spoiled: str
) -> None:
    with workspace.transaction() as work:
        made = [a_case(work.session, packs, f"Louve-{number}") for number in range(7)]
    lost = sorted(made)[1:4]  # more in a row than are counted at once
    with workspace.transaction() as work:
        for case_id in lost:
            work.session.execute(text('UPDATE "case" SET answers = :it WHERE id = :id'), {"it": spoiled, "id": case_id})
    left: list[int] = []
    while not left or left[-1] > len(lost):
        with workspace.transaction() as work:
            left.append(count_some(work.session, packs, TODAY, most=2))
    assert left == [6, 5, 4, 3]
    with workspace.transaction() as work:
        assert set(work.session.scalars(select(DueCase.case_id))) == set(made) - set(lost)
    with pytest.raises(ValueError), workspace.transaction() as work:
        count_some(work.session, packs, TODAY, most=2)
    with workspace.transaction() as work:
        assert today_sheet(work.session, packs, TODAY).uncounted == len(lost)
