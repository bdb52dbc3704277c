"""How a letter names the people it concerns."""

import re
from collections.abc import Sequence
from datetime import date

from casedesk.documents import french
from casedesk.queries.letter_data import LetterData, Party

_MAJORITY = 18  # years
_NOUN = re.compile(r"^(?:comptes?|numéros?|n°)\s+", re.IGNORECASE)
_NUMBER = re.compile(r"[+0][\d\s.()-]{7,}")


def suffix(party: Party) -> str:
    """Give the ending that agrees: `e`, nothing, `·e`."""
    return french.agree(party.addressed_as, "e", "", "·e")


def pronoun(party: Party) -> str:
    """Give the word that stands for a person in a sentence about her."""
    return french.agree(party.addressed_as, "elle", "il", "la personne")


def full_name(party: Party) -> str:
    """Write the civility, where there is one, then the name."""
    civility = french.agree(party.addressed_as, "Madame", "Monsieur", "")
    return " ".join(part for part in (civility, name(party)) if part)


def name(party: Party) -> str:
    """Write the name, family name in capitals; empty when neither is known."""
    given, family = french.clean(party.given_name), french.family_name(party.family_name)
    return french.prose(" ".join(part for part in (given, family) if part))


def to_the_other_side(party: Party) -> dict[str, object]:
    """Keep of a person what a platform must be told: a name and a mailbox. What is not known is not there."""
    known = {"full": full_name(party), "name": name(party), "email": french.clean(party.email)}
    return {"e": suffix(party), "pronoun": pronoun(party), **{key: text for key, text in known.items() if text}}


def in_full(party: Party) -> dict[str, object]:
    """Word all that is known of a person, for a letter the other side does not read."""
    born = ""
    if party.born_on:
        born = f"né{suffix(party)} le {french.day(party.born_on)}"
        born += f" à {french.prose(party.birth_place)}" if party.birth_place else ""
    nationality = f"de nationalité {french.prose(party.nationality)}" if party.nationality else ""
    identity = [born, nationality, french.prose(party.profession)]
    return {
        "e": suffix(party),
        "pronoun": pronoun(party),
        "full": full_name(party),
        "name": name(party),
        "of_name": french.of_person(name(party)),
        "civility": french.agree(party.addressed_as, "Madame", "Monsieur", ""),
        "born": born,
        "identity": ", ".join(part for part in identity if part),
        "address": [french.prose(line) for line in party.address if line.strip()],
        "phone": french.telephones(french.clean(party.phone)),
        "email": french.clean(party.email),
        "accounts": [_account(account) for account in party.accounts],
    }


def domicile(party: Party, data: LetterData) -> dict[str, object]:
    """Say where the person is written to: at the association's with its agreement, or at home."""
    hosted = party if party.domiciled_at_association else data.person
    at_association = hosted.domiciled_at_association
    home = [french.prose(line) for line in party.address if line.strip()]
    sender = data.sender
    at = [f"chez {french.association(sender.name)}", *(french.prose(line) for line in sender.address if line.strip())]
    agreed = hosted.domicile_agreed_on if at_association else None
    reach = (sender.phone, sender.email) if at_association else (party.phone, party.email)
    lines = at if at_association else home
    return {
        "at_association": at_association,
        "agreed_on": french.day(agreed) if agreed else "",
        "lines": lines,
        "line": ", ".join(lines[1:] if at_association else lines),
        "reach": [french.telephones(french.clean(way)) for way in reach if way.strip()],
    }


def minor_nouns(person: Party) -> dict[str, object]:
    """Name a minor with the word of procedure, where a sentence is about her or him."""
    noun = french.agree(person.addressed_as, "mineure", "mineur", "personne mineure")
    masculine = noun == "mineur"
    return {
        "the": f"le {noun}" if masculine else f"la {noun}",
        "the_capital": f"Le {noun}" if masculine else f"La {noun}",
    }


def is_minor(person: Party, on: date) -> bool:
    """Say whether somebody is surely under eighteen on a day."""
    return person.born_on is not None and _age(person.born_on, on) < _MAJORITY


def is_represented(data: LetterData) -> bool:
    """Say whether a representative speaks: a grown-up who was a minor at the time speaks for herself."""
    still_minor = is_minor(data.person, data.today) if data.person.born_on else data.minor_concerned
    return still_minor and bool(data.representatives)


def _age(born_on: date, on: date) -> int:
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def age_at_facts(data: LetterData) -> str:
    """Write the age of the person accompanied on the first day of the facts; empty when a date is missing."""
    days = [incident.when.earliest for incident in data.incidents if incident.when]
    if not days or not data.person.born_on:
        return ""
    return f"{_age(data.person.born_on, min(days))}{french.NO_BREAK}ans"


def against(data: LetterData) -> str:
    """Say whom the complaint aims at. Whoever is not named is X, holder of accounts."""
    named = [_with_accounts(party) for party in data.authors if name(party)]
    unknown = accounts_of([party for party in data.authors if not name(party)])
    if not named and not unknown:
        lines = [line for incident in data.incidents for line in incident.contents]
        unknown = french.distinct(french.clean(line.account) for line in lines)
    holder = "titulaire inconnu" if len(unknown) == 1 else "titulaires inconnus"
    x = f"X, {holder} {_of_accounts(unknown)}" if unknown else "X"
    return french.and_list([*named, f"contre {x}"]) if named else x


def against_short(authors: Sequence[Party]) -> str:
    """Say in a line of subject whom the complaint aims at."""
    named = [full_name(party) for party in authors if name(party)]
    return french.and_list([*named, "X"]) if named else "X"


def accounts_of(authors: Sequence[Party]) -> list[str]:
    """List the accounts and numbers of the authors, each once."""
    return french.distinct(_account(account) for party in authors for account in party.accounts)


def _account(typed: str) -> str:
    """Leave an identifier as it is; set a described account as a letter would."""
    return french.prose(typed) if " " in typed.strip() else french.clean(typed)


def _with_accounts(party: Party) -> str:
    accounts = accounts_of([party])
    return f"{full_name(party)} (titulaire présumé {_of_accounts(accounts)})" if accounts else full_name(party)


def _of_accounts(accounts: Sequence[str]) -> str:
    """Join accounts, then telephone numbers: `des comptes @a et @b et du numéro +223 70 00 00 00`."""
    bare = [_NOUN.sub("", account) for account in accounts]
    names = [account for account in bare if not _NUMBER.fullmatch(account)]
    numbers = [account.replace(" ", french.NO_BREAK) for account in bare if _NUMBER.fullmatch(account)]
    parts = []
    for values, one, several in ((names, "du compte", "des comptes"), (numbers, "du numéro", "des numéros")):
        if values:
            parts.append(f"{one if len(values) == 1 else several} {french.and_list(values)}")
    return " et ".join(parts)
