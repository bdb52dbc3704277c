"""Short letters for one rule at a time: a few paragraphs, told to the linter as one of the fictional letters."""

from dataclasses import replace

from casedesk.documents.linter import Finding, Flaw, Read, lint
from casedesk.documents.text import text_of
from casedesk.law.pack import Reader, Signatory
from casedesk.queries.letter_data import LetterData
from tests.documents.lint.letters import told
from tests.documents.templates import NO_BREAK, template

ANSWER = "qualification_note"  # an answer in which the tests write


def found(
    *paragraphs: str,
    data: LetterData | None = None,
    others: tuple[str, ...] = (),
    typed: bool = False,
    attached: tuple[int, ...] | None = None,
) -> list[Finding]:
    """Read paragraphs as a letter. `typed` says that somebody typed them, as the answer to one question."""
    told_of = complaint() if data is None else data
    if typed:
        told_of = replace(told_of, answers={**told_of.answers, ANSWER: "\n".join(paragraphs)})
    docx = template(*(one.replace(" :", f"{NO_BREAK}:") for one in paragraphs), author="")
    return list(lint(Read(told_of, docx, text_of(docx), others, attached)))


def codes(
    *paragraphs: str, data: LetterData | None = None, others: tuple[str, ...] = (), typed: bool = False
) -> set[Flaw]:
    """Name the kinds of flaws of a letter."""
    return {one.code for one in found(*paragraphs, data=data, others=others, typed=typed)}


def complaint() -> LetterData:
    """A complaint signed by a man, to a prosecutor."""
    return told("fr_plainte_man", incidents=())


def notice(*, by_association: bool = True) -> LetterData:
    """A notice to a platform about a woman, signed by the association or by her."""
    chosen = "association" if by_association else "personne"
    return told("fr_dsa_woman_by_association", answers={"signed_by": chosen}, incidents=(), exhibits=())


def formal_notice() -> LetterData:
    """A letter to the other side that she signs."""
    data = notice(by_association=False)
    model = replace(data.model, signs=(Signatory.PERSON,), reader=Reader.OTHER_SIDE, addressee="")
    return replace(data, model=model, addressee=None)
