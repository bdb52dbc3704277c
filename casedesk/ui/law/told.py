"""What the law answers to one question, as it is shown, printed and copied."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo

from casedesk import explain, wording
from casedesk.explain import Sentence
from casedesk.law.assess import Assessment, Due, Lack, NotApplicable, Unknown, Why
from casedesk.law.counting import Count
from casedesk.law.pack import Clock, Mark, Pack, Rule, RuleVersion
from casedesk.law.regime import Regime
from casedesk.law_words import happening_name
from casedesk.translate import _, law
from casedesk.ui import words
from casedesk.ui.law import terms
from casedesk.ui.widgets.paragraph import Tone

_LOST_AFTER = frozenset({Clock.LIMITATION, Clock.ACT_BY})
_OF_THE_LAW = frozenset({Lack.DURATION, Lack.NO_NUMBER, Lack.OLD_LAW})


@dataclass(frozen=True, slots=True)
class Told:
    """An answer in words. Empty parts are not shown; `rule` is its name (`fr/press_limitation_3m`)."""

    title: str
    legal: str  # the answer itself, in one sentence
    prudent: str = ""
    tone: Tone = Tone.INK
    steps: tuple[Sentence, ...] = ()
    article: str = ""
    mark: str = ""
    warning: str = ""
    reference: str = ""
    doubts: tuple[str, ...] = ()
    rule: str = ""

    def paragraphs(self) -> list[str]:
        """Lay out everything under the title, for paper: a text is never told without its mark."""
        numbered = [
            f"{number}. {step.text}" + (f"\n{step.detail}" if step.detail else "")
            for number, step in enumerate(self.steps, start=1)
        ]
        text = "\n".join(part for part in (self.article, self.mark, self.warning, self.reference) if part)
        doubts = [_("To be settled by a jurist: {doubt}").format(doubt=doubt) for doubt in self.doubts]
        return [part for part in (self.legal, self.prudent, *numbered, text, *doubts) if part]

    def text(self) -> str:
        """Write the whole answer as plain text."""
        return "\n\n".join((self.title, *self.paragraphs()))


def told(pack: Pack, answer: Assessment, today: date, zone: tzinfo = UTC) -> Told:
    """Word any answer of the law where there is no case."""
    match answer:
        case Due():
            due = told_due(pack, answer, today, zone=zone)
            return replace(due, steps=tuple(_without_a_case(step) for step in due.steps))
        case Unknown():
            return _told_unknown(pack, answer, today)
        case NotApplicable():
            why = Sentence(_why(answer, pack))
            return _of_rule(pack, answer.rule, today, legal=_("This period does not run here."), steps=(why,))


def _why(answer: NotApplicable, pack: Pack) -> str:
    """Say why a clock does not run, where nothing is recorded anywhere."""
    if answer.why is Why.NO_TRIGGER:
        what = happening_name(answer.rule.trigger)
        return _("Nothing that starts this clock was given ({what}).").format(what=what)
    return explain.why_sentence(answer, pack.elements)


def _without_a_case(sentence: Sentence) -> Sentence:
    """Speak of what was given here, where a sentence speaks of what a case records."""
    if sentence.text == _("No act that restarts this period is recorded."):
        return replace(sentence, text=_("No act that restarts this period was given."))
    return sentence


def told_due(pack: Pack, due: Due, today: date, tone: Tone | None = None, zone: tzinfo = UTC) -> Told:
    """Word a date and why it is what it is; `tone` is chosen from today where nobody gives it."""
    past = due.rule.clock in _LOST_AFTER and due.until < today
    usual = Tone.MET if due.met else Tone.OVERDUE if past else Tone.INK
    prudent = prudent_sentence(due, today)
    if due.instant is not None:
        prudent = f"{_ends(due.instant, zone)} {prudent}".strip()
    return _worded(
        pack,
        due.rule,
        due.version,
        legal=explain.legal_sentence(due),
        prudent=prudent,
        tone=usual if tone is None else tone,
        steps=explain.trace_sentences(due, today),
    )


def _ends(instant: datetime, zone: tzinfo) -> str:
    """Say when a period of hours ends, by the clocks of the place."""
    moment, _comma, _zone = wording.moment(instant, zone).rpartition(" (")
    return _("Ends on {moment}, local time.").format(moment=moment)


def prudent_sentence(due: Due, today: date) -> str:
    """Say the prudent date in a sentence, when it is another day or when the legal one is not one day."""
    if due.met:
        return _("What had to be done was done.")
    if due.prudent_day == due.legal_day == due.until:
        return ""
    day = wording.long_day(due.prudent_day)
    if due.rule.clock is Clock.OPENS_ON:
        return _("Prudent date: {day}. Earlier would be refused.").format(day=day)
    if due.prudent_day < today:
        return _("Prudent date: {day}. It is behind.").format(day=day)
    return _("Prudent date: {day}. Act by then.").format(day=day)


def _told_unknown(pack: Pack, answer: Unknown, today: date) -> Told:
    """Say what is missing; where the law itself is, that no answer of hers can help."""
    of_the_law = any(missing.lack in _OF_THE_LAW for missing in answer.missing)
    legal = _("The law gives no date here.") if of_the_law else _("An answer is missing to give a date.")
    asked = tuple(Sentence(explain.missing_question(missing, pack.elements)) for missing in answer.missing)
    tone = Tone.OVERDUE if of_the_law and answer.rule.urgent else Tone.SOON
    return _of_rule(pack, answer.rule, today, legal=legal, steps=asked, tone=tone)


def _of_rule(
    pack: Pack, rule: Rule, today: date, *, legal: str, steps: tuple[Sentence, ...], tone: Tone = Tone.INK
) -> Told:
    return _worded(pack, rule, rule.version_on(today), legal=legal, steps=steps, tone=tone)


def _worded(  # noqa: PLR0917 - what every answer is made of
    pack: Pack,
    rule: Rule,
    version: RuleVersion,
    legal: str,
    prudent: str = "",
    tone: Tone = Tone.INK,
    steps: tuple[Sentence, ...] = (),
) -> Told:
    """Put an answer beside its text, the mark of that text and the doubts that travel with it."""
    mark = version.article.mark
    name = f"{pack.id}/{rule.id}"
    since = version.applies_from
    return Told(
        title=law(rule.title),
        legal=legal,
        prudent=prudent,
        tone=tone,
        steps=steps,
        article=words.capital(law(version.article.text)),
        mark=_checked(mark, rule.checked_on),
        warning=warning(rule.clock, mark),
        reference=_("{rule} · version since {day}").format(rule=name, day=wording.day(since)) if since else name,
        doubts=tuple(law(pack.doubts[doubt]) for doubt in rule.doubts if doubt in pack.doubts),
        rule=name,
    )


def _checked(mark: Mark, day: date) -> str:
    return _("{mark}, checked on {day}").format(mark=terms.mark_name(mark), day=wording.compact_day(day))


def _not_law(clock: Clock) -> str:
    return _("A target, not law") if clock is Clock.TARGET else ""


def warning(clock: Clock, mark: Mark) -> str:
    """Warn in a few words of what is no law, and of what nobody here has read."""
    return words.capital(" · ".join(part for part in (_not_law(clock), terms.to_confirm(mark)) if part))


def told_count(count: Count, latest: Count, zone: tzinfo = UTC, today: date | None = None) -> Told:
    """Word a bare count, that no text stands behind; `latest` is the same from the last day possible.

    A prudent date before `today` is said to be behind.
    """
    start = count.start
    title = _("{period} before {day}") if _is_back(count.regime) else _("{period} from {day}")
    days = sorted({count.prudent_day, latest.prudent_day})
    prudent = days[-1] if count.regime is Regime.GATE else days[0]
    behind = today is not None and prudent < today and count.regime is not Regime.GATE
    said = _("Prudent date: {day}. It is behind.") if behind else _("Prudent date: {day}.")
    steps = [Sentence(explain.step_sentence(step)) for step in count.steps]
    if latest.legal_day != count.legal_day:
        until = wording.long_day(latest.legal_day)
        steps.append(Sentence(_("Counted from the last day possible, the date would be {day}.").format(day=until)))
    return Told(
        title=words.capital(title.format(period=wording.period(count.period), day=wording.day(start))),
        legal=_count_sentence(count, zone),
        prudent="" if prudent == count.legal_day == latest.legal_day else said.format(day=wording.long_day(prudent)),
        steps=tuple(steps),
        warning=_("A bare count: no text of law stands behind this date."),
    )


def _is_back(regime: Regime) -> bool:
    return regime in {Regime.BACKWARD, Regime.CLEAR_BACKWARD}


def _count_sentence(count: Count, zone: tzinfo) -> str:
    day = wording.long_day(count.legal_day)
    if count.last_instant is not None:
        return _ends(count.last_instant, zone)
    if count.regime is Regime.GATE:
        return _("Possible from {day}").format(day=day)
    if count.regime is Regime.ML_CPP_1366:
        return _("Probable last day, to be confirmed: {day}").format(day=day)
    return _("Last day: {day}").format(day=day)
