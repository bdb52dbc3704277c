"""What an offence asks, what answers it, and what follows for the facts at hand. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from casedesk.law.conditions import known
from casedesk.law.facts import Facts, Occurrence
from casedesk.law.pack import Aggravation, Citation, IpGate, Offence, Pack
from casedesk.law.when import When


class Standing(StrEnum):
    """Where a question of fact stands."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of an offence (an element of the pack, or a yes-or-no fact), and where it stands."""

    name: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Heavier:
    """A heavier penalty that answers still to come could bring."""

    tier: Aggravation
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Qualification:
    """An offence held against the facts of one incident.

    `penalty`, `ip_gate` and `citations` are those of the facts at hand; `tier` is the aggravation met, if any, for the
    reasons `because`. `in_force` is None when the day of the facts is not known, or falls on both sides.
    """

    offence: Offence
    elements: tuple[Answer, ...]
    excluded_by: tuple[str, ...]
    tier: Aggravation | None
    because: tuple[str, ...]
    heavier: tuple[Heavier, ...]
    in_force: bool | None

    @property
    def penalty(self) -> str:
        """The penalty incurred, in words."""
        return self.tier.penalty if self.tier else self.offence.penalty

    @property
    def ip_gate(self) -> IpGate:
        """Whether investigators may ask for connection data."""
        return self.tier.ip_gate if self.tier and self.tier.ip_gate else self.offence.ip_gate

    @property
    def gate_reason(self) -> str:
        """Why they may, or may not."""
        return self.tier.gate_reason if self.tier and self.tier.ip_gate else self.offence.gate_reason

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The articles to cite: the offence's, then the aggravation's when it is another one."""
        if self.tier is None or self.tier.citation.text == self.offence.citation.text:
            return (self.offence.citation,)
        return (self.offence.citation, self.tier.citation)

    @property
    def holes(self) -> tuple[str, ...]:
        """The elements not known yet."""
        return tuple(one.name for one in self.elements if one.standing is Standing.NOT_KNOWN)

    @property
    def contradicted(self) -> bool:
        """Say whether a fact tells against this offence."""
        return bool(self.excluded_by) or any(one.standing is Standing.NO for one in self.elements)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An offence that the answers given point to, with the answers that do."""

    qualification: Qualification
    because: tuple[str, ...]


def qualify(offence: Offence, facts: Facts, occurrence: Occurrence | None) -> Qualification:
    """Hold an offence against what is known of an incident."""
    tier: Aggravation | None = None
    because: tuple[str, ...] = ()
    heavier: list[Heavier] = []
    for one in offence.aggravations:
        if _said(one.all_of, facts, occurrence, Standing.NO):
            continue
        lacking = _said(one.all_of, facts, occurrence, Standing.NOT_KNOWN)
        met = _said(one.any_of, facts, occurrence, Standing.YES)
        unknown = _said(one.any_of, facts, occurrence, Standing.NOT_KNOWN)
        if len(met) >= one.at_least and not lacking:
            tier, because, heavier = one, (*one.all_of, *met), []
        elif len(met) + len(unknown) >= one.at_least:
            heavier.append(Heavier(one, (*lacking, *(unknown if len(met) < one.at_least else ()))))
    return Qualification(
        offence=offence,
        elements=tuple(Answer(name, standing(name, facts, occurrence)) for name in offence.elements),
        excluded_by=_said(offence.excluded_by, facts, occurrence, Standing.YES),
        tier=tier,
        because=because,
        heavier=tuple(heavier),
        in_force=_in_force(offence, occurrence.when if occurrence else None),
    )


def suggest(pack: Pack, facts: Facts, occurrence: Occurrence | None) -> tuple[Suggestion, ...]:
    """List the offences that at least one answer points to and none contradicts, in the order of the pack.

    The order is that of the pack's files: it ranks nothing. A fact that says only where or when (online, public) points
    to nothing by itself.
    """
    suggested = []
    for offence in pack.offences.values():
        read = qualify(offence, facts, occurrence)
        because = tuple(one.name for one in read.elements if one.standing is Standing.YES and one.name in pack.elements)
        if because and not read.contradicted and read.in_force is not False:
            suggested.append(Suggestion(read, because))
    return tuple(suggested)


def standing(name: str, facts: Facts, occurrence: Occurrence | None) -> Standing:
    """Say where a yes-or-no question stands."""
    value = known(facts, occurrence, name)
    if not isinstance(value, bool):
        return Standing.NOT_KNOWN
    return Standing.YES if value else Standing.NO


def _said(names: Iterable[str], facts: Facts, occurrence: Occurrence | None, wanted: Standing) -> tuple[str, ...]:
    return tuple(name for name in names if standing(name, facts, occurrence) is wanted)


def _in_force(offence: Offence, when: When | None) -> bool | None:
    """Say whether the offence existed on the day of the facts."""
    since, until = offence.applies_from, offence.applies_until
    if since is None and until is None:
        return True
    if when is None:
        return None
    inside = [
        (since is None or since <= day) and (until is None or day <= until) for day in (when.earliest, when.latest)
    ]
    return inside[0] if inside[0] == inside[1] else None
