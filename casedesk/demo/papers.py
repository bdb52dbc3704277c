"""The fictional association on paper: its letters and its dates, written as files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from casedesk import explain, wording
from casedesk.law.pack import Pack
from casedesk.queries.case_sheet import case_sheet
from casedesk.queries.cases import case_rows
from casedesk.queries.deadlines import DeadlineRow, UndatedRow
from casedesk.queries.letter_draft import letter_draft
from casedesk.services import letters
from casedesk.store.workspace import Workspace
from casedesk.translate import _, law


@dataclass(frozen=True, slots=True)
class _Issued:
    """A letter frozen in the workspace."""

    name: str
    docx_sealed_as: str
    pdf_sealed_as: str


def write_letters(workspace: Workspace, packs: Mapping[str, Pack], today: date, folder: Path) -> Iterator[Path]:
    """Issue each letter of each jurisdiction in the first case that lacks nothing for it, and write both files.

    Raises:
        LookupError: no case is ready for a letter: the fictional cases are incomplete.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for issued in _issue_all(workspace, packs, today):
        for ending, sealed in (("docx", issued.docx_sealed_as), ("pdf", issued.pdf_sealed_as)):
            path = folder / f"{issued.name}.{ending}"
            path.write_bytes(workspace.unseal(sealed))
            yield path


def _issue_all(workspace: Workspace, packs: Mapping[str, Pack], today: date) -> Iterator[_Issued]:
    with workspace.transaction() as transaction:
        rows = case_rows(transaction.session, packs, today)
    for pack in packs.values():
        cases = [row.id for row in rows if row.jurisdiction == pack.id]
        for model in pack.letters:
            yield _issue_first(workspace, packs, today, cases, model)


def _issue_first(workspace: Workspace, packs: Mapping[str, Pack], today: date, cases: list[str], model: str) -> _Issued:
    now = datetime.now(UTC)
    for case_id in cases:
        with workspace.transaction() as transaction:
            session = transaction.session
            draft = letter_draft(session, packs, case_id, model, today)
            if not draft.ready:
                continue
            letter_id = draft.letter_id or letters.start(session, packs, case_id, model, today=today, now=now)
            session.flush()
            version = letter_draft(session, packs, case_id, model, today, letter_id=letter_id).version
            letters.issue(session, packs, letter_id, version, seal=workspace.seal, today=today, now=now)
            session.flush()
            issued = letter_draft(session, packs, case_id, model, today, letter_id=letter_id)
            return _Issued(f"{draft.data.jurisdiction}-{model}", issued.docx_sealed_as, issued.pdf_sealed_as)
    raise LookupError(f"no fictional case is ready for {model}")


def write_dates(workspace: Workspace, packs: Mapping[str, Pack], today: date, path: Path) -> Path:
    """Write every date of every case with the reason of each, as Markdown."""
    lines = [
        "# " + _("Dates of the fictional cases, on {day}").format(day=wording.long_day(today)),
        "",
        _("Everything here is fictional. A date marked “to be confirmed” was not read in the text itself."),
    ]
    with workspace.transaction() as transaction:
        session = transaction.session
        for row in case_rows(session, packs, today):
            sheet = case_sheet(session, packs, row.id, today)
            lines += ["", f"## {row.pseudonym}", ""]
            for deadline in sheet.deadlines:
                lines += _dated(deadline, today)
            lines += [_undated(one, today) for one in sheet.undated]
            elements = packs[row.jurisdiction].elements
            lines += [f"- {explain.missing_question(one.missing, elements)}" for one in sheet.questions]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _undated(row: UndatedRow, today: date) -> str:
    """Say what presses without a date, and how far its text was checked."""
    article = row.version(today).article
    mark = explain.mark_sentence(article.mark, row.rule.checked_on)
    instead = law(row.instead) or _("no number in the law")
    said = _("urgent, no date can be computed") if row.rule.urgent else instead
    title = explain.cautioned(f"**{law(row.rule.title)}**", article.mark, row.rule.clock)
    return f"- {title} · {said}\n  {law(article.text)} · {mark}"


def _dated(row: DeadlineRow, today: date) -> list[str]:
    """Say one date, then why."""
    due = row.due
    article = due.version.article
    about = f" ({row.subject_label})" if row.subject_label else ""
    return [
        f"- **{law(row.title)}**{about}",
        f"  {explain.legal_sentence(due)}",
        *(f"  {sentence}" for sentence in explain.numbered(explain.trace_sentences(due, today))),
        f"  {law(article.text)} · {explain.mark_sentence(article.mark, due.rule.checked_on)}",
        "",
    ]
