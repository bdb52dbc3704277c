"""How a letter words the qualifications it proposes."""

import re
from collections.abc import Iterable

from casedesk.documents import french
from casedesk.law.pack import Mark, Offence
from casedesk.queries.letter_data import IncidentLine

_TRAILING_NOTE = re.compile(r"\s*\([^()]*\)$")


def worded(offence: Offence) -> dict[str, object]:
    """Word a qualification; an article that was only read in commentary stays out, with its penalty."""
    sure = offence.citation.mark is Mark.VERIFIED
    return {
        "id": offence.id,
        "title": french.prose(offence.title),
        "name": french.lower_first(_TRAILING_NOTE.sub("", french.phrase(offence.title))),
        "citation": french.phrase(offence.citation.text) if sure else "",
        "penalty": french.phrase(offence.penalty) if sure else "",
        "complaint_required": offence.complaint_required,
        "complaint_article": french.phrase(offence.complaint_article),
        "gate": offence.ip_gate.value,
        "gate_reason": french.phrase(offence.gate_reason),
        "limitation": list(offence.limitation),
    }


def short_name(offence: Offence) -> str:
    """Name an offence in a line of subject, without what its title explains after a colon or between brackets."""
    title = _TRAILING_NOTE.sub("", french.phrase(offence.title))
    return french.lower_first(title.partition(f"{french.NO_BREAK}:")[0])


def in_force(offence: Offence, incidents: Iterable[IncidentLine]) -> bool:
    """Say whether the text stood on the day of at least one incident; a day not known does not exclude it."""
    days = [incident.when.latest if incident.when else None for incident in incidents]
    return offence.applies_from is None or not days or any(day is None or day >= offence.applies_from for day in days)


def began_before(offence: Offence, incidents: Iterable[IncidentLine]) -> bool:
    """Say whether one of the incidents began before the text was in force."""
    start = offence.applies_from
    return start is not None and any(incident.when and incident.when.earliest < start for incident in incidents)
