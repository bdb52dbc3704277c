"""What the person of the walkthrough tells: every word of it is looked for afterwards where it must not be."""

ASSOCIATION = "Les Zéphyrines de Trégastel"
PSEUDONYM = "Quenotte-77"
SAFE_CONTACT = "messagerie Olvidoline"
GIVEN_NAME = "Zénaïde"
FAMILY_NAME = "Kermadecque"
BIRTH_PLACE = "Ploumanac’h"
ADDRESS = "17 venelle du Goéland Argenté"
PHONE = "0298765432"
TITLE = "Montage publié par un inconnu"
ACCOUNT_OF_FACTS = "Le compte xylobarde_99 a publié un montage de moi avec les mots « la vraie Zénaïde »."
HANDLE = "xylobarde_99"
POST = "1985112233445566778"
LINK = f"https://x.com/{HANDLE}/status/{POST}?s=20"
COURT = "Saint-Brieuc"

CANARIES = (
    ASSOCIATION,
    PSEUDONYM,
    "Olvidoline",
    GIVEN_NAME,
    FAMILY_NAME,
    "Ploumanac",
    "Goéland Argenté",
    PHONE,
    TITLE,
    HANDLE,
    POST,
)
