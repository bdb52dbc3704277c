"""How the rows of the board are worded."""

from collections.abc import Mapping
from datetime import date

from casedesk import explain, wording
from casedesk.law.pack import Clock, Element, Mark
from casedesk.law_words import happening_name
from casedesk.queries.deadlines import AskedRow, DateRow, UndatedRow, Urgency
from casedesk.queries.waiting import WaitingRow
from casedesk.translate import _, law, ngettext
from casedesk.ui import words
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.line import Mark as Drawing
from casedesk.ui.widgets.paragraph import Tone

NEAR = 25  # days within which a weekday and its number say enough


def deadline_line(row: DateRow, today: date, *, pseudonym: bool = True) -> Line:
    """Word one date: how far, what, for whom, and what to know of it in a sentence."""
    mark, tone = words.urgency_mark(row.urgency)
    lead, under = how_far(row, today)
    return Line(
        title=law(row.title),
        after=_joined(row.pseudonym if pseudonym else row.subject_label, _more(row)),
        detail=_detail(row),
        chip=caution(row),
        mark=mark,
        lead=lead,
        under=under,
        tone=tone,
        action=_("Why?"),
        detail_lines=2,
    )


def how_far(row: DateRow, today: date) -> tuple[str, str]:
    """Say how far a date is in two pieces, the more useful first."""
    near = abs(row.days_left) <= NEAR
    if row.urgency in {Urgency.LATER, Urgency.OPENS, Urgency.MET}:
        shown = wording.short_day(row.day) if abs(row.days_left) < 300 else wording.compact_day(row.day)
        relative = _("done") if row.urgency is Urgency.MET else wording.relative_day(row.day, today)
        return words.capital(shown), relative
    relative = words.capital(wording.relative_day(row.day, today))
    if row.urgency is Urgency.TODAY and row.clock is Clock.LIMITATION:
        return relative, _("until midnight")
    return relative, wording.weekday(row.day) if near else wording.compact_day(row.day)


def _detail(row: DateRow) -> str:
    legal = explain.legal_sentence(row)
    lost = law(row.rule.lost)
    if row.urgency in {Urgency.OPENS, Urgency.MET}:
        return lost
    if row.last_chance:
        return _("The prudent date is behind. {legal}. {lost}").format(legal=legal, lost=lost)
    if row.urgency is Urgency.OVERDUE:
        return f"{legal}. {lost}"
    if row.day != row.legal_day:
        return _("Prudent date. {legal}. {lost}").format(legal=legal, lost=lost)
    return lost


def _more(row: DateRow) -> str:
    return ngettext("and {count} more", "and {count} more", row.same).format(count=row.same) if row.same else ""


def caution(row: DateRow) -> str:
    """Say in a word or two why a date is not to be taken for law: a mere target, a text not read, a feast estimated."""
    mark = Mark.UNVERIFIED if row.estimated else row.version.article.mark  # nobody may take an estimate for granted
    return explain.caution(mark, row.clock)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def undated_line(row: UndatedRow, today: date) -> Line:
    """Word what presses though no date can be given."""
    since = _("Since {day}.").format(day=wording.day(row.since)) + " " if row.since else ""
    return Line(
        title=law(row.rule.title),
        after=row.pseudonym,
        detail=since + law(row.rule.lost),
        chip=explain.caution(row.version(today).article.mark, row.rule.clock),
        mark=Drawing.TRIANGLE if row.rule.urgent else Drawing.NONE,
        lead=_("Urgent") if row.rule.urgent else _("No date"),
        under=law(row.instead) if row.instead else _("no number in the law"),
        tone=Tone.OVERDUE if row.rule.urgent else Tone.QUIET,
    )


def waiting_line(row: WaitingRow, today: date) -> Line:
    """Word an answer awaited."""
    services = [name for name in map(words.platform, row.platforms) if name]
    whom = row.whom or (wording.and_list(services) if services else "")
    what = happening_name(row.what)
    ago = wording.elapsed(row.since, today) if row.since is not None else ""
    said = _("{what}, {ago}").format(what=what, ago=ago) if whom and ago else what if whom else ago
    parts = [said] if said else []
    if row.acknowledged_on is not None:
        parts.append(_("receipt on {day}").format(day=wording.short_day(row.acknowledged_on)))
    if row.next is not None:
        warning = caution(row.next)
        parts.append(f"{_next(row.next)} ({warning})" if warning else _next(row.next))
    return Line(title=whom or what, after=row.pseudonym, detail=" · ".join(parts), action=_("Note it"))


def _next(row: DateRow) -> str:
    """Say the next date of an act; one that is behind is never said to come."""
    day = wording.compact_day(row.day)
    if row.days_left >= 0:
        return _("next: {day}").format(day=day)
    if row.urgency is Urgency.OPENS:
        return _("possible since {day}").format(day=day)
    return _("date behind: {day}").format(day=day)


def question_line(row: AskedRow, elements: Mapping[str, Element]) -> Line:
    """Word a missing answer, and what it hides; `elements` are the questions of its country."""
    question = explain.missing_question(row.missing, elements)
    about = _("About: {subject}").format(subject=row.subject_label) if row.subject_label else ""
    return Line(title=row.pseudonym, detail=" ".join(part for part in (question, about) if part), action=_("Answer"))
