"""Which page shows which place."""

from typing import assert_never

from casedesk.ui import places
from casedesk.ui.desk import Desk
from casedesk.ui.screen import Screen


def make(place: places.Place, desk: Desk) -> Screen:
    """Make the page of a place; its module is read only then."""
    match place:
        case places.Today():
            from casedesk.ui.today.today import Today

            return Today(desk)
        case places.Cases():
            from casedesk.ui.cases.cases import Cases

            return Cases(desk, search=place.search)
        case places.NewCase():
            from casedesk.ui.cases.new_case import NewCase

            return NewCase(desk)
        case places.CaseAt():
            from casedesk.ui.cases.case import Case

            return Case(desk, place)
        case places.AddLinks():
            from casedesk.ui.items.add_links import AddLinks

            return AddLinks(desk, place)
        case places.AddEvent():
            from casedesk.ui.events.add_event import AddEvent

            return AddEvent(desk, place)
        case places.AddIncident():
            from casedesk.ui.incidents.add_incident import AddIncident

            return AddIncident(desk, place)
        case places.Compose():
            from casedesk.ui.letters.compose import Compose

            return Compose(desk, place)
        case places.Notices():
            from casedesk.ui.letters.notices import Notices

            return Notices(desk, place)
        case places.Law():
            from casedesk.ui.law.law_room import LawRoom

            return LawRoom(desk, place)
        case places.Preferences():
            from casedesk.ui.preferences.preferences import Preferences

            return Preferences(desk)
    assert_never(place)
