"""From the folder of a jurisdiction's letters to their models."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from casedesk.errors import CasedeskError, PackProblem, Unreachable
from casedesk.law.agreement import check_letter
from casedesk.law.facts import Happening
from casedesk.law.load_rules import citations
from casedesk.law.pack import Clause, LetterGroup, LetterModel, Pack, Question, Reader, Signatory
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
    shared = _shared(head)
    kept = head.texts("kept_with_case")
    head.close()
    letters = {file.stem: read_letter(file, folder, shared) for file in sorted((folder / LETTERS).glob("*.toml"))}
    return Catalogue(letters, kept)


def _shared(head: Entry) -> dict[str, Question]:
    """Read the questions that several letters ask alike, by their fact."""
    shared: dict[str, Question] = {}
    for entry in head.tables("question"):
        question = _question(entry, {})
        if question.fact in shared:
            raise entry.problem("fact", "this question is asked above already")
        shared[question.fact] = question
    return shared


def with_own_letters(packs: Mapping[str, Pack], folder: Path) -> Mapping[str, Pack]:
    """Add the association's own letters: `folder/<jurisdiction>/<letter>.docx`, its .toml beside it.

    One that cannot be used is left out, and its refusal kept in `Pack.refused`: the others still serve.
    """
    return {name: _with_own(pack, sorted((folder / name).glob("*.toml"))) for name, pack in packs.items()}


def _with_own(pack: Pack, files: list[Path]) -> Pack:
    if not files:
        return pack
    head = open_file(pack.folder / "letters.toml", f"{pack.id}/letters.toml")
    shared = _shared(head)
    letters: dict[str, LetterModel] = {}
    refused: list[CasedeskError] = []
    for file in files:
        try:
            letters[file.stem] = _own(pack, file, shared)
        except (PackProblem, Unreachable) as error:
            refused.append(error)
    return replace(pack, letters={**pack.letters, **letters}, refused=tuple(refused))


def _own(pack: Pack, file: Path, shared: Mapping[str, Question]) -> LetterModel:
    """Read one own letter and hold it against its pack."""
    letter = read_letter(file, pack.folder, shared)
    if letter.id in pack.letters:
        raise PackProblem(letter.file, letter.id, "", "this name is already taken")
    check_letter(pack, letter)
    return letter


def read_sheet(file: Path, folder: Path) -> LetterModel:
    """Read the model beside one template alone, by what the letters of a jurisdiction share; raises as they do."""
    return read_letter(file, folder, _shared(open_file(folder / "letters.toml", f"{folder.name}/letters.toml")))


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
