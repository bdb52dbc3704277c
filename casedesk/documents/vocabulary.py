"""Every name a letter's template may use, as `docs/ecrire-un-modele.md` explains them one by one."""

from typing import Final

from casedesk.law.facts import Happening

# `[]` is one line of a list. `*` stands for a name that a letter's own sheet declares, or for a happening.
_EVERYBODY: Final = """
reference today town reader online times_derived money_demanded imprisonment older_law minor minor_today
association.name association.the association.the_capital association.address[] association.line association.email
association.phone association.registration association.reach[]
victim.the victim.the_capital court.town court.name
addressee.name addressee.address[] addressee.line addressee.channel addressee.services
accounts[] contents[].number contents[].service contents[].entity contents[].url contents[].post_id contents[].account
contents[].moment contents[].seen contents[].state contents[].exhibits
offences[].id offences[].title offences[].name offences[].citation offences[].penalty offences[].complaint_required
offences[].complaint_article offences[].gate offences[].gate_reason offences[].limitation[]
own_complaint[].id own_complaint[].title own_complaint[].name own_complaint[].citation own_complaint[].penalty
own_complaint[].complaint_required own_complaint[].complaint_article own_complaint[].gate own_complaint[].gate_reason
own_complaint[].limitation[]
gated[].id gated[].title gated[].name gated[].citation gated[].penalty gated[].complaint_required
gated[].complaint_article gated[].gate gated[].gate_reason gated[].limitation[]
offence_ids[] offence_names limitations[]
exhibits[].number exhibits[].title exhibits[].received_on exhibits[].sha256
steps[].kind steps[].words steps[].when steps[].reference steps[].exhibit
happened.*.when happened.*.reference happened.*.exhibit clauses.* answers.*
providers[].name providers[].address[] providers[].line providers[].channel providers[].services services_concerned
ip_deletion urgent_retention reparation proves_receipt by_hand
about.title about.to about.sent_on about.way about.number about.received_on about.proof about.days
earlier_notices[].title earlier_notices[].to earlier_notices[].sent_on earlier_notices[].way earlier_notices[].number
earlier_notices[].received_on earlier_notices[].proof earlier_notices[].days
signed_by_person represented signatories[] person.e person.pronoun
speaker.e speaker.pronoun speaker.full speaker.name speaker.email
"""
_PARTY: Final = "e pronoun full name of_name civility born identity address[] phone email accounts[]"
# What would tell the other side who or where she is: in a letter that it reads, these names do not exist.
_NEVER_TO_THE_OTHER_SIDE: Final = """
other_representatives age_at_facts against against_short
domicile.at_association domicile.agreed_on domicile.lines[] domicile.line domicile.reach[]
incidents[].number incidents[].title incidents[].when incidents[].where incidents[].paragraphs[] incidents[].amount
incidents[].effects incidents[].incapacity incidents[].contents incidents[].exhibits
silences[].title silences[].to silences[].sent_on silences[].way silences[].number silences[].received_on
silences[].proof silences[].days silences[].reminders[].title silences[].reminders[].to silences[].reminders[].sent_on
silences[].reminders[].way silences[].reminders[].number silences[].reminders[].received_on
silences[].reminders[].proof silences[].reminders[].days silences[].rules[].title silences[].rules[].day
silences[].rules[].article silences[].rules[].past silences[].rules[].to_confirm
dates[].title dates[].day dates[].article dates[].to_confirm ways[].title ways[].delay ways[].cost ways[].to_confirm
helpers[].name helpers[].phone helpers[].hours helpers[].for_whom helpers[].does helpers[].channel helpers[].to_confirm
elements[].offence elements[].incident elements[].says elements[].standing elements[].exhibits
consents.followup consents.sharing consents.statistics
"""
_OF_PEOPLE: Final = tuple(
    f"{who}.{what}" for who in ("person", "speaker", "representatives[]", "authors[]") for what in _PARTY.split()
)

TO_EVERYBODY: Final = frozenset(_EVERYBODY.split())
NEVER_TO_THE_OTHER_SIDE: Final = frozenset((*_NEVER_TO_THE_OTHER_SIDE.split(), *_OF_PEOPLE)) - TO_EVERYBODY
NAMES: Final = TO_EVERYBODY | NEVER_TO_THE_OTHER_SIDE
"""Every name that can be printed, asked about or looped over, at its farthest."""

HAPPENINGS: Final = frozenset(kind.value for kind in Happening)


def whole(names: frozenset[str] = NAMES) -> frozenset[str]:
    """Add to farthest names what leads to them: `exhibits[].number` brings `exhibits[]` and `exhibits`."""
    return frozenset(part for name in names for part in _way_to(name))


def _way_to(name: str) -> list[str]:
    cuts = [at for at, sign in enumerate(name) if sign in ".["] + [at + 2 for at in range(len(name)) if name[at] == "["]
    return [name, *(name[:at] for at in cuts)]


def general(name: str) -> str:
    """Replace by `*` what a letter's sheet or a happening names: `answers.decision` is `answers.*`."""
    room, _dot, rest = name.partition(".")
    if room not in {"answers", "clauses", "happened"} or not rest:
        return name
    named, dot, more = rest.partition(".")
    return f"{room}.*{dot}{more}" if named else name


def is_list(name: str) -> bool:
    """Say whether a name stands for a list."""
    return f"{general(name)}[]" in whole()


def has_parts(name: str) -> bool:
    """Say whether a name stands for something that is not printed itself, but by its parts."""
    return any(one.startswith(f"{general(name)}.") for one in NAMES)
