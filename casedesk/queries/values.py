"""Closed sets of the records that screens show."""

from casedesk.records.item import ItemState
from casedesk.records.letter import Channel, LetterState
from casedesk.records.person import Address, Role

__all__ = ["Address", "Channel", "ItemState", "LetterState", "Role"]
