"""What a letter was told, as plain JSON."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from casedesk.law.pack import Pack
from casedesk.queries.letter_draft import letter_draft
from casedesk.services.frozen import frozen
from tests.factories import TODAY, a_case, a_content, a_person, an_association, an_exhibit, an_incident, x_post

Packs = Mapping[str, Pack]


def test_all_that_a_letter_was_told_survives_as_text(session: Session, packs: Packs) -> None:
    an_association(session)
    case_id = a_case(session, packs, jurisdiction="ml")
    a_person(session, case_id)
    incident_id = an_incident(
        session, packs, case_id, offences=("chantage",), amount=Decimal("100000.00"), currency="XOF"
    )
    posted = datetime(2026, 8, 24, 20, 14, 5, tzinfo=UTC)
    an_exhibit(session, packs, case_id, item_id=a_content(session, case_id, incident_id, x_post(posted)))
    session.flush()
    data = letter_draft(session, packs, case_id, "plainte_pole", TODAY).data
    kept = json.loads(json.dumps(frozen(data)))
    assert set(kept) == set(data.__slots__)
    assert (kept["today"], kept["person"]["born_on"]) == ("2026-11-21", "1998-03-14")
    (incident,) = kept["incidents"]
    assert incident["amount"] == "100000.00"
    assert incident["when"] == {"earliest": "2026-08-24", "latest": "2026-08-24", "instant": None}
    assert incident["contents"][0]["created_at"] == "2026-08-24T20:14:05+00:00"
    assert kept["offences"][0]["ip_gate"] == "not_settled"
    assert kept["model"]["template"] == "plainte_pole.docx"
    assert str(packs["ml"].folder) not in json.dumps(kept)


def test_a_value_nobody_foresaw_is_refused_rather_than_lost(session: Session, packs: Packs) -> None:
    data = letter_draft(session, packs, a_case(session, packs), "plainte_simple", TODAY).data
    with pytest.raises(TypeError):
        frozen(replace(data, answers={"a": b"bytes"}))  # type: ignore[dict-item]  # on purpose
