"""Twelve fictional cases written down by hand, told to the law as the desk would tell them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from casedesk.law.facts import Facts, Happening, Occurrence, Value
from casedesk.law.majority import minor_at
from casedesk.law.pack import Pack
from casedesk.law.when import When
from tests.packs.jurisdictions import PACKS

HERE = Path(__file__).parent / "practitioner"
LARGE = {"facebook", "x"}

# The qualification a jurist chooses for each incident, and the answers to its questions that the story gives.
CHOSEN: dict[str, dict[str, tuple[str, dict[str, Value]]]] = {
    "01": {
        "propositions": ("proposition_sexuelle_mineur", {"victim_under_15": True, "meeting_followed": False}),
        "photos": ("sextorsion_mineur", {"victim_under_15": True}),
        "detention": ("pedoporno_detention", {"victim_under_15": True}),
    },
    "02": {"chantage": ("sextorsion_en_ligne", {"threat_carried_out": False, "sexual_image_of_minor": False})},
    "03": {"montage": ("deepfake_sexuel_en_ligne", {"sexual_image_of_minor": False})},
    "04": {
        "raid": ("raid_numerique", {"group_attack": True, "sexist_motive": True}),
        "injures_sexistes": ("injure_sexiste", {"author_public_agent": False}),
        "injures_simples": ("injure_publique", {}),
    },
    "05": {
        "adresse": ("doxxing", {"partner_or_former": True}),
        "messages": ("harcelement_conjoint", {"partner_or_former": True}),
    },
    "06": {"message": ("injure_non_publique", {})},
    "07": {"video": ("diffusion_intime", {"sexual_image_of_minor": False})},
    "08": {
        "menaces": ("menace_mort", {"itt_over_8_days": False}),
        "harcelement": ("harcelement_cyber", {"itt_over_8_days": False}),
    },
    "09": {"faux_profil": ("usurpation_identite_numerique", {})},
    "10": {
        "extorsion": ("extorsion_tic", {}),
        "chantage": ("chantage", {}),
        "menace": ("menace_systeme_information", {}),
    },
    "11": {
        "images": ("pornographie_infantile_diffusion", {}),
        "pornographie_forcee": ("pornographie_forcee_enfant", {}),
    },
    "12": {"montage": ("montage", {}), "faux_profil": ("usurpation_identite_numerique", {})},
}

EVENTS = {
    "complaint at the police, receipt": Happening.COMPLAINT_POLICE,
    "complaint at the police": Happening.COMPLAINT_POLICE,
    "complaint at the gendarmerie": Happening.COMPLAINT_POLICE,
    "complaint at the brigade": Happening.COMPLAINT_POLICE,
    "complaint with the prosecutor, registered letter": Happening.COMPLAINT_PROSECUTOR,
    "complaint with the prosecutor, receipt": Happening.COMPLAINT_PROSECUTOR,
    "complaint at the Pôle, récépissé": Happening.COMPLAINT_PROSECUTOR,
    "copy of the complaint sent to the prosecutor, registered letter": Happening.COPY_TO_PROSECUTOR,
    "notice to the platform": Happening.NOTICE_SENT,
    "refusal of the platform": Happening.PLATFORM_DECISION,
    "content removed by the platform": Happening.CONTENT_REMOVED,
    "dismissal decided": Happening.DISMISSAL_DECIDED,
    "dismissal received": Happening.NO_FURTHER_ACTION,
    "dismissal notified": Happening.NO_FURTHER_ACTION,
    "GDPR request received by the search engine": Happening.GDPR_REQUEST_RECEIVED,
    "civil party at the hearing": Happening.HEARING,
    "judgment pronounced, she was there": Happening.JUDGMENT,
}


@dataclass(frozen=True, slots=True)
class Written:
    """One case as the practitioner wrote it: her incidents, her events, her clocks, her routes."""

    number: str
    name: str
    told: dict[str, Any] = field(repr=False)

    @property
    def today(self) -> date:
        day: date = self.told["today"]
        return day

    @property
    def place(self) -> str:
        return str(self.told["place"])

    @property
    def pack(self) -> Pack:
        return PACKS[self.place.split("-")[0]]

    @property
    def facts(self) -> Facts:
        """Tell the case as the desk does from its records: incidents, what is online, events, what is known of it."""
        occurrences = [one for incident in self.told["incident"] for one in _of_incident(self, incident)]
        occurrences += [
            Occurrence(EVENTS[event["what"]], When.on(event["day"]), f"event-{number}")
            for number, event in enumerate(self.told.get("event", []))
        ]
        return Facts(self.place, tuple(occurrences), _answers(self))


def _of_incident(case: Written, incident: dict[str, Any]) -> Iterator[Occurrence]:
    when, subject = When(incident["first"], incident["last"]), str(incident["id"])
    offence, said = CHOSEN[case.number][subject]
    known: dict[str, Value] = {
        "partner_or_former": False,
        "sexist_motive": False,
        "online": bool(incident["online"]),
        "public": bool(incident["public"]),
        **said,
    }
    if (minor := minor_at(case.told["born"], when)) is not None:
        known["victim_minor_at_facts"] = minor
    yield Occurrence(Happening.OFFENCE, when, subject, about={**known, "offence": offence}, concerns=(subject,))
    if incident["public"]:
        about: dict[str, Value] = {**known, "on_edited_site": False, "content_online": "removed" not in incident}
        for what in (Happening.PUBLICATION, Happening.CONNECTION):
            yield Occurrence(what, when, subject, about=about, concerns=(subject,))
    else:
        for what in (Happening.CONNECTION, Happening.COMMUNICATION):
            yield Occurrence(what, when, subject, about=known, concerns=(subject,))


def _answers(case: Written) -> dict[str, Value]:
    incidents = case.told["incident"]
    chosen = [case.pack.offences[offence] for offence, _ in CHOSEN[case.number].values()]
    answers: dict[str, Value] = {
        "victim_birth_date": case.told["born"],
        "author_known": str(case.told["author"]).startswith("named"),
        "press_offence": any(offence.press for offence in chosen),
        "on_edited_site": False,
    }
    if any(one.get("service") in LARGE for one in incidents):
        answers["large_platform"] = True
    if any(one["public"] for one in incidents):
        answers["content_online"] = any(one["public"] and "removed" not in one for one in incidents)
    return answers


def written() -> list[Written]:
    """Read the twelve cases."""
    paths = sorted(HERE.glob("*.toml"))
    return [Written(path.name[:2], path.stem, tomllib.loads(path.read_text("utf-8"))) for path in paths]
