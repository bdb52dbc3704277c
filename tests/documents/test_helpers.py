"""How a letter names who helps."""

from casedesk.documents.context import context_of
from tests.documents.fictional_catalogue import CATALOGUE


def test_a_hotline_is_named_to_her_without_what_the_desk_must_do_first() -> None:
    helpers = context_of(CATALOGUE["ml_fiche_orientation_adult"])["helpers"]
    assert isinstance(helpers, list)
    told = {helper["name"]: helper for helper in helpers}
    assert told["Police secours"]["to_confirm"]
    assert not [name for name in told if "à appeler avant" in name]
    assert "CNDH (Commission nationale des droits de l’homme)" in told


def test_the_groups_of_a_number_stay_on_one_line() -> None:
    helpers = context_of(CATALOGUE["ml_fiche_orientation_adult"])["helpers"]
    assert isinstance(helpers, list)
    phones = {helper["phone"] for helper in helpers}
    assert "80\u00a0333" in phones
    assert "80\u00a000\u00a011\u00a015\u00a0; 80\u00a0331\u00a0; 20\u00a023\u00a095\u00a011" in phones
