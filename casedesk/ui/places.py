"""Where one can be in the desk; going somewhere is emitting one of these."""

from dataclasses import dataclass
from enum import StrEnum


class Page(StrEnum):
    """The pages of a case, in the order of its tabs."""

    SUMMARY = "summary"
    PEOPLE = "people"
    FACTS = "facts"
    QUALIFICATION = "qualification"
    CALENDAR = "calendar"
    LETTERS = "letters"


class LawPage(StrEnum):
    """The pages of the room of law, in the order of its tabs."""

    CALCULATOR = "calculator"
    RULES = "rules"
    DIRECTORY = "directory"


@dataclass(frozen=True, slots=True)
class Today:
    """What must not be missed."""


@dataclass(frozen=True, slots=True)
class Cases:
    """Every case; `search` puts the cursor in the search field."""

    search: bool = False


@dataclass(frozen=True, slots=True)
class NewCase:
    """A first contact."""


@dataclass(frozen=True, slots=True)
class CaseAt:
    """One case, on one of its pages; `subject` is the record to show there."""

    case_id: str
    page: Page = Page.SUMMARY
    subject: str = ""


@dataclass(frozen=True, slots=True)
class AddLinks:
    """Pasting contents into a case."""

    case_id: str
    incident_id: str = ""


@dataclass(frozen=True, slots=True)
class AddEvent:
    """Noting a step of the proceedings; `what` is a value of `law.facts.Happening`, when it is known."""

    case_id: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class AddIncident:
    """Saying what was done to her; `incident_id` completes one already there."""

    case_id: str
    incident_id: str = ""


@dataclass(frozen=True, slots=True)
class Compose:
    """Writing a letter; `letter_id` opens one already begun."""

    case_id: str
    model: str
    letter_id: str = ""


@dataclass(frozen=True, slots=True)
class Notices:
    """Writing the same letter to several platforms; `letter_id` is the draft it is taken from."""

    case_id: str
    model: str
    letter_id: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """The law without a case, on one of its pages; `subject` is a rule (`fr/press_limitation_3m`) or a body."""

    page: LawPage = LawPage.CALCULATOR
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Preferences:
    """The person's choices."""


Place = Today | Cases | NewCase | CaseAt | AddLinks | AddEvent | AddIncident | Compose | Notices | Law | Preferences
