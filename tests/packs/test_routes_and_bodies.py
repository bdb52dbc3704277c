"""What she can do, and to whom one writes."""

from datetime import date

import pytest

from casedesk.evidence.links import Platform
from casedesk.law.facts import Facts, Happening, Occurrence, Value
from casedesk.law.pack import LetterGroup, Mark, Nature
from casedesk.law.routes import RouteState, routes
from casedesk.law.when import When
from casedesk.law.workdays import calendar_for
from tests.packs.jurisdictions import FRANCE, MALI, PACKS

ON_ANY_ROUTE = frozenset({"relance", "dossier_silence", "changement_adresse", "avis_suites"})
POLE = (
    "Madame/Monsieur le Procureur de la République chargé(e) du Pôle national de Lutte contre la Cybercriminalité "
    "près le Tribunal de Grande Instance de la Commune IV du District de Bamako"
)


TODAY = date(2026, 11, 20)


def state(route: str, *told: Occurrence, **known: Value) -> RouteState:
    """Say where a French route stands for a case of which only this is known."""
    answers = routes(FRANCE, Facts("fr", told, known), TODAY, calendar_for(PACKS, "fr"))
    return next(one.state for one in answers if one.route.id == route)


def incident(offence: str, **about: Value) -> Occurrence:
    return Occurrence(Happening.OFFENCE, When.on(date(2026, 3, 2)), "incident", about={"offence": offence, **about})


def event(what: Happening) -> Occurrence:
    return Occurrence(what, When.on(date(2026, 6, 1)))


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


@pytest.mark.parametrize("route", ["partie_civile", "partie_civile_classement"])
def test_a_judge_is_reached_for_a_delit_of_ordinary_law_only(route: str) -> None:
    """Neither for a contravention, nor with three months to wait where the press law gives three months to act."""
    ordinary = {one.id for one in FRANCE.offences.values() if one.nature is Nature.DELIT and not one.press}
    assert set(FRANCE.routes[route].offences) == ordinary
    done = (event(Happening.COMPLAINT_PROSECUTOR), event(Happening.NO_FURTHER_ACTION))
    assert state(route, incident("harcelement_cyber"), *done) is RouteState.OPEN
    assert state(route, incident("injure_non_publique"), *done) is RouteState.CLOSED
    assert state(route, incident("injure_publique"), *done) is RouteState.CLOSED
    assert state(route, incident("injure_publique"), incident("harcelement_cyber"), *done) is RouteState.OPEN


@pytest.mark.parametrize("route", ["reclamation_interne", "organe_extrajudiciaire"])
def test_a_removal_elsewhere_leaves_the_decision_to_keep_a_content_open_to_challenge(route: str) -> None:
    def content(*, online: bool) -> Occurrence:
        return Occurrence(Happening.PUBLICATION, When.on(date(2026, 3, 2)), about={"content_online": online})

    done = (event(Happening.PLATFORM_DECISION), event(Happening.CONTENT_REMOVED))
    assert state(route, content(online=True), content(online=False), *done) is RouteState.OPEN
    assert state(route, content(online=False), *done) is RouteState.CLOSED


def test_an_image_of_her_as_a_minor_goes_to_the_tool_for_minors_whatever_her_age_today() -> None:
    for minor, tools in (
        (True, {"take_it_down"}),
        (False, {"take_it_down_image_ancienne", "stopncii"}),
    ):
        told = incident("diffusion_intime", victim_minor_at_facts=minor, sexual_image_of_minor=True)
        names = ("stopncii", "take_it_down", "take_it_down_image_ancienne")
        assert {name for name in names if state(name, told) is RouteState.OPEN} == tools
    assert "Take It Down" in FRANCE.routes["stopncii"].risk
    adult = incident("diffusion_intime", victim_minor_at_facts=False, sexual_image_of_minor=False)
    assert state("take_it_down_image_ancienne", adult) is RouteState.CLOSED


def test_the_commission_for_victims_is_offered_for_the_offences_whose_clock_it_follows() -> None:
    clock = FRANCE.rules["compensation_3y"].when["offence"]
    assert isinstance(clock, tuple)
    assert set(FRANCE.routes["civi"].offences) == set(clock)


def test_a_service_of_hatred_is_stopped_for_the_words_that_article_50_1_names() -> None:
    """Articles 24, 32 al. 2 and 3, 33 al. 3 and 4: neither plain insult nor plain defamation."""
    press = {one.id for one in FRANCE.offences.values() if one.press}
    assert set(FRANCE.routes["arret_service_haine"].offences) == press - {"injure_publique", "diffamation_publique"}


def test_a_route_that_may_reach_the_author_warns_her_of_it() -> None:
    for name in ("plainte_procureur", "plainte_commissariat", "citation_directe", "refere_vie_privee"):
        assert "penser d’abord à sa sécurité" in FRANCE.routes[name].risk, name
    assert "convoqué" in FRANCE.routes["ordonnance_protection"].risk
    assert {"urgence_17", "urgence_114"} <= set(FRANCE.routes["rien_pour_l_instant"].bodies)


def test_a_press_offence_never_waits_for_the_gate() -> None:
    route = FRANCE.routes["partie_civile_presse"]
    assert (route.gate, route.needs) == ("", ())
    of_the_press = {name for name, one in FRANCE.offences.items() if one.citation.source == "loi_1881"}
    assert set(route.offences) == of_the_press


def test_what_is_online_can_always_be_told_to_those_whom_platforms_hear_first() -> None:
    for name in ("signaleur_confiance", "point_de_contact", "appel_3018"):
        route = FRANCE.routes[name]
        assert (route.needs, route.done_by, route.when) == ((), (), {"online": True})
    assert FRANCE.routes["pharos"].when == {"public": True}


def test_only_those_who_receive_the_report_of_a_content_are_named_for_a_minor() -> None:
    """A hotline with a web form or an address: what the question about a minor shows."""
    receive = {body.id for body in FRANCE.bodies.values() if body.kind == "hotline" and body.channel}
    assert receive == {"pharos", "e_enfance_3018", "point_de_contact"}
    assert any(body.kind == "hotline" and body.channel for body in MALI.bodies.values())


def test_a_hotline_is_reached_says_whom_it_is_for_and_what_it_does() -> None:
    for pack in PACKS.values():
        for body in pack.bodies.values():
            if body.kind == "hotline":
                assert body.phone or body.channel, body.id
                assert body.does and body.source, body.id
                assert body.mark is not Mark.VERIFIED, body.id


def test_no_number_that_is_not_confirmed_in_mali_is_printed() -> None:
    numbers = {body.phone for body in MALI.bodies.values()} | {body.channel for body in MALI.bodies.values()}
    assert numbers.isdisjoint({"17", "18", "116"})


def test_what_helps_to_tell_how_an_image_was_made_says_what_it_does_not_prove() -> None:
    for pack in PACKS.values():
        helpers = [body for body in pack.bodies.values() if body.kind == "authenticity"]
        assert {"c2pa", "synthid", "invid_weverify", "deepware"} <= {body.id for body in helpers}
        assert all(body.proves and body.does_not_prove and body.source for body in helpers)


def test_a_body_of_another_kind_proves_nothing() -> None:
    for pack in PACKS.values():
        assert not [b.id for b in pack.bodies.values() if b.kind != "authenticity" and (b.proves or b.does_not_prove)]


def test_who_settles_disputes_with_platforms_is_no_authority() -> None:
    bodies = {name for name, body in FRANCE.bodies.items() if body.kind == "out_of_court"}
    assert bodies == {"user_rights", "appeals_centre_europe"} == set(FRANCE.routes["organe_extrajudiciaire"].bodies)


def test_every_route_says_what_it_gives_changes_costs_and_risks() -> None:
    for pack in PACKS.values():
        for route in pack.routes.values():
            assert all((route.why, route.effect, route.cost, route.risk)), route.id


def test_the_copy_to_the_prosecutor_follows_a_complaint_to_the_police() -> None:
    assert FRANCE.routes["copie_procureur"].needs == (Happening.COMPLAINT_POLICE,)
    assert MALI.routes["copie_parquet"].needs == (Happening.COMPLAINT_POLICE,)


def test_every_letter_is_offered_by_a_route_unless_it_helps_on_any_of_them() -> None:
    for pack in PACKS.values():
        offered = {letter for route in pack.routes.values() for letter in route.letters}
        for letter in set(pack.letters) - offered:
            assert pack.letters[letter].group is LetterGroup.SUPPORT or letter in ON_ANY_ROUTE, letter


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
    assert without == {
        "whatsapp",
        "twitch",
        "mastodon_instance",
        "xvideos",
        "xnxx",
        "dailymotion",
        "jeuxvideo_com",
    }
    assert FRANCE.bodies["meta"].channel == ""
    assert FRANCE.bodies["xvideos"].channel == ""


def test_no_company_nor_address_of_a_platform_is_guessed_for_mali() -> None:
    platforms = [body for body in MALI.bodies.values() if body.kind == "platform"]
    assert platforms
    assert all(body.mark is Mark.UNVERIFIED and not body.address and not body.channel for body in platforms)


def test_the_tool_against_new_copies_of_an_image_depends_on_the_age_at_the_facts() -> None:
    assert FRANCE.routes["stopncii"].when == {"victim_minor_at_facts": False}
    assert FRANCE.routes["take_it_down"].when == {"victim_minor_at_facts": True}
    for name in ("stopncii", "take_it_down"):
        about = [FRANCE.offences[offence] for offence in FRANCE.routes[name].offences]
        assert any(offence.sexual for offence in about)


def test_in_mali_a_crime_reaches_the_judge_without_waiting() -> None:
    route = MALI.routes["partie_civile_crime"]
    assert (route.gate, route.needs) == ("", ())
    crimes = {name for name, offence in MALI.offences.items() if offence.nature is Nature.CRIME}
    assert set(route.offences) == crimes


def test_a_court_or_a_prosecutor_has_no_address_that_was_not_read() -> None:
    for body in FRANCE.bodies.values():
        if body.kind in {"court", "prosecutor"}:
            assert (body.address, body.phone, body.channel) == ((), "", ""), body.id
    for body in MALI.bodies.values():
        if body.kind in {"court", "prosecutor"}:
            assert (body.address or ("Bamako",), body.phone, body.channel) == (("Bamako",), "", ""), body.id
