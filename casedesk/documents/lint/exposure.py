"""What tells where somebody is, or who she is, to somebody who should not read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.known_names import WORDS
from casedesk.documents.lint.page import Line
from casedesk.documents.lint.people import Name, name_of_party, pattern
from casedesk.documents.lint.reading import Reading
from casedesk.documents.lint.words import EMAIL, digits, folded, squeezed, whole
from casedesk.law.pack import Body, Reader
from casedesk.queries.letter_data import Party
from casedesk.translate import _

_STREETS: Final = (
    r"rue|avenue|av\.?|boulevard|bd\.?|impasse|allees?|chemin|place|quai|route|cours|square|passage|residence|hameau"
    r"|sentier"
)
_STREET: Final = re.compile(rf"(?:{_STREETS})\s")
_SHORT: Final = {  # a kind of street, and how it is shortened
    "impasse": r"imp(?:asse|\.)?", "avenue": r"av(?:enue|e|\.)?", "boulevard": r"(?:boulevard|bd|bld|boul)\.?",
    "rue": r"r(?:ue|\.)", "place": r"pl(?:ace|\.)?", "chemin": r"ch(?:emin|e|\.)?", "allee": r"all(?:ees?|\.)?",
    "allees": r"all(?:ees?|\.)?", "route": r"r(?:oute|te|\.)", "residence": r"res(?:idence|\.)?",
    "square": r"sq(?:uare|\.)?",
}  # fmt: skip
_HOUSE: Final = re.compile(r"^\d{1,5}\s*(?:bis|ter|quater|[a-d])?\s*,?\s+")
_POSTAL: Final = re.compile(r"^(\d{4,5})\s+(.+)$")
_ANYWHERE: Final = re.compile(
    rf"(?<![\w°])\d{{1,4}}(?:\s?(?:bis|ter))?,?\s+(?:{_STREETS})\s+(?:(?:de|du|des|la|le|les|d'|l')\s*)*\w{{3,}}"
)
_PHONE: Final = re.compile(
    r"(?<![\w#/°.+-])(?:(?:\+|00)\d{2,3}[\s.-]?(?:\(0\)\s?)?\d(?:[\s.-]?\d{2}){4}|0[1-9](?:[\s.-]?\d{2}){4}"
    r"|(?:\+|00)223(?:[\s.-]?\d{2}){4})(?!\d)"
)
_LIVES: Final = (
    r"(?:vi[ts]|vivre|habit\w+|demeur\w+|resid\w+|domicil\w*|log\w+|chez elle|chez lui|chez moi)"
    r"\b[^.]{{0,40}}\b{town}"
)
_ASK_HER_NAME: Final = frozenset({"answers.searched_names"})  # nothing can be delisted without it
_LINKS: Final = ("des", "de", "du", "d", "les", "la", "le", "l")  # often left out of the name of a street
_SURE: Final = 5  # letters from which a first name written small is still that name
_SAME_NUMBER: Final = 8  # last figures by which two ways of writing a telephone number are one


@dataclass(frozen=True)
class _Secret:
    """Something that tells where somebody is."""

    found: re.Pattern[str]
    waivable: bool


def exposure(reading: Reading) -> Iterator[Finding]:
    """Look for what the reader of the letter should not be told."""
    if reading.exposed:
        lines = [_without_notified(reading, line) for line in reading.lines]
        yield from _where(reading, lines)
        if not reading.by_person:
            yield from _who(reading, lines)
        yield from _third_parties(reading, lines)
    elif reading.data.model.reader is Reader.AUTHORITY:
        yield from _home(reading)


def _without_notified(reading: Reading, line: Line) -> tuple[Line, str]:
    """Blank the addresses of the contents that the letter is about: they must be told whole."""
    low = line.folded
    for incident in reading.data.incidents:
        for content in incident.contents:
            for said in (content.url, content.account):
                if len(said) > 2 and folded(said) in low:
                    low = low.replace(folded(said), " " * len(said))
    return line, low


def _concerned(reading: Reading) -> tuple[Party, ...]:
    return (reading.data.person, *reading.data.representatives)


def _where(reading: Reading, lines: list[tuple[Line, str]]) -> Iterator[Finding]:
    secrets = [secret for party in _concerned(reading) for secret in _places(reading, party)]
    numbers = {digits(party.phone)[-_SAME_NUMBER:] for party in _concerned(reading) if len(digits(party.phone)) > 7}
    numbers -= {digits(reading.data.sender.phone)[-_SAME_NUMBER:]}
    secrets += [_Secret(_called(number), waivable=False) for number in sorted(numbers)]
    secrets += [_Secret(_mailbox(word), waivable=True) for word in _reached_at(reading)]
    for line, low in lines:
        found = [(one.span(), secret.waivable) for secret in secrets for one in secret.found.finditer(low)]
        for span, waivable in _widest(found):
            on_purpose = waivable and reading.typed_at(line, *span) in _ASK_HER_NAME
            yield reading.finding(
                Flaw.WHERE_SHE_IS,
                Gravity.CARE if on_purpose else Gravity.HARM,
                line,
                span,
                says=_("The other side will read this letter, and this tells where the person is or how to reach her."),
                cure=_("Take it out: the association's address is enough."),
                waivable=waivable,
            )


def _called(number: str) -> re.Pattern[str]:
    """Find the last figures of a telephone number, however they are set apart, with those that stand before them."""
    return re.compile(r"(?:\+?\d[\d\W_]{0,8})?" + r"[\W_]{0,3}".join(number) + r"(?!\d)")


def _widest(found: list[tuple[tuple[int, int], bool]]) -> list[tuple[tuple[int, int], bool]]:
    """Keep, of what overlaps, the widest."""
    kept: list[tuple[tuple[int, int], bool]] = []
    for span, waivable in sorted(found, key=lambda one: (one[0][0] - one[0][1], one[0][0])):
        if not any(span[0] < other[1] and other[0] < span[1] for other, _waivable in kept):
            kept.append((span, waivable))
    return sorted(kept)


def _places(reading: Reading, party: Party) -> Iterator[_Secret]:
    """Give what tells where somebody lives: the street, the quarter, the town where it is not the association's."""
    public = _public(reading)
    for line in party.address:
        low = folded(line)
        if not low.strip() or squeezed(line) in public:
            continue
        if len(squeezed(line)) > 5:
            yield _Secret(whole(low), waivable=False)
        for part in low.split(","):
            bare = part.strip()
            postal = _POSTAL.match(bare)
            street = _HOUSE.sub("", bare)
            if postal:
                yield from _town(postal[2], public)
            elif _STREET.match(street) and len(squeezed(street)) > 7 and not squeezed(street).split()[-1].isdigit():
                yield _Secret(_street(street), waivable=False)
            elif not re.search(r"\d", bare):
                yield from _town(bare, public)


def _street(street: str) -> re.Pattern[str]:
    """Find a street, its kind written whole or short."""
    kind, *words = re.findall(r"\w+", street)
    telling = [word for word in words if word not in _LINKS] or words
    between = rf"[\W_]{{1,3}}(?:(?:{'|'.join(_LINKS)})[\W_]{{1,3}}){{0,2}}"
    short = _SHORT.get(kind, re.escape(kind))
    return re.compile(rf"(?<![^\W\d_]){short}(?:[\W_]{{0,3}}|{between}){between.join(telling)}(?!\w)")


def _town(town: str, public: str) -> Iterator[_Secret]:
    name = re.sub(r"\s*cedex.*$", "", town).strip()
    if len(name) < 3 or name in WORDS:
        return
    if f" {squeezed(name)} " in f" {public} ":
        yield _Secret(re.compile(_LIVES.format(town=re.escape(name)) + r"(?!\w)"), waivable=True)
    else:
        yield _Secret(whole(name), waivable=True)


def _public(reading: Reading) -> str:
    """Join what the letter may say of places: the association's, and those of whom it is written to."""
    data = reading.data
    bodies = [body for body in (data.addressee, *data.providers) if body]
    said = [
        *data.sender.address,
        data.sender.town,
        data.sender.name,
        *(part for body in bodies for part in _told(body)),
    ]
    return " | ".join(map(squeezed, said))


def _told(body: Body) -> tuple[str, ...]:
    return (body.name, *body.address)


def _reached_at(reading: Reading) -> Iterator[str]:
    """Give her e-mail and her accounts, unless she signs."""
    if reading.by_person:
        return
    told = {squeezed(one) for author in reading.data.authors for one in author.accounts}
    for party in _concerned(reading):
        for word in (party.email, *party.accounts):
            if len(squeezed(word)) > 3 and squeezed(word) not in told:
                yield word


def _mailbox(word: str) -> re.Pattern[str]:
    """Find an account or an e-mail address, its sign written or spelt out."""
    name, at, host = folded(word).partition("@")
    if not (name and at and host):
        return whole(folded(word))
    dot = r"[\W_]{1,3}(?:(?:point|dot)[\W_]{1,3})?"
    at = r"[\W_]{0,3}(?:@|at|arobase|40)[\W_]{0,3}"
    return re.compile(rf"(?<!\w){re.escape(name)}{at}" + dot.join(re.findall(r"\w+", host)) + r"(?!\w)")


def _who(reading: Reading, lines: list[tuple[Line, str]]) -> Iterator[Finding]:
    public = _public(reading).split()
    for party in _concerned(reading):
        name = name_of_party(party)
        for line, low in lines:
            spans = [
                found.span()
                for family in name.families
                if len(family) > 1 and not set(family.split()) <= set(public)
                for found in pattern(family).finditer(low)
                if _is_her_family(line.text, low, family, found)
            ]
            first = name.given[0] if name.given else ""
            if len(first) > 2 and first not in public:
                found_first = pattern(first).finditer(low)
                spans += [one.span() for one in found_first if _is_her_first(line.text, name, one.start(), one.end())]
            for span, _waivable in _widest([(span, True) for span in spans]):
                on_purpose = reading.typed_at(line, *span) in _ASK_HER_NAME
                yield reading.finding(
                    Flaw.HER_NAME,
                    Gravity.CARE if on_purpose else Gravity.HARM,
                    line,
                    span,
                    says=_("The other side will read this letter, which she does not sign, and this tells her name."),
                    cure=_("Take her name out, or have her sign."),
                )


def _is_her_family(text: str, low: str, family: str, found: re.Match[str]) -> bool:
    if re.search(r"\b(?:saint|sainte|st)[-\s]$", low[: found.start()]):
        return False
    written = text[found.start() : found.end()]
    return written[:1].isupper() or (len(family) >= 5 and family not in WORDS)


def _is_her_first(text: str, name: Name, start: int, end: int) -> bool:
    """Say whether a word is a first name there: neither the word it may also be, nor a half of another name."""
    joined = re.match(r"-(\w+)", text[end:])
    if joined and folded(joined[1]) in name.given:
        return True
    first = name.given[0]
    if joined or text[start - 1 : start] == "-":
        return False
    if not text[start:end][:1].isupper():
        return len(first) >= _SURE and first not in WORDS
    before = text[:start].rstrip(" «“\"'’(\u00a0\u202f")
    return first not in WORDS or bool(before and before[-1] not in ".!?:–—")


def _third_parties(reading: Reading, lines: list[tuple[Line, str]]) -> Iterator[Finding]:
    data = reading.data
    known = " ".join((_public(reading), squeezed(data.sender.email), data.sender.phone, *_theirs(reading)))
    figures, words = digits(known), f" {squeezed(known)} "
    for line, low in lines:
        if line.opening or line.part != "body":
            continue
        spans = [one.span() for one in _PHONE.finditer(low) if digits(one[0])[-_SAME_NUMBER:] not in figures]
        spans += [one.span() for one in EMAIL.finditer(low) if f" {squeezed(one[0])} " not in words]
        spans += [one.span() for one in _ANYWHERE.finditer(low) if f" {squeezed(one[0])} " not in words]
        for span in spans:
            yield reading.finding(
                Flaw.THIRD_PARTY,
                Gravity.HARM,
                line,
                span,
                says=_("The other side will read this letter, and this tells how to find somebody."),
                cure=_("Take it out, or say why the other side must have it."),
            )


def _theirs(reading: Reading) -> Iterator[str]:
    """Give the numbers and addresses that are told already: those of the authors, of the contents, hers."""
    data = reading.data
    for author in data.authors:
        yield from (*author.accounts, author.phone, author.email, *author.address)
    for incident in data.incidents:
        for content in incident.contents:
            yield from (content.url, content.account)
    for body in (data.addressee, *data.providers):
        if body is not None:
            yield from (body.channel, body.phone)
    for party in _concerned(reading):  # told of by a rule of their own
        yield from (party.phone, party.email, *party.address)


def _home(reading: Reading) -> Iterator[Finding]:
    """Look for her home in what goes into a file that the person accused will read."""
    person = reading.data.person
    if not person.domiciled_at_association:
        return
    streets = [secret.found for secret in _places(reading, person) if not secret.waivable]
    for line in reading.lines:
        found = [(one.span(), True) for street in streets for one in street.finditer(line.folded)]
        for span, _waivable in _widest(found):
            yield reading.finding(
                Flaw.SAFE_CONTACT,
                Gravity.HARM,
                line,
                span,
                says=_(
                    "She is written to at the association, and this tells where she lives to whoever reads the file."
                ),
                cure=_("Take it out, unless this reader must know it and the author will not read it."),
            )
