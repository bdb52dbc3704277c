"""A letter made from what it is told: .docx, PDF and text, from one template."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from casedesk.documents.citations import cited
from casedesk.documents.unanswered import unanswered
from casedesk.errors import InvalidInput, PackProblem
from casedesk.law.pack import LetterModel
from casedesk.queries.letter_data import LetterData
from casedesk.translate import _

if TYPE_CHECKING:
    from casedesk.documents.sandbox import LetterLanguage

# What makes a letter (docxtpl, Jinja, reportlab) is loaded at the first letter, so that the desk opens at once.


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """A letter as it leaves the desk. `citations` are the articles it names; the hash names its template."""

    docx: bytes
    pdf: bytes
    text: str
    citations: tuple[str, ...]
    template_sha256: str


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A template judged good, without a trace of its author."""

    docx: bytes
    language: str
    sha256: str


def render(data: LetterData) -> RenderedLetter:
    """Make a letter; the same data and template give the same bytes.

    Raises:
        InvalidInput: a required question is not answered; the field is its fact, the sentence the question.
        PackProblem: the template is missing, faulty, or asks for something no letter is told.
    """
    from casedesk.documents.pdf import pdf_of
    from casedesk.documents.text import text_of

    prepared = _prepared_for(data)
    docx = _filled(data, prepared)
    text = text_of(docx)
    return RenderedLetter(
        docx=docx,
        pdf=pdf_of(docx, title=data.model.title, language=prepared.language, fictional=data.fictional),
        text=text,
        citations=_citations(data, text),
        template_sha256=prepared.sha256,
    )


def render_docx(data: LetterData) -> bytes:
    """Make the .docx of a letter alone; raises as `render` does."""
    return _filled(data, _prepared_for(data))


def preview_pdf(data: LetterData) -> bytes:
    """Make the PDF of a letter that may still lack answers: to be looked at, never sent.

    Raises:
        PackProblem: as `render` does.
    """
    from casedesk.documents.pdf import pdf_of
    from casedesk.documents.sandbox import preview_language

    prepared = _prepared_of(data)
    docx = _filled(data, prepared, preview_language())
    return pdf_of(docx, title=data.model.title, language=prepared.language, fictional=data.fictional)


def _citations(data: LetterData, text: str) -> tuple[str, ...]:
    """List the articles the letter names: those of its model, then those of the offences."""
    heavier = (tier.citation for tier in data.heavier.values())
    given = [*data.model.citations, *(offence.citation for offence in data.offences), *heavier]
    return cited(text, (citation.text for citation in given))


def _prepared_for(data: LetterData) -> _Prepared:
    missing = unanswered(data)
    if missing:
        raise InvalidInput(missing[0].fact, missing[0].ask)
    return _prepared_of(data)


def _prepared_of(data: LetterData) -> _Prepared:
    return _prepared(data.model.template, _whole(data.model), data.model.title, data.fictional)


def _whole(model: LetterModel) -> bytes:
    """Read a template with the clauses it calls."""
    from casedesk.documents.clauses import expanded

    return expanded(_read(model.template), model.clauses_folder, [clause.id for clause in model.clauses])


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise PackProblem(template.name, "", "", _("the template of this letter cannot be read")) from error


@lru_cache(maxsize=32)
def _prepared(template: Path, content: bytes, title: str, fictional: bool) -> _Prepared:
    """Judge and clean a template, once for all letters made from it."""
    from casedesk.documents.docx_clean import clean, language_of
    from casedesk.documents.pdf import FICTIONAL
    from casedesk.documents.template_check import template_faults
    from casedesk.documents.watermark import marked

    faults = template_faults(content)
    if faults:
        fault = faults[0]
        raise PackProblem(template.name, "", fault.place, f"{fault.what} {fault.cure}")
    cleaned = clean(content, title=title)
    if fictional:
        cleaned = marked(cleaned, FICTIONAL)
    return _Prepared(cleaned, language_of(cleaned), hashlib.sha256(content).hexdigest())


def _filled(data: LetterData, prepared: _Prepared, language: "LetterLanguage | None" = None) -> bytes:
    from jinja2 import TemplateError, UndefinedError

    from casedesk.documents.context import context_of
    from casedesk.documents.fill import Template
    from casedesk.documents.ooxml import pack, unpack
    from casedesk.documents.sandbox import letter_language, name_missing

    name = data.model.template.name
    context = context_of(data)
    try:
        filled = Template(prepared.docx, language or letter_language()).fill(context)
    except UndefinedError as error:
        raise PackProblem(
            name, "", name_missing(error), _("the template asks for something no letter is told")
        ) from error
    except TemplateError as error:
        raise PackProblem(name, "", "", str(error)) from error
    return pack(unpack(filled))
