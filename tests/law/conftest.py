"""Calendars every test of the engine counts on."""

from collections.abc import Mapping

import pytest
from hypothesis import settings

from casedesk.law.pack import Pack
from casedesk.law.workdays import Calendar, calendar_for

# A property is about every day, not about the speed of the machine: the first look at a year costs more than the next.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def france(packs: Mapping[str, Pack]) -> Calendar:
    return calendar_for(packs, "fr")


@pytest.fixture(scope="session")
def strasbourg(packs: Mapping[str, Pack]) -> Calendar:
    return calendar_for(packs, "fr-67")


@pytest.fixture(scope="session")
def bamako(packs: Mapping[str, Pack]) -> Calendar:
    return calendar_for(packs, "ml")
