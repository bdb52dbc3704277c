"""Fictional people, and what was done to them: a woman, a man, somebody addressed without gender and under age."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from casedesk.law.when import When
from casedesk.queries.letter_data import ContentLine, ExhibitLine, IncidentLine, Party, Sender, StepLine

POSTED_AT = datetime(2026, 8, 21, 22, 14, 5, tzinfo=UTC)
SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

NOBODY = Party(
    "neutral", "", "", None, "", "", "", (), "", "", (), domiciled_at_association=False, domicile_agreed_on=None
)
RENNES = Sender(
    "Association Les Veilleuses",
    ("14 rue des Tanneurs", "35000 Rennes"),
    "Rennes",
    "contact@veilleuses.example",
    "02 99 00 00 00",
    "RNA W350000000",
)
BAMAKO = Sender(
    "Sira",
    ("Hamdallaye ACI 2000, rue 300, porte 12", "Bamako"),
    "Bamako",
    "contact@sira.example",
    "+223 20 00 00 00",
    "",
)

LOUISE = replace(
    NOBODY,
    addressed_as="madam",
    given_name="Louise Camille",
    family_name="Morvan",
    born_on=date(1999, 3, 14),
    birth_place="Vannes (Morbihan)",
    nationality="française",
    profession="étudiante",
    address=("3 impasse du Secret", "35200 Rennes"),
    phone="06 11 22 33 44",
    email="louise@secret.example",
    domiciled_at_association=True,
    domicile_agreed_on=date(2026, 9, 3),
)
KARIM = replace(
    NOBODY,
    addressed_as="sir",
    given_name="Karim",
    family_name="Lefèvre",
    born_on=date(1990, 8, 1),
    birth_place="Lyon (Rhône)",
    nationality="française",
    profession="journaliste",
    address=("8 quai Dérobé", "69001 Lyon"),
    phone="06 55 66 77 88",
    email="karim@secret.example",
)
SACHA = replace(
    NOBODY,
    given_name="Sacha",
    family_name="Le Guen",
    born_on=date(2011, 5, 20),
    birth_place="Brest (Finistère)",
    nationality="française",
    profession="en classe de troisième",
    address=("5 rue Cachée", "29200 Brest"),
)
ANNE = replace(
    NOBODY,
    addressed_as="madam",
    given_name="Anne",
    family_name="Le Guen, née Kerbrat",
    born_on=date(1980, 1, 1),
    birth_place="Quimper (Finistère)",
    nationality="française",
    profession="infirmière",
    address=("5 rue Cachée", "29200 Brest"),
    phone="06 77 88 99 00",
    email="anne@secret.example",
)
YANN = replace(NOBODY, addressed_as="sir", given_name="Yann", family_name="Le Guen")

AWA = replace(
    NOBODY,
    addressed_as="madam",
    given_name="Awa",
    family_name="Traoré, née Diarra",
    born_on=date(2004, 3, 14),
    birth_place="Ségou",
    nationality="malienne",
    profession="étudiante",
    address=("Badalabougou, rue 10, porte 123", "Commune V, Bamako"),
    phone="+223 76 12 34 56",
)
MODIBO = replace(
    NOBODY,
    addressed_as="sir",
    given_name="Modibo",
    family_name="Keïta",
    born_on=date(1995, 1, 2),
    birth_place="Kayes",
    nationality="malienne",
    profession="commerçant",
    address=("Kalaban Coura, rue 200, porte 9", "Commune V, Bamako"),
    phone="+223 66 12 34 56",
    domiciled_at_association=True,
)
FANTA = replace(
    NOBODY,
    given_name="Fanta",
    family_name="Coulibaly",
    born_on=date(2010, 6, 6),
    birth_place="Bamako",
    nationality="malienne",
    profession="élève",
    address=("Lafiabougou, rue 5, porte 40", "Commune IV, Bamako"),
    phone="+223 70 11 11 11",
)
MOUSSA = replace(
    NOBODY,
    addressed_as="sir",
    given_name="Moussa",
    family_name="Coulibaly",
    nationality="malienne",
    profession="chauffeur",
    address=("Lafiabougou, rue 5, porte 40", "Commune IV, Bamako"),
    phone="+223 70 11 11 11",
)

ON_X = ContentLine(
    number=1,
    platform="x",
    host="x.com",
    url="https://x.com/i/status/1958657304112345678",
    post_id="1958657304112345678",
    account="@compte_8841",
    created_at=POSTED_AT,
    first_seen_on=date(2026, 8, 22),
    last_seen_on=date(2026, 11, 20),
    state="online",
    exhibits=(1,),
)
ON_A_FORUM = ContentLine(
    number=2,
    platform="unknown",
    host="forum.example",
    url="https://forum.example/sujets/2026/08/22/une-adresse-longue?page=2#message-4412",
    post_id="",
    account="",
    created_at=None,
    first_seen_on=date(2026, 8, 25),
    last_seen_on=None,
    state="removed",
    exhibits=(),
)
ON_INSTAGRAM = replace(
    ON_X,
    platform="instagram",
    host="instagram.com",
    url="https://www.instagram.com/p/DW1nTDiDvnF/",
    post_id="DW1nTDiDvnF",
    account="compte_inconnu",
    exhibits=(),
)

PLAIN = IncidentLine("", "", None, "", None, None, "", "", None, (), ())
DEEPFAKE = replace(
    PLAIN,
    title="Montage à caractère sexuel publié sur X",
    account_of_facts='Le compte a publié une image générée, avec ces mots : "La vraie Louise".\n\nElle y est encore',
    when=When(POSTED_AT.date(), POSTED_AT.date(), POSTED_AT),
    where="X, profil public",
    online=True,
    contents=(ON_X, ON_A_FORUM),
    exhibits=(1,),
)
RAID = replace(
    PLAIN,
    title="Messages répétés",
    account_of_facts="J'ai reçu 31 messages de comptes qui se répondaient.",
    when=When(date(2026, 8, 22), date(2026, 9, 4)),
    where="X, messages privés et mentions",
    online=True,
    effects="insomnies, arrêt des cours pendant deux semaines",
    incapacity_days=6,
    exhibits=(2, 3, 4),
)
THREATS = replace(
    PLAIN,
    title="Menaces par courrier",
    account_of_facts="J'ai trouvé trois lettres de menaces.",
    when=When.on(date(2026, 8, 1)),
    online=False,
)
ABOUT_A_MINOR = replace(
    PLAIN,
    title="Publication visant une personne mineure",
    account_of_facts="Un compte inconnu a publié un contenu visant Sacha.",
    when=When(date(2026, 9, 1), date(2026, 9, 3)),
    where="Instagram",
    online=True,
    contents=(ON_INSTAGRAM,),
)
SEXTORTION = replace(
    PLAIN,
    title="Demande d'argent sous la menace de diffuser une vidéo",
    account_of_facts="Un inconnu m'a écrit sur WhatsApp.\nLa vidéo a été envoyée au groupe le 18 novembre 2026.",
    when=When(date(2026, 11, 12), date(2026, 11, 18)),
    where="WhatsApp, groupe Promotion 2026",
    online=True,
    amount=Decimal(100_000),
    currency="XOF",
    effects="je ne vais plus à l'université",
    incapacity_days=10,
    exhibits=(1, 2),
)
FALSE_PROFILE = replace(
    PLAIN,
    title="Faux profil",
    account_of_facts="Un faux profil a été créé avec mes photographies.",
    when=When(date(2024, 11, 2), date(2025, 1, 10)),
    where="Facebook",
    online=True,
    contents=(
        replace(
            ON_A_FORUM,
            number=1,
            platform="facebook",
            host="facebook.com",
            url="https://www.facebook.com/profile.php?id=100000000000000",
            account="100000000000000",
            state="online",
        ),
        replace(ON_X, number=2, exhibits=()),
    ),
)

EXHIBITS = (
    ExhibitLine(1, "Capture d'écran de la publication du 21 août 2026", date(2026, 8, 23), SHA),
    ExhibitLine(2, "Captures des 31 messages", date(2026, 9, 5), SHA[::-1]),
    ExhibitLine(3, "Certificat médical du 7 septembre 2026", date(2026, 9, 8), ""),
    ExhibitLine(4, "Accord de domiciliation", date(2026, 9, 3), SHA),
)
STEPS = (
    StepLine("complaint_refused", When.on(date(2026, 8, 24)), "commissariat de Rennes", None),
    StepLine("notice_sent", When.on(date(2026, 8, 25)), "n° 0000-1", 1),
    StepLine("publication", When.on(date(2026, 8, 21)), "", None),
)
ON_WHATSAPP = replace(NOBODY, accounts=("+223 70 00 00 00", "compte Facebook « Beau Gosse 223 »"))
