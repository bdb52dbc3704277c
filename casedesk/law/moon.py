"""On which days the feasts that follow the moon probably fall."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

# Names a pack may write, and how the holidays package begins the name of the same feast in its Malian calendar.
FEASTS: Mapping[str, tuple[str, ...]] = {
    "eid_al_fitr": ("Journée de la Fête du Ramadan",),
    "eid_al_adha": ("Journée de la Tabaski",),
    "mawlid": ("Journée du Maouloud (Naissance", "Journée du Mawloud"),
    "mawlid_baptism": ("Journée du Maouloud (Baptême",),
}
LAST_YEAR = 2100  # what comes after cannot even be estimated
_ESTIMATED = "(estimé)"


@dataclass(frozen=True, slots=True)
class FeastDay:
    """One feast of one year. `estimated` says that no later announcement confirmed the day."""

    feast: str
    day: date
    estimated: bool


@cache
def feast_days(year: int) -> tuple[FeastDay, ...]:
    """Find the feasts of a year in Bamako: computed, except where the holidays package records the announcement.

    A lunar year is shorter than ours: the same feast may come twice in one year.
    """
    from holidays import country_holidays

    calendar = country_holidays("ML", years=year, language="fr")
    return tuple(
        FeastDay(feast, day, _ESTIMATED in name)
        for day in sorted(calendar)
        for name in calendar.get_list(day)
        for feast, beginnings in FEASTS.items()
        if name.startswith(beginnings)
    )
