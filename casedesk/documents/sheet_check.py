"""Is a template in accord with its sheet, the .toml beside it, and with what letters are told?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from casedesk.documents.citations import cited
from casedesk.documents.faults import Fault
from casedesk.documents.names import Use
from casedesk.documents.vocabulary import (
    HAPPENINGS,
    NAMES,
    NEVER_TO_THE_OTHER_SIDE,
    TO_EVERYBODY,
    general,
    has_parts,
    is_list,
    whole,
)
from casedesk.law.pack import LetterModel, Reader
from casedesk.translate import _

# Answers that the program words itself, under these names.
_WORDED: Final[Mapping[str, tuple[str, ...]]] = {
    "answers.court_town": ("court",),
    "answers.sending_way": ("proves_receipt", "by_hand"),
    "answers.signed_by": ("signed_by_person", "signatories", "speaker"),
    "answers.reparation": ("reparation",),
}
_OFFENCES: Final = ("offences[].", "own_complaint[].", "gated[].")
_SHEET: Final = ".toml"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a template says of itself once its clauses are in."""

    uses: tuple[Use, ...]
    text: str
    lent: str = ""  # what the offences say, where it prints them


def sheet_faults(model: LetterModel | None, asked: Asked) -> tuple[Fault, ...]:
    """List what the template asks for and is not told, and what the sheet promises and the template does not use.

    Without a sheet, only the names that every letter is told are judged.
    """
    found = [*_name_faults(model, asked.uses)]
    if model is not None:
        found += [
            *_question_faults(model, asked.uses),
            *_clause_faults(model, asked.uses),
            *_citation_faults(model, asked),
        ]
    return tuple(dict.fromkeys(found))


def _name_faults(model: LetterModel | None, uses: Sequence[Use]) -> Iterator[Fault]:
    exposed = model is not None and model.reader is Reader.OTHER_SIDE
    told = whole(TO_EVERYBODY) if exposed else whole()
    wrong: set[str] = set()
    for use in uses:
        name = use.name
        if any(name.startswith((f"{one}.", f"{one}[")) for one in wrong):
            continue  # what is inside something unknown was said with it
        if general(name) not in told or not _declared(model, name):
            wrong.add(name)
            yield Fault(use.place, *_unknown(model, name, exposed=exposed))
        elif use.how == "print" and (is_list(name) or has_parts(name)):
            yield Fault(
                use.place,
                _("“{name}” is not a text: it has several parts.").format(name=name),
                _("Print its parts, or write a loop ({tags}).").format(tags="{%p for … in … %}"),
            )
        elif use.how == "loop" and not is_list(name):
            yield Fault(
                use.place,
                _("“{name}” is not a list: no loop can go through it.").format(name=name),
                _("Look it up in the list of variables of the guide “Écrire un modèle”."),
            )


def _declared(model: LetterModel | None, name: str) -> bool:
    """Say whether what only a sheet can promise is promised; without a sheet, nobody can tell."""
    room, _dot, rest = name.partition(".")
    own = rest.partition(".")[0].removesuffix("[]")
    if room == "happened" and own:
        return own in HAPPENINGS
    if model is None or not own:
        return True
    if room == "answers":
        return name in {question.fact for question in model.questions}
    if room == "clauses":
        return own in {clause.id for clause in model.clauses}
    return True


def _unknown(model: LetterModel | None, name: str, *, exposed: bool) -> tuple[str, str]:
    """Say that a name is not told, and what may have been meant."""
    if exposed and general(name) in whole(NEVER_TO_THE_OTHER_SIDE):
        return (
            _("The other side reads this letter: it may not be told “{name}”.").format(name=name),
            _("Take it out, or say in the sheet who really reads the letter (reader)."),
        )
    room, _dot, rest = name.partition(".")
    if model is not None and room == "answers" and rest:
        return (
            _("“{name}” is used, but the sheet asks no such question.").format(name=name),
            _("Add the question to the sheet: {line}").format(line=f'{{ fact = "{name}", ask = "…", example = "…" }}'),
        )
    if model is not None and room == "clauses" and rest:
        return (
            _("“{name}” is used, but the sheet has no such clause.").format(name=name),
            _("Add the clause to the sheet: {line}").format(line=f'{{ id = "{rest}", title = "…", why = "…" }}'),
        )
    known = sorted(whole(TO_EVERYBODY if exposed else NAMES) | {f"happened.{kind}" for kind in HAPPENINGS})
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    return (
        _("No letter is told “{name}”.").format(name=name),
        _("Did you mean “{name}”?").format(name=near[0])
        if near
        else _("Look it up in the list of variables of the guide “Écrire un modèle”."),
    )


def _question_faults(model: LetterModel, uses: Sequence[Use]) -> Iterator[Fault]:
    """An answer that the letter never uses was asked for nothing."""
    used = {use.name for use in uses}
    for question in model.questions:
        if not question.fact.startswith("answers."):
            continue  # a fact of the case serves other letters too
        ways = (question.fact, *_WORDED.get(question.fact, ()))
        if not any(name == way or name.startswith(f"{way}.") for name in used for way in ways):
            yield Fault(
                model.id + _SHEET,
                _("“{name}” is asked, but the letter never uses the answer.").format(name=question.fact),
                _("Take the question out of the sheet, or use it: {tags}").format(tags=f"{{{{ {question.fact} }}}}"),
            )


def _clause_faults(model: LetterModel, uses: Sequence[Use]) -> Iterator[Fault]:
    """A clause that switches nothing on or off would be a box that does nothing."""
    used = {use.name for use in uses}
    for clause in model.clauses:
        if f"clauses.{clause.id}" not in used:
            yield Fault(
                model.id + _SHEET,
                _("The clause “{name}” is offered, but the letter never uses it.").format(name=clause.id),
                _("Take it out of the sheet, or call it: {tags}").format(tags=f"{{%p clause {clause.id} %}}"),
            )


def _citation_faults(model: LetterModel, asked: Asked) -> Iterator[Fault]:
    text = asked.text
    if any(use.name.startswith(_OFFENCES) for use in asked.uses):
        text = f"{text}\n{asked.lent}"
    named = cited(text, (citation.text for citation in model.citations))
    for citation in model.citations:
        if citation.text not in named:
            yield Fault(
                model.id + _SHEET,
                _("“{text}” is among the citations, but the letter never names it.").format(text=citation.text),
                _("Take it out of the sheet, or cite it."),
            )
