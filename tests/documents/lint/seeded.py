"""Forty faults, each sown in a good letter: by what was typed, by what the case says, or by hand in the .docx."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from casedesk.documents.lint.findings import Flaw, Read
from casedesk.law.when import When
from casedesk.queries.letter_data import ExhibitLine
from tests.documents.fictional_people import EXHIBITS, ON_INSTAGRAM, SHA
from tests.documents.lint.letters import after, first_incident, read, told, without, words

ACCOUNT = "J’ai trouvé trois lettres de menaces."  # as the letter prints it
FACTS = "Les faits"
NBSP, NARROW = "\u00a0", "\u202f"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault, the kind it must be caught as, and the letter that bears it."""

    name: str
    kind: Flaw
    letter: Callable[[], Read]


def _man(account: str = "", **answers: str) -> Any:
    return told("fr_plainte_man", account=account, answers=answers)


def _woman(account: str = "", **answers: str) -> Any:
    return told("fr_plainte_woman", account=account, answers=answers)


def _notice(**answers: str) -> Any:
    return told("fr_dsa_woman_by_association", answers=answers)


def _notice_for_karim(**answers: str) -> Any:
    signed = {"signed_by": "association", "explanation": "Faux profil qui reprend son nom et sa photographie."}
    return told("fr_dsa_man_himself", answers={**signed, **answers})


def _titled(data: Any, title: str) -> Any:
    return replace(data, exhibits=(replace(data.exhibits[0], title=title), *data.exhibits[1:]))


def _emptied_table(document: Any) -> None:
    table = next(one for one in document.tables if "Intitulé" in one.rows[0].cells[1].text)
    for row in table.rows[1:]:
        row._tr.getparent().remove(row._tr)


def _tracked(document: Any) -> None:
    paragraph = next(one for one in document.paragraphs if ACCOUNT in one.text)
    run = paragraph.runs[0]._r
    inserted = OxmlElement("w:ins")
    inserted.set(qn("w:id"), "900")
    inserted.set(qn("w:author"), "Nadia")
    run.addprevious(inserted)
    inserted.append(run)


def _authored(document: Any) -> None:
    document.core_properties.author = "Nadia Bernard"


SEEDED: tuple[Fault, ...] = (
    # Template text
    Fault(
        "a tag of the template is left",
        Flaw.PLACEHOLDER,
        lambda: read(_man(), after(ACCOUNT, "Mon numéro est {{ person.phone }}.")),
    ),
    Fault(
        "brackets to fill in the account",
        Flaw.PLACEHOLDER,
        lambda: read(_man("Le compte [à compléter] m'a écrit le 1er août 2026.")),
    ),
    Fault("a number of crosses", Flaw.PLACEHOLDER, lambda: read(_woman(complaint_reference="PV n° XXXX/2026"))),
    Fault("dots to write on", Flaw.PLACEHOLDER, lambda: read(_man(), after(ACCOUNT, "Fait à ______, le ______."))),
    Fault(
        "help for whoever writes",
        Flaw.PLACEHOLDER,
        lambda: read(_man(), after(ACCOUNT, "Décrivez ici les faits, dans l’ordre, avec les mots exacts.")),
    ),
    # Nothing where something is announced
    Fault(
        "a section with nothing in it",
        Flaw.EMPTY,
        lambda: read(_man(), after(ACCOUNT, "Mesures de protection", like=FACTS)),
    ),
    Fault(
        "a list without rows",
        Flaw.EMPTY,
        lambda: read(told("ml_plainte_woman"), _emptied_table),
    ),
    # Somebody of another case
    Fault(
        "another person's full name",
        Flaw.OTHER_CASE,
        lambda: read(
            _man("J'ai reçu la même lettre que Benoîte Lecourbe, à la même adresse."), others=("Benoîte Lecourbe",)
        ),
    ),
    Fault(
        "another person's family name alone, without its accents",
        Flaw.OTHER_CASE,
        lambda: read(
            _woman("Le compte a publié une image, comme dans l'affaire LAVERDIERE."),
            others=("Maéva Laverdière", "Awa Sylla"),
        ),
    ),
    Fault(
        "another person's name in the title of an exhibit",
        Flaw.OTHER_CASE,
        lambda: read(
            _titled(told("ml_plainte_woman"), "Captures remises par Oumou Sangaré"), others=("Oumou Sangaré",)
        ),
    ),
    # What the other side may not read
    Fault(
        "her street in a notice",
        Flaw.WHERE_SHE_IS,
        lambda: read(_notice(danger="le compte a publié qu'elle vit impasse du Secret, avec des menaces")),
    ),
    Fault(
        "her telephone, written otherwise, in the title of an exhibit",
        Flaw.WHERE_SHE_IS,
        lambda: read(_titled(_notice(), "Capture : appels au +33 6 11 22 33 44")),
    ),
    Fault(
        "her town in a notice",
        Flaw.WHERE_SHE_IS,
        lambda: read(_notice_for_karim(danger="des inconnus le cherchent à Lyon, devant chez lui")),
    ),
    Fault(
        "her name in a notice that she does not sign",
        Flaw.HER_NAME,
        lambda: read(_notice(explanation="Montage à caractère sexuel représentant Louise Morvan, sans son accord.")),
    ),
    Fault(
        "her name in an address, in the title of an exhibit",
        Flaw.HER_NAME,
        lambda: read(_titled(_notice(), "Capture de https://www.facebook.com/louise.morvan.35 du 23 août 2026")),
    ),
    Fault(
        "a witness's telephone in a notice",
        Flaw.THIRD_PARTY,
        lambda: read(_notice(explanation="Montage sans accord ; une amie l'a vu et peut le dire au 06 98 76 54 32.")),
    ),
    Fault(
        "her home, though she is written to at the association",
        Flaw.SAFE_CONTACT,
        lambda: read(_woman("Il m'a attendue devant chez moi, 3 impasse du Secret, le 21 août 2026.")),
    ),
    # Exhibits
    Fault(
        "an exhibit cited that is not in the list",
        Flaw.EXHIBIT_MISSING,
        lambda: read(_woman("Le compte a publié une image générée le 21 août 2026 (pièce n° 7).")),
    ),
    Fault(
        "a run of exhibits longer than the list",
        Flaw.EXHIBIT_MISSING,
        lambda: read(_woman("Le compte a publié une image générée le 21 août 2026 (voir les pièces 3 à 6).")),
    ),
    Fault(
        "an exhibit that nothing cites",
        Flaw.EXHIBIT_UNCITED,
        lambda: read(
            replace(_woman(), exhibits=(*EXHIBITS, ExhibitLine(5, "Facture d'un téléphone", date(2026, 9, 9), SHA)))
        ),
    ),
    # Law
    Fault(
        "an article that no text of the letter gives",
        Flaw.ARTICLE_UNKNOWN,
        lambda: read(_woman(qualification_note="Les faits relèvent aussi de l'article 222-99 du Code pénal.")),
    ),
    Fault(
        "an article that did not stand yet",
        Flaw.ARTICLE_NOT_IN_FORCE,
        lambda: read(
            replace(
                _woman(),
                incidents=tuple(
                    replace(one, when=When.on(date(2023, 5, 2)), contents=()) for one in _woman().incidents
                ),
            )
        ),
    ),
    # Sums
    Fault(
        "a sum in euros whose words say another",
        Flaw.AMOUNT,
        lambda: read(_man(f"Il exige 1{NBSP}500 € (mille deux cents euros) depuis le 1er août 2026.")),
    ),
    Fault(
        "a sum in francs CFA whose figures say another",
        Flaw.AMOUNT,
        lambda: read(
            told("ml_plainte_woman"), words(f"100{NARROW}000{NBSP}francs", f"1{NARROW}000{NARROW}000{NBSP}francs")
        ),
    ),
    # Days
    Fault("a day that is in no calendar", Flaw.DATE_IMPOSSIBLE, lambda: read(_man("Il m'a écrit le 30 février 2026."))),
    Fault(
        "a day under another name",
        Flaw.DATE_WEEKDAY,
        lambda: read(_man("Il m'a écrit le mardi 12 novembre 2026, dans la soirée.")),
    ),
    Fault("facts after the letter", Flaw.DATE_FUTURE, lambda: read(_man("Il m'a écrit le 12 mars 2027."))),
    # Minors
    Fault(
        "a minor, and no word of protection",
        Flaw.MINOR_UNPROTECTED,
        lambda: read(told("ml_requisitions_minor"), without("aucune image")),
    ),
    Fault(
        "an image of a minor in the list",
        Flaw.MINOR_IMAGE,
        lambda: read(
            replace(
                told("fr_plainte_minor"),
                exhibits=(ExhibitLine(1, "Capture de la vidéo intime", date(2026, 9, 5), SHA),),
                incidents=first_incident(told("fr_plainte_minor"), exhibits=(1,)),
            )
        ),
    ),
    # To whom, by whom
    Fault(
        "a court other than the one chosen",
        Flaw.ADDRESSEE,
        lambda: read(_man(), words("Tribunal judiciaire du Mans", "Tribunal judiciaire de Lyon")),
    ),
    Fault(
        "a notice about contents that are elsewhere",
        Flaw.OTHER_PLATFORM,
        lambda: read(
            replace(_notice(), incidents=first_incident(_notice(), contents=(replace(ON_INSTAGRAM, exhibits=(1,)),)))
        ),
    ),
    # Words
    Fault(
        "an ending left open",
        Flaw.AGREEMENT,
        lambda: read(_woman(), words("Je soussignée", "Je soussigné(e)")),
    ),
    Fault(
        "a woman who writes as a man",
        Flaw.AGREEMENT,
        lambda: read(_woman("Je suis allé au commissariat le 24 août 2026, où j'ai été mal reçu.")),
    ),
    Fault(
        "straight quotes and double spaces",
        Flaw.TYPOGRAPHY,
        lambda: read(_man(), words("trois lettres", 'trois  "lettres"')),
    ),
    Fault(
        "a sign that turns the words round",
        Flaw.HIDDEN_SIGNS,
        lambda: read(_man("Le compte \u202eesrevni\u202c m'a écrit le 1er août 2026.")),
    ),
    Fault(
        "words of another country's law",
        Flaw.OTHER_LAW,
        lambda: read(
            told("ml_plainte_woman"), after("Un inconnu m’a écrit", "Le tribunal judiciaire de Bamako est compétent.")
        ),
    ),
    # The file
    Fault("a change still marked", Flaw.TRACKED_CHANGES, lambda: read(_man(), _tracked)),
    Fault("the name of who typed it", Flaw.PROPERTIES, lambda: read(_man(), _authored)),
    # Good faith
    Fault("a notice whose truth nobody confirms", Flaw.GOOD_FAITH, lambda: read(_notice(good_faith="non"))),
    # Beyond what the law lets one write
    Fault(
        "money against silence",
        Flaw.THREAT,
        lambda: read(
            _notice(),
            after("Madame, Monsieur,", "À défaut de versement de 2 000 euros sous huit jours, nous porterons plainte."),
        ),
    ),
)
