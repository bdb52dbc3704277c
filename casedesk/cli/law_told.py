"""What the law answered, as plain values for JSON."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from casedesk import explain
from casedesk.law.assess import Assessment, Due, Missing, Unknown
from casedesk.law.check import answered
from casedesk.law.counting import Count, Step
from casedesk.law.facts import Occurrence, Value
from casedesk.law.pack import Citation, Pack, Rule, RuleVersion, Source
from casedesk.law.regime import Regime

Told = dict[str, object]


def told_count(count: Count) -> Told:
    """Tell a count. `opens_on` is there for a gate, `last_instant` for hours."""
    told: Told = {"last_day": _iso(count.last_day), "prudent_day": _iso(count.prudent_day)}
    if count.regime is Regime.GATE:
        told["opens_on"] = _iso(count.opens_on)
    if count.last_instant is not None:
        told["last_instant"] = _iso(count.last_instant)
    told |= {"rolled": count.rolled, "estimated": count.estimated}
    return told | {"steps": [told_step(step) for step in count.steps]}


def told_step(step: Step) -> Told:
    """Tell one step of a count."""
    return {"step": step.code.value, "day": _iso(step.day), "text": explain.step_sentence(step)}


def told_answer(pack: Pack, answer: Assessment, today: date) -> Told:
    """Tell what the law says of one rule and one happening."""
    rule = answer.rule
    head: Told = {"jurisdiction": pack.id, "rule": rule.id, "title": rule.title, "clock": rule.clock.value}
    if isinstance(answer, Due):
        return head | {"answer": "due"} | _told_due(pack, answer, today)
    text: Told = {"article": _told_citation(rule.versions[-1].article), "checked_on": _iso(rule.checked_on)}
    if isinstance(answer, Unknown):
        missing = [_told_missing(pack, missing) for missing in answer.missing]
        return head | {"answer": "unknown", "missing": missing, "urgent": rule.urgent} | text
    why = {"why": answer.why.value, "fact": answer.name, "text": explain.why_sentence(answer, pack.elements)}
    return head | {"answer": "not_applicable"} | why | text


def _told_due(pack: Pack, due: Due, today: date) -> Told:
    trace, rule = due.trace, due.rule
    told = told_count(trace.count)
    told |= {
        "prudent_day": _iso(due.prudent_day),
        "until": _iso(due.until),
        "estimated": due.estimated,
        "met": due.met,
        "text": explain.legal_sentence(due),
        "article": _told_citation(due.version.article),
        "version": _told_version(due.version),
        "checked_on": _iso(rule.checked_on),
        "doubts": {name: pack.doubts[name] for name in rule.doubts},
        "started_on": _iso(trace.started_on),
        "restarted": [_told_occurrence(act) for act in trace.restarted],
        "ignored": [_told_occurrence(act) for act in trace.ignored],
        "unconfirmed": [_told_occurrence(act) for act in trace.unconfirmed],
    }
    sentences = explain.trace_sentences(due, today)
    return told | {"trace": [{"text": sentence.text, "detail": sentence.detail} for sentence in sentences]}


def told_rule(pack: Pack, rule: Rule) -> Told:
    """Tell a rule: what starts it, how it is counted in each version, by which text; the present version first."""
    present = rule.versions[-1]
    cited = dict.fromkeys(one.source for version in rule.versions for one in (version.article, *version.also))
    return {
        "jurisdiction": pack.id,
        "id": rule.id,
        "title": rule.title,
        "kind": rule.clock.value,
        "regime": present.regime.value,
        "duration": str(present.duration) if present.duration else None,
        "without_number": present.without_number,
        "fixed_on": _iso(present.fixed_on),
        "article": present.article.text,
        "mark": present.article.mark.value,
        "checked_on": _iso(rule.checked_on),
        "sources": [_told_source(pack.sources[name]) for name in cited],
        "examples": len(rule.examples),
        "doubts": {name: pack.doubts[name] for name in rule.doubts},
        "trigger": [what.value for what in (rule.trigger, *rule.also_from)],
        "starts_from": rule.starts_from.value,
        "bound": rule.bound,
        "lost": rule.lost,
        "when": {name: _plain(wanted) for name, wanted in rule.when.items()},
        "requires": [what.value for what in rule.requires],
        "restarted_by": [what.value for what in rule.restarted_by],
        "confirmed_by": {act.value: [one.value for one in by] for act, by in rule.confirmed_by.items()},
        "not_restarted_by": [what.value for what in rule.not_restarted_by],
        "met_by": [what.value for what in rule.met_by],
        "letters": list(rule.letters),
        "rows": list(rule.rows),
        "versions": [_told_version(version) for version in rule.versions],
    }


def _told_source(source: Source) -> Told:
    return {"id": source.id, "title": source.title, "url": source.url, "read": source.read}


def told_pack(pack: Pack) -> Told:
    """Tell how much a pack holds: rules by kind of clock and by mark, and the rest by count."""
    rules = pack.rules.values()
    return {
        "jurisdiction": pack.id,
        "version": pack.version,
        "rules": len(rules),
        "rules_by_clock": _tally(rule.clock.value for rule in rules),
        "rules_by_mark": _tally(rule.versions[-1].article.mark.value for rule in rules),
        "offences": len(pack.offences),
        "routes": len(pack.routes),
        "bodies": len(pack.bodies),
        "letters": len(pack.letters),
        "rows": answered(pack),
        "examples": sum(len(rule.examples) for rule in rules),
    }


def _tally(words: Iterable[str]) -> dict[str, int]:
    return dict(Counter(words))


def _told_version(version: RuleVersion) -> Told:
    return {
        "applies_from": _iso(version.applies_from),
        "applies_until": _iso(version.applies_until),
        "regime": version.regime.value,
        "duration": str(version.duration) if version.duration else None,
        "article": _told_citation(version.article),
        "also": [_told_citation(citation) for citation in version.also],
        "safe_days": version.safe_days,
        "without_number": version.without_number,
        "fixed_on": _iso(version.fixed_on),
        "note": version.note,
    }


def _told_citation(citation: Citation) -> Told:
    return {"text": citation.text, "source": citation.source, "mark": citation.mark.value}


def _told_missing(pack: Pack, missing: Missing) -> Told:
    question = explain.missing_question(missing, pack.elements)
    return {"lack": missing.lack.value, "name": missing.name, "question": question}


def _told_occurrence(occurrence: Occurrence) -> Told:
    when = occurrence.when
    return {
        "what": occurrence.what.value,
        "earliest": _iso(when.earliest) if when else None,
        "latest": _iso(when.latest) if when else None,
    }


def _plain(wanted: Value | tuple[Value, ...]) -> object:
    if isinstance(wanted, tuple):
        return [_plain(value) for value in wanted]
    return _iso(wanted) if isinstance(wanted, date) else wanted


def _iso(day: date | datetime | None) -> str | None:
    return None if day is None else day.isoformat()
