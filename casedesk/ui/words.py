"""The words of closed sets: one place where a state or a step gets its name."""

from typing import assert_never

from casedesk.evidence.links import LinkKind, LinkNote, Platform
from casedesk.law.facts import Happening
from casedesk.queries.deadlines import Urgency
from casedesk.queries.stage import Stage
from casedesk.queries.values import ItemState, LetterState, Role
from casedesk.translate import N_, _
from casedesk.ui.widgets.line import Mark
from casedesk.ui.widgets.paragraph import Tone

GONE = N_("This case is no longer there.")  # said by a query, which has no language

_PLATFORMS = {
    Platform.X: "X",
    Platform.INSTAGRAM: "Instagram",
    Platform.FACEBOOK: "Facebook",
    Platform.TIKTOK: "TikTok",
    Platform.YOUTUBE: "YouTube",
    Platform.SNAPCHAT: "Snapchat",
    Platform.TELEGRAM: "Telegram",
    Platform.REDDIT: "Reddit",
    Platform.DISCORD: "Discord",
    Platform.LINKEDIN: "LinkedIn",
    Platform.BLUESKY: "Bluesky",
    Platform.MASTODON: "Mastodon",
    Platform.TWITCH: "Twitch",
    Platform.PORNHUB: "Pornhub",
    Platform.XVIDEOS: "XVideos",
    Platform.DAILYMOTION: "Dailymotion",
}
_JURISDICTIONS = {"fr": N_("France"), "ml": N_("Mali")}

_PLACES = {
    "fr": N_("France, common calendar"),
    "fr-57": N_("Moselle"),
    "fr-67": N_("Bas-Rhin"),
    "fr-68": N_("Haut-Rhin"),
    "fr-971": N_("Guadeloupe"),
    "fr-972": N_("Martinique"),
    "fr-973": N_("French Guiana"),
    "fr-974": N_("Réunion"),
    "fr-976": N_("Mayotte"),
    "fr-977": N_("Saint-Barthélemy"),
    "fr-978": N_("Saint-Martin"),
    "ml": N_("Mali"),
}

_HAPPENINGS = {
    Happening.OFFENCE: N_("Facts"),
    Happening.PUBLICATION: N_("Content published"),
    Happening.CONNECTION: N_("Account seen connected"),
    Happening.ACCOUNT_CLOSED: N_("Account closed"),
    Happening.COMMUNICATION: N_("Call or message received"),
    Happening.COMPLAINT_POLICE: N_("Complaint to the police"),
    Happening.COMPLAINT_REFUSED: N_("Complaint refused"),
    Happening.COMPLAINT_PROSECUTOR: N_("Complaint to the prosecutor"),
    Happening.COPY_TO_PROSECUTOR: N_("Copy of the complaint sent to the prosecutor"),
    Happening.NO_FURTHER_ACTION: N_("Notice of dismissal received"),
    Happening.CIVIL_PARTY_COMPLAINT: N_("Complaint as civil party"),
    Happening.DIRECT_CITATION: N_("Direct summons to court"),
    Happening.QUALIFIED_REQUISITION: N_("Prosecutor’s act that states and qualifies the words"),
    Happening.INVESTIGATION_ACT: N_("Act of investigation"),
    Happening.BAILIFF_REPORT: N_("Bailiff’s report"),
    Happening.LAWYER_LETTER: N_("Lawyer’s letter"),
    Happening.JUDGMENT: N_("Judgment"),
    Happening.ORDER_NOTIFIED: N_("Investigating judge’s order notified"),
    Happening.APPEAL_LODGED: N_("Appeal lodged"),
    Happening.GENERAL_PROSECUTOR_APPEAL: N_("Appeal to the general prosecutor against a dismissal"),
    Happening.NOTICE_SENT: N_("Notice sent to the platform"),
    Happening.NOTICE_ACKNOWLEDGED: N_("Receipt from the platform"),
    Happening.PLATFORM_DECISION: N_("Decision of the platform"),
    Happening.INTERNAL_COMPLAINT_SENT: N_("Internal complaint sent to the platform"),
    Happening.CONTENT_REMOVED: N_("Content removed"),
    Happening.GDPR_REQUEST_RECEIVED: N_("Data-protection request received by the platform"),
    Happening.GDPR_REPLY_RECEIVED: N_("Reply to a data-protection request"),
    Happening.REQUISITION_REQUESTED: N_("Identification and preservation asked of the prosecutor"),
}
_STAGES = {
    Stage.FIRST_CONTACT: N_("First contact"),
    Stage.ASSESSMENT: N_("Assessment"),
    Stage.ACTION_PLAN: N_("Action plan"),
    Stage.PROCEEDINGS: N_("Proceedings"),
    Stage.FOLLOW_UP: N_("Follow-up"),
    Stage.CLOSED: N_("Closing"),
}
_ITEM_STATES = {
    ItemState.NOT_CHECKED: N_("not checked"),
    ItemState.ONLINE: N_("online"),
    ItemState.REMOVED: N_("removed"),
    ItemState.BLOCKED: N_("blocked"),
    ItemState.DELISTED: N_("delisted"),
    ItemState.KEPT: N_("kept online by the platform"),
    ItemState.REAPPEARED: N_("online again"),
}
_LETTER_STATES = {
    LetterState.DRAFT: N_("Draft"),
    LetterState.ISSUED: N_("Issued"),
    LetterState.SENT: N_("Sent"),
}
_LINK_KINDS = {
    LinkKind.POST: N_("post"),
    LinkKind.VIDEO: N_("video"),
    LinkKind.STORY: N_("story"),
    LinkKind.COMMENT: N_("comment"),
    LinkKind.MESSAGE: N_("message"),
    LinkKind.LIVE: N_("live broadcast"),
    LinkKind.CLIP: N_("clip"),
    LinkKind.MEDIA: N_("image or file"),
    LinkKind.PROFILE: N_("profile"),
    LinkKind.GROUP: N_("group or channel"),
    LinkKind.SHORT: N_("short link"),
}
_LINK_NOTES = {
    LinkNote.TO_RESOLVE: N_("A short link: open it in your browser, then paste the full address it leads to."),
    LinkNote.UNKNOWN_HOST: N_("This site is not one we can read: only its address is kept."),
    LinkNote.UNKNOWN_SHAPE: N_("The site is known, this form of address is not: only the address is kept."),
    LinkNote.NOT_A_LINK: N_("This line is not an address."),
    LinkNote.HOSTILE: N_("Be careful: this address imitates another site or hides where it leads."),
}


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]


def refusal(sentence: str) -> str:
    """Give the words of a refusal; a query speaks English only, a service the person's language already."""
    return _(sentence) if sentence else ""


def platform(value: str) -> str:
    """Name a service; empty when it is not one we know."""
    return _PLATFORMS.get(Platform(value), "") if value else ""


def jurisdiction(value: str) -> str:
    """Name a country."""
    return _(_JURISDICTIONS[value]) if value in _JURISDICTIONS else value


def place(value: str) -> str:
    """Name the calendar of a place."""
    return _(_PLACES[value]) if value in _PLACES else value


def happening(what: Happening) -> str:
    """Name what happened or was done."""
    return _(_HAPPENINGS[what])


def stage(value: Stage) -> str:
    """Name a step of the accompaniment."""
    return _(_STAGES[value])


def item_state(value: ItemState) -> str:
    """Say what became of a content."""
    return _(_ITEM_STATES[value])


def letter_state(value: LetterState) -> str:
    """Say how far a letter went."""
    return _(_LETTER_STATES[value])


def link_kind(value: str) -> str:
    """Say what an address points at; empty when it is not known."""
    kind = LinkKind(value) if value else LinkKind.UNKNOWN
    return _(_LINK_KINDS[kind]) if kind in _LINK_KINDS else ""


def link_note(value: LinkNote) -> str:
    """Say what to know about an address; empty when there is nothing."""
    return _(_LINK_NOTES[value]) if value in _LINK_NOTES else ""


def role(value: Role) -> str:
    """Name somebody's place in the case."""
    match value:
        case Role.ACCOMPANIED:
            return _("Person accompanied")
        case Role.REPRESENTATIVE:
            return _("Legal representative")
        case Role.AUTHOR:
            return _("Presumed author")
        case Role.WITNESS:
            return _("Witness")
    assert_never(value)


def urgency_mark(value: Urgency | None) -> tuple[Mark, Tone]:
    """Give the drawing and the colour of an urgency: always both."""
    match value:
        case Urgency.OVERDUE | Urgency.TODAY:
            return Mark.TRIANGLE, Tone.OVERDUE
        case Urgency.SOON:
            return Mark.DIAMOND, Tone.SOON
        case Urgency.LATER | Urgency.OPENS:
            return Mark.RING, Tone.INK
        case Urgency.MET:
            return Mark.CHECK, Tone.MET
        case None:
            return Mark.NONE, Tone.QUIET
    assert_never(value)


def state_tone(value: ItemState) -> Tone:
    """Give the colour of a content's state; the word stands beside it."""
    match value:
        case ItemState.ONLINE | ItemState.KEPT | ItemState.REAPPEARED:
            return Tone.OVERDUE
        case ItemState.REMOVED | ItemState.BLOCKED | ItemState.DELISTED:
            return Tone.MET
        case ItemState.NOT_CHECKED:
            return Tone.QUIET
    assert_never(value)
