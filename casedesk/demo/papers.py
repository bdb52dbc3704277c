"""The fictional association on paper: its letters and its dates, written as files."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from casedesk import explain, wording
from casedesk.demo.examples import completed
from casedesk.law.pack import Pack
from casedesk.queries.case_sheet import case_sheet
from casedesk.queries.cases import case_rows
from casedesk.queries.deadlines import DeadlineRow, UndatedRow
from casedesk.queries.letter_data import LetterData
from casedesk.queries.letter_draft import letter_draft
from casedesk.store.workspace import Workspace
from casedesk.translate import _, law


def write_letters(workspace: Workspace, packs: Mapping[str, Pack], today: date, folder: Path) -> Iterator[Path]:
    """Make each letter of each jurisdiction from the first case that can be told in it, and write both files.

    What a letter asks for itself alone is answered with the example of the question; nothing is written to the cases.

    Raises:
        LookupError: no case is fit for a letter: the fictional cases are incomplete.
    """
    from casedesk.documents.letter import render

    folder.mkdir(parents=True, exist_ok=True)
    with workspace.transaction() as transaction:
        rows = case_rows(transaction.session, packs, today)
    for pack in packs.values():
        cases = [row.id for row in rows if row.jurisdiction == pack.id]
        for model in pack.letters:
            letter = render(fit(workspace, packs, today, cases, model))
            for ending, content in (("docx", letter.docx), ("pdf", letter.pdf)):
                path = folder / f"{pack.id}-{model}.{ending}"
                path.write_bytes(content)
                yield path


def fit(workspace: Workspace, packs: Mapping[str, Pack], today: date, cases: Iterable[str], model: str) -> LetterData:
    """Tell a letter from the first of these cases that lacks nothing but what the letter asks for itself.

    Raises:
        LookupError: there is none.
    """
    for case_id in cases:
        with workspace.transaction() as transaction:
            draft = letter_draft(transaction.session, packs, case_id, model, today)
        told = completed(draft)
        if told is not None:
            return told
    raise LookupError(f"no fictional case is fit for {model}")


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
