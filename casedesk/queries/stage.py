"""Where a case stands among the six steps, derived from what happened."""

from enum import StrEnum


class Stage(StrEnum):
    """The six steps of the inter-agency guidelines, in order."""

    FIRST_CONTACT = "first_contact"
    ASSESSMENT = "assessment"
    ACTION_PLAN = "action_plan"
    PROCEEDINGS = "proceedings"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"
