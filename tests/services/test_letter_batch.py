"""Notices to several platforms in one go: all of them, or nothing at all."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casedesk.documents.linter import Finding, Flaw, Gravity
from casedesk.errors import Conflict, InvalidInput, Unreachable
from casedesk.law.pack import Pack
from casedesk.progress import Cancelled, Progress
from casedesk.queries.letter_notices import Notice, NoticePlan, notices_of
from casedesk.records import Channel, Event, Item, ItemState, Letter, LetterState
from casedesk.services import letter_batch, letters
from casedesk.services.letter_batch import Made
from casedesk.store.workspace import Workspace
from tests.factories import NOW, TODAY, a_content, an_exhibit, x_post
from tests.services.letter_bench import LetterBench

Packs = Mapping[str, Pack]

TIKTOK = "https://www.tiktok.com/@compte_8841/video/74080123456789012{:02}"
INSTAGRAM = "https://www.instagram.com/p/DW1nTDiDv{:02}/"


class Desk:
    """A workspace with a draft notice about contents of three platforms, ready but for its recipients."""

    def __init__(self, workspace: Workspace, packs: Packs) -> None:
        self.workspace = workspace
        self.packs = packs
        with workspace.transaction() as work:
            bench = LetterBench(work.session, packs)
            self.case_id = bench.case_id
            for number in range(2):
                for address in (TIKTOK, INSTAGRAM):
                    a_content(work.session, bench.case_id, bench.incident_id, address.format(number))
            on_tiktok = work.session.scalars(select(Item).where(Item.platform == "tiktok")).first()
            assert on_tiktok is not None
            an_exhibit(work.session, packs, bench.case_id, "Capture sur TikTok", item_id=on_tiktok.id)
            letter = bench.ready("notification_dsa")
            letter.item_ids = list(work.session.scalars(select(Item.id)))
            letter.exhibit_ids = [choice.id for choice in bench.draft(letter).exhibits]
            letter.incident_ids = [bench.incident_id]
            work.session.flush()
            self.letter_id, self.version = letter.id, letter.version

    def proposed(self, *, one_each: bool = False) -> tuple[Notice, ...]:
        with self.workspace.transaction() as work:
            found = notices_of(work.session, self.packs, self.letter_id, TODAY, one_each=one_each)
        return tuple(choice.notice for choice in found)

    def plan(self, notices: tuple[Notice, ...] | None = None) -> NoticePlan:
        asked = self.proposed() if notices is None else notices
        with self.workspace.transaction() as work:
            return letter_batch.plan(work.session, self.packs, self.letter_id, self.version, asked, today=TODAY)

    def made(self) -> Made:
        return letter_batch.render(self.plan(), Progress())

    def issue(self, made: Made, **told: str) -> tuple[str, ...]:
        given: dict[str, str] = {"alone_because": "seule ce soir"} | told
        with self.workspace.transaction() as work:
            return letter_batch.issue_all(
                work.session,
                self.packs,
                made,
                seal=self.workspace.seal,
                today=TODAY,
                now=NOW,
                **given,  # type: ignore[arg-type]  # named
            )

    def kept(self) -> tuple[int, int, int]:
        """Count the letters, the sealed files and the events of the workspace."""
        with self.workspace.transaction() as work:
            counts = [work.session.scalar(select(func.count()).select_from(kind)) or 0 for kind in (Letter, Event)]
        return counts[0], len(list(self.workspace.sealed_names())), counts[1]


@pytest.fixture
def desk(workspace: Workspace, packs: Packs) -> Desk:
    return Desk(workspace, packs)


def test_each_platform_is_told_of_its_own_contents(desk: Desk) -> None:
    with desk.workspace.transaction() as work:
        found = notices_of(work.session, desk.packs, desk.letter_id, TODAY)
        assert sorted((choice.body.id, len(choice.labels)) for choice in found) == [
            ("meta", 2),
            ("tiktok", 2),
            ("x", 1),
        ]
        each = notices_of(work.session, desk.packs, desk.letter_id, TODAY, one_each=True)
        assert [len(choice.notice.item_ids) for choice in each] == [1] * 5
        work.session.scalars(select(Item).where(Item.platform == "x")).one().state = ItemState.REMOVED.value
        work.session.flush()
        left = notices_of(work.session, desk.packs, desk.letter_id, TODAY)
        assert "x" not in {choice.body.id for choice in left}  # what is gone needs no notice


def test_the_notices_are_issued_together_each_to_its_platform(desk: Desk) -> None:
    steps: list[tuple[int, int]] = []
    progress = Progress(report=lambda done, total, _sentence: steps.append((done, total)))
    made = letter_batch.render(desk.plan(), progress)
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]
    ids = desk.issue(made, read_by="Inès", alone_because="")
    assert ids[0] == desk.letter_id
    assert desk.kept() == (3, 6, 0)
    with desk.workspace.transaction() as work:
        issued = [work.session.get_one(Letter, letter_id) for letter_id in ids]
        assert {letter.state for letter in issued} == {LetterState.ISSUED}
        assert {letter.reviewed_by for letter in issued} == {"Inès"}
        assert len({letter.addressee_id for letter in issued}) == 3
        for letter in issued:
            platforms = {work.session.get_one(Item, item_id).platform for item_id in letter.item_ids}
            assert platforms <= set(desk.packs["fr"].bodies[letter.addressee_id].platforms)
            assert desk.workspace.unseal(letter.pdf_sealed_as).startswith(b"%PDF")
            assert letter.data["addressee"]["id"] == letter.addressee_id
        tiktok = next(letter for letter in issued if letter.addressee_id == "tiktok")
        assert "tiktok.com" in tiktok.text
        assert "x.com" not in tiktok.text  # another platform's contents are not its business
        assert [one["title"] for one in tiktok.data["exhibits"]] == ["Capture sur TikTok"]
        letters.mark_all_sent(
            work.session,
            desk.packs,
            ids,
            on=TODAY,
            channel=Channel.FORM,
            today=TODAY,
            now=NOW,
            references={ids[1]: "T1"},
        )
        work.session.flush()
        assert set(work.session.scalars(select(Event.what))) == {"notice_sent"}
    assert desk.kept() == (3, 6, 3)


@pytest.mark.parametrize("at", range(4))
def test_stopping_leaves_nothing_wherever_it_falls(desk: Desk, at: int) -> None:
    before = desk.kept()
    progress = Progress()

    def report(done: int, _total: int, _sentence: str) -> None:
        if done == at:
            progress.cancel()

    progress.report = report
    laid = desk.plan()
    if at < len(laid.drafts):
        with pytest.raises(Cancelled):
            letter_batch.render(laid, progress)
    else:
        letter_batch.render(laid, progress)  # all written: nothing of it is kept until it is issued
    assert desk.kept() == before
    with desk.workspace.transaction() as work:
        assert work.session.get_one(Letter, desk.letter_id).state == LetterState.DRAFT


def test_a_disk_that_fails_half_way_leaves_no_letter(desk: Desk) -> None:
    made = desk.made()
    left: Iterator[bool] = iter([True, True, True, False])

    def seal(content: bytes) -> str:
        if not next(left):
            raise Unreachable("the disk is full")
        return desk.workspace.seal(content)

    with pytest.raises(Unreachable), desk.workspace.transaction() as work:
        letter_batch.issue_all(work.session, desk.packs, made, seal=seal, today=TODAY, now=NOW, alone_because="seule")
    with desk.workspace.transaction() as work:
        (letter,) = work.session.scalars(select(Letter))
        assert (letter.state, letter.docx_sealed_as, letter.text) == (LetterState.DRAFT, "", "")


def test_what_changed_in_the_case_meanwhile_is_not_issued(desk: Desk) -> None:
    made = desk.made()
    with desk.workspace.transaction() as work:
        work.session.scalars(select(Item)).first().state = ItemState.KEPT.value  # type: ignore[union-attr]  # it is there
    with pytest.raises(Conflict):
        desk.issue(made)
    assert desk.kept()[0] == 1


def test_a_draft_changed_meanwhile_is_not_issued(desk: Desk) -> None:
    made = desk.made()
    with desk.workspace.transaction() as work:
        letters.answer(
            work.session, desk.packs, desk.letter_id, "answers.search_words", "#exemple", today=TODAY, now=NOW
        )
    with pytest.raises(Conflict):
        desk.issue(made)
    with pytest.raises(Conflict):
        desk.plan()


def test_notices_nobody_else_read_need_a_reason(desk: Desk) -> None:
    made = desk.made()
    with pytest.raises(InvalidInput) as refusal:
        desk.issue(made, alone_because="")
    assert refusal.value.field == "review"
    (first, *_others) = desk.issue(made)
    with desk.workspace.transaction() as work:
        assert work.session.get_one(Letter, first).alone_because == "seule ce soir"


def test_one_harmful_notice_holds_all_of_them_until_it_is_passed_over(desk: Desk) -> None:
    fault = Finding(Flaw.HER_NAME, Gravity.HARM, "corps", "Son nom est écrit.", "L’enlever.", about="camille")
    made = desk.made()
    spoiled = replace(made, findings=(*made.findings[:-1], (fault,)))
    assert [len(found) for found in spoiled.harm()] == [0, 0, 1]
    with pytest.raises(InvalidInput) as refusal:
        desk.issue(spoiled)
    assert refusal.value.field == "findings"
    assert desk.kept()[0] == 1
    with desk.workspace.transaction() as work:
        ids = letter_batch.issue_all(
            work.session,
            desk.packs,
            spoiled,
            seal=desk.workspace.seal,
            today=TODAY,
            now=NOW,
            alone_because="seule ce soir",
            waivers={fault.key: "elle l’a demandé"},
        )
        kept = [work.session.get_one(Letter, letter_id).waivers for letter_id in ids]
    assert kept == [{}, {}, {fault.key: "elle l’a demandé"}]


def test_a_notice_about_nothing_or_to_nobody_is_refused(desk: Desk) -> None:
    item = desk.proposed()[0].item_ids
    for notices in ((), (Notice("x", ()),), (Notice("nobody", item),)):
        with pytest.raises(InvalidInput) as refusal:
            desk.plan(notices)
        assert refusal.value.field == "notices"


def test_an_answer_that_is_missing_is_asked_before_anything_is_written(desk: Desk) -> None:
    with desk.workspace.transaction() as work:
        letters.answer(work.session, desk.packs, desk.letter_id, "answers.explanation", None, today=TODAY, now=NOW)
        work.session.flush()
        desk.version = work.session.get_one(Letter, desk.letter_id).version
    with pytest.raises(InvalidInput) as refusal:
        desk.plan()
    assert refusal.value.field == "answers.explanation"


def test_a_letter_that_goes_to_no_platform_has_no_notices(session: Session, packs: Packs) -> None:
    letter = LetterBench(session, packs).ready("plainte_simple")
    assert notices_of(session, packs, letter.id, TODAY) == ()


def test_fifty_notices_are_one_gesture(workspace: Workspace, packs: Packs) -> None:
    desk = Desk(workspace, packs)
    with workspace.transaction() as work:
        letter = work.session.get_one(Letter, desk.letter_id)
        incident_id = letter.incident_ids[0]
        moment = datetime(2026, 8, 25, 9, 0, tzinfo=UTC)
        for low in range(45):
            a_content(work.session, desk.case_id, incident_id, x_post(moment, low=low))
        letter.item_ids = list(work.session.scalars(select(Item.id)))
        work.session.flush()
        desk.version = letter.version
    made = letter_batch.render(desk.plan(desk.proposed(one_each=True)), Progress())
    assert len(desk.issue(made)) == 50
    assert desk.kept() == (50, 100, 0)
