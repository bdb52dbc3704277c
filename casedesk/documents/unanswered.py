"""What a letter still lacks, told from its data alone."""

from casedesk.law.pack import Question
from casedesk.queries.letter_data import LetterData

_LISTS = frozenset({"authors", "representatives", "offences", "exhibits", "providers", "incidents", "steps"})


def unanswered(data: LetterData) -> tuple[Question, ...]:
    """List the required questions without an answer, in the order of the letter's model."""
    return tuple(one for one in data.model.questions if one.required and not _answered(data, one.fact))


def _answered(data: LetterData, fact: str) -> bool:
    room, _dot, name = fact.partition(".")
    if fact == "person.address" and data.person.domiciled_at_association:
        return _says(data.sender.address)
    match room:
        case "answers":
            return _says(data.answers.get(name) or data.answers.get(fact))
        case "events":
            return any(step.what == name for step in data.steps)
        case "person" | "sender":
            return _says(getattr(getattr(data, room), name))
        case "incident":
            return bool(data.incidents) and all(_says(getattr(one, name)) for one in data.incidents)
        case "content":
            contents = [content for incident in data.incidents for content in incident.contents]
            return bool(contents) and all(_says(getattr(one, name)) for one in contents)
        case "addressee" | "about":
            return getattr(data, fact) is not None
        case _ if room in _LISTS:
            return bool(getattr(data, room))
        case _:
            raise LookupError(f"no letter knows {fact}")


def _says(value: object) -> bool:
    """Say whether a value tells something: zero and no do, blanks do not."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, tuple):
        return any(_says(part) for part in value)
    return value is not None
