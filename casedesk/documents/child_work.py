"""What is done with a template inside the process that makes letters: judged, filled, drawn."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Final

from jinja2 import TemplateError, UndefinedError

from casedesk.documents.child_wire import Message
from casedesk.documents.clauses import expanded
from casedesk.documents.docx_clean import clean, language_of
from casedesk.documents.faults import Fault
from casedesk.documents.fill import Template
from casedesk.documents.names import uses
from casedesk.documents.ooxml import pack, unpack
from casedesk.documents.package_check import package_faults
from casedesk.documents.pdf import FICTIONAL, pdf_of
from casedesk.documents.pdf import drawing as _drawing  # loaded before the doors are shut
from casedesk.documents.pdf import flow as _flow
from casedesk.documents.sandbox import letter_language, name_missing, preview_language
from casedesk.documents.template_check import template_faults
from casedesk.documents.text import text_of
from casedesk.documents.tint import tinted
from casedesk.documents.watermark import marked
from casedesk.errors import PackProblem
from casedesk.translate import _, language

CLAUSE: Final = "clause:"  # before the name of a clause, among the pieces of a message
_LOADED: Final = (_drawing, _flow)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A template and all it is made of; equal ones are judged once."""

    template: bytes
    clauses: tuple[tuple[str, bytes], ...]
    switchable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A template judged good, without a trace of its author."""

    docx: bytes
    language: str
    sha256: str  # of the template with its clauses in


def work(question: Message) -> Message:
    """Do what is asked: `check` a template, or `make` a letter.

    Raises:
        PackProblem: the template or one of its clauses is faulty, or asks for something no letter is told.
    """
    head, blobs = question.head, question.blobs
    clauses = tuple(sorted((n.removeprefix(CLAUSE), b) for n, b in blobs.items() if n.startswith(CLAUSE)))
    asked = _Asked(blobs["template"], clauses, tuple(head.get("switchable", ())))
    if head["job"] == "check":
        return Message(_checked(asked))
    return _made(head, _prepared(head["name"], asked, head["title"], head["fictional"], language()))


def _checked(asked: _Asked) -> dict[str, Any]:
    """Judge a template; of a good one, tell also what it asks for."""
    faults = _faults(asked, language())
    said: dict[str, Any] = {"faults": [asdict(fault) for fault in faults], "uses": [], "text": ""}
    if not faults:
        whole = _whole(asked)
        said |= {"uses": [asdict(use) for use in uses(whole)], "text": text_of(whole)}
    return said


def _made(head: Mapping[str, Any], prepared: _Prepared) -> Message:
    docx = filled(head["name"], prepared.docx, head["context"], preview=head["preview"])
    made = {"docx": docx}
    said: dict[str, Any] = {"sha256": prepared.sha256}
    if head["text"]:
        said["text"] = text_of(docx)
    if head["pdf"]:
        made["pdf"] = pdf_of(docx, title=head["title"], language=prepared.language, fictional=head["fictional"])
    return Message(said, made)


@lru_cache(maxsize=32)
def _prepared(name: str, asked: _Asked, title: str, fictional: bool, spoken: str) -> _Prepared:
    """Judge and clean a template, once for all letters made from it."""
    faults = _faults(asked, spoken)
    if faults:
        fault = faults[0]
        raise PackProblem(name, "", fault.place, f"{fault.what} {fault.cure}")
    whole = _whole(asked)
    cleaned = clean(whole, title=title)
    if fictional:
        cleaned = marked(cleaned, FICTIONAL)
    return _Prepared(cleaned, language_of(cleaned), _hash(asked.template, whole))


def _hash(template: bytes, whole: bytes) -> str:
    """Name a template by its SHA-256; once clauses are in, by its parts, for zips are not packed alike everywhere."""
    if whole == template:
        return hashlib.sha256(template).hexdigest()
    parts = hashlib.sha256()
    for part, content in sorted(unpack(whole).items()):
        parts.update(part.encode() + b"\0" + hashlib.sha256(content).digest())
    return parts.hexdigest()


@lru_cache(maxsize=32)
def _faults(asked: _Asked, _spoken: str) -> tuple[Fault, ...]:
    """Judge the template, then what it becomes once its clauses are in."""
    dangers = package_faults(asked.template)
    if dangers:
        return dangers
    try:
        return template_faults(_whole(asked))
    except PackProblem as problem:
        return (Fault(problem.file, problem.expected, _("Mend the clause, or the paragraph that calls it.")),)


@lru_cache(maxsize=32)
def _whole(asked: _Asked) -> bytes:
    return expanded(asked.template, dict(asked.clauses), asked.switchable)


def filled(name: str, template: bytes, context: Mapping[str, Any], *, preview: bool) -> bytes:
    """Fill a cleaned template; `name` is what a refusal calls it. In a preview, what was inserted is tinted.

    Raises:
        PackProblem: the template asks for something no letter is told, or for too much.
    """
    speaking = preview_language() if preview else letter_language()
    try:
        docx = Template(template, speaking).fill(context)
    except UndefinedError as error:
        raise PackProblem(
            name, "", name_missing(error), _("the template asks for something no letter is told")
        ) from error
    except TemplateError as error:
        raise PackProblem(name, "", "", str(error)) from error
    return tinted(docx) if preview else pack(unpack(docx))
