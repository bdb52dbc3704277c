"""What is stored: one mapped class per file."""

from casedesk.records.association import Association
from casedesk.records.base import Record, new_id
from casedesk.records.case import Case
from casedesk.records.due import DueCase, DueDay, DueQuestion, DueUndated, DueWaiting
from casedesk.records.element_exhibit import ElementExhibit
from casedesk.records.event import Event
from casedesk.records.exhibit import Exhibit
from casedesk.records.incident import Incident
from casedesk.records.item import Item, ItemState
from casedesk.records.journal import JournalEntry
from casedesk.records.letter import Channel, Letter, LetterState
from casedesk.records.person import Address, Person, Role

__all__ = [
    "Address",
    "Association",
    "Case",
    "Channel",
    "DueCase",
    "DueDay",
    "DueQuestion",
    "DueUndated",
    "DueWaiting",
    "ElementExhibit",
    "Event",
    "Exhibit",
    "Incident",
    "Item",
    "ItemState",
    "JournalEntry",
    "Letter",
    "LetterState",
    "Person",
    "Record",
    "Role",
    "new_id",
]
