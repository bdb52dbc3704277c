"""How a name goes into a sentence."""

import pytest

from casedesk.documents import french
from casedesk.documents.context import context_of
from tests.documents.fictional_catalogue import CATALOGUE


@pytest.mark.parametrize(
    ("name", "of_it"),
    [
        ("Aminata TRAORÉ", "d’Aminata TRAORÉ"),
        ("Élise MOREL", "d’Élise MOREL"),
        ("Oumou SANGARÉ", "d’Oumou SANGARÉ"),
        ("Modibo KEÏTA", "de Modibo KEÏTA"),
        ("Yacouba DIARRA", "de Yacouba DIARRA"),
    ],
)
def test_of_is_elided_before_a_name_as_french_does(name: str, of_it: str) -> None:
    assert french.of_person(name) == of_it


def test_a_letter_may_say_of_whom() -> None:
    person = context_of(CATALOGUE["ml_plainte_pole_adult"])["person"]
    assert isinstance(person, dict)
    assert person["of_name"] == "d’Awa TRAORÉ, née DIARRA"
