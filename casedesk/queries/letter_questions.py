"""What a letter asks, where each answer is kept, and whether it is there."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from casedesk.law.pack import LetterModel, Question
from casedesk.law.when import When
from casedesk.queries.letter_data import LetterData, Party

ANSWERS = "answers."
EVENTS = "events."  # a step of the case: read from it, and written to it
SIGNED_BY = "answers.signed_by"

_YES_OR_NO = frozenset({"oui", "non", "yes", "no"})


class AnswerKind(StrEnum):
    """How a question is answered: the field to show, or the page to go to."""

    TEXT = "text"
    LINES = "lines"
    DAY = "day"
    WHEN = "when"  # a day, or two
    NUMBER = "number"
    AMOUNT = "amount"
    YES_NO = "yes_no"
    ADDRESSEE = "addressee"  # one of `LetterDraft.addressees`
    LETTER = "letter"  # one of `LetterDraft.sent_letters`
    OFFENCES = "offences"  # on the incident
    PEOPLE = "people"  # on the page of the people
    CONTENTS = "contents"  # by pasting links
    EXHIBITS = "exhibits"  # by adding exhibits


_KINDS = {
    "addressee": AnswerKind.ADDRESSEE,
    "about": AnswerKind.LETTER,
    "offences": AnswerKind.OFFENCES,
    "authors": AnswerKind.PEOPLE,
    "representatives": AnswerKind.PEOPLE,
    "exhibits": AnswerKind.EXHIBITS,
    "providers": AnswerKind.CONTENTS,
    "person.born_on": AnswerKind.DAY,
    "person.domicile_agreed_on": AnswerKind.DAY,
    "person.address": AnswerKind.LINES,
    "sender.address": AnswerKind.LINES,
    "incident.when": AnswerKind.WHEN,
    "incident.incapacity_days": AnswerKind.NUMBER,
    "incident.amount": AnswerKind.AMOUNT,
    "incident.account_of_facts": AnswerKind.LINES,
    "incident.effects": AnswerKind.LINES,
    "answers.explanation": AnswerKind.LINES,
    "answers.qualification_note": AnswerKind.LINES,
}


def asked(model: LetterModel) -> frozenset[str]:
    """List the facts a letter takes answers to; who signs is one of them when several may."""
    facts = {question.fact for question in model.questions}
    return frozenset(facts | {SIGNED_BY} if len(model.signs) > 1 else facts)


def answer_kind(question: Question) -> AnswerKind:
    """Say how a question is answered; an example « oui » makes it a yes or a no."""
    if question.fact in _KINDS:
        return _KINDS[question.fact]
    if question.fact.startswith(EVENTS):
        return AnswerKind.WHEN
    if question.fact.startswith("content."):
        return AnswerKind.CONTENTS
    if question.fact.startswith(ANSWERS) and question.example.casefold() in _YES_OR_NO:
        return AnswerKind.YES_NO
    return AnswerKind.TEXT


def answer_of(data: LetterData, fact: str) -> str:
    """Give the answer to a question in short, empty while it is missing.

    A question about the incidents or the contents is answered once each of them has its answer.
    """
    room, _dot, name = fact.partition(".")
    if fact == "person.address" and data.person.domiciled_at_association:
        return _short(data.sender.address)
    match room:
        case "answers":
            return data.answers.get(name, "")
        case "events":
            whens = [step.when for step in data.steps if step.what == name]
            return _short(whens[-1]) if whens else ""
        case "person" | "sender":
            return _short(getattr(getattr(data, room), name))
        case "incident":
            return _of_each([getattr(incident, name) for incident in data.incidents])
        case "content":
            contents = [content for incident in data.incidents for content in incident.contents]
            return _of_each([getattr(content, name) for content in contents])
        case _:
            return ", ".join(filter(None, _names(data, fact)))


def _names(data: LetterData, fact: str) -> list[str]:
    """Name what a list of the letter holds."""
    match fact:
        case "addressee":
            return [data.addressee.name] if data.addressee else []
        case "about":
            return [data.about.title] if data.about else []
        case "authors":
            return [_named(party) for party in data.authors]
        case "representatives":
            return [_named(party) for party in data.representatives]
        case "offences":
            return [offence.title for offence in data.offences]
        case "providers":
            return [body.name for body in data.providers]
        case "exhibits":
            return [str(exhibit.number) for exhibit in data.exhibits]
        case _:
            raise LookupError(f"no letter knows {fact}")


def _named(party: Party) -> str:
    return f"{party.given_name} {party.family_name}".strip() or ", ".join(party.accounts)


def _of_each(values: Sequence[object]) -> str:
    """Join the answers when none is missing."""
    shorts = [_short(value) for value in values]
    return ", ".join(dict.fromkeys(shorts)) if all(shorts) else ""


def _short(value: object) -> str:
    """Write a value for a form: days and moments in ISO 8601."""
    match value:
        case None | "" | ():
            return ""
        case When(earliest=first, latest=last):
            return first.isoformat() if first == last else f"{first.isoformat()} / {last.isoformat()}"
        case date() | datetime():
            return value.isoformat()
        case Decimal() | int() | str():
            return str(value)
        case tuple():
            return "\n".join(str(part) for part in value)
        case _:
            raise TypeError(f"{type(value).__name__} is no answer")
