"""Notices in one go: which platform is told of which contents, and what each notice would say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from casedesk.errors import NotFound
from casedesk.law.pack import Body, LetterModel, Pack, Question
from casedesk.queries.association import association_sheet
from casedesk.queries.case_file import host, load_one, short_id
from casedesk.queries.letter_data import LetterData
from casedesk.queries.letter_gather import Chosen, possible_addressees
from casedesk.queries.letter_others import others_named
from casedesk.queries.letter_questions import answer_of
from casedesk.queries.letter_told import told
from casedesk.queries.letter_warnings import TO_PLATFORM
from casedesk.queries.reading import CaseReading, Reader
from casedesk.queries.values import ItemState
from casedesk.records import Item, Letter

_GONE = frozenset({ItemState.REMOVED, ItemState.BLOCKED, ItemState.DELISTED})
_LOST = "This is no longer there. Go back to the list and open it again."  # the screen translates it


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice to write: to whom, by the id of a body of the directory, about which contents."""

    addressee_id: str
    item_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticeChoice:
    """One notice proposed. `labels` name its contents."""

    notice: Notice
    body: Body
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """What one notice would say and what it lacks. The ids are what it would hold."""

    notice: Notice
    data: LetterData
    missing: tuple[Question, ...]
    incident_ids: tuple[str, ...]
    item_ids: tuple[str, ...]
    exhibit_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticePlan:
    """Notices laid out from one draft, of which `version` was seen. `others` are for the linter alone."""

    letter_id: str
    version: int
    case_id: str
    today: date
    drafts: tuple[NoticeDraft, ...]
    others: tuple[str, ...]


def notices_of(
    session: Session,
    packs: Mapping[str, Pack],
    letter_id: str,
    today: date,
    *,
    one_each: bool = False,
    whole_case: bool = False,
) -> tuple[NoticeChoice, ...]:
    """Propose a notice per platform of the contents chosen in a draft or, `one_each`, a notice per content.

    With `whole_case`, of all the contents of the facts of the case.

    A content no longer online is left out, and so is one of a site that nobody of the directory answers for.

    Raises:
        NotFound: no such draft.
    """
    reading, letter, model = _read(session, packs, letter_id, today)
    if model.addressee != TO_PLATFORM:
        return ()
    of_facts = [item.id for item in reading.file.items if item.incident_id is not None]
    among = of_facts if whole_case else letter.item_ids
    chosen = [item for item in reading.file.items if item.id in among and item.state not in _GONE]
    proposed = []
    for body in possible_addressees(reading, model):
        theirs = [item for item in chosen if item.platform in body.platforms]
        groups = [[item] for item in theirs] if one_each else [theirs] if theirs else []
        for group in groups:
            notice = Notice(body.id, tuple(item.id for item in group))
            proposed.append(NoticeChoice(notice, body, tuple(_named(item) for item in group)))
    return tuple(proposed)


def notice_plan(
    session: Session, packs: Mapping[str, Pack], letter_id: str, notices: Sequence[Notice], today: date
) -> NoticePlan:
    """Tell what each notice would say: as the draft, to its own addressee, about its own contents and what shows them.

    Raises:
        NotFound: no such draft.
    """
    reading, letter, model = _read(session, packs, letter_id, today)
    association = association_sheet(session, letter.jurisdiction)
    drafts = []
    for notice in notices:
        chosen = _chosen(reading, letter, notice)
        answers = {**{name: str(kept) for name, kept in letter.answers.items()}, "addressee": notice.addressee_id}
        data = told(reading, model, letter, chosen, association, answers=answers)
        drafts.append(
            NoticeDraft(
                notice,
                data,
                tuple(question for question in model.questions if not answer_of(data, question.fact)),
                tuple(one.id for one in chosen.incidents),
                tuple(one.id for one in chosen.items),
                tuple(one.id for one in chosen.exhibits),
            )
        )
    others = others_named(session, letter.case_id, *(draft.data for draft in drafts))
    return NoticePlan(letter.id, letter.version, letter.case_id, today, tuple(drafts), others)


def _read(
    session: Session, packs: Mapping[str, Pack], letter_id: str, today: date
) -> tuple[CaseReading, Letter, LetterModel]:
    letter = session.get(Letter, letter_id)
    if letter is None:
        raise NotFound(_LOST)
    reading = Reader(packs, today).read(load_one(session, letter.case_id))
    model = reading.pack.letters.get(letter.model)
    if model is None:
        raise NotFound(_LOST)
    return reading, letter, model


def _chosen(reading: CaseReading, letter: Letter, notice: Notice) -> Chosen:
    """Keep the contents of a notice, their incidents, and the exhibits of the draft but those of other contents."""
    items = tuple(item for item in reading.file.items if item.id in notice.item_ids)
    told_of = {item.incident_id for item in items}
    shown = {item.id for item in items} | {None}
    return Chosen(
        tuple(incident for incident in reading.file.incidents if incident.id in told_of),
        items,
        tuple(one for one in reading.file.exhibits if one.id in letter.exhibit_ids and one.item_id in shown),
    )


def _named(item: Item) -> str:
    return " · ".join(dict.fromkeys((host(item), short_id(item))))
