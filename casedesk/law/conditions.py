"""What is known of a fact, and whether it is what a flat condition wants."""

from collections.abc import Mapping
from datetime import date

from casedesk.law.facts import Facts, Occurrence, Value
from casedesk.law.majority import minor_at

Conditions = Mapping[str, Value | tuple[Value, ...]]


def known(facts: Facts, occurrence: Occurrence | None, name: str) -> Value | None:
    """Find what is known of a fact: of this occurrence, else of the case.

    Whether she was a minor is read in her birth date, and asked only where it does not tell.
    """
    if occurrence is not None and name in occurrence.about:
        return occurrence.about[name]
    minor = _minor(facts, occurrence) if name == "victim_minor_at_facts" else None
    return facts.answers.get(name) if minor is None else minor


def _minor(facts: Facts, occurrence: Occurrence | None) -> bool | None:
    """Say what her birth date tells; nothing when she would have been born after the facts."""
    born_on, when = facts.answers.get("victim_birth_date"), occurrence.when if occurrence else None
    if isinstance(born_on, date) and when is not None and born_on <= when.latest:
        return minor_at(born_on, when)
    return None


def verdict(conditions: Conditions, facts: Facts, occurrence: Occurrence | None) -> tuple[str, list[str]]:
    """Hold conditions against the facts: name the first that says otherwise, empty if none, and those not known."""
    missing = []
    for name, wanted in conditions.items():
        value = known(facts, occurrence, name)
        if value is None:
            missing.append(name)
        elif value not in wanted if isinstance(wanted, tuple) else value != wanted:
            return name, []
    return "", missing
