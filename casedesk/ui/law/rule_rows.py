"""The rules of every country as one list, and what is kept of it when one looks for something."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from casedesk import explain, wording
from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Mark, Pack, Rule, RuleVersion
from casedesk.law.staleness import stale
from casedesk.translate import _, law, ngettext
from casedesk.ui import words
from casedesk.ui.law import terms
from casedesk.ui.law.search import holds, plain
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.paragraph import Tone


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule. `version` is the one in force today; `words` is what a search looks into."""

    pack: str
    rule: Rule
    version: RuleVersion
    stale: bool
    words: str

    @property
    def name(self) -> str:
        """The name of the rule among those of every country: `fr/press_limitation_3m`."""
        return f"{self.pack}/{self.rule.id}"

    @property
    def mark(self) -> Mark:
        """How far the text in force was checked."""
        return self.version.article.mark

    @property
    def of_the_law(self) -> bool:
        """Say whether it is a date of the law itself, that belongs to no case."""
        return self.rule.trigger is Happening.LAW_DATE


@dataclass(frozen=True, slots=True)
class RuleFilter:
    """What is looked for. Empty parts let everything through; `of_the_law` keeps the dates of the law itself."""

    words: str = ""
    pack: str = ""
    clock: Clock | None = None
    of_the_law: bool = False
    mark: Mark | None = None
    stale: bool = False
    doubtful: bool = False

    def keeps(self, row: RuleRow) -> bool:
        """Say whether a rule is looked for."""
        return (
            holds(row.words, self.words)
            and self.pack in {"", row.pack}
            and (self.clock is None or (row.rule.clock is self.clock and not row.of_the_law))
            and (row.of_the_law or not self.of_the_law)
            and self.mark in {None, row.mark}
            and (row.stale or not self.stale)
            and (bool(row.rule.doubts) or not self.doubtful)
        )


def rule_rows(packs: Mapping[str, Pack], today: date) -> tuple[RuleRow, ...]:
    """List every rule, country by country, limitations first; the dates of the law itself come last, soonest first."""
    rows = [
        RuleRow(pack.id, rule, rule.version_on(today), stale(rule.checked_on, today), _words(pack, rule))
        for pack in packs.values()
        for rule in pack.rules.values()
    ]
    return tuple(sorted(rows, key=_order))


def _order(row: RuleRow) -> tuple[bool, date, str, int]:
    soonest = (row.version.fixed_on or date.max) if row.of_the_law else date.min
    return row.of_the_law, soonest, row.pack, list(Clock).index(row.rule.clock)


def countable(rows: Iterable[RuleRow]) -> tuple[RuleRow, ...]:
    """Keep the rules that something starts: those a person can count with."""
    return tuple(row for row in rows if not row.of_the_law)


def _words(pack: Pack, rule: Rule) -> str:
    texts = [rule.id, pack.id, pack.title, rule.title, law(rule.title), rule.bound, rule.lost, *rule.doubts]
    texts += [offence.title for offence in pack.offences.values() if rule.id in offence.limitation]
    texts += rule.words
    for version in rule.versions:
        for citation in (version.article, *version.also):
            texts += [citation.text, law(citation.text), *_source(pack, citation.source)]
        texts += [version.note, version.without_number]
    return plain(" ".join(texts))


def _source(pack: Pack, name: str) -> list[str]:
    source = pack.sources.get(name)
    return [source.title] if source else []


def rule_line(row: RuleRow, country: str = "") -> Line:
    """Word one rule: its name, what kind of clock it is, how long, by which text, and what to be wary of."""
    is_target, confirm = row.rule.clock is Clock.TARGET, terms.to_confirm(row.mark)
    details = [country, _kind(row), terms.duration(row.version), law(row.version.article.text)]
    return Line(
        title=law(row.rule.title),
        after=confirm if is_target else "",
        detail=" · ".join(part for part in details if part),
        chip=_("A target, not law") if is_target else words.capital(confirm),
        aside=_("not read again for a year") if row.stale else "",
        aside_tone=Tone.SOON,
        detail_lines=2,
    )


def _kind(row: RuleRow) -> str:
    """Name the kind of clock; a target is named by what warns of it."""
    if row.of_the_law:
        return _("date of the law itself")
    return "" if row.rule.clock is Clock.TARGET else explain.clock_name(row.rule.clock)


def count_sentence(rows: Iterable[RuleRow]) -> str:
    """Say how many rules are shown, and how many of them nobody may take for granted."""
    shown = list(rows)
    doubtful = sum(row.mark is not Mark.VERIFIED for row in shown)
    counted = ngettext("{count} rule", "{count} rules", len(shown)).format(count=wording.number(len(shown)))
    if not doubtful:
        return counted
    return f"{counted} · " + _("{count} to be confirmed").format(count=wording.number(doubtful))
