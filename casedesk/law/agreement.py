"""Whether the parts of a pack agree with each other."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from casedesk.errors import PackProblem
from casedesk.law.counting import can_count
from casedesk.law.facts import FACTS, FactSpec, FactType, Happening, Value
from casedesk.law.pack import (
    Body,
    Citation,
    Clock,
    Element,
    LetterModel,
    Mark,
    Offence,
    Pack,
    Reader,
    Route,
    Rule,
    RuleVersion,
)
from casedesk.law.regime import Regime

BODY_KINDS = (
    "platform",
    "prosecutor",
    "court",
    "authority",
    "out_of_court",
    "trusted_flagger",
    "hotline",
    "support",
    "authenticity",
)
EVENTS = "events."  # a question about a step of the case
ANSWERS = "answers."
# What a letter may ask beside its own answers and the steps of the case; an answer is written where it belongs.
ASKED_ELSEWHERE = frozenset(
    """addressee about offences authors representatives exhibits providers
    person.addressed_as person.given_name person.family_name person.born_on person.birth_place person.nationality
    person.profession person.address person.phone person.email person.domicile_agreed_on
    sender.name sender.address sender.town sender.email sender.phone sender.registration
    incident.title incident.account_of_facts incident.when incident.where incident.amount incident.effects
    incident.incapacity_days
    content.url content.post_id content.account content.created_at content.first_seen_on content.last_seen_on
    content.state""".split()  # noqa: SIM905 - rows of words
)
PLATFORM = "platform"
NOT_A_FACT = ("day", "duration", "no_number", "old_law")  # what an example may expect to be unknown, beside a fact
_PYTHON_TYPES: Mapping[FactType, type] = {
    FactType.DATE: date,
    FactType.YES_NO: bool,
    FactType.CHOICE: str,
    FactType.NUMBER: int,
}


def check_agreement(pack: Pack, files: Mapping[tuple[str, str], str]) -> None:
    """Refuse a pack whose parts contradict each other, or name what is not there.

    `files` says in which file each entry is written, by its kind and its id.

    Raises:
        PackProblem: the file, the entry and the key to mend.
    """

    def spot(kind: str, name: str) -> _Spot:
        return _Spot(pack, files[kind, name], name)

    for rule in pack.rules.values():
        _check_rule(spot("rule", rule.id), rule)
    for element in pack.elements.values():
        _check_element(spot("element", element.id), element)
    for offence in pack.offences.values():
        _check_offence(spot("offence", offence.id), offence)
    for route in pack.routes.values():
        _check_route(spot("route", route.id), route)
    for body in pack.bodies.values():
        _check_body(spot("body", body.id), body)
    for letter in pack.letters.values():
        check_letter(pack, letter)


def fact_spec(pack: Pack, name: str) -> FactSpec | None:
    """Find what is asked under a name: a fact of the engine, or a yes-or-no question of the pack."""
    return FactSpec(name, FactType.YES_NO) if name in pack.elements else FACTS.get(name)


def value_fits(spec: FactSpec, value: Value, choices: Container[str]) -> bool:
    """Say whether a fact can have this value: exactly its type, and one of `choices` where it is chosen."""
    return type(value) is _PYTHON_TYPES[spec.type] and (spec.type is not FactType.CHOICE or value in choices)


def fact_choices(spec: FactSpec, pack: Pack) -> tuple[str, ...]:
    """List what a chosen fact can be in this pack; empty for the others."""
    return tuple(pack.offences) if spec.name == "offence" else spec.choices


@dataclass(frozen=True, slots=True)
class _Spot:
    """One entry of one file, to be checked against the rest of its pack."""

    pack: Pack
    file: str
    entry: str

    def problem(self, key: str, expected: str, told: Mapping[str, str] | None = None) -> PackProblem:
        """Build the refusal of `key`; `told` fills the named places of `expected`."""
        return PackProblem(self.file, self.entry, key, expected, told=told)

    def names(self, key: str, names: Iterable[str], known: Container[str], kind: str) -> None:
        """Refuse a name that the pack does not know."""
        for name in names:
            if name not in known:
                raise self.problem(key, "{name} is not a known {kind}", {"name": repr(name), "kind": kind})

    def rows(self, rows: Iterable[str]) -> None:
        """Refuse an answer to a line that no dossier has."""
        known = {f"{dossier}:{row}" for dossier, lines in self.pack.rows.items() for row in lines}
        self.names("rows", rows, known, "line of a dossier")

    def citations(self, key: str, citations: Iterable[Citation]) -> None:
        """Refuse an article whose source the pack does not list."""
        self.names(f"{key}.source", (citation.source for citation in citations), self.pack.sources, "source")

    def conditions(self, conditions: Mapping[str, Value | tuple[Value, ...]]) -> None:
        """Refuse a condition that no case can meet."""
        for name, wanted in conditions.items():
            for value in wanted if isinstance(wanted, tuple) else (wanted,):
                self.fact(f"when.{name}", name, value)

    def fact(self, key: str, name: str, value: Value) -> None:
        """Refuse a fact the engine does not know, or a value it cannot have."""
        spec = fact_spec(self.pack, name)
        if spec is None:
            raise self.problem(key, "{name} is not a known {kind}", {"name": repr(name), "kind": "fact"})
        choices = fact_choices(spec, self.pack)
        if not value_fits(spec, value, choices):
            told = {"value": repr(value), "known": ", ".join(choices) or spec.type.value}
            raise self.problem(key, "{value} does not fit: one of {known} is needed", told)

    def once(self, key: str, names: Iterable[str]) -> None:
        """Refuse a name that stands twice."""
        seen: set[str] = set()
        for name in names:
            if name in seen:
                raise self.problem(key, "{name} stands here twice", {"name": repr(name)})
            seen.add(name)

    def questions(self, key: str, names: Iterable[str]) -> None:
        """Refuse the name of a question that is none, or cannot be answered by yes or no."""
        for name in names:
            self.fact(key, name, value=True)


def _check_rule(spot: _Spot, rule: Rule) -> None:
    spot.names("letters", rule.letters, spot.pack.letters, "letter")
    spot.names("doubts", rule.doubts, spot.pack.doubts, "doubt")
    spot.conditions(rule.when)
    for act in rule.restarted_by:
        if act in rule.not_restarted_by:
            raise spot.problem("not_restarted_by", "{act} is also in restarted_by", {"act": repr(act.value)})
    for act in rule.confirmed_by:
        spot.names("confirmed_by", [act], rule.restarted_by, "act of restarted_by")
    if not rule.versions:
        raise spot.problem("version", "at least one version is needed")
    for number, version in enumerate(rule.versions, start=1):
        _check_version(spot, rule, version, f"version[{number}]")
    for earlier, later in pairwise(rule.versions):
        if earlier.applies_until is None or later.applies_from is None or later.applies_from <= earlier.applies_until:
            raise spot.problem(
                "version", "versions go from the oldest to the newest, each ending before the next begins"
            )
    for number, example in enumerate(rule.examples, start=1):
        spot.names(f"example[{number}].place", [example.facts.place], spot.pack.places, "place")
        for name, value in example.facts.answers.items():
            spot.fact(f"example[{number}].facts.{name}", name, value)
        if example.unknown:
            known = (*FACTS, *spot.pack.elements, *NOT_A_FACT)
            spot.names(f"example[{number}].unknown", [example.unknown], known, "fact")
    spot.rows(rule.rows)


def _check_version(spot: _Spot, rule: Rule, version: RuleVersion, path: str) -> None:
    spot.citations(f"{path}.article", [version.article])
    spot.citations(f"{path}.also", version.also)
    if version.duration and (version.without_number or version.fixed_on):
        raise spot.problem(f"{path}.duration", "a duration goes neither with without_number nor with fixed_on")
    if version.fixed_on and rule.trigger is not Happening.LAW_DATE:
        raise spot.problem(f"{path}.fixed_on", "a day fixed by the law goes with the trigger law_date")
    if rule.trigger is Happening.LAW_DATE and version.duration:
        raise spot.problem(f"{path}.duration", "a date of the law has no duration: fixed_on gives its day")
    if (rule.clock is Clock.OPENS_ON) != (version.regime is Regime.GATE):
        raise spot.problem(f"{path}.regime", "the clock opens_on and the regime gate go together")
    if version.duration and not can_count(version.regime, version.duration):
        told = {"regime": version.regime.value}
        if version.regime is Regime.HOURS:
            raise spot.problem(f"{path}.duration", "the regime {regime} counts in hours", told)
        raise spot.problem(f"{path}.duration", "the regime {regime} counts in days, weeks, months or years", told)
    if version.safe_days < 0:
        raise spot.problem(f"{path}.safe_days", "a number of days from 0 is needed")
    if version.applies_from and version.applies_until and version.applies_until < version.applies_from:
        raise spot.problem(f"{path}.applies_until", "it must not come before applies_from")


def _check_element(spot: _Spot, element: Element) -> None:
    if element.id in FACTS:
        raise spot.problem("id", "this name is already that of a fact")
    numbers = [name for name, spec in FACTS.items() if spec.type is FactType.NUMBER]
    spot.names("number", [element.number] if element.number else [], numbers, "number")


def _check_offence(spot: _Spot, offence: Offence) -> None:
    spot.questions("elements", offence.elements)
    spot.questions("excluded_by", offence.excluded_by)
    for number, tier in enumerate(offence.aggravations, start=1):
        spot.citations(f"aggravation[{number}].citation", [tier.citation])
        spot.questions(f"aggravation[{number}].any_of", tier.any_of)
        spot.questions(f"aggravation[{number}].all_of", tier.all_of)
        if not 1 <= tier.at_least <= len(tier.any_of):
            raise spot.problem(f"aggravation[{number}].at_least", "a number from 1 to that of any_of is needed")
    if offence.applies_from and offence.applies_until and offence.applies_until < offence.applies_from:
        raise spot.problem("applies_until", "it must not come before applies_from")
    spot.citations("citation", [offence.citation])
    spot.names("limitation", offence.limitation, spot.pack.rules, "rule")
    spot.names("doubts", offence.doubts, spot.pack.doubts, "doubt")
    if offence.complaint_required and not offence.complaint_article:
        raise spot.problem("complaint_article", "the article that requires a complaint is needed")
    spot.rows(offence.rows)


def _check_route(spot: _Spot, route: Route) -> None:
    spot.citations("citation", [route.citation])
    spot.names("letters", route.letters, spot.pack.letters, "letter")
    spot.names("doubts", route.doubts, spot.pack.doubts, "doubt")
    spot.names("bodies", route.bodies, spot.pack.bodies, "body")
    spot.names("offences", route.offences, spot.pack.offences, "offence")
    spot.conditions(route.when)
    gates = [rule.id for rule in spot.pack.rules.values() if rule.clock is Clock.OPENS_ON]
    spot.names("gate", [route.gate] if route.gate else [], gates, "rule whose clock is opens_on")


def _check_body(spot: _Spot, body: Body) -> None:
    spot.names("kind", [body.kind], BODY_KINDS, "kind of body")
    spot.names("source", [body.source] if body.source else [], spot.pack.sources, "source")
    spot.names("doubts", body.doubts, spot.pack.doubts, "doubt")


def check_letter(pack: Pack, letter: LetterModel) -> None:
    """Refuse a letter that does not agree with its pack.

    Raises:
        PackProblem: it names something the pack does not know, or says something twice.
    """
    spot = _Spot(pack, letter.file, letter.id)
    spot.citations("citations", letter.citations)
    for number, citation in enumerate(letter.citations, start=1):
        if citation.mark is not Mark.VERIFIED:
            raise spot.problem(f"citations[{number}].mark", "VERIFIED: a letter cites no text that was not read")
    spot.names("doubts", letter.doubts, spot.pack.doubts, "doubt")
    spot.names("addressee", [letter.addressee] if letter.addressee else [], (*spot.pack.bodies, *BODY_KINDS), "body")
    asked = [question.fact for question in letter.questions]
    spot.once("questions", asked)
    spot.once("clauses", [clause.id for clause in letter.clauses])
    happenings = [fact.removeprefix(EVENTS) for fact in asked if fact.startswith(EVENTS)]
    spot.names("questions", happenings, [one.value for one in Happening], "happening")
    elsewhere = [fact for fact in asked if not fact.startswith((EVENTS, ANSWERS))]
    spot.names("questions", elsewhere, ASKED_ELSEWHERE, "fact")
    body = pack.bodies.get(letter.addressee)
    if PLATFORM in {letter.addressee, body.kind if body else ""} and letter.reader is not Reader.OTHER_SIDE:
        told = {"value": repr(letter.reader.value), "known": Reader.OTHER_SIDE.value}
        raise spot.problem("reader", "{value} does not fit: one of {known} is needed", told)
