"""The linter before every letter of the catalogue: no wording of a template may raise an alarm."""

from dataclasses import replace
from datetime import date

from casedesk.documents.linter import Finding, Flaw, Gravity, lint
from casedesk.queries.letter_data import LetterData
from tests.documents.fictional_catalogue import CATALOGUE
from tests.documents.fictional_people import EXHIBITS
from tests.documents.lint.good import OTHERS
from tests.documents.lint.letters import read

FALSE_ALARMS_AT_MOST = 2
_AFTER_THE_EXAMPLES = date(2026, 12, 1)  # the examples of the questions are dated in November
_WARNED = "[À vérifier avant tout envoi]"  # a letter says so of itself when it must not leave as it is
_NOT_TO_BE_SENT = (
    "fr_dereferencement_association",
    "fr_droit_de_reponse_association",
    "fr_effacement_rgpd_association",
    "fr_information_preoccupante_adult",
    "fr_mise_en_demeure_minor",
    "fr_plainte_cnil_association",
    "fr_plainte_partie_civile_association",
    "fr_plainte_partie_civile_minor",
    "fr_refus_plainte_defenseur_association",
)
_TITLES = ("Récépissé de dépôt", "Copie de la plainte", "Certificat médical", "Accord de domiciliation")


def _complete(data: LetterData) -> LetterData:
    """Date a letter after what it tells, and list the exhibits it may cite."""
    titled = tuple(replace(line, title=title) for line, title in zip(EXHIBITS, _TITLES, strict=True))
    return replace(data, today=_AFTER_THE_EXAMPLES, exhibits=titled)


def test_no_letter_of_the_catalogue_raises_an_alarm_by_its_own_words() -> None:
    alarms = [
        f"{name}: {one.code} at {one.place}"
        for name, data in CATALOGUE.items()
        for one in lint(read(_complete(data), others=OTHERS))
        if one.gravity is not Gravity.CARE and not _warns(one)
    ]
    assert len(alarms) <= FALSE_ALARMS_AT_MOST, alarms


def test_a_letter_that_says_it_must_not_be_sent_is_stopped() -> None:
    for name in _NOT_TO_BE_SENT:
        stopped = [one for one in lint(read(_complete(CATALOGUE[name]), others=OTHERS)) if _warns(one)]
        assert stopped, name
        assert stopped[0].gravity is Gravity.HARM


def _warns(one: Finding) -> bool:
    return one.code is Flaw.PLACEHOLDER and _WARNED in one.place
