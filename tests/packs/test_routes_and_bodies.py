"""What she can do, and to whom one writes."""

from casedesk.evidence.links import Platform
from casedesk.law.facts import Happening
from casedesk.law.pack import Mark
from tests.packs.jurisdictions import FRANCE, MALI, PACKS

POLE = (
    "Madame/Monsieur le Procureur de la République chargé(e) du Pôle national de Lutte contre la Cybercriminalité "
    "près le Tribunal de Grande Instance de la Commune IV du District de Bamako"
)


def test_nothing_for_now_is_always_a_route_and_never_closes() -> None:
    for pack in PACKS.values():
        route = pack.routes["rien_pour_l_instant"]
        assert (route.needs, route.gate, route.done_by, route.when) == ((), "", (), {})


def test_a_judge_is_reached_by_the_gate_or_at_once_after_a_dismissal() -> None:
    for pack in PACKS.values():
        waiting, at_once = pack.routes["partie_civile"], pack.routes["partie_civile_classement"]
        assert waiting.gate == "civil_party_gate"
        assert set(waiting.needs) == {Happening.COMPLAINT_PROSECUTOR, Happening.COPY_TO_PROSECUTOR}
        assert (at_once.gate, at_once.needs) == ("", (Happening.NO_FURTHER_ACTION,))


def test_a_press_offence_never_waits_for_the_gate() -> None:
    route = FRANCE.routes["partie_civile_presse"]
    assert route.gate == ""
    public = {name for name in FRANCE.offences if name.startswith(("injure_", "diffamation_"))}
    assert set(route.when["offence"]) == {name for name in public if "non_publique" not in name}  # type: ignore[arg-type]


def test_what_is_online_can_always_be_told_to_those_whom_platforms_hear_first() -> None:
    route = FRANCE.routes["signaleur_confiance"]
    assert (route.needs, route.done_by, route.when) == ((), (), {"online": True})
    assert {body.id for body in FRANCE.bodies.values() if body.kind == "hotline"} == {
        "e_enfance_3018",
        "point_de_contact",
    }


def test_the_copy_to_the_prosecutor_follows_a_complaint_to_the_police() -> None:
    assert FRANCE.routes["copie_procureur"].needs == (Happening.COMPLAINT_POLICE,)
    assert MALI.routes["copie_parquet"].needs == (Happening.COMPLAINT_POLICE,)


def test_every_letter_is_offered_by_a_route() -> None:
    for pack in PACKS.values():
        assert {letter for route in pack.routes.values() for letter in route.letters} == set(pack.letters)


def test_the_prosecutor_of_the_pole_is_addressed_without_a_name_or_a_gender() -> None:
    body = MALI.bodies["pole_cyber"]
    assert body.name == POLE
    assert body.address == ("Bamako",)
    assert body.channel == ""


def test_a_platform_has_one_body_at_most_in_each_jurisdiction() -> None:
    known = {platform.value for platform in Platform}
    for pack in PACKS.values():
        platforms = [platform for body in pack.bodies.values() for platform in body.platforms]
        assert len(platforms) == len(set(platforms))
        assert set(platforms) <= known


def test_an_address_that_was_not_found_stays_empty() -> None:
    without = {body.id for body in FRANCE.bodies.values() if body.kind == "platform" and not body.address}
    assert without == {"whatsapp", "twitch", "xvideos", "dailymotion"}
    assert FRANCE.bodies["meta"].channel == ""
    assert FRANCE.bodies["xvideos"].channel == ""


def test_no_company_nor_address_of_a_platform_is_guessed_for_mali() -> None:
    platforms = [body for body in MALI.bodies.values() if body.kind == "platform"]
    assert platforms
    assert all(body.mark is Mark.UNVERIFIED and not body.address and not body.channel for body in platforms)
