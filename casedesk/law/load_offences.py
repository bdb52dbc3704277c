"""From offences.toml to qualifications, with the questions of fact they share."""

from casedesk.law.facts import Happening
from casedesk.law.load_rules import citation
from casedesk.law.pack import Aggravation, Element, IpGate, Nature, Offence
from casedesk.law.reading import Entry


def element(entry: Entry) -> Element:
    """Read a question of fact.

    Raises:
        PackProblem: it says something that is not understood.
    """
    read = Element(
        id=entry.text("id"),
        ask=entry.text("ask"),
        says=entry.text("says"),
        help=entry.text("help", ""),
        number=entry.text("number", ""),
        above=entry.optional_number("above"),
        below=entry.optional_number("below"),
        tells=entry.choice("tells", Happening) if entry.has("tells") else None,
    )
    if read.number and (read.above is None) == (read.below is None):
        raise entry.problem("number", "exactly one of above, below is needed", "above = 8")
    entry.close()
    return read


def offence(entry: Entry) -> Offence:
    """Read a qualification.

    Raises:
        PackProblem: it says something that is not understood.
    """
    read = Offence(
        id=entry.text("id"),
        title=entry.text("title"),
        citation=citation(entry.table("citation")),
        penalty=entry.text("penalty"),
        limitation=entry.texts("limitation"),
        complaint_required=entry.flag("complaint_required"),
        complaint_article=entry.text("complaint_article", ""),
        ip_gate=entry.choice("ip_gate", IpGate),
        gate_reason=entry.text("gate_reason"),
        element=entry.text("element"),
        applies_from=entry.optional_day("applies_from"),
        doubts=entry.texts("doubts"),
        sexual=entry.flag("sexual", default=False),
        nature=entry.choice("nature", Nature, Nature.DELIT),
        elements=entry.texts("elements"),
        excluded_by=entry.texts("excluded_by"),
        aggravations=tuple(_aggravation(one) for one in entry.tables("aggravation")),
        applies_until=entry.optional_day("applies_until"),
        note=entry.text("note", ""),
        rows=entry.texts("rows"),
        press=entry.flag("press", default=False),
    )
    entry.close()
    return read


def _aggravation(entry: Entry) -> Aggravation:
    at_least = entry.optional_number("at_least")
    read = Aggravation(
        any_of=entry.texts("any_of"),
        at_least=1 if at_least is None else at_least,
        penalty=entry.text("penalty"),
        says=entry.text("says"),
        citation=citation(entry.table("citation")),
        ip_gate=entry.choice("ip_gate", IpGate) if entry.has("ip_gate") else None,
        gate_reason=entry.text("gate_reason", ""),
        all_of=entry.texts("all_of"),
    )
    entry.close()
    return read
