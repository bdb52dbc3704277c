"""A rule of a pack, told whole to somebody who must judge it."""

from collections.abc import Iterable, Iterator

from casedesk import explain, wording
from casedesk.law.facts import Happening, Occurrence
from casedesk.law.pack import Citation, Clock, Example, Mark, Pack, RuleVersion, StartsFrom
from casedesk.law.when import When
from casedesk.law_words import happening_name
from casedesk.translate import _, law, ngettext
from casedesk.ui import words
from casedesk.ui.fonts import Role
from casedesk.ui.law import terms
from casedesk.ui.law.rule_rows import RuleRow
from casedesk.ui.widgets.notice import Piece, Section
from casedesk.ui.widgets.paragraph import Tone


def rule_sections(pack: Pack, row: RuleRow) -> list[Section]:
    """Tell a rule: what it is, what starts it, how it is counted, whom it binds, by which texts, with which doubts."""
    rule = row.rule
    return [
        Section("", tuple(_head(row))),
        Section(_("Runs from"), tuple(_starts(pack, row))),
        Section(_("How it is counted"), tuple(_versions(row))),
        Section(_("Who must act"), _said(law(rule.bound))),
        Section(_lost_title(rule.clock), _said(law(rule.lost))),
        Section(_("What restarts it"), tuple(_restarts(row))),
        Section(_("What does not restart it, though it looks so"), _happenings(rule.not_restarted_by)),
        Section(_("What stops it"), _happenings(rule.met_by)),
        Section(_("Texts"), tuple(_texts(pack, row))),
        Section(_("To be settled by a jurist"), tuple(_doubts(pack, rule.doubts))),
        Section(_("Worked by hand"), tuple(_examples(pack, rule.examples))),
        Section(_("Letters"), tuple(Piece(law(pack.letters[name].title)) for name in rule.letters)),
        Section("", (Piece(f"{row.name} · {rule.file}" if rule.file else row.name, Role.SMALL, Tone.QUIET),)),
    ]


def _said(text: str) -> tuple[Piece, ...]:
    return (Piece(words.capital(text)),) if text else ()


def _happenings(kinds: Iterable[Happening]) -> tuple[Piece, ...]:
    return tuple(Piece(happening_name(what)) for what in kinds)


def _head(row: RuleRow) -> Iterator[Piece]:
    """Say what kind of clock it is, then everything one must be wary of."""
    rule = row.rule
    kind = _("date of the law itself") if row.of_the_law else explain.clock_name(rule.clock)
    yield Piece(f"{words.jurisdiction(row.pack)} · {kind}", tone=Tone.QUIET)
    if not row.of_the_law:
        tone = Tone.SOON if rule.clock is Clock.TARGET else Tone.QUIET
        yield Piece(terms.clock_meaning(rule.clock), Role.SMALL, tone)
    if confirm := terms.to_confirm(row.mark):
        yield Piece(words.capital(f"{terms.mark_name(row.mark)} · {confirm}"), Role.SMALL, Tone.SOON)
    if row.stale:
        day = wording.day(rule.checked_on)
        read_on = _("This rule was last checked on {day}, more than a year ago.").format(day=day)
        yield Piece(read_on, Role.SMALL, Tone.SOON)
    if count := len(rule.doubts):
        sentence = ngettext(
            "{count} point is to be settled by a jurist: see below.",
            "{count} points are to be settled by a jurist: see below.",
            count,
        )
        yield Piece(sentence.format(count=count), Role.SMALL, Tone.QUIET)


def _starts(pack: Pack, row: RuleRow) -> Iterator[Piece]:
    rule = row.rule
    yield from _happenings((rule.trigger, *rule.also_from))
    if rule.starts_from is StartsFrom.MAJORITY:
        yield Piece(_("The period runs from her coming of age, at eighteen."))
    for what in rule.requires:
        yield Piece(_("It runs only once this has happened: {what}.").format(what=happening_name(what)))
    for name, wanted in rule.when.items():
        yield Piece(_("Only if: {condition}").format(condition=terms.condition(pack, name, wanted)))


def _versions(row: RuleRow) -> Iterator[Piece]:
    """Tell each version with the days it is for, the one in force last."""
    for version in row.rule.versions:
        since = _days(version)
        long = terms.duration(version)
        yield Piece(words.capital(f"{since} {long}" if since else long), Role.STRONG)
        if version.duration is not None:
            yield Piece(words.capital(terms.regime_name(version.regime)), Role.SMALL, Tone.QUIET)
        if version.safe_days:
            margin = ngettext(
                "The prudent date keeps a margin of {days} day: the text leaves its first day in doubt.",
                "The prudent date keeps a margin of {days} days: the text leaves its first day in doubt.",
                version.safe_days,
            )
            yield Piece(margin.format(days=version.safe_days), Role.SMALL, Tone.QUIET)
        if version.duration is None and not version.without_number and version.fixed_on is None:
            yield Piece(_("No date is given: ask a jurist."), Role.SMALL, Tone.SOON)
        if version.note:
            yield Piece(law(version.note), Role.SMALL, Tone.QUIET)


def _days(version: RuleVersion) -> str:
    """Say for which days a version is; empty when it always was."""
    first, last = version.applies_from, version.applies_until
    if first and last:
        return _("From {first} to {last}:").format(first=wording.day(first), last=wording.day(last))
    if first:
        return _("Since {first}:").format(first=wording.day(first))
    return _("Until {last}:").format(last=wording.day(last)) if last else ""


def _lost_title(clock: Clock) -> str:
    return _("What opens") if clock is Clock.OPENS_ON else _("What follows")


def _restarts(row: RuleRow) -> Iterator[Piece]:
    for what in row.rule.restarted_by:
        confirmations = row.rule.confirmed_by.get(what, ())
        if confirmations:
            once = _either(confirmations)
            yield Piece(_("{what}, only once: {once}").format(what=happening_name(what), once=once))
        else:
            yield Piece(happening_name(what))


def _either(kinds: Iterable[Happening]) -> str:
    return " / ".join(happening_name(what) for what in kinds)


def _texts(pack: Pack, row: RuleRow) -> Iterator[Piece]:
    """Cite each text with its mark, then say where each was read, and in what state."""
    named: dict[str, None] = {}
    shown: dict[tuple[str, str], None] = {}
    for version in row.rule.versions:
        for citation in (version.article, *version.also):
            if (citation.text, citation.mark) in shown:
                continue
            shown[citation.text, citation.mark] = None
            named.setdefault(citation.source)
            yield Piece(words.capital(law(citation.text)), Role.STRONG if citation is version.article else Role.BODY)
            yield _mark(citation)
    for name in named:
        yield from source_pieces(pack, name)


def _mark(citation: Citation) -> Piece:
    confirm = terms.to_confirm(citation.mark)
    text = " · ".join(part for part in (terms.mark_name(citation.mark), confirm) if part)
    return Piece(words.capital(text), Role.SMALL, Tone.QUIET if citation.mark is Mark.VERIFIED else Tone.SOON)


def source_pieces(pack: Pack, name: str) -> Iterator[Piece]:
    """Say where something was read: its title, in what state, when, and the address to copy."""
    source = pack.sources.get(name)
    if source is None:
        if name:
            yield Piece(name, Role.SMALL, Tone.QUIET, copy=name)
        return
    day = wording.compact_day(source.checked_on)
    read = _("{how} Checked on {day}.").format(how=words.capital(_stopped(law(source.read))), day=day)
    yield Piece(_("Source: {title}").format(title=law(source.title)), tone=Tone.QUIET)
    yield Piece(read.strip(), Role.SMALL, Tone.QUIET)
    if source.url:
        yield Piece(source.url, Role.SMALL, Tone.QUIET, copy=source.url)


def _stopped(text: str) -> str:
    return f"{text.rstrip('.')}." if text else ""


def _doubts(pack: Pack, names: Iterable[str]) -> Iterator[Piece]:
    for name in names:
        yield Piece(f"{name} · {law(pack.doubts.get(name, ''))}")


def _examples(pack: Pack, examples: Iterable[Example]) -> Iterator[Piece]:
    for example in examples:
        yield Piece(example_sentence(pack, example))
        if example.why:
            yield Piece(law(example.why), Role.SMALL, Tone.QUIET)


def example_sentence(pack: Pack, example: Example) -> str:
    """Tell a worked example: what happened and when, what is known, and the date found by hand."""
    start, *acts = example.facts.occurrences
    known = [terms.condition(pack, name, value) for name, value in example.facts.answers.items()]
    place = example.facts.place
    if place != pack.id:
        known.append(words.place(place))
    told = [_happened(start), *(_happened(act) for act in acts), *known]
    return _("{facts} → {answer}").format(facts="; ".join(part for part in told if part), answer=_found(example))


def _happened(one: Occurrence) -> str:
    if one.what is Happening.LAW_DATE:
        return ""
    return _("{what}: {day}").format(what=happening_name(one.what), day=_when(one.when))


def _when(when: When | None) -> str:
    if when is None:
        return _("day not known")
    if when.instant is not None:
        return wording.moment(when.instant)
    return wording.day(when.earliest) if when.exact else wording.span(when)


def _found(example: Example) -> str:
    if example.not_applicable:
        return _("does not run")
    if example.until is not None:
        return wording.moment(example.until)
    if example.due is None:
        return _("no date")
    due = wording.long_day(example.due)
    if example.prudent is None or example.prudent == example.due:
        return due
    return _("{day}; prudently, {prudent}").format(day=due, prudent=wording.long_day(example.prudent))
