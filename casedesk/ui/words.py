"""The words of closed sets: one place where a state or a step gets its name."""

from typing import assert_never

from casedesk.evidence.links import Platform
from casedesk.link_words import platform_name
from casedesk.queries.deadlines import Urgency
from casedesk.queries.stage import Stage
from casedesk.queries.values import ItemState, LetterState, Role
from casedesk.translate import N_, _, pgettext
from casedesk.ui.widgets.line import Mark
from casedesk.ui.widgets.paragraph import Tone

GONE = N_("This case is no longer there.")  # said by a query, which has no language

_JURISDICTIONS = {"fr": N_("France"), "ml": N_("Mali")}

_PLACES = {
    "fr": N_("France, common calendar"),
    "fr-57": N_("Moselle"),
    "fr-67": N_("Bas-Rhin"),
    "fr-68": N_("Haut-Rhin"),
    "fr-971": N_("Guadeloupe"),
    "fr-972": N_("Martinique"),
    "fr-973": N_("French Guiana"),
    "fr-974": N_("Réunion"),
    "fr-976": N_("Mayotte"),
    "fr-977": N_("Saint-Barthélemy"),
    "fr-978": N_("Saint-Martin"),
    "ml": N_("Mali"),
}

_STAGES = {
    Stage.FIRST_CONTACT: N_("First contact"),
    Stage.ASSESSMENT: N_("Assessment"),
    Stage.ACTION_PLAN: N_("Action plan"),
    Stage.PROCEEDINGS: N_("Proceedings"),
    Stage.FOLLOW_UP: N_("Follow-up"),
    Stage.CLOSED: N_("Closing"),
}
_ITEM_STATES = {
    ItemState.NOT_CHECKED: N_("not checked"),
    ItemState.ONLINE: N_("online"),
    ItemState.REMOVED: N_("removed"),
    ItemState.BLOCKED: N_("blocked"),
    ItemState.DELISTED: N_("delisted"),
    ItemState.KEPT: N_("kept online by the platform"),
    ItemState.REAPPEARED: N_("online again"),
}
_LETTER_STATES = {
    LetterState.DRAFT: N_("Draft"),
    LetterState.REVIEW: N_("Second reading"),
    LetterState.ISSUED: N_("Issued"),
    LetterState.SENT: N_("Sent"),
    LetterState.RECEIVED: N_("Received"),
    LetterState.ANSWERED: N_("Answered"),
}


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]


def refusal(sentence: str) -> str:
    """Give the words of a refusal; a query speaks English only, a service the person's language already."""
    return _(sentence) if sentence else ""


def platform(value: str) -> str:
    """Name a service; empty when it is not one we know."""
    known = Platform(value) if value else Platform.UNKNOWN
    return "" if known is Platform.UNKNOWN else platform_name(known)


def jurisdiction(value: str) -> str:
    """Name a country."""
    return _(_JURISDICTIONS[value]) if value in _JURISDICTIONS else value


def place(value: str) -> str:
    """Name the calendar of a place."""
    return _(_PLACES[value]) if value in _PLACES else value


def stage(value: Stage) -> str:
    """Name a step of the accompaniment."""
    return _(_STAGES[value])


def item_state(value: ItemState) -> str:
    """Say what became of a content."""
    return _(_ITEM_STATES[value])


def letter_state(value: LetterState) -> str:
    """Say how far a letter went."""
    return _(_LETTER_STATES[value])


def role(value: Role) -> str:
    """Name somebody's place in the case."""
    match value:
        case Role.ACCOMPANIED:
            return _("Person accompanied")
        case Role.REPRESENTATIVE:
            return _("Legal representative")
        case Role.AUTHOR:
            return _("Presumed author")
        case Role.WITNESS:
            return _("Witness")
    assert_never(value)


def choice(value: str) -> str:
    """Word one of the answers of a fact."""
    match value:
        case "metropolitan":
            return pgettext("residence", "Metropolitan France")
        case "overseas":
            return pgettext("residence", "Overseas")
        case "abroad":
            return pgettext("residence", "Abroad")
        case "court_town":
            return pgettext("person summoned", "In the town of the court")
        case "court_district":
            return pgettext("person summoned", "In the district of the court")
        case "country":
            return pgettext("person summoned", "Elsewhere in the country")
        case "africa":
            return pgettext("person summoned", "Elsewhere in Africa")
        case "outside_africa":
            return pgettext("person summoned", "Outside Africa")
        case _:
            return value


def urgency_mark(value: Urgency | None) -> tuple[Mark, Tone]:
    """Give the drawing and the colour of an urgency: always both."""
    match value:
        case Urgency.OVERDUE | Urgency.TODAY:
            return Mark.TRIANGLE, Tone.OVERDUE
        case Urgency.SOON:
            return Mark.DIAMOND, Tone.SOON
        case Urgency.LATER | Urgency.OPENS:
            return Mark.RING, Tone.INK
        case Urgency.MET:
            return Mark.CHECK, Tone.MET
        case None:
            return Mark.NONE, Tone.QUIET
    assert_never(value)


def state_tone(value: ItemState) -> Tone:
    """Give the colour of a content's state; the word stands beside it."""
    match value:
        case ItemState.ONLINE | ItemState.KEPT | ItemState.REAPPEARED:
            return Tone.OVERDUE
        case ItemState.REMOVED | ItemState.BLOCKED | ItemState.DELISTED:
            return Tone.MET
        case ItemState.NOT_CHECKED:
            return Tone.QUIET
    assert_never(value)
