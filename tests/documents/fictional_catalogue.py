"""Every letter of every jurisdiction for three fictional people: a woman, somebody under age, the association signing.

The woman's letter is as full as it can be: every question is answered with its own example. The association's is as
bare as it may be: only what is required is answered.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from casedesk.law.facts import Happening
from casedesk.law.offences import Standing
from casedesk.law.pack import Body, LetterModel, Mark, Pack, Signatory
from casedesk.law.when import When
from casedesk.queries.letter_data import (
    Consents,
    DateLine,
    ElementLine,
    LetterData,
    Party,
    PastLetter,
    Silence,
    SilenceRule,
    StepLine,
    WayLine,
)
from tests.documents.fictional_letters import PACKS, letter
from tests.documents.fictional_people import (
    ABOUT_A_MINOR,
    ANNE,
    AWA,
    DEEPFAKE,
    EXHIBITS,
    FALSE_PROFILE,
    FANTA,
    KARIM,
    MODIBO,
    MOUSSA,
    NOBODY,
    ON_WHATSAPP,
    ON_X,
    RAID,
    SACHA,
    SEXTORTION,
    STEPS,
    YANN,
)

_ANSWERS, _EVENTS = "answers.", "events."
_NOTICE = PastLetter(
    "Notification de contenu illicite", "X Internet Unlimited Company", date(2026, 10, 1), "form", "n° 0000-1",
    date(2026, 10, 2), 1, 50,
)  # fmt: skip
_COMPLAINT = PastLetter(
    "Plainte simple", "Procureur de la République", date(2026, 8, 10), "lrar", "1A 000 000 0000 0",
    date(2026, 8, 12), 2, 101,
)  # fmt: skip
_REMINDER = replace(_COMPLAINT, title="Relance", sent_on=date(2026, 10, 12), number="1A 000 000 0000 1")
_SILENCES = (
    Silence(
        _COMPLAINT,
        (_REMINDER,),
        (
            SilenceRule(
                "Plainte avec constitution de partie civile recevable", date(2026, 11, 13), "article 85", Mark.VERIFIED,
                past=True,
            ),
        ),
    ),
    Silence(
        _NOTICE,
        (),
        (SilenceRule("Délai que nous demandons", date(2026, 12, 1), "article 16", Mark.SECONDARY, past=False),),
    ),
)  # fmt: skip
_DATES = (
    DateLine("Données de connexion effaçables", date(2027, 8, 20), "article L. 34-1", Mark.VERIFIED),
    DateLine("Prescription", date(2032, 8, 20), "article 8", Mark.SECONDARY),
)
_WAYS = (
    WayLine("Porter plainte", "trois mois pour une réponse", "gratuit", Mark.VERIFIED),
    WayLine("Rien pour l’instant", "", "", Mark.SECONDARY),
)
_ELEMENTS = (
    ElementLine("Raid numérique (harcèlement en meute)", "Messages répétés", "plusieurs auteurs", Standing.YES, (2, 3)),
    ElementLine(
        "Raid numérique (harcèlement en meute)", "Messages répétés", "une dégradation de la santé", Standing.YES, ()
    ),
    ElementLine("Injure publique", "Messages répétés", "des propos publics", Standing.NOT_KNOWN, ()),
)
_CONSENTS = Consents(date(2026, 9, 3), date(2026, 9, 3), None)


def _catalogue() -> Iterator[tuple[str, LetterData]]:
    for pack in PACKS.values():
        for model in pack.letters.values():
            yield f"{pack.id}_{model.id}_adult", _full(pack, model)
            yield f"{pack.id}_{model.id}_minor", _of_a_minor(pack, model)
            yield f"{pack.id}_{model.id}_association", _bare(pack, model)


def _full(pack: Pack, model: LetterModel) -> LetterData:
    told = _in_france(model) if pack.id == "fr" else _in_mali(model)
    answers = {question.fact: question.example for question in model.questions if question.fact.startswith(_ANSWERS)}
    return replace(
        told,
        addressee=_addressee(pack, model),
        exhibits=EXHIBITS,
        steps=(*STEPS[:2], *_asked(model)),
        answers={
            **_answered(pack),
            **{fact.removeprefix(_ANSWERS): text for fact, text in answers.items()},
            **_self(model),
        },
        clauses={clause.id: True for clause in model.clauses},
        about=_NOTICE,
        notices=(_NOTICE,),
        silences=_SILENCES,
        dates=_DATES,
        ways=_WAYS,
        helpers=_helpers(pack),
        consents=_CONSENTS,
        elements=_ELEMENTS,
    )


def _in_france(model: LetterModel) -> LetterData:
    """Tell of a woman whose image was faked and who is harassed; a platform is told of its own contents alone."""
    offences = ("deepfake_sexuel_en_ligne", "raid_numerique", "diffusion_intime", "injure_publique")
    contents = (ON_X,) if model.addressee == "platform" else DEEPFAKE.contents
    return letter(
        "fr",
        model.id,
        *offences,
        platforms=("x",),
        authors=(replace(NOBODY, accounts=("@compte_8841",)),),
        incidents=(replace(DEEPFAKE, contents=contents), RAID),
        ip_deletion_on=date(2027, 8, 21),
    )


def _in_mali(model: LetterModel) -> LetterData:
    """Tell of a student whose images are held against her; the platform is told of the false profile."""
    of_profile = model.addressee == "platform"
    profile = replace(
        FALSE_PROFILE, when=When(date(2026, 11, 2), date(2026, 11, 10)), contents=FALSE_PROFILE.contents[:1]
    )
    return letter(
        "ml",
        model.id,
        *(("usurpation_identite_numerique",) if of_profile else ("extorsion_tic", "menace_systeme_information")),
        platforms=("facebook",),
        person=AWA,
        authors=(ON_WHATSAPP,),
        incidents=(profile,) if of_profile else (SEXTORTION, profile),
    )


def _of_a_minor(pack: Pack, model: LetterModel) -> LetterData:
    """Tell the same of somebody under age, spoken for by parents; questions that may be left so stay unanswered."""
    france = pack.id == "fr"
    offence = "pedoporno_diffusion" if france else "pornographie_infantile_diffusion"
    return replace(
        _required(pack, model),
        person=SACHA if france else FANTA,
        representatives=(ANNE, YANN) if france else (MOUSSA,),
        minor_concerned=True,
        authors=(replace(NOBODY, accounts=("compte_inconnu",)),),
        incidents=(ABOUT_A_MINOR,),
        offences=(pack.offences[offence],),
        heavier={},
        providers=_on(pack, "instagram"),
        addressee=_addressee(pack, model, "instagram"),
        clauses={clause.id: clause.proposed for clause in model.clauses},
        exhibits=EXHIBITS[1:2],
    )


def _bare(pack: Pack, model: LetterModel) -> LetterData:
    """Tell as little as may be of a man, the association signing where it can; every clause is switched off."""
    signs = {"signed_by": "association"} if Signatory.ASSOCIATION in model.signs else {}
    told = _required(pack, model)
    return replace(
        told,
        person=KARIM if pack.id == "fr" else MODIBO,
        authors=(),
        answers={**told.answers, **signs},
        clauses={clause.id: False for clause in model.clauses},
    )


def _required(pack: Pack, model: LetterModel) -> LetterData:
    """Answer what must be answered, and nothing else."""
    full = _full(pack, model)
    asked = {question.fact for question in model.questions if question.required}
    kept = {f"{_ANSWERS}{name}" for name in full.answers} & asked
    return replace(
        full,
        answers={
            **_answered(pack),
            **{fact.removeprefix(_ANSWERS): full.answers[fact.removeprefix(_ANSWERS)] for fact in kept},
            **_self(model),
        },
        steps=tuple(step for step in full.steps if f"{_EVENTS}{step.what}" in asked),
        exhibits=EXHIBITS[:1] if "exhibits" in asked else (),
        silences=_SILENCES[1:],
        dates=(),
        consents=Consents(),
        elements=(),
        notices=(),
        ip_deletion_on=None,
        heavier={},
    )


def _answered(pack: Pack) -> dict[str, str]:
    """Leave open what all letters of a case share."""
    return dict.fromkeys(pack.kept_with_case, "")


def _self(model: LetterModel) -> dict[str, str]:
    """Have the person sign where she can."""
    return {"signed_by": "person"} if Signatory.PERSON in model.signs else {}


def _asked(model: LetterModel) -> tuple[StepLine, ...]:
    """Say that everything the letter asks about has happened."""
    asked = [fact for question in model.questions if (fact := question.fact).startswith(_EVENTS)]
    return tuple(
        StepLine(Happening(fact.removeprefix(_EVENTS)).value, When.on(date(2026, 10, number + 1)), "n° 2026/001234", 1)
        for number, fact in enumerate(asked)
    )


def _addressee(pack: Pack, model: LetterModel, platform: str = "") -> Body | None:
    """Write to the body named, or to the first of its kind; of platforms, to the one concerned."""
    if model.addressee in pack.bodies:
        return pack.bodies[model.addressee]
    service = platform or ("x" if pack.id == "fr" else "facebook")
    of_kind = [body for body in pack.bodies.values() if body.kind == model.addressee]
    concerned = [body for body in of_kind if service in body.platforms]
    return next(iter([*concerned, *of_kind]), None)


def _on(pack: Pack, platform: str) -> tuple[Body, ...]:
    return tuple(body for body in pack.bodies.values() if platform in body.platforms)


def _helpers(pack: Pack) -> tuple[Body, ...]:
    return tuple(body for body in pack.bodies.values() if body.kind in {"hotline", "support"})


def addressed_as(data: LetterData, address: str) -> LetterData:
    """Tell the same letter of the same person, addressed as `madam`, `sir` or `neutral`."""

    def of(party: Party) -> Party:
        return replace(party, addressed_as=address)

    return replace(data, person=of(data.person), representatives=tuple(of(one) for one in data.representatives))


CATALOGUE: Mapping[str, LetterData] = dict(_catalogue())
