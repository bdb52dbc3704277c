"""Words that turn a lawful demand into a threat, or a complaint into an insult."""

import re
from collections.abc import Iterator
from typing import Final

from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.page import Line
from casedesk.documents.lint.reading import Reading
from casedesk.documents.lint.words import folded
from casedesk.law.pack import Reader
from casedesk.translate import _

_MONEY: Final = (
    r"(?:paiement|versement|reglement|payer|verser|regler|payez|versez|reglez|payiez|versiez|virement|rembours\w+"
    r"|(?:la |une )?sommes?\b|\d[\d\s]*\s?(?:euros?|€|f\s?cfa|francs))"
)
_COMPLAINT: Final = (  # to claim a sum before a court is lawful: only complaints and disclosures count here
    r"(?:plainte|police|gendarmerie|procureur|poursuites penales|presse|medias?|journaux|employeur|famille|conjoint"
    r"|rendre public|rendu public|publi\w+|divulgu\w+|revel\w+)"
)
_THREATS: Final = (
    re.compile(rf"\b(?:a defaut|faute|sans|sinon|a moins)\b[^.;,]{{0,30}}\b{_MONEY}[^;]{{0,90}}?\b{_COMPLAINT}"),
    re.compile(rf"\bsi vous ne\b[^.;]{{0,30}}\b(?:pay|vers|regl|rembours)\w+[^.;]{{0,120}}\b{_COMPLAINT}"),
    re.compile(
        r"\b(?:payez|versez|reglez|devez (?:me |nous )?(?:payer|verser|regler|rembourser))\b[^.;]{0,60}"
        rf"\b(?:ou|sinon|faute de quoi|a defaut|sans quoi)\b[^.;]{{0,40}}\b{_COMPLAINT}"
    ),
    re.compile(
        rf"\b(?:en echange|contre|moyennant|en contrepartie|si vous|des)\b[^.;]{{0,40}}{_MONEY}[^.;]{{0,90}}"
        r"(?:renonc\w+|retir\w+|abandonn\w+|ne [^.;]{0,40}(?:pas|point|aucune)|sans suite)[^.;]{0,60}"
        r"(?:plainte|poursui\w+|police|justice|procureur|signal\w+)?"
    ),
    re.compile(
        rf"\b(?:renonc\w+|retir\w+|abandonn\w+|ne (?:depos|port)\w+ "
        rf"pas)\b[^.;]{{0,40}}\b(?:plainte|poursuites)\b[^.;]{{0,60}}"
        rf"\b(?:en echange|contre|moyennant|en contrepartie|si vous)\b[^.;]{{0,60}}{_MONEY}"
    ),
    re.compile(
        r"\b(?:je|nous|on)\b[^.;]{0,20}\b(?:publie|diffuse|divulgue|revele|previend|inform|avert|contact|appel)\w*"
        r"[^.;]{0,40}\b(?:votre|vos) "
        r"(?:nom|identite|photo\w*|adresse|employeur|famille|femme|mari|conjoint\w*|parents|amis"
        r"|proches|voisins|collegues|patron|ecole)\b"
    ),
    re.compile(
        r"\b(?:vous allez|vous le|vous l'allez) (?:le )?regrett\w+|\bvous retrouver(?:ai|ons)\b|\bgare a vous\b"
    ),
)
_INSULTS: Final = re.compile(
    r"\b(?:salauds?|salopes?|salop\w*|connards?|connasses?|putes?|putains?|enfoires?|batards?|ordures?|pourritures?"
    r"|vous etes (?:un |une )?(?:violeur|pedophile|pedocriminel|criminel|escroc|harceleur|voleur)\w*"
    r"|encul\w+|fdp|debiles?|cretins?|abrutis?|pervers|porcs?|dechets?|raclures?|minables?|ignobles individus?)\b"
)
_REPORTED: Final = re.compile(
    r"trait|insult|appel|qualifi|ecri|mots?\b|messag|nomm|dit|injur|comment|publi|legend|hashtag|diese"
)
_BEFORE: Final = 60  # characters in which a verb of saying tells that the words are another's


def tone(reading: Reading) -> Iterator[Finding]:
    """Look, in what the other side reads, for more than the law lets one announce."""
    if reading.data.model.reader not in {Reader.OTHER_SIDE, Reader.WITNESS}:
        return
    for line in reading.saying(*_THREATS, _INSULTS):
        low = folded(line.own)
        threat = next((found for one in _THREATS if (found := one.search(low))), None)
        if threat:
            yield reading.finding(
                Flaw.THREAT,
                Gravity.HARM,
                line,
                threat.span(),
                says=_("This may be read as blackmail: money against silence, or a threat beyond the law."),
                cure=_("Announce lawful steps only, and never ask for money for not complaining."),
            )
        yield from _insults(reading, line, low)


def _insults(reading: Reading, line: Line, low: str) -> Iterator[Finding]:
    for match in _INSULTS.finditer(low):
        if not _REPORTED.search(low[max(0, match.start() - _BEFORE) : match.start()]):
            yield reading.finding(
                Flaw.INSULT,
                Gravity.MISTAKE,
                line,
                match.span(),
                says=_("An insult, in a letter that the other side keeps."),
                cure=_("Take it out; put another's words between « and »."),
            )
