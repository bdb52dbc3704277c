"""`casedesk law due`: one rule, asked about one happening."""

import argparse
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime

from casedesk import explain, paths, wording
from casedesk.cli.law_asked import calendar, day, event, fact, known, local_days, when
from casedesk.cli.law_told import told_answer
from casedesk.errors import InvalidInput
from casedesk.law.assess import Assessment, Due, NotApplicable, assess_rule
from casedesk.law.facts import Facts, Occurrence
from casedesk.law.load import load_packs
from casedesk.law.pack import Mark, Pack
from casedesk.translate import _, law


def run(options: argparse.Namespace) -> int:
    """Print the answer: a date and why, what is missing, or why the rule does not apply. Each is an answer: 0."""
    packs = load_packs(paths.packs())
    pack = known("jurisdiction", options.jurisdiction, packs)
    rule = known("rule", options.rule, pack.rules)
    trigger = Occurrence(rule.trigger, when("on", options.on))
    acts = [event(text) for text in options.event]
    answers = dict(fact(pack, text) for text in options.fact)
    facts = Facts(options.place or pack.id, (trigger, *acts), answers)
    here = calendar(packs, facts.place, local_days(options.local_days))
    today = day("today", options.today) if options.today else datetime.now(UTC).astimezone().date()
    try:
        answer = assess_rule(pack, rule, facts, trigger, today, here)
    except InvalidInput as error:
        raise InvalidInput("on", _("This leads out of the calendar.")) from error
    if options.json:
        print(json.dumps(told_answer(pack, answer, today), indent=2))
    else:
        print("\n".join(_words(pack, answer, today)))
    return 0


def _words(pack: Pack, answer: Assessment, today: date) -> Iterator[str]:
    """Answer, then the text it comes from: never without how far it was read, nor without its doubts."""
    rule = answer.rule
    yield explain.cautioned(law(rule.title), Mark.VERIFIED, rule.clock)
    if isinstance(answer, NotApplicable):
        yield explain.why_sentence(answer, pack.elements)
    elif isinstance(answer, Due):
        yield from _due_words(answer, today)
    else:
        yield from (explain.missing_question(missing, pack.elements) for missing in answer.missing)
    article = answer.version.article if isinstance(answer, Due) else rule.versions[-1].article
    yield f"{law(article.text)} ({explain.mark_sentence(article.mark, rule.checked_on)})"
    for name in rule.doubts:
        yield _("To be settled by a jurist: {doubt}").format(doubt=law(pack.doubts[name]))


def _due_words(due: Due, today: date) -> Iterator[str]:
    yield explain.legal_sentence(due)
    yield _("Prudent date: {day}.").format(day=wording.long_day(due.prudent_day))
    yield ""
    yield from explain.numbered(explain.trace_sentences(due, today))
    yield ""
