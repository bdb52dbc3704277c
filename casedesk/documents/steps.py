"""How a letter recalls an earlier step."""

from casedesk.documents import french
from casedesk.law.facts import Happening
from casedesk.law.pack import Reader
from casedesk.queries.letter_data import LetterData, StepLine

_WORDS = {
    Happening.COMPLAINT_POLICE: "plainte déposée auprès d’un service de police ou de gendarmerie",
    Happening.COMPLAINT_REFUSED: "refus d’enregistrer la plainte",
    Happening.COMPLAINT_PROSECUTOR: "plainte adressée au procureur de la République",
    Happening.COPY_TO_PROSECUTOR: "copie de la plainte adressée au procureur de la République",
    Happening.NO_FURTHER_ACTION: "avis de classement sans suite",
    Happening.CIVIL_PARTY_COMPLAINT: "plainte avec constitution de partie civile",
    Happening.DIRECT_CITATION: "citation directe",
    Happening.QUALIFIED_REQUISITION: "réquisitions aux fins d’enquête",
    Happening.INVESTIGATION_ACT: "acte d’enquête",
    Happening.BAILIFF_REPORT: "constat de commissaire de justice",
    Happening.LAWYER_LETTER: "lettre d’avocat",
    Happening.JUDGMENT: "jugement",
    Happening.ORDER_NOTIFIED: "ordonnance du juge d’instruction",
    Happening.APPEAL_LODGED: "appel",
    Happening.GENERAL_PROSECUTOR_APPEAL: "recours devant le procureur général contre le classement sans suite",
    Happening.NOTICE_SENT: "notification adressée à la plateforme",
    Happening.NOTICE_ACKNOWLEDGED: "accusé de réception de la plateforme",
    Happening.PLATFORM_DECISION: "décision de la plateforme",
    Happening.INTERNAL_COMPLAINT_SENT: "réclamation interne adressée à la plateforme",
    Happening.CONTENT_REMOVED: "retrait du contenu",
    Happening.GDPR_REQUEST_RECEIVED: "demande d’effacement de données reçue par le responsable du traitement",
    Happening.GDPR_REPLY_RECEIVED: "réponse du responsable du traitement à la demande d’effacement de données",
    Happening.REQUISITION_REQUESTED: "demande de réquisitions d’identification et de conservation",
    Happening.ADDRESS_CHANGED: "changement de l’adresse déclarée",
    Happening.ADDRESS_CHANGE_SENT: "déclaration du changement d’adresse",
    Happening.ASSOCIATION_DENUNCIATION: "dénonciation par l’association",
    Happening.MEDIATOR_SEIZED: "saisine du médiateur",
    Happening.DISMISSAL_DECIDED: "décision de classement sans suite",
    Happening.OTHER_PROSECUTOR_SEIZED: "saisine d’un autre parquet",
    Happening.IDENTITY_OBTAINED: "identification de l’auteur",
    Happening.DEPOSIT_ORDERED: "ordonnance fixant la consignation",
    Happening.DEPOSIT_PAID: "versement de la consignation",
    Happening.DEPOSIT_WAIVED: "dispense de consignation",
    Happening.INQUIRY_OPENED: "ouverture d’une information judiciaire",
    Happening.INQUIRY_END_NOTICE: "avis de fin d’information",
    Happening.HEARING: "audience",
    Happening.COMPENSATION_REQUESTED: "saisine de la commission d’indemnisation des victimes d’infractions",
    Happening.COMPENSATION_OFFER: "offre d’indemnisation",
    Happening.COMPENSATION_REFUSED: "refus d’indemnisation",
    Happening.LEGAL_AID_REQUESTED: "demande d’aide juridictionnelle",
    Happening.LEGAL_AID_REFUSED: "refus de l’aide juridictionnelle",
    Happening.PROTECTION_ORDERED: "ordonnance de protection",
    Happening.INTERNAL_COMPLAINT_ANSWERED: "réponse à la réclamation interne",
    Happening.OUT_OF_COURT_RECEIVED: "saisine d’un organe de règlement extrajudiciaire des litiges",
    Happening.OUT_OF_COURT_DECIDED: "décision de l’organe de règlement extrajudiciaire des litiges",
    Happening.COORDINATOR_COMPLAINT: "plainte auprès du coordinateur pour les services numériques",
    Happening.COORDINATOR_ANSWERED: "réponse du coordinateur pour les services numériques",
    Happening.FORMAL_NOTICE_RECEIVED: "mise en demeure reçue par son destinataire",
    Happening.REPLY_REQUESTED: "demande de droit de réponse",
    Happening.REPLY_PUBLISHED: "publication de la réponse",
    Happening.HASH_CASE_CREATED: "empreintes déposées auprès d’un service de blocage",
    Happening.GDPR_REQUEST_SENT: "demande relative aux données personnelles",
    Happening.AUTHORITY_COMPLAINT_SENT: "plainte auprès de l’autorité de protection des données",
    Happening.AUTHORITY_COMPLAINT_RECEIVED: "plainte reçue par l’autorité de protection des données",
    Happening.AUTHORITY_NEWS: "nouvelles de l’autorité de protection des données",
    Happening.AUTHORITY_REFUSED: "rejet par l’autorité de protection des données",
}
_WORDS_IN_MALI = {
    Happening.BAILIFF_REPORT: "constat d’huissier de justice",
    Happening.LEGAL_AID_REQUESTED: "demande d’assistance judiciaire",
    Happening.LEGAL_AID_REFUSED: "refus de l’assistance judiciaire",
}


# What a platform may be told of: its own dealings with us. Where a complaint was lodged tells where she lives.
_OF_PLATFORMS = frozenset(
    {
        Happening.NOTICE_SENT,
        Happening.NOTICE_ACKNOWLEDGED,
        Happening.PLATFORM_DECISION,
        Happening.INTERNAL_COMPLAINT_SENT,
        Happening.INTERNAL_COMPLAINT_ANSWERED,
        Happening.CONTENT_REMOVED,
        Happening.GDPR_REQUEST_SENT,
        Happening.GDPR_REQUEST_RECEIVED,
        Happening.GDPR_EXTENSION_TOLD,
        Happening.GDPR_REPLY_RECEIVED,
        Happening.FORMAL_NOTICE_RECEIVED,
        Happening.REPLY_REQUESTED,
    }
)


def recalled(data: LetterData) -> list[dict[str, object]]:
    """Word the earlier steps a letter recalls, the first first."""
    return [step for line in data.steps if (step := _recall(line, data))]


def happened(data: LetterData) -> dict[str, dict[str, object]]:
    """Tell, of each kind of step, the last one; nothing of a kind that did not happen."""
    last = {line.what: line for line in data.steps}
    return {kind.value: _told(last[kind.value], data) if kind.value in last else {} for kind in Happening}


def _recall(line: StepLine, data: LetterData) -> dict[str, object]:
    """Word an earlier step; empty when it is not one a letter recalls."""
    kind = Happening(line.what)
    local = _WORDS_IN_MALI if data.jurisdiction == "ml" else {}
    words = local.get(kind) or _WORDS.get(kind)
    return {"kind": line.what, "words": words, **_told(line, data)} if words else {}


def _told(line: StepLine, data: LetterData) -> dict[str, object]:
    """Word when a step was taken, under what number, by what exhibit."""
    exposed = data.model.reader is Reader.OTHER_SIDE and Happening(line.what) not in _OF_PLATFORMS
    return {
        "when": french.when(line.when) if line.when else "",
        "reference": "" if exposed else french.phrase(line.reference),
        "exhibit": french.exhibits([line.exhibit]) if line.exhibit and not exposed else "",
    }
