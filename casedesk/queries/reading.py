"""A case read by the law of its country on a given day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casedesk.law.assess import Assessment, assess
from casedesk.law.facts import Facts
from casedesk.law.pack import Pack
from casedesk.law.workdays import Calendar, calendar_for
from casedesk.queries.case_file import CaseFile
from casedesk.queries.facts import facts


@dataclass(frozen=True, slots=True)
class CaseReading:
    """What was recorded, what the law was told, what it answered. It lives inside a query."""

    file: CaseFile
    pack: Pack
    calendar: Calendar
    today: date
    facts: Facts
    assessments: tuple[Assessment, ...]


class Reader:
    """Reads cases one after the other; a place's calendar is built once."""

    def __init__(self, packs: Mapping[str, Pack], today: date) -> None:
        self._packs = packs
        self._today = today
        self._calendars: dict[str, Calendar] = {}

    def read(self, file: CaseFile) -> CaseReading:
        """Ask the law of the case's country about everything recorded."""
        pack = self._packs[file.case.jurisdiction]
        place = file.case.place
        calendar = self._calendars.get(place)
        if calendar is None:
            calendar = self._calendars[place] = calendar_for(self._packs, place)
        told = facts(file, pack.elements, pack.offences)
        return CaseReading(file, pack, calendar, self._today, told, assess(pack, told, self._today, calendar))
