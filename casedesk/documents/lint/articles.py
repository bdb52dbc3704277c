"""The articles a letter cites, held against those that its law gives."""

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any, Final, cast

from casedesk.documents import french
from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.reading import Reading
from casedesk.documents.lint.words import folded
from casedesk.documents.qualifications import in_force
from casedesk.law.pack import Citation, Mark, Offence
from casedesk.translate import _

_NUMBER: Final = (
    r"(?:[lrda]\s?\.?\s?(?:o\s?)?)?\d{1,4}(?:-\d{1,3}){0,4}(?:\s(?:bis|ter|quater))?"
    r"(?!\d|\s?°|\s*(?:ans?|mois|jours?|heures?|euros?|€|000)\b)"
)
_DETAIL: Final = (
    r"(?:,?\s*(?:alineas?|al\.|paragraphes?|§)\s*\d+(?:er)?(?:\s*(?:,|et|a)\s*\d{1,2}(?![\d°-]))*"
    r"|,?\s*(?:points?|lettres?)\s*[a-z\d]{1,2}(?:\)|(?![a-z\d]))|,?\s*\([^()]{1,40}\)|,?\s*\d{1,2}\s?°"
    r"|,?\s*[ivx]{1,4}(?:\s(?:bis|ter))?(?![a-z]))*"
)
_MORE: Final = r"(?:\s*,?\s*(?:et|ou|a)\s+(?:(?:de\s+)?l'article\s+)?|\s*,\s*)"
_CITED: Final = re.compile(
    rf"\barticles\s+(?P<several>{_NUMBER}{_DETAIL}(?:{_MORE}{_NUMBER}{_DETAIL})*)"
    rf"|\b(?:article|art\.?)\s+(?P<one>{_NUMBER}{_DETAIL})"
)
_EACH: Final = re.compile(rf"(?:^|{_MORE})({_NUMBER}){_DETAIL}")
_LAW: Final = re.compile(
    r"^\s*,?\s*(?:et suivants\s*)?(?:du|de la|de l'|des)\s+"
    r"((?:meme|present\w*|dit\w*)\b|code\s[a-z' ]+|reglement[^.;:]{0,30}?\d{4}/\d{2,4}"
    r"|loi\s(?:n°\s?\d[\d-]*|du\s[^,;.]{0,20}\d{4})|directive[^.;:]{0,30}?\d{4}/\d{2,4}|decret\s[^.;:]{0,30}?\d{4}(?:-\d+)?|rgpd|dsa|lcen|constitution|convention[^.;:,]{0,40})"
)
_LAWS: Final = (  # what a text is told by, the more exact first
    "procedure penale", "procedure civile", "postes", "propriete intellectuelle", "2022/2065", "2016/679", "2023/1543",
    "2004-575", "1881", "78-17", "91-647", "penal", "code civil",
)  # fmt: skip
_NAMED: Final = {"confiance dans l'economie": "2004-575", "services numeriques": "2022/2065", "rgpd": "2016/679",
                 "dsa": "2022/2065", "lcen": "2004-575", "protection des donnees": "2016/679"}  # fmt: skip
_CITING: Final = re.compile(r"\b[Aa]rt(?:icles?|\.)?\s")
_TO_CONFIRM: Final = re.compile(r"a confirmer|sous reserve|a verifier")
_NEAR: Final = 80  # characters in which a mark is read


@dataclass(frozen=True)
class Reference:
    """An article: its number, and its text where it is told."""

    number: str
    law: str
    start: int
    end: int


def references(low: str) -> Iterator[Reference]:
    """Read the articles cited in a folded text."""
    for match in _CITED.finditer(low):
        law = _law(low[match.end() : match.end() + 90])
        group = "several" if match["several"] else "one"
        for one in _EACH.finditer(match[group]):
            start = match.start(group) + one.start(1)
            yield Reference(_bare(one[1]), law, start, match.start(group) + one.end(1))


def _bare(number: str) -> str:
    return re.sub(r"[\s.]", "", number)


def _law(after: str) -> str:
    match = _LAW.match(after)
    if not match:
        return ""
    said = match[1]
    named = next((law for words, law in _NAMED.items() if words in said), "")
    known = named or next((law for law in _LAWS if law in said), "")
    return known or next(iter(re.findall(r"\d{2,4}[-/]\d+", said)), "")


def articles(reading: Reading) -> Iterator[Finding]:
    """Look for articles that the law of the letter does not give."""
    known = _known(reading)
    for line in reading.saying(_CITED):
        for cited in references(line.folded):
            laws = known.get(cited.number)
            if laws is not None and (not cited.law or "" in laws or cited.law in laws):
                continue
            if not line.own[cited.start : cited.end].strip():
                continue
            typed = reading.typed_at(line, cited.start, cited.end)
            yield reading.finding(
                Flaw.ARTICLE_UNKNOWN,
                Gravity.MISTAKE if typed else Gravity.CARE,
                line,
                (cited.start, cited.end),
                says=_("No text that was read for this letter gives this article."),
                cure=_("Check its number and its code, or take it out: a wrong article weakens the whole letter."),
                fact=typed,
                about=f"{cited.number} {cited.law}",
            )
    yield from _in_force(reading)
    yield from _marks(reading)


def _known(reading: Reading) -> dict[str, set[str]]:
    """Gather the articles that the law told to the letter gives, each with its texts; "" stands for any."""
    data = reading.data
    found: dict[str, set[str]] = {}
    texts = set(_texts(data.model)) | {text for one in data.offences for text in _texts(one)}
    texts |= {text for one in data.heavier.values() for text in _texts(one)}
    for name in ("dates", "ways", "silences", "providers", "addressee", "helpers", "steps"):
        texts |= set(_texts(getattr(data, name, ())))
    for text in texts:
        low = folded(text)
        low = low if "article" in low else re.sub(r"^(?=[lrd]?\.?\s?\d)", "article ", low)
        for one in references(low):
            found.setdefault(one.number, set()).add(one.law)
    return found


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if _CITING.search(value):
            yield value
    elif isinstance(value, Citation):
        yield value.text
    elif is_dataclass(value):
        for name in _fields(value.__class__):
            yield from _texts(getattr(value, name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)


@lru_cache(maxsize=64)
def _fields(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cast(Any, kind)))


def _in_force(reading: Reading) -> Iterator[Finding]:
    data = reading.data
    for offence in data.offences:
        if data.incidents and not in_force(offence, data.incidents):
            yield reading.finding(
                Flaw.ARTICLE_NOT_IN_FORCE,
                Gravity.MISTAKE,
                None,
                french.phrase(offence.title),
                says=_("{article} was not in force on the day of the facts.").format(article=_article(offence)),
                cure=_("Choose the qualification that stood then, or correct the day of the facts."),
                fact="offences",
                about=offence.id,
            )


def _article(offence: Offence) -> str:
    text = french.phrase(offence.citation.text)
    return text[:1].upper() + text[1:]


def _marks(reading: Reading) -> Iterator[Finding]:
    """Look for articles printed as law though nobody read their text."""
    data = reading.data
    given = [
        *data.model.citations,
        *(one.citation for one in data.offences),
        *(t.citation for t in data.heavier.values()),
    ]
    sure = {(one.number, one.law) for each in given if each.mark is Mark.VERIFIED for one in _of(each)}
    unsure = {(one.number, one.law) for each in given if each.mark is not Mark.VERIFIED for one in _of(each)} - sure
    if not unsure:
        return
    for line in reading.saying(_CITED):
        for one in references(line.folded):
            said = line.folded[one.start : one.end + _NEAR]
            if (one.number, one.law) in unsure and not _TO_CONFIRM.search(said):
                yield reading.finding(
                    Flaw.ARTICLE_UNVERIFIED,
                    Gravity.MISTAKE,
                    line,
                    (one.start, one.end),
                    says=_("The text of this article was not read; the letter cites it as sure."),
                    cure=_("Take it out, or write “à confirmer” after it."),
                    about=f"{one.number} {one.law}",
                )


def _of(citation: Citation) -> Iterator[Reference]:
    yield from references(folded(citation.text))
