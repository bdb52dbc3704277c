"""A letter to those who help her says which exhibit shows which element of what was chosen."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from casedesk.law.offences import Standing
from casedesk.law.pack import Pack
from casedesk.queries.letter_draft import letter_draft
from casedesk.records import Incident
from casedesk.services.qualification import answer_element, support_element
from tests.factories import NOW, TODAY, a_case, an_exhibit, an_incident


def test_each_element_of_what_was_chosen_says_where_it_stands_and_what_shows_it(
    session: Session, packs: Mapping[str, Pack]
) -> None:
    case_id = a_case(session, packs, "Baobab-02", "ml")
    incident_id = an_incident(session, packs, case_id, offences=("chantage",), earliest_on=date(2026, 9, 1))
    exhibit_id = an_exhibit(session, packs, case_id)
    session.flush()
    version = session.get_one(Incident, incident_id).version
    answer_element(session, packs, incident_id, "threat_to_reveal", value=True, version=version, now=NOW)
    session.flush()
    support_element(session, packs, incident_id, "threat_to_reveal", exhibit_id, supported=True, now=NOW)
    session.flush()
    lines = {line.says: line for line in letter_draft(session, packs, case_id, "note_synthese", TODAY).data.elements}
    elements = packs["ml"].elements
    shown = lines[elements["threat_to_reveal"].says]
    assert (shown.standing, shown.exhibits, shown.offence) == (
        Standing.YES,
        (1,),
        packs["ml"].offences["chantage"].title,
    )
    hole = lines[elements["something_obtained"].says]
    assert (hole.standing, hole.exhibits) == (Standing.NOT_KNOWN, ())
    assert len(lines) == len(packs["ml"].offences["chantage"].elements)


def test_a_letter_to_an_authority_is_not_told_of_the_holes(session: Session, packs: Mapping[str, Pack]) -> None:
    case_id = a_case(session, packs, "Baobab-02", "ml")
    an_incident(session, packs, case_id, offences=("chantage",), earliest_on=date(2026, 9, 1))
    session.flush()
    assert letter_draft(session, packs, case_id, "plainte_pole", TODAY).data.elements == ()
