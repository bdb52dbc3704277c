"""What a step does to the clocks, in the words of the country's law."""

from casedesk import explain, wording
from casedesk.law.facts import Happening
from casedesk.law.pack import Clock, Pack, Rule
from casedesk.law_words import happening_name
from casedesk.translate import _, law
from casedesk.ui import words
from casedesk.ui.law import terms

# What she or the association does: the pack tells its effect in plain words, route by route.
_OWN_ACTS = frozenset(
    {
        Happening.COMPLAINT_POLICE,
        Happening.COMPLAINT_PROSECUTOR,
        Happening.COPY_TO_PROSECUTOR,
        Happening.CIVIL_PARTY_COMPLAINT,
        Happening.DIRECT_CITATION,
        Happening.NOTICE_SENT,
        Happening.REQUISITION_REQUESTED,
    }
)


def consequence(pack: Pack, what: Happening) -> str:
    """Say what `what` starts, starts again, ends, and does not start again; never nothing."""
    told = next((route for route in pack.routes.values() if what in route.done_by and route.effect), None)
    if told and what in _OWN_ACTS:
        confirm = words.capital(terms.to_confirm(told.citation.mark))
        parts = [law(told.effect), _confirmed(pack, what), f"{confirm}." if confirm else ""]
        return " ".join(part for part in parts if part)
    rules = pack.rules.values()
    limitations = [rule for rule in rules if rule.clock is Clock.LIMITATION]
    again = [rule for rule in rules if what in rule.restarted_by]
    others = [rule for rule in limitations if rule not in again]
    by_exception = len(others) < len(again)  # the few that do not start again are named with those that do
    not_again = [] if by_exception else [rule for rule in limitations if what in rule.not_restarted_by]
    sentences = [
        _started([rule for rule in rules if what is rule.trigger or what in rule.also_from]),
        _all_started_again(others) if by_exception else _started_again(again),
        _not_started_again(not_again, whole=not_again == limitations),
        _ended([rule for rule in rules if what in rule.met_by]),
    ]
    said = " ".join(sentence for sentence in sentences if sentence)
    return said or _("No clock known here depends on it: it stays in the timeline, with its proof.")


def _confirmed(pack: Pack, what: Happening) -> str:
    """Say what must still be noted before a step restarts anything."""
    by = {one: None for rule in pack.rules.values() for one in rule.confirmed_by.get(what, ())}
    if not by:
        return ""
    message = _("Until one of these is noted too, no limitation starts again: {confirmations}.")
    return message.format(confirmations=wording.and_list([happening_name(one) for one in by]))


def _started(rules: list[Rule]) -> str:
    return _("It starts {clocks}.").format(clocks=_titles(rules)) if rules else ""


def _all_started_again(but: list[Rule]) -> str:
    if not but:
        return _("It makes every limitation start again from zero.")
    return _("It makes every limitation start again from zero, but {clocks}.").format(clocks=_titles(but))


def _started_again(rules: list[Rule]) -> str:
    return _("It makes {clocks} start again from zero.").format(clocks=_titles(rules)) if rules else ""


def _not_started_again(rules: list[Rule], *, whole: bool) -> str:
    if whole and rules:
        return _("It stops no limitation and starts none again.")
    return _("It does not make {clocks} start again.").format(clocks=_titles(rules)) if rules else ""


def _ended(rules: list[Rule]) -> str:
    return _("It puts an end to {clocks}.").format(clocks=_titles(rules)) if rules else ""


def _titles(rules: list[Rule]) -> str:
    return wording.and_list([_title(rule) for rule in rules])


def _title(rule: Rule) -> str:
    """Quote the title of a rule, with what warns of it."""
    return explain.cautioned(_("“{title}”").format(title=law(rule.title)), rule.versions[-1].article.mark, rule.clock)
