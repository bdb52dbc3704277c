"""The law with other marks than its own, and a sign on all that is marked."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from enum import Enum, auto

from casedesk.law.pack import Aggravation, Body, Citation, Clock, Mark, Offence, Pack, Route, Rule, RuleVersion

SIGN = "‡"  # before each text that must not be shown without its mark
AIM = "◊"  # before the words of each rule that is no law


class Part(Enum):
    """Which texts are marked."""

    RULES = auto()  # the article of each rule
    BESIDE = auto()  # the other texts of each rule
    OFFENCES = auto()
    AGGRAVATIONS = auto()
    ROUTES = auto()
    BODIES = auto()


def marked(packs: Mapping[str, Pack], mark: Mark, parts: Collection[Part] = frozenset(Part)) -> Mapping[str, Pack]:
    """Give the texts of `parts` this mark and the sign; every other text was read."""
    return {name: _pack(pack, _Marker(mark, parts)) for name, pack in packs.items()}


def aimed(packs: Mapping[str, Pack]) -> Mapping[str, Pack]:
    """Make a practice of every step and of every answer that the law awaits; every text was read.

    The pack's own words about them are left out: whatever is told of these clocks is told by the program.
    """
    return {name: replace(_aims(pack), digest=f"aims {pack.id}") for name, pack in marked(packs, Mark.VERIFIED).items()}


def _aims(pack: Pack) -> Pack:
    turned = (rule for rule in pack.rules.values() if rule.clock in {Clock.ACT_BY, Clock.ANSWER, Clock.TARGET})
    aims = {rule.id: _aim(rule, f"{AIM}Démarche {number}") for number, rule in enumerate(turned)}
    return replace(pack, rules={**pack.rules, **aims})


def _aim(rule: Rule, title: str) -> Rule:
    bare = tuple(replace(version, note="", also=()) for version in rule.versions)
    return replace(rule, clock=Clock.TARGET, title=title, lost="", doubts=(), versions=bare)


class _Marker:
    """Marks what it is asked to."""

    def __init__(self, mark: Mark, parts: Collection[Part]) -> None:
        self._mark, self._parts = mark, parts

    def mark(self, part: Part) -> Mark:
        """Give the mark of a part."""
        return self._mark if part in self._parts else Mark.VERIFIED

    def text(self, part: Part, text: str) -> str:
        """Sign a text of a part, where there is one."""
        return SIGN + text if text and self.mark(part) is not Mark.VERIFIED else text

    def citation(self, part: Part, citation: Citation) -> Citation:
        """Mark an article."""
        return replace(citation, text=self.text(part, citation.text), mark=self.mark(part))


def _pack(pack: Pack, marker: _Marker) -> Pack:
    return replace(
        pack,
        rules={name: _rule(rule, marker) for name, rule in pack.rules.items()},
        offences={name: _offence(one, marker) for name, one in pack.offences.items()},
        routes={name: _route(one, marker) for name, one in pack.routes.items()},
        bodies={name: _body(one, marker) for name, one in pack.bodies.items()},
    )


def _rule(rule: Rule, marker: _Marker) -> Rule:
    title = marker.text(Part.RULES, rule.title)
    return replace(
        rule,
        title=AIM + title if rule.clock is Clock.TARGET else title,
        lost=marker.text(Part.RULES, rule.lost),
        versions=tuple(_version(version, marker) for version in rule.versions),
    )


def _version(version: RuleVersion, marker: _Marker) -> RuleVersion:
    return replace(
        version,
        article=marker.citation(Part.RULES, version.article),
        also=tuple(marker.citation(Part.BESIDE, one) for one in version.also),
        note=marker.text(Part.RULES, version.note),
        without_number=marker.text(Part.RULES, version.without_number),
    )


def _offence(offence: Offence, marker: _Marker) -> Offence:
    return replace(
        offence,
        citation=marker.citation(Part.OFFENCES, offence.citation),
        penalty=marker.text(Part.OFFENCES, offence.penalty),
        complaint_article=marker.text(Part.OFFENCES, offence.complaint_article),
        gate_reason=marker.text(Part.OFFENCES, offence.gate_reason),
        aggravations=tuple(_aggravation(tier, marker) for tier in offence.aggravations),
    )


def _aggravation(tier: Aggravation, marker: _Marker) -> Aggravation:
    return replace(
        tier,
        citation=marker.citation(Part.AGGRAVATIONS, tier.citation),
        penalty=marker.text(Part.AGGRAVATIONS, tier.penalty),
        gate_reason=marker.text(Part.AGGRAVATIONS, tier.gate_reason),
    )


def _route(route: Route, marker: _Marker) -> Route:
    return replace(
        route,
        citation=marker.citation(Part.ROUTES, route.citation),
        title=marker.text(Part.ROUTES, route.title),
        why=marker.text(Part.ROUTES, route.why),
        effect=marker.text(Part.ROUTES, route.effect),
        risk=marker.text(Part.ROUTES, route.risk),
        delay=marker.text(Part.ROUTES, route.delay),
    )


def _body(body: Body, marker: _Marker) -> Body:
    return replace(body, name=marker.text(Part.BODIES, body.name), mark=marker.mark(Part.BODIES))
