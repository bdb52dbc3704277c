"""A letter that may still change: how it begins, and what changing it undoes."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from casedesk.errors import NotFound
from casedesk.law.pack import LetterModel, Pack
from casedesk.records import Case, Letter, LetterState, new_id
from casedesk.services import guard
from casedesk.translate import _


def model_of(packs: Mapping[str, Pack], jurisdiction: str, model_id: str) -> LetterModel:
    """Find a letter of the catalogue.

    Raises:
        NotFound: the law of the country has no such letter (any more).
    """
    model = packs[jurisdiction].letters.get(model_id)
    if model is None:
        raise NotFound(_("This letter is not in the law of the country chosen."))
    return model


def begin(session: Session, packs: Mapping[str, Pack], case: Case, model: LetterModel, now: datetime) -> Letter:
    """Add an empty draft to a case."""
    letter = Letter(
        id=new_id(),
        case_id=case.id,
        model=model.id,
        jurisdiction=case.jurisdiction,
        pack_version=packs[case.jurisdiction].version,
        title=model.title,
        state=LetterState.DRAFT.value,
        incident_ids=[],
        item_ids=[],
        exhibit_ids=[],
        answers={},
        clauses={},
        waivers={},
        data={},
        citations=[],
        proofs={},
        reviewed_by="",
        reviewed_sha256="",
        alone_because="",
        created_at=now,
    )
    session.add(letter)
    return letter


def changing(session: Session, letter_id: str, version: int | None = None) -> Letter:
    """Fetch a letter that is about to change: whoever approved it approved another text, so that is void.

    Raises:
        NotFound: it is not there.
        Conflict: its case is closed, it was issued, or somebody changed it meanwhile.
    """
    letter = guard.draft_letter(session, letter_id)
    if version is not None:
        guard.same_version(letter, version)
    void(letter)
    return letter


def void(letter: Letter) -> None:
    """Forget that a text was approved; who read it, and what was said of it, is forgotten with it."""
    if letter.reviewed_sha256:
        letter.reviewed_by = letter.reviewed_sha256 = letter.review_note = ""
        letter.reviewed_at = letter.reviewed_on = None
