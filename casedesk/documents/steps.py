"""How a letter recalls an earlier step."""

from casedesk.documents import french
from casedesk.law.facts import Happening
from casedesk.queries.letter_data import StepLine

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
}
_WORDS_IN_MALI = {Happening.BAILIFF_REPORT: "constat d’huissier de justice"}


def recall(line: StepLine, jurisdiction: str) -> dict[str, object]:
    """Word an earlier step; empty when it is not one a letter recalls."""
    kind = Happening(line.what)
    local = _WORDS_IN_MALI if jurisdiction == "ml" else {}
    words = local.get(kind) or _WORDS.get(kind)
    if not words:
        return {}
    return {
        "kind": line.what,
        "words": words,
        "when": french.when(line.when) if line.when else "",
        "reference": french.phrase(line.reference),
        "exhibit": french.exhibits([line.exhibit]) if line.exhibit else "",
    }
