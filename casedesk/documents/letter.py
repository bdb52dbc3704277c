"""A letter made from what it is told: .docx, PDF and text, from one template, in a process of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from casedesk.documents import child
from casedesk.documents.child_wire import Message
from casedesk.documents.citations import cited
from casedesk.documents.unanswered import unanswered
from casedesk.errors import InvalidInput, PackProblem
from casedesk.law.pack import LetterModel, Offence
from casedesk.queries.letter_data import LetterData
from casedesk.translate import _

if TYPE_CHECKING:
    from casedesk.documents.faults import Fault

# What makes a letter (docxtpl, Jinja, lxml, reportlab) is never loaded here: see child_work.

LARGEST: Final = 20_000_000  # bytes of a template or of a clause; more is refused before it is read


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """A letter as it leaves the desk. `citations` are the articles it names; the hash is that of its template."""

    docx: bytes
    pdf: bytes
    text: str
    citations: tuple[str, ...]
    template_sha256: str


@dataclass(frozen=True, slots=True)
class PreviewedLetter:
    """A letter as it would leave, its holes included: to be looked at and read over, never sent."""

    docx: bytes
    pdf: bytes
    text: str


def render(data: LetterData) -> RenderedLetter:
    """Make a letter; the same data and template give the same bytes.

    Raises:
        InvalidInput: a required question is not answered; the field is its fact, the sentence the question.
        PackProblem: the template is missing or faulty, asks for something no letter is told, or for too much.
        Unreachable: the process that makes letters does not start.
    """
    _refuse_holes(data)
    made = _made(data, text=True, pdf=True)
    text, sha256 = str(made.head["text"]), str(made.head["sha256"])
    return RenderedLetter(made.blobs["docx"], made.blobs["pdf"], text, _citations(data, text), sha256)


def render_docx(data: LetterData) -> bytes:
    """Make the .docx of a letter alone; raises as `render` does."""
    _refuse_holes(data)
    return _made(data).blobs["docx"]


def preview(data: LetterData) -> PreviewedLetter:
    """Make a letter that may still lack answers.

    Raises:
        PackProblem, Unreachable: as `render` does.
    """
    made = _made(data, text=True, pdf=True, preview=True)
    return PreviewedLetter(made.blobs["docx"], made.blobs["pdf"], str(made.head["text"]))


def preview_pdf(data: LetterData) -> bytes:
    """Make the PDF of a letter that may still lack answers; raises as `preview` does."""
    return _made(data, pdf=True, preview=True).blobs["pdf"]


def faults_of(
    file: Path, clauses_folder: Path, model: LetterModel | None, offences: Iterable[Offence] = ()
) -> "tuple[Fault, ...]":
    """Judge a template where a bomb costs the desk nothing; then, if it is good, against its sheet.

    `offences` are those it may be told of: an article that they lend is cited without standing in the template.

    Raises:
        PackProblem: it cannot be read, or judging it takes too long or too much memory.
    """
    from casedesk.documents.faults import Fault
    from casedesk.documents.names import Use
    from casedesk.documents.sheet_check import Asked, sheet_faults

    pieces = _pieces(file, clauses_folder)
    switchable = [clause.id for clause in model.clauses] if model else []
    answer = child.ask(file.name, {"job": "check", "switchable": switchable}, _blobs(pieces)).head
    faults = tuple(Fault(**fault) for fault in answer["faults"])
    lent = (f"{one.citation.text}. {one.complaint_article}. {one.gate_reason}" for one in offences)
    asked = Asked(tuple(Use(**use) for use in answer["uses"]), str(answer["text"]), "\n".join(lent))
    return faults or sheet_faults(model, asked)


def _pieces(template: Path, clauses_folder: Path) -> dict[str, bytes]:
    """Read a template, under an empty name, and the clauses it may call, each under its own.

    Raises:
        PackProblem: one of them cannot be read.
    """
    found = {"": _read(template)}
    for file in sorted(clauses_folder.glob("*.docx")):
        found[file.stem] = _read(file)
    return found


def _read(file: Path) -> bytes:
    """Read a template or a clause.

    Raises:
        PackProblem: it cannot be read, or is far too large.
    """
    try:
        with _opened(file) as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise PackProblem(file.name, "", "", _("the template of this letter cannot be read")) from error
    if len(content) > LARGEST:
        raise PackProblem(file.name, "", "", _("The document unpacks to far more than a letter needs."))
    return content


def _opened(file: Path) -> BinaryIO:
    """Open what is a file indeed: a pipe would never end.

    Raises:
        OSError: it is none.
    """
    if not file.is_file():
        raise FileNotFoundError
    return file.open("rb")


def _blobs(pieces: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"clause:{name}" if name else "template": content for name, content in pieces.items()}


def _made(data: LetterData, *, text: bool = False, pdf: bool = False, preview: bool = False) -> Message:
    from casedesk.documents.context import context_of

    pieces = _pieces(data.model.template, data.model.clauses_folder)
    head: dict[str, Any] = {
        "job": "make",
        "name": data.model.template.name,
        "title": data.model.title,
        "fictional": data.fictional,
        "switchable": [clause.id for clause in data.model.clauses],
        "context": context_of(data),
        "preview": preview,
        "text": text,
        "pdf": pdf,
    }
    return child.ask(data.model.template.name, head, _blobs(pieces))


def _refuse_holes(data: LetterData) -> None:
    missing = unanswered(data)
    if missing:
        raise InvalidInput(missing[0].fact, missing[0].ask)


def _citations(data: LetterData, text: str) -> tuple[str, ...]:
    """List the articles the letter names: those of its model, then those of the offences."""
    heavier = (tier.citation for tier in data.heavier.values())
    given = [*data.model.citations, *(offence.citation for offence in data.offences), *heavier]
    return cited(text, (citation.text for citation in given))
