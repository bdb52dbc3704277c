"""Mali: what she can do without a danger left unsaid, and no short number of another country."""

import re

from casedesk.law.facts import Happening
from tests.packs.jurisdictions import MALI

# These tell nobody her story, or follow a complaint that already did.
QUIET = {
    "rien_pour_l_instant",
    "copie_parquet",
    "denonciation_association",  # its own warning: she may be recognised
    "refus_mediation",
    "recours_procureur_general",
    "notification_plateforme",
    "assistance_judiciaire",
}


def test_a_complaint_says_whole_what_could_be_held_against_her() -> None:
    risk = MALI.routes["plainte_pole"].risk
    assert all(article in risk for article in ("325-1", "325-2", "326-2", "512-53", "512-14", "images privés"))
    assert "Avec l’accord du procureur" in risk  # the address of the police is no right of hers (article 234)


def test_every_route_that_tells_her_story_points_to_that_warning() -> None:
    for route in MALI.routes.values():
        if route.id != "plainte_pole":
            assert ("une plainte" in route.risk) == (route.id not in QUIET), route.id


def test_a_route_that_can_be_lost_before_the_judge_says_that_damages_may_be_asked_of_her() -> None:
    asking = {"partie_civile", "partie_civile_classement", "partie_civile_crime", "citation_directe"}
    assert {route.id for route in MALI.routes.values() if "dommages-intérêts" in route.risk} == asking


def test_only_what_prosecutes_is_said_to_restart_a_limitation() -> None:
    restarts = {route.id for route in MALI.routes.values() if "la prescription repart" in route.effect}
    assert restarts == {"citation_directe"}
    simple = {Happening.COMPLAINT_POLICE, Happening.COMPLAINT_PROSECUTOR, Happening.COPY_TO_PROSECUTOR}
    for rule in MALI.rules.values():
        assert simple.isdisjoint(rule.restarted_by), rule.id


def test_no_short_number_of_another_country_is_printed_in_a_doubt_nor_beside_a_body() -> None:
    told = [*MALI.doubts.values(), *(f"{one.name} {one.phone} {one.does} {one.note}" for one in MALI.bodies.values())]
    assert not [text for text in told if re.search(r"(?<![-\d])(?:17|18|116)\b", text)]
