"""Notices to several platforms in one go: laid out, made, then all issued, or none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from casedesk.changes import Kind
from casedesk.errors import Conflict, InvalidInput
from casedesk.law.pack import Pack
from casedesk.progress import Progress
from casedesk.queries.letter_notices import Notice, NoticeDraft, NoticePlan, notice_plan
from casedesk.records import Case, Letter
from casedesk.services import clean, drafts, guard, journal
from casedesk.services.journal import Action
from casedesk.services.letter_findings import findings, harmful, refuse_harm
from casedesk.services.letter_freeze import freeze
from casedesk.services.letter_text import digest
from casedesk.translate import _

if TYPE_CHECKING:
    from casedesk.documents.letter import RenderedLetter
    from casedesk.documents.linter import Finding

__all__ = ["Made", "Notice", "NoticePlan", "issue_all", "plan", "render"]

_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Made:
    """Notices made and read over, in the order of their plan. Nothing of them is kept anywhere yet."""

    plan: NoticePlan
    rendered: "tuple[RenderedLetter, ...]"
    findings: "tuple[tuple[Finding, ...], ...]"

    def harm(self, waivers: Mapping[str, str] = _NONE) -> "tuple[tuple[Finding, ...], ...]":
        """Say of each notice what would harm somebody and was not passed over with a reason."""
        return tuple(harmful(found, waivers) for found in self.findings)


def plan(
    session: Session,
    packs: Mapping[str, Pack],
    letter_id: str,
    version: int,
    notices: Sequence[Notice],
    *,
    today: date,
) -> NoticePlan:
    """Lay out notices from a draft, each to its own platform about its own contents; nothing is written.

    Raises:
        NotFound: no such letter.
        Conflict: the case is closed, the letter was issued, or it was changed meanwhile.
        InvalidInput: no notice is asked for, one is about nothing or to nobody, or it lacks a required answer (the
            field is the question's fact).
    """
    letter = guard.draft_letter(session, letter_id)
    guard.same_version(letter, version)
    laid = notice_plan(session, packs, letter_id, notices, today)
    if not laid.drafts:
        raise InvalidInput("notices", _("Choose at least one platform and one content."))
    for draft in laid.drafts:
        _refuse_hollow(draft)
    return laid


def _refuse_hollow(draft: NoticeDraft) -> None:
    """Refuse a notice about nothing, to nobody, or that lacks an answer."""
    addressee = draft.data.addressee
    if not draft.item_ids or addressee is None or addressee.id != draft.notice.addressee_id:
        raise InvalidInput("notices", _("Each notice needs a platform and a content."))
    for question in draft.missing:
        if question.required:
            raise InvalidInput(
                question.fact, _("This letter still lacks an answer: {question}").format(question=question.ask)
            )


def render(laid: NoticePlan, progress: Progress) -> Made:
    """Make each notice and read it over, outside any transaction: stopping leaves nothing behind.

    Raises:
        Cancelled: the person asked to stop.
        PackProblem: the template cannot be used.
    """
    from casedesk.documents.letter import render as make

    rendered, found = [], []
    total = len(laid.drafts)
    for done, draft in enumerate(laid.drafts):
        progress.step(done, total, _("Writing notice {number} of {count}").format(number=done + 1, count=total))
        letter = make(draft.data)
        rendered.append(letter)
        found.append(findings(draft.data, letter.docx, letter.text, laid.others))
    progress.step(total, total, _("Notices written"))
    return Made(laid, tuple(rendered), tuple(found))


def issue_all(
    session: Session,
    packs: Mapping[str, Pack],
    made: Made,
    *,
    seal: Callable[[bytes], str],
    today: date,
    now: datetime,
    read_by: str = "",
    alone_because: str = "",
    waivers: Mapping[str, str] = _NONE,
) -> tuple[str, ...]:
    """Issue notices as they were made, and return their ids; the draft they come from becomes the first of them.

    `read_by` names the second person who read them, else `alone_because` says why nobody did. `waivers` are the reasons
    for passing over findings, by their key.

    Raises:
        NotFound: no such draft.
        Conflict: the case is closed, the draft was issued, or something in the case changed since they were made.
        InvalidInput: nobody else read them (“review”), or one of them would harm somebody.
        Unreachable: a file cannot be sealed.
    """
    reader, alone = clean.short("read_by", read_by), clean.long("alone_because", alone_because)
    if not reader and not alone:
        raise InvalidInput(
            "review", _("Nobody else read these letters yet. Have a second person read them, or say why nobody can.")
        )
    base = guard.draft_letter(session, made.plan.letter_id)
    guard.same_version(base, made.plan.version)
    notices = [draft.notice for draft in made.plan.drafts]
    if notice_plan(session, packs, base.id, notices, today).drafts != made.plan.drafts:
        raise Conflict(_("Something in the case changed while the notices were written. Write them again."))
    reasons = {**base.waivers, **waivers}
    for found in made.findings:
        refuse_harm(found, reasons)
    case = session.get_one(Case, base.case_id)
    model = drafts.model_of(packs, base.jurisdiction, base.model)
    letters = [base, *(drafts.begin(session, packs, case, model, now) for _more in notices[1:])]
    answers = dict(base.answers)
    drafts.void(base)
    for number, letter in enumerate(letters):
        draft, text = made.plan.drafts[number], made.rendered[number].text
        if letter is not base:
            journal.write(session, Action.LETTER_STARTED, Kind.LETTER, letter.id, now)
        _choose(letter, draft, answers)
        letter.waivers = reasons
        letter.reviewed_by, letter.alone_because = reader, "" if reader else alone
        if reader:
            letter.reviewed_at, letter.reviewed_on, letter.reviewed_sha256 = now, made.plan.today, digest(text)
        keys = {one.key for one in made.findings[number]}
        freeze(letter, packs[letter.jurisdiction].version, draft.data, made.rendered[number], keys, seal, now)
        journal.write(session, Action.LETTER_ISSUED, Kind.LETTER, letter.id, now)
    return tuple(letter.id for letter in letters)


def _choose(letter: Letter, draft: NoticeDraft, answers: Mapping[str, str]) -> None:
    """Write what one notice holds."""
    letter.incident_ids = list(draft.incident_ids)
    letter.item_ids = list(draft.item_ids)
    letter.exhibit_ids = list(draft.exhibit_ids)
    letter.answers = {**answers, "addressee": draft.notice.addressee_id}
