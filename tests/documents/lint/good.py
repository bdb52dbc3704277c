"""Good letters that are hard to read right: names that are words, quotes in quotes, sums, days, numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from casedesk.law.when import When
from casedesk.queries.letter_data import LetterData, Party
from tests.documents.fictional_letters import LETTERS
from tests.documents.fictional_people import (
    AWA,
    DEEPFAKE,
    EXHIBITS,
    KARIM,
    LOUISE,
    NOBODY,
    PLAIN,
    THREATS,
)
from tests.documents.lint.letters import first_incident, told


@dataclass(frozen=True, slots=True)
class Good:
    """A letter with nothing wrong, and the names of other cases to read it with."""

    data: LetterData
    others: tuple[str, ...] = ()


OTHERS = ("Rosa Martini", "Pierre Rosier", "Camille Lemoine", "Louise Durand", "Inès Petit", "Nadia Rennes")

ROSE = replace(
    LOUISE,
    given_name="Rose",
    family_name="Martin",
    address=("12 rue des Rosiers", "75004 Paris"),
    email="rose.martin@secret.example",
    domiciled_at_association=False,
    domicile_agreed_on=None,
)
HOA = replace(
    ROSE, given_name="Thị Hoa", family_name="Nguyễn", birth_place="Hué (Viêt Nam)", nationality="vietnamienne"
)
DOMINIQUE = replace(KARIM, addressed_as="neutral", given_name="Dominique", family_name="Marchand")


def _complaint(account: str, *, person: Party = ROSE, **answers: str) -> LetterData:
    return told("fr_plainte_man", account=account, answers=answers, person=person)


def _notice(explanation: str, *, person: Party = ROSE, **answers: str) -> LetterData:
    return told("fr_dsa_woman_by_association", answers={"explanation": explanation, **answers}, person=person)


HARD: Mapping[str, Good] = {
    "a name that is a flower, a street that is not hers": Good(
        _complaint(
            "Le 1er août 2026, j'ai trouvé trois lettres de menaces sur papier rose. La voisine du 14 rue des Roses "
            "m'en a "
            "remis une autre."
        ),
        OTHERS,
    ),
    "a notice for a woman whose name is a flower and a first name": Good(
        _notice(
            "Montage à caractère sexuel diffusé sans son accord : fond rose, robe de la Saint-Martin, visage "
            "reconnaissable."
        ),
        OTHERS,
    ),
    "quotes inside quotes, of a familiar and insulting author": Good(
        _complaint(
            "Le 2 août 2026, il a écrit : « Tu as dit à ma mère “jamais”, alors si tu ne paies pas 500 € je publie "
            "tout, "
            'salope ». Il a ajouté : "Tu vas le regretter […]". Je n\'ai pas répondu.'
        ),
        OTHERS,
    ),
    "a bar called after a magistrate": Good(
        replace(
            _complaint("Le 3 août 2026, il m'a suivie jusqu'au bar « Le Procureur », rue du Tribunal, à Lyon."),
            incidents=first_incident(
                _complaint("Le 3 août 2026, il m'a suivie jusqu'au bar « Le Procureur », rue du Tribunal, à Lyon."),
                where="bar Le Procureur, à Lyon",
            ),
        ),
        OTHERS,
    ),
    "sums in words": Good(
        _complaint(
            "Le 1er août 2026, il a exigé 1 500 € (mille cinq cents euros), puis quatre-vingts euros (80 €), puis "
            "deux cent "
            "mille francs CFA (200 000 F CFA), et enfin 1 250,50 euros (mille deux cent cinquante euros et cinquante "
            "centimes). En tout, 3 fois. J'ai payé 71 € (soixante et onze euros), soit un tiers."
        ),
        OTHERS,
    ),
    "days that exist, days to come, days of others": Good(
        _complaint(
            "Le samedi 29 février 2020, nous nous sommes rencontrés. Le jeudi 12 novembre 2026 et le 1er novembre "
            "2026, il a "
            "menacé de tout publier le 25 décembre 2026. L'audience est fixée au lundi 11 janvier 2027. Né le "
            "31/12/1984, "
            "il vit à Lyon."
        ),
        OTHERS,
    ),
    "articles with bis and ter": Good(
        told(
            "fr_plainte_woman",
            answers={
                "qualification_note": "L'article L. 34-1, III bis, du Code des postes et des communications "
                "électroniques et "
                "l'article 226-8-1, alinéa 3, du Code pénal s'appliquent ; l'article 222-33-2-2 du même code aussi."
            },
        ),
        OTHERS,
    ),
    "names from elsewhere": Good(
        replace(
            _complaint(
                "Le 1er août 2026, M. Seán O’Connor-Łukasz et Mme Kɔnɔ Ɲaré ont vu « 阮氏花 » et « ߒߞߏ » écrits sur ma "
                "porte.",
                person=HOA,
            ),
            incidents=first_incident(_complaint("x"), account_of_facts="Le 1er août 2026, M. Seán O’Connor l'a vu."),
        ),
        ("Thi Mai", "Sean Connery", "Anh Le"),
    ),
    "somebody addressed without gender": Good(
        _complaint(
            "Le 1er août 2026, j'ai trouvé trois lettres de menaces. Je suis resté·e chez moi.", person=DOMINIQUE
        ),
        OTHERS,
    ),
    "numbers that are no telephones": Good(
        _notice(
            "Montage sans accord ; l'original a été publié le 21/08/2026 sous le n° 1958657304112345678, 0 612 vues "
            "à 22:14:05.",
            search_words="#06112233, vidéo n° 02990000011",
        ),
        OTHERS,
    ),
    "exhibits in every way of citing": Good(
        told(
            "fr_plainte_woman",
            account="Le 21 août 2026, le compte a publié une image (pièces n° 1 et 2, puis pièce 3). Voir aussi les "
            "pièces "
            "jointes nos 2 à 4 et la pièce d'identité no 12AB34567 qu'il a volée.",
            exhibits=EXHIBITS,
        ),
        OTHERS,
    ),
    "people of this case who bear names of others": Good(
        told(
            "ml_plainte_woman",
            person=replace(AWA, given_name="Awa Fanta"),
            answers={
                "reader": "Fanta Coulibaly, en bambara",
                "parents": "fille de Moussa Diarra et de Fanta Coulibaly",
            },
        ),
        ("Awa Sangaré", "Moussa Coulibaly", "Fanta Diarra", "Oumar Keïta"),
    ),
    "a long account with its own brackets": Good(
        told(
            "fr_plainte_woman",
            account="\n".join(
                f"Le {day} août 2026, le compte a publié une image (la n° {day} de la série) ; j’en ai gardé la "
                f"capture "
                f"[sic] et l’ai montrée à Inès Durand. Elle s’est tue, puis m’a dit : « Signale-le {day} fois, tu "
                f"verras. »"
                for day in range(2, 29)
            ),
        ),
        OTHERS,
    ),
    "a minor, told with care": Good(
        told(
            "fr_plainte_minor",
            account="Entre le 1er et le 3 septembre 2026, un compte inconnu a publié un contenu visant Sacha, 15 ans.",
        ),
        OTHERS,
    ),
    "money asked by a stranger in two currencies": Good(
        replace(
            told("ml_requisitions_woman"),
            incidents=first_incident(
                told("ml_requisitions_woman"),
                amount=Decimal(1_000_000),
                account_of_facts="Le 12 novembre 2026, un inconnu m'a demandé 1 000 000 F CFA (un million de francs "
                "CFA), soit "
                "environ 1 524 euros, avant le 30 novembre 2026.",
            ),
        ),
        ("Aminata Touré", "Bakary Million"),
    ),
    "two incidents of the same day in the same words": Good(
        replace(
            told("fr_plainte_man"),
            incidents=(
                THREATS,
                replace(
                    PLAIN, title="Un appel", account_of_facts="Il a appelé deux fois.", when=When.on(date(2026, 8, 1))
                ),
            ),
        ),
        OTHERS,
    ),
    "a man who tells what a woman saw": Good(
        told(
            "fr_plainte_man",
            account="Le 1er août 2026, ma sœur est allée ouvrir ; elle s'est sentie menacée. Je suis resté dans la "
            "cuisine. "
            "Je me suis dit que la victime était désignée.",
        ),
        OTHERS,
    ),
    "a woman who tells what men did": Good(
        told(
            "fr_plainte_woman",
            account="Le 21 août 2026, ils sont venus. Je suis allée au commissariat ; j'ai été mal reçue. Je me suis "
            "rendu "
            "compte qu'il avait menti et je me suis fait insulter. Je suis victime, et témoin.",
        ),
        OTHERS,
    ),
    "a page about something else": Good(
        replace(
            told("fr_requisitions_woman"),
            incidents=(replace(DEEPFAKE, contents=DEEPFAKE.contents[:1]),),
            authors=(replace(NOBODY, accounts=("compte « Le_Procureur [officiel] »", "+33 6 00 00 00 00")),),
        ),
        OTHERS,
    ),
}

GOOD: Mapping[str, Good] = {
    **{name: Good(told(name), OTHERS) for name in LETTERS},
    **HARD,
}
