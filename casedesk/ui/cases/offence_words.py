"""How an offence and what it asks are worded."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from casedesk import explain, wording
from casedesk.law.assess import Due, Unknown
from casedesk.law.offences import Heavier, Qualification
from casedesk.law.pack import Citation, IpGate, Mark, Nature, Offence, Pack
from casedesk.queries.qualification import OffenceRow, ReadIn
from casedesk.translate import N_, _, law, ngettext, pgettext
from casedesk.ui import words
from casedesk.ui.widgets.line import Line

_BREAK = "\u2028"  # a new line of the same text
_FACTS_SAY = {
    "online": N_("it happened online"),
    "public": N_("the public could see it"),
    "victim_minor_at_facts": N_("she was a minor"),
    "author_known": N_("the author is known"),
    "content_online": N_("the content is still online"),
}
_READ_IN = {
    ReadIn.FACTS: N_("read in the facts noted"),
    ReadIn.PERSON: N_("read in her date of birth"),
    ReadIn.AUTHORS: N_("read in the people of the case"),
    ReadIn.CONTENTS: N_("read in what became of the contents"),
}


class Group(Enum):
    """Where an offence stands on the page."""

    CHOSEN = auto()
    SUGGESTED = auto()
    OTHER = auto()


def group_of(row: OffenceRow) -> Group:
    """Say where an offence stands; none is ranked within its group."""
    if row.chosen:
        return Group.CHOSEN
    return Group.SUGGESTED if row.because else Group.OTHER


def says(pack: Pack, name: str) -> str:
    """Word the answer yes to a question, as it stands in a reason."""
    return law(pack.elements[name].says) if name in pack.elements else _(_FACTS_SAY[name])


def all_say(pack: Pack, names: Iterable[str]) -> str:
    """Word several answers in one reason."""
    return pgettext("between two reasons", "; ").join(says(pack, name) for name in names)


def read_in(where: ReadIn) -> str:
    """Say where an answer was read."""
    return _(_READ_IN[where])


def offence_line(pack: Pack, row: OffenceRow) -> Line:
    """Word an offence in a list: its article, the penalty for the facts at hand, why it stands there."""
    offence, read = row.offence, row.read
    details = [cited(offence.citation), penalty_words(read)]
    if row.because:
        details.append(_("Because of your answers: {facts}.").format(facts=all_say(pack, row.because)))
    against = against_words(pack, read)
    if against:
        details.append(against)
    if read.in_force is False:
        details.append(_("Not in force on the day of the facts."))
    group = group_of(row)
    return Line(
        title=law(offence.title),
        detail=_BREAK.join(part for part in details if part),
        chip=_("chosen") if group is Group.CHOSEN else "",
        action=_("Take back") if row.chosen else _("Choose"),
        action_below=True,
        detail_lines=12,
    )


def penalty_words(read: Qualification) -> str:
    """Say the penalty for the facts at hand; a heavier one whose own article was not read goes with its warning."""
    penalty = words.capital(law(read.penalty))
    return penalty if read.tier is None else explain.cautioned(penalty, read.tier.citation.mark)


def against_words(pack: Pack, read: Qualification) -> str:
    """Say which facts tell against an offence; empty when none does."""
    missing = [one.name for one in read.elements if one.standing.value == "no"]
    parts = []
    if missing:
        parts.append(_("An element is not there: {facts}.").format(facts=all_say(pack, missing)))
    if read.excluded_by:
        parts.append(_("What rules it out: {facts}.").format(facts=all_say(pack, read.excluded_by)))
    return " ".join(parts)


def cited(citation: Citation) -> str:
    """Write an article; one that was not read never goes without its warning."""
    text = words.capital(law(citation.text))
    if citation.mark is Mark.VERIFIED:
        return text
    return _("{text} (reported, to be confirmed by a jurist)").format(text=text)


def mark_words(pack: Pack, citation: Citation) -> str:
    """Say how far an article was checked, and when."""
    return words.capital(explain.mark_sentence(citation.mark, pack.sources[citation.source].checked_on))


def force_words(read: Qualification) -> str:
    """Say whether the text stood on the day of the facts."""
    since, until = read.offence.applies_from, read.offence.applies_until
    if since is None and until is None:
        return ""
    between = ""
    if since and until:
        between = _("in force from {day} to {until}").format(day=wording.day(since), until=wording.day(until))
    elif since:
        between = _("in force since {day}").format(day=wording.day(since))
    elif until:
        between = _("in force until {until}").format(until=wording.day(until))
    sentence = {
        True: N_("The text stood on the day of the facts ({between})."),
        False: N_("The text did not stand on the day of the facts ({between}): it does not apply to them."),
        None: N_("The day of the facts decides whether the text applies ({between})."),
    }[read.in_force]
    return _(sentence).format(between=between)


def because_words(pack: Pack, row: OffenceRow) -> str:
    """Say why an offence is suggested, or that nothing suggests it yet; then what tells against it."""
    parts = []
    if row.because:
        parts.append(_("Suggested because of your answers: {facts}.").format(facts=all_say(pack, row.because)))
    parts.append(against_words(pack, row.read))
    return " ".join(part for part in parts if part)


def penalty_because(pack: Pack, read: Qualification) -> str:
    """Say which circumstances make the penalty heavier, and where that is written."""
    if read.tier is None:
        return _("No circumstance known makes it heavier.") if read.offence.aggravations else ""
    return _("Heavier, {says}: {facts}. {article}.").format(
        says=law(read.tier.says), facts=all_say(pack, read.because), article=cited(read.tier.citation)
    )


def heavier_words(heavier: Heavier) -> str:
    """Say what could still raise the penalty; its circumstances are asked on the same sheet."""
    tier, count = heavier.tier, len(heavier.unknown)
    sentence = ngettext(
        "{penalty}, {says}: {count} answer is not known yet. {article}.",
        "{penalty}, {says}: {count} answers are not known yet. {article}.",
        count,
    )
    penalty = words.capital(law(tier.penalty))
    return sentence.format(penalty=penalty, says=law(tier.says), count=count, article=cited(tier.citation))


def nature_words(nature: Nature) -> str:
    """Name the kind of an offence."""
    match nature:
        case Nature.CRIME:
            return pgettext("nature of an offence", "Nature: crime.")
        case Nature.DELIT:
            return pgettext("nature of an offence", "Nature: délit.")
        case Nature.CONTRAVENTION:
            return pgettext("nature of an offence", "Nature: contravention.")


def follows(pack: Pack, row: OffenceRow) -> Iterator[str]:
    """Say what choosing the offence entails: kind, clocks, her complaint, connection data, and the pack's own note."""
    offence = row.offence
    yield nature_words(offence.nature)
    yield from clock_words(pack, row)
    yield complaint_words(offence)
    gate = gate_words(row.read)
    if gate:
        yield gate
    if offence.element:
        yield _("What the letter must say: {element}.").format(element=law(offence.element).rstrip("."))
    if offence.note:
        yield law(offence.note)


def clock_words(pack: Pack, row: OffenceRow) -> Iterator[str]:
    """Say until when one may act, for each limitation that would run; each rule with its mark when it was not read."""
    for clock in row.clocks:
        title = law(clock.rule.title)
        if isinstance(clock, Due):
            said = explain.legal_sentence(clock)
            mark = clock.version.article.mark
        elif isinstance(clock, Unknown):
            said = " ".join(explain.missing_question(one, pack.elements) for one in clock.missing)
            mark = clock.rule.versions[-1].article.mark
        else:
            continue
        warning = "" if mark is Mark.VERIFIED else _("reported, to be confirmed by a jurist")
        yield f"{title} · {said}" + (f" ({warning})" if warning else "")
    if not row.clocks:
        rules = [pack.rules[name] for name in row.offence.limitation]
        titles = [explain.cautioned(law(rule.title), rule.versions[-1].article.mark) for rule in rules]
        yield " · ".join(titles) if titles else _("No limitation period is written for it.")


def complaint_words(offence: Offence) -> str:
    """Say whether she must complain herself for anybody to be prosecuted."""
    if not offence.complaint_required:
        return _("Her own complaint is not required to prosecute.")
    if not offence.complaint_article:
        return _("Her own complaint is required to prosecute.")
    return _("Her own complaint is required to prosecute: {article}.").format(article=law(offence.complaint_article))


def gate_words(read: Qualification) -> str:
    """Say whether investigators may ask for an IP address for the facts at hand, and why."""
    reason = law(read.gate_reason).rstrip(".")
    match read.ip_gate:
        case IpGate.FIRST | IpGate.SECOND:
            said = _("An IP address can be asked for")
        case IpGate.NO:
            said = _("An IP address cannot be asked for")
        case IpGate.NOT_SETTLED:
            said = _("IP address")
    return _("{said}: {reason}.").format(said=said, reason=reason) if reason else f"{said}."


def searched(pack: Pack, offence: Offence) -> str:
    """Everything one may look an offence up by."""
    asked = (f"{pack.elements[n].ask} {pack.elements[n].says}" for n in offence.elements if n in pack.elements)
    return " ".join((offence.title, law(offence.title), offence.citation.text, offence.element, *asked))
