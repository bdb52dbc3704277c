"""The linter before every letter of the catalogue: no wording of a template may raise an alarm."""

from dataclasses import replace
from datetime import date

from casedesk.documents.linter import Gravity, lint
from casedesk.queries.letter_data import LetterData
from tests.documents.fictional_catalogue import CATALOGUE
from tests.documents.fictional_people import EXHIBITS
from tests.documents.lint.good import OTHERS
from tests.documents.lint.letters import read

FALSE_ALARMS_AT_MOST = 2
_AFTER_THE_EXAMPLES = date(2026, 12, 1)  # the examples of the questions are dated in November
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
        if one.gravity is not Gravity.CARE
    ]
    assert len(alarms) <= FALSE_ALARMS_AT_MOST, alarms
