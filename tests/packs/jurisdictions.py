"""The jurisdictions shipped, read once."""

from collections.abc import Iterator
from datetime import date

from casedesk import paths
from casedesk.law.facts import Facts, Happening, Occurrence, Value
from casedesk.law.load import load_packs
from casedesk.law.pack import Citation, Pack, Rule
from casedesk.law.when import When

PACKS = load_packs(paths.packs())
FRANCE = PACKS["fr"]
MALI = PACKS["ml"]
RULES = [(pack, rule) for pack in PACKS.values() for rule in pack.rules.values()]


def name_of(value: object) -> str:
    """Name a parameter in the list of tests."""
    return value.id if isinstance(value, (Pack, Rule)) else str(value)


def citations_of(pack: Pack) -> Iterator[Citation]:
    """Walk every article a jurisdiction cites."""
    for rule in pack.rules.values():
        for version in rule.versions:
            yield from (version.article, *version.also)
    for offence in pack.offences.values():
        yield offence.citation
        yield from (tier.citation for tier in offence.aggravations)
    for route in pack.routes.values():
        yield route.citation
    for letter in pack.letters.values():
        yield from letter.citations


def told(place: str, day: date = date(2026, 11, 10), /, **answers: Value) -> tuple[Facts, Occurrence]:
    """Tell one incident of that day of which only these answers are known."""
    incident = Occurrence(Happening.OFFENCE, When.on(day), "incident", about=answers)
    return Facts(place, (incident,)), incident
