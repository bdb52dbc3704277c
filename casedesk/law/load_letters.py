"""From the folder of a jurisdiction's letters to their models."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from casedesk.law.facts import Happening
from casedesk.law.load_rules import citations
from casedesk.law.pack import Clause, LetterGroup, LetterModel, Question, Reader, Signatory
from casedesk.law.reading import Entry, open_file

CLAUSES = "clauses"  # the folder of the parts that several letters share, a .docx each
LETTERS = "letters"  # the folder of the templates; each .docx has its .toml beside it


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The letters of a jurisdiction, and which answers all letters of one case share."""

    letters: Mapping[str, LetterModel]
    kept_with_case: tuple[str, ...]


def read_catalogue(folder: Path) -> Catalogue:
    """Read what letters share, then each letter.

    Raises:
        PackProblem: a file says something that is not understood.
        Unreachable: a file cannot be read.
    """
    head = open_file(folder / "letters.toml", f"{folder.name}/letters.toml")
    shared: dict[str, Question] = {}
    for entry in head.tables("question"):
        question = _question(entry, {})
        if question.fact in shared:
            raise entry.problem("fact", "this question is asked above already")
        shared[question.fact] = question
    kept = head.texts("kept_with_case")
    head.close()
    letters: dict[str, LetterModel] = {}
    for file in sorted((folder / LETTERS).glob("*.toml")):
        letters[file.stem] = read_letter(file, folder, shared)
    return Catalogue(letters, kept)


def read_letter(file: Path, folder: Path, shared: Mapping[str, Question]) -> LetterModel:
    """Read the model beside one template; `folder` is the jurisdiction whose clauses it may quote.

    Raises:
        PackProblem: it says something that is not understood.
        Unreachable: it cannot be read.
    """
    name = f"{folder.name}/{LETTERS}/{file.name}"
    entry = open_file(file, name, file.stem)
    letter = LetterModel(
        id=file.stem,
        title=entry.text("title"),
        template=file.with_suffix(".docx"),
        clauses_folder=folder / CLAUSES,
        group=entry.choice("group", LetterGroup),
        use=entry.text("use"),
        addressee=entry.text("addressee", ""),
        reader=entry.choice("reader", Reader),
        signs=entry.choices("signs", Signatory),
        dossier=entry.text("dossier"),
        questions=tuple(_question(question, shared) for question in entry.tables("questions")),
        clauses=tuple(_clause(clause) for clause in entry.tables("clauses")),
        citations=citations(entry, "citations"),
        records=entry.choice("records", Happening) if entry.has("records") else None,
        received=entry.choice("received", Happening) if entry.has("received") else None,
        answers=entry.choices("answers", Happening),
        reminder=entry.text("reminder", ""),
        doubts=entry.texts("doubts"),
        file=name,
    )
    if not letter.signs:
        raise entry.problem("signs", "who signs is needed", 'signs = ["person"]')
    entry.close()
    return letter


def _question(entry: Entry, shared: Mapping[str, Question]) -> Question:
    """Read a question; one that all letters ask alike may be named by its fact alone."""
    fact = entry.text("fact")
    known = shared.get(fact)
    if known is None:
        question = Question(fact, entry.text("ask"), entry.text("example"), entry.flag("required", default=True))
    else:
        question = replace(
            known,
            ask=entry.text("ask", known.ask),
            example=entry.text("example", known.example),
            required=entry.flag("required", default=known.required),
        )
    entry.close()
    return question


def _clause(entry: Entry) -> Clause:
    clause = Clause(entry.text("id"), entry.text("title"), entry.text("why"), entry.flag("proposed", default=True))
    entry.close()
    return clause
