"""Fictional letters, three of each kind. Run as a module, it writes their texts anew into `snapshots`."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from casedesk import paths
from casedesk.law.facts import Facts, Happening, Occurrence
from casedesk.law.load import load_packs
from casedesk.law.offences import qualify
from casedesk.law.pack import Aggravation
from casedesk.queries.letter_data import LetterData
from tests.documents.fictional_people import (
    ABOUT_A_MINOR,
    ANNE,
    AWA,
    BAMAKO,
    DEEPFAKE,
    EXHIBITS,
    FALSE_PROFILE,
    FANTA,
    KARIM,
    LOUISE,
    MODIBO,
    MOUSSA,
    NOBODY,
    ON_WHATSAPP,
    RAID,
    RENNES,
    SACHA,
    SEXTORTION,
    STEPS,
    THREATS,
    YANN,
)

PACKS = load_packs(paths.packs())
TODAY = date(2026, 11, 21)
SNAPSHOTS = Path(__file__).parent / "snapshots"


def letter(pack: str, model: str, *offences: str, platforms: tuple[str, ...] = (), **changes: object) -> LetterData:
    """Build a letter of a jurisdiction; what is not given is empty."""
    law = PACKS[pack]
    found = tuple(body for body in law.bodies.values() if set(body.platforms) & set(platforms))
    data = LetterData(
        model=law.letters[model],
        jurisdiction=pack,
        place=pack,
        today=TODAY,
        sender=RENNES if pack == "fr" else BAMAKO,
        person=LOUISE,
        representatives=(),
        authors=(),
        addressee=found[0] if found and law.letters[model].addressee == "platform" else None,
        incidents=(DEEPFAKE, RAID),
        offences=tuple(law.offences[one] for one in offences),
        exhibits=(),
        steps=(),
        providers=found,
        ip_deletion_on=None,
        urgent_retention=pack == "ml",
        minor_concerned=False,
        answers={},
        fictional=False,
        clauses={clause.id: clause.proposed for clause in law.letters[model].clauses},
    )
    told = replace(data, **changes)  # type: ignore[arg-type]  # the tests name the fields they change
    return replace(told, heavier=told.heavier or _heavier(told))


def _heavier(data: LetterData) -> Mapping[str, Aggravation]:
    """Hold the qualifications against what the letter says: online or not, of a minor or not."""
    about = {
        "online": any(bool(incident.online) for incident in data.incidents),
        "victim_minor_at_facts": data.minor_concerned,
    }
    incident = Occurrence(Happening.OFFENCE, None, about=about)
    read = {one.id: qualify(one, Facts(data.place), incident).tier for one in data.offences}
    return {name: tier for name, tier in read.items() if tier is not None}


# A notice names only what its own platform shows.
_ON_X = (replace(DEEPFAKE, contents=DEEPFAKE.contents[:1]), RAID)
_LRAR = "lettre recommandée avec demande d'avis de réception"
_JOINED = "plainte du 21 novembre 2026 jointe à ce courrier"

LETTERS: Mapping[str, LetterData] = {
    "fr_plainte_woman": letter(
        "fr",
        "plainte_simple",
        "deepfake_sexuel_en_ligne",
        "raid_numerique",
        "diffusion_intime",
        "injure_publique",
        authors=(replace(NOBODY, accounts=("@compte_8841 (identifiant 1826350112000000000)",)),),
        exhibits=EXHIBITS,
        steps=STEPS,
        ip_deletion_on=date(2027, 8, 21),
        answers={
            "court_town": "Rennes",
            "sending_way": _LRAR,
            "how_learned": "une amie m'a transmis le lien le 22 août 2026",
            "witnesses": "Inès Durand, qui a vu la publication",
            "qualification_note": "Les messages me visent parce que je suis une femme.",
            "protection_needs": "interdiction d'entrer en contact",
            "wishes_civil_party": "oui",
            "wishes_lawyer": "oui",
            "companion": "Nadia Bernard, 02 99 00 00 01",
            "complaint_reference": "non",
        },
    ),
    "fr_plainte_man": letter(
        "fr",
        "plainte_simple",
        "menace_simple",
        person=KARIM,
        authors=(
            replace(NOBODY, addressed_as="sir", given_name="Paul", family_name="Untel", accounts=("@untel",)),
            replace(NOBODY, accounts=("@a", "@b", "+33 6 00 00 00 00")),
        ),
        incidents=(THREATS,),
        answers={"court_town": "Le Mans", "sending_way": "courrier simple"},
    ),
    "fr_plainte_minor": letter(
        "fr",
        "plainte_simple",
        "pedoporno_diffusion",
        "diffusion_intime",
        "injure_sexiste",
        person=SACHA,
        representatives=(ANNE, YANN),
        minor_concerned=True,
        incidents=(ABOUT_A_MINOR,),
        ip_deletion_on=date(2027, 8, 21),
        answers={
            "court_town": "Angers",
            "sending_way": "dépôt contre récépissé",
            "wishes_civil_party": "oui",
            "wishes_lawyer": "oui",
            "companion": "Nadia Bernard, 02 99 00 00 01",
            "agrees_to_prosecution": "oui",
        },
    ),
    "fr_requisitions_woman": letter(
        "fr",
        "demande_requisitions",
        "deepfake_sexuel_en_ligne",
        "raid_numerique",
        platforms=("x",),
        authors=(replace(NOBODY, accounts=("@compte_8841",)),),
        exhibits=EXHIBITS,
        ip_deletion_on=date(2027, 8, 21),
        answers={
            "court_town": "Rennes",
            "complaint_reference": _JOINED,
            "own_device_logs": "oui, pour la ligne 06 00 00 00 00",
            "ip_and_port": "192.0.2.10, port 50123, 21 août 2026 à 22:14:05 UTC",
        },
    ),
    "fr_requisitions_man_by_association": letter(
        "fr",
        "demande_requisitions",
        "injure_publique",
        person=KARIM,
        answers={
            "signed_by": "association",
            "court_town": "La Rochelle",
            "complaint_reference": _JOINED,
            "own_device_logs": "oui",
        },
    ),
    "fr_requisitions_minor": letter(
        "fr",
        "demande_requisitions",
        "harcelement_cyber",
        platforms=("instagram",),
        person=SACHA,
        representatives=(ANNE,),
        minor_concerned=True,
        incidents=(ABOUT_A_MINOR,),
        ip_deletion_on=date(2027, 8, 21),
        answers={"court_town": "Angers", "complaint_reference": _JOINED, "own_device_logs": "oui"},
    ),
    "fr_dsa_woman_by_association": letter(
        "fr",
        "notification_dsa",
        "deepfake_sexuel_en_ligne",
        "raid_numerique",
        platforms=("x",),
        incidents=_ON_X,
        exhibits=EXHIBITS[:1],
        steps=STEPS,
        answers={
            "explanation": "Montage à caractère sexuel diffusé sans son accord ; son visage et son prénom y figurent.",
            "good_faith": "oui",
            "acts_for_person": "oui",
            "danger": "son adresse est publiée avec des menaces",
            "search_words": "le mot-dièse #exemple",
            "procedure_number": "plainte du 21 novembre 2026, PV n° 2026/001234",
        },
    ),
    "fr_dsa_man_himself": letter(
        "fr",
        "notification_dsa",
        "usurpation_identite",
        platforms=("x",),
        incidents=_ON_X,
        person=KARIM,
        answers={
            "signed_by": "personne",
            "explanation": "Faux profil à mon nom et avec ma photographie.",
            "good_faith": "oui",
        },
    ),
    "fr_dsa_minor": letter(
        "fr",
        "notification_dsa",
        "pedoporno_diffusion",
        platforms=("instagram",),
        person=SACHA,
        representatives=(ANNE,),
        minor_concerned=True,
        incidents=(ABOUT_A_MINOR,),
        answers={
            "signed_by": "personne",
            "explanation": "Contenu à caractère sexuel visant une personne mineure.",
            "good_faith": "oui",
        },
    ),
    "ml_plainte_woman": letter(
        "ml",
        "plainte_pole",
        "extorsion_tic",
        "chantage",
        "menace_systeme_information",
        "divulgation_donnees",
        "diffamation_en_ligne",
        person=AWA,
        authors=(ON_WHATSAPP,),
        incidents=(SEXTORTION,),
        exhibits=EXHIBITS[:2],
        answers={
            "resides_in_mali": "oui",
            "sending_way": "dépôt au Parquet contre récépissé",
            "parents": "fille de Moussa Diarra et de Fanta Coulibaly",
            "reparation": "500000",
            "wishes_civil_party": "oui",
            "wishes_legal_aid": "oui",
            "asks_removal": "oui",
            "reader": "Fanta Coulibaly, en bambara",
            "protection_needs": "domiciliation au commissariat",
            "elected_domicile": "au siège de l'association Sira, Hamdallaye ACI 2000, rue 300, porte 12, Bamako",
        },
    ),
    "ml_plainte_man": letter(
        "ml",
        "plainte_pole",
        "usurpation_identite_numerique",
        "montage",
        platforms=("facebook",),
        person=MODIBO,
        incidents=(FALSE_PROFILE,),
        answers={
            "resides_in_mali": "non",
            "sending_way": _LRAR,
            "complaint_reference": "Brigade de lutte contre la cybercriminalité, 19 novembre 2026",
        },
    ),
    "ml_plainte_minor": letter(
        "ml",
        "plainte_pole",
        "pornographie_infantile_diffusion",
        person=FANTA,
        representatives=(MOUSSA,),
        minor_concerned=True,
        authors=(ON_WHATSAPP,),
        incidents=(replace(ABOUT_A_MINOR, account_of_facts="Un contenu la visant a circulé.", contents=()),),
        answers={"resides_in_mali": "oui", "sending_way": "courrier simple"},
    ),
    "ml_requisitions_woman": letter(
        "ml",
        "demande_requisitions",
        "extorsion_tic",
        "menace_systeme_information",
        person=AWA,
        authors=(ON_WHATSAPP,),
        incidents=(SEXTORTION,),
        exhibits=EXHIBITS[:2],
        answers={
            "complaint_reference": _JOINED,
            "phone_numbers": "+223 70 00 00 00",
            "transactions": "Orange Money, référence 000000, 13 novembre 2026, 25 000 francs CFA",
            "devices": "téléphone Tecno, conservé",
        },
    ),
    "ml_requisitions_man_by_association": letter(
        "ml",
        "demande_requisitions",
        "usurpation_identite_numerique",
        platforms=("facebook",),
        person=MODIBO,
        incidents=(FALSE_PROFILE,),
        answers={"signed_by": "association", "complaint_reference": _JOINED},
    ),
    "ml_requisitions_minor": letter(
        "ml",
        "demande_requisitions",
        "pornographie_infantile_diffusion",
        person=FANTA,
        representatives=(MOUSSA,),
        minor_concerned=True,
        authors=(ON_WHATSAPP,),
        incidents=(replace(ABOUT_A_MINOR, account_of_facts="Un contenu la visant a circulé.", contents=()),),
        answers={"complaint_reference": _JOINED},
    ),
}


if __name__ == "__main__":
    from casedesk.documents.letter import render_docx
    from casedesk.documents.text import text_of

    for name, told in LETTERS.items():
        (SNAPSHOTS / f"{name}.txt").write_text(text_of(render_docx(told)) + "\n", encoding="utf-8")
