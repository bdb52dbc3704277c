"""What is known of a fact, and whether it is what a flat condition wants."""

from collections.abc import Mapping
from datetime import date

from casedesk.law.facts import Facts, Occurrence, Value
from casedesk.law.majority import minor_at

Conditions = Mapping[str, Value | tuple[Value, ...]]


def known(facts: Facts, occurrence: Occurrence | None, name: str) -> Value | None:
    """Find what is known of a fact: of this occurrence, else of the case, else what her birth date tells."""
    if occurrence is not None and name in occurrence.about:
        return occurrence.about[name]
    if name in facts.answers:
        return facts.answers[name]
    return _minor(facts, occurrence) if name == "victim_minor_at_facts" else None


def _minor(facts: Facts, occurrence: Occurrence | None) -> bool | None:
    born_on = facts.answers.get("victim_birth_date")
    if isinstance(born_on, date) and occurrence is not None and occurrence.when is not None:
        return minor_at(born_on, occurrence.when)
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
