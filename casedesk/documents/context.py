"""LetterData worded: the plain texts, lists and flags a letter's template may print or ask about."""

import re
from datetime import datetime
from decimal import Decimal

from casedesk.documents import french, parties, qualifications
from casedesk.documents.horizon import horizon
from casedesk.documents.steps import happened, recalled
from casedesk.law.pack import Body, LetterModel, Mark, Reader, Signatory
from casedesk.queries.letter_data import ContentLine, ExhibitLine, IncidentLine, LetterData, Sender

_MALI = "ml"
_ANSWERS = "answers."
_NOTHING = frozenset({"", "non", "no", "false", "aucun", "aucune", "rien", "néant"})
_RECEIPT = ("récépissé", "recommandé", "avis de réception", "lrar")  # ways of sending that prove the day
_YES_THEN = re.compile(r"^oui\s*[,:]\s*", re.IGNORECASE)
_YES = frozenset({"oui", "yes", "true", "vrai"})
_SUM = re.compile(r"([\d\s]+?)\s*(?:francs?\s+cfa|f\s*cfa|xof)?", re.IGNORECASE)

_SERVICES = {
    "x": "X", "instagram": "Instagram", "facebook": "Facebook", "tiktok": "TikTok", "youtube": "YouTube",
    "snapchat": "Snapchat", "telegram": "Telegram", "reddit": "Reddit", "discord": "Discord", "linkedin": "LinkedIn",
    "bluesky": "Bluesky", "twitch": "Twitch", "pornhub": "Pornhub", "xvideos": "XVideos", "dailymotion": "Dailymotion",
}  # fmt: skip
_STATES = {
    "online": "en ligne",
    "removed": "retiré",
    "blocked": "bloqué",
    "delisted": "déréférencé",
    "kept": "maintenu en ligne",
    "reappeared": "réapparu",
}


def context_of(data: LetterData) -> dict[str, object]:
    """Word everything a template may use: texts, lists, dicts, flags.

    An optional question left unanswered is an empty text; a required one is left out, so that a strict template refuses
    it. An article that was not read in its own text is never worded as law. In a letter to a platform, what would tell
    the other side who or where the person is does not exist at all.
    """
    offences = [offence for offence in data.offences if qualifications.in_force(offence, data.incidents)]
    worded = [qualifications.worded(offence, data.heavier.get(offence.id)) for offence in offences]
    contents = [line for incident in data.incidents for line in incident.contents]
    return {
        "reference": _reference(data),
        "today": french.day(data.today),
        "town": french.prose(data.sender.town),
        "association": _association(data.sender),
        "minor": data.minor_concerned or parties.is_minor(data.person, data.today),
        "minor_today": parties.is_minor(data.person, data.today),
        "victim": parties.minor_nouns(data.person),
        "court": _court(data.answers),
        "addressee": _addressee(data.addressee),
        "accounts": parties.accounts_of(data.authors),
        "contents": [_content(line, data) for line in contents],
        "online": any(incident.online or incident.contents for incident in data.incidents),
        "times_derived": any(line.created_at for line in contents),
        "money_demanded": any(incident.amount is not None for incident in data.incidents),
        "offences": worded,
        "offence_ids": [offence.id for offence in offences],
        "offence_names": french.and_list(french.distinct(qualifications.short_name(offence) for offence in offences)),
        "own_complaint": [offence for offence in worded if offence["complaint_required"]],
        "imprisonment": any(
            "emprisonnement" in qualifications.penalty(offence, data.heavier.get(offence.id)) for offence in offences
        ),
        "gated": [offence for offence in worded if offence["gate"] in {"1", "2"}],
        "limitations": french.distinct(rule for offence in offences for rule in offence.limitation),
        "older_law": any(qualifications.began_before(offence, data.incidents) for offence in data.offences),
        "exhibits": [_exhibit(line) for line in data.exhibits],
        "steps": recalled(data),
        "happened": happened(data),
        "clauses": dict(data.clauses),
        "reader": data.model.reader.value,
        "providers": [_entity(body) for body in data.providers if body.mark is Mark.VERIFIED],
        "services_concerned": french.and_list(french.distinct(french.prose(body.name) for body in data.providers)),
        "ip_deletion": french.day(data.ip_deletion_on) if data.ip_deletion_on else "",
        "urgent_retention": data.urgent_retention,
        "answers": _answers(data.model, data.answers),
        "reparation": _sum_claimed(data.answers.get("reparation", "")),
        "proves_receipt": any(word in data.answers.get("sending_way", "").lower() for word in _RECEIPT),
        "by_hand": "récépissé" in data.answers.get("sending_way", "").lower(),
        **horizon(data),
        **_people(data),
    }


def _people(data: LetterData) -> dict[str, object]:
    """Say who writes, for whom, against whom, and what of it the reader may know."""
    by_person = _signed_by_person(data)
    exposed = data.model.reader is Reader.OTHER_SIDE
    represented = parties.is_represented(data)
    speaking = data.representatives[0] if represented else data.person
    signing = data.representatives if represented else (data.person,)
    if exposed:
        known = parties.to_the_other_side(speaking) if by_person else {"e": parties.suffix(speaking)}
        return {
            "signed_by_person": by_person,
            "represented": represented,
            "person": {"e": parties.suffix(data.person), "pronoun": parties.pronoun(data.person)},
            "speaker": known,
            "signatories": [parties.full_name(party) for party in signing] if by_person else [],
        }
    return {
        "signed_by_person": by_person,
        "represented": represented,
        "person": parties.in_full(data.person),
        "speaker": parties.in_full(speaking),
        "representatives": [parties.in_full(party) for party in data.representatives],
        "other_representatives": french.and_list([parties.full_name(party) for party in data.representatives[1:]]),
        "signatories": [parties.full_name(party) for party in signing],
        "domicile": parties.domicile(speaking, data),
        "age_at_facts": parties.age_at_facts(data),
        "authors": [parties.in_full(party) for party in data.authors],
        "against": parties.against(data),
        "against_short": parties.against_short(data.authors),
        "incidents": [_incident(line, number, data) for number, line in enumerate(data.incidents, 1)],
    }


def _signed_by_person(data: LetterData) -> bool:
    """Say whether the person signs: as chosen, where a choice is open, else as the letter proposes."""
    signs = data.model.signs
    chosen = data.answers.get("signed_by", "").strip().lower()
    if chosen and len(signs) > 1:
        return chosen != "association"
    return signs[0] is Signatory.PERSON


def _association(sender: Sender) -> dict[str, object]:
    the = french.association(sender.name)
    return {
        "name": french.prose(sender.name),
        "the": the,
        "the_capital": the[0].upper() + the[1:],
        "address": [french.prose(line) for line in sender.address if line.strip()],
        "line": ", ".join(french.prose(line) for line in sender.address if line.strip()),
        "email": french.clean(sender.email),
        "phone": french.telephones(french.clean(sender.phone)),
        "registration": french.prose(sender.registration),
        "reach": [french.telephones(french.clean(way)) for way in (sender.phone, sender.email) if way.strip()],
    }


def _court(answers: dict[str, str]) -> dict[str, object]:
    """Name the court; without its town there is none, and a template that needs it refuses."""
    town = french.prose(answers.get("court_town", ""))
    return {"town": town, "name": f"Tribunal judiciaire {french.of_place(town)}"} if town else {}


def _addressee(body: Body | None) -> dict[str, object]:
    return _entity(body) if body else {}


def _entity(body: Body) -> dict[str, object]:
    lines = [french.prose(line) for line in body.address]
    return {
        "name": french.prose(body.name),
        "address": lines,
        "line": ", ".join((french.prose(body.name), *lines)),
        "channel": french.clean(body.channel),
        "services": french.and_list(french.distinct(_SERVICES.get(name, name) for name in body.platforms)),
    }


def _incident(line: IncidentLine, number: int, data: LetterData) -> dict[str, object]:
    shown = [*line.exhibits, *(n for content in line.contents for n in content.exhibits)]
    days = line.incapacity_days or 0
    return {
        "number": number,
        "title": french.prose(line.title),
        "when": _when(line, data.jurisdiction),
        "where": french.phrase(line.where),
        "paragraphs": [french.sentence(text) for text in french.paragraphs(line.account_of_facts)],
        "amount": _amount(line.amount, line.currency, data.jurisdiction),
        "effects": french.sentence(line.effects),
        "incapacity": f"{days}{french.NO_BREAK}jour{'s' if days > 1 else ''}" if days > 0 else "",
        "contents": french.contents([content.number for content in line.contents]),
        "exhibits": french.exhibits(shown),
    }


def _when(line: IncidentLine, jurisdiction: str) -> str:
    if line.when is None:
        return ""
    if line.when.instant is None:
        return french.when(line.when)
    return ", soit ".join(f"le {moment}" for moment in _moments(line.when.instant, jurisdiction))


def _moments(instant: datetime, jurisdiction: str) -> list[str]:
    """Write an instant in universal time, then in the local time where it differs."""
    return [french.gmt(instant)] if jurisdiction == _MALI else [french.utc(instant), french.paris(instant)]


def _amount(value: Decimal | None, currency: str, jurisdiction: str) -> str:
    if value is None:
        return ""
    figures = french.money(value, currency)
    return f"{french.money_in_words(value, currency)} ({figures})" if jurisdiction == _MALI else figures


def _content(line: ContentLine, data: LetterData) -> dict[str, object]:
    entity = next((body for body in data.providers if line.platform in body.platforms), None)
    known = entity is not None and entity.mark is Mark.VERIFIED
    return {
        "number": str(line.number),
        "service": _SERVICES.get(line.platform) or french.clean(line.host) or "service non identifié",
        "entity": _entity(entity)["name"] if entity and known else "",
        "url": french.clean(line.url),
        "post_id": french.clean(line.post_id),
        "account": french.clean(line.account),
        "moment": "\n".join(_moments(line.created_at, data.jurisdiction)) if line.created_at else "",
        "seen": _seen(line),
        "state": _STATES.get(line.state, ""),
        "exhibits": french.numbers(line.exhibits) if line.exhibits else "",
    }


def _seen(line: ContentLine) -> str:
    first, last = line.first_seen_on, line.last_seen_on
    if first and last and first != last:
        return f"vu en ligne du {french.day(first)} au {french.day(last)}"
    seen = first or last
    return f"vu en ligne le {french.day(seen)}" if seen else ""


def _exhibit(line: ExhibitLine) -> dict[str, object]:
    return {
        "number": str(line.number),
        "title": french.prose(line.title),
        "received_on": french.day(line.received_on),
        "sha256": french.digest(line.sha256),
    }


def _answers(model: LetterModel, answers: dict[str, str]) -> dict[str, str]:
    """Word what was asked for this letter only: “oui” for yes, nothing for no.

    What may be left unanswered says nothing; a required answer that is missing is absent.
    """
    required = {q.fact.removeprefix(_ANSWERS) for q in model.questions if q.required}
    asked = {q.fact.removeprefix(_ANSWERS): "" for q in model.questions if q.fact.startswith(_ANSWERS)}
    quiet = {name: "" for name in [*asked, *answers] if name not in required}
    return {**quiet, **{key: _answer(text) for key, text in answers.items() if text.strip()}}


def _answer(text: str) -> str:
    typed = text.strip()
    said = typed.rstrip(".").lower()
    if said in _NOTHING:
        return ""
    return "oui" if said in _YES else french.phrase(_YES_THEN.sub("", typed))


def _sum_claimed(text: str) -> str:
    """Write the reparation claimed in words as well, when it was typed as a bare sum in francs CFA."""
    bare = _SUM.fullmatch(text.strip())
    figures = re.sub(r"\s", "", bare[1]) if bare else ""
    if not figures:
        return french.phrase(text) if text.strip().lower() not in _NOTHING else ""
    return _amount(Decimal(figures), "XOF", _MALI)


def _reference(data: LetterData) -> str:
    """Build a reference that names nobody: jurisdiction, letter, day."""
    letters = "".join(word[0] for word in data.model.id.split("_")).upper()
    return f"{data.jurisdiction.upper()}-{letters}-{data.today:%Y%m%d}"
