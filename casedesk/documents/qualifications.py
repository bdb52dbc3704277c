"""How a letter words the qualifications it proposes."""

import re
from collections.abc import Iterable

from casedesk.documents import french
from casedesk.law.pack import Aggravation, Mark, Offence
from casedesk.queries.letter_data import IncidentLine

_TRAILING_NOTE = re.compile(r"\s*\([^()]*\)$")


def worded(offence: Offence, heavier: Aggravation | None = None) -> dict[str, object]:
    """Word a qualification, with the heavier penalty that the facts meet.

    An article that was only read in commentary stays out, with its penalty and all that follows from them.
    """
    sure = offence.citation.mark is Mark.VERIFIED
    tier = _read(heavier)
    gate, reason = offence.ip_gate, offence.gate_reason
    if tier is not None and tier.ip_gate is not None:
        gate, reason = tier.ip_gate, tier.gate_reason
    return {
        "id": offence.id,
        "title": french.prose(offence.title),
        "name": french.lower_first(_TRAILING_NOTE.sub("", french.phrase(offence.title))),
        "citation": _articles(offence, tier) if sure else "",
        "penalty": french.phrase(penalty(offence, tier)) if sure else "",
        "complaint_required": offence.complaint_required,
        "complaint_article": french.phrase(offence.complaint_article) if sure else "",
        "gate": gate.value,
        "gate_reason": french.phrase(reason) if sure else "",
        "limitation": list(offence.limitation),
    }


def penalty(offence: Offence, heavier: Aggravation | None = None) -> str:
    """Give the penalty for the facts at hand; one that was only read in commentary makes nothing heavier."""
    tier = _read(heavier)
    return tier.penalty if tier else offence.penalty


def _read(tier: Aggravation | None) -> Aggravation | None:
    return tier if tier is not None and tier.citation.mark is Mark.VERIFIED else None


def _articles(offence: Offence, tier: Aggravation | None) -> str:
    """Cite the article, then the circumstance that makes the penalty heavier with its own article."""
    article = french.phrase(offence.citation.text)
    if tier is None:
        return article
    other = [tier.citation.text] if tier.citation.text != offence.citation.text else []
    return f"{article}, avec une circonstance aggravante ({' – '.join(map(french.phrase, (tier.says, *other)))})"


def short_name(offence: Offence) -> str:
    """Name an offence in a line of subject, without what its title explains after a colon or between brackets."""
    title = _TRAILING_NOTE.sub("", french.phrase(offence.title))
    return french.lower_first(title.partition(f"{french.NO_BREAK}:")[0])


def in_force(offence: Offence, incidents: Iterable[IncidentLine]) -> bool:
    """Say whether the text stood on the day of at least one incident; a day not known does not exclude it."""
    whens = [incident.when for incident in incidents]
    since, until = offence.applies_from, offence.applies_until
    return not whens or any(
        when is None or ((since is None or when.latest >= since) and (until is None or when.earliest <= until))
        for when in whens
    )


def began_before(offence: Offence, incidents: Iterable[IncidentLine]) -> bool:
    """Say whether one of the incidents began before the text was in force."""
    start = offence.applies_from
    return start is not None and any(incident.when and incident.when.earliest < start for incident in incidents)
