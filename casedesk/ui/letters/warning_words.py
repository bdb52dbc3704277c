"""What to look at before a letter is issued, in sentences."""

from typing import assert_never

from casedesk.queries.letter_draft import DraftWarning, Warn
from casedesk.translate import _, law

_GRAVE = frozenset(
    {
        Warn.NO_INCIDENT,
        Warn.NO_ADDRESSEE,
        Warn.MINOR,
        Warn.HOME_ADDRESS,
        Warn.NO_SHARING_CONSENT,
        Warn.TELLS_WHO,
        Warn.OTHER_PLATFORM,
    }
)


def is_grave(warning: DraftWarning) -> bool:
    """Say whether it could harm."""
    return warning.code in _GRAVE


def warning_sentence(warning: DraftWarning) -> str:
    """Say what to look at."""
    match warning.code:
        case Warn.DOUBT:
            return _("To be settled by a jurist: {doubt}").format(doubt=law(warning.about))
        case Warn.NOT_VERIFIED:
            return _("{article}: to be confirmed by a jurist, the text itself was not read.").format(
                article=warning.about
            )
        case Warn.NO_OFFENCE:
            return _("“{incident}”: no qualification is chosen.").format(incident=warning.about)
        case Warn.NO_DAY:
            return _("“{incident}”: its day is not known.").format(incident=warning.about)
        case Warn.NO_EXHIBIT:
            return _("“{incident}”: no exhibit shows it.").format(incident=warning.about)
        case Warn.NO_INCIDENT:
            return _("Nothing is chosen: the letter would say nothing.")
        case Warn.NO_ADDRESSEE:
            return _("Nobody is chosen to receive this letter.")
        case Warn.NO_SHARING_CONSENT:
            return _("Her agreement to share her case is not noted. Ask her before sending anything.")
        case Warn.MINOR:
            return _("A minor is concerned: no image, a neutral description, her representatives sign.")
        case Warn.HOME_ADDRESS:
            return _("Her own address would be read by others. The association’s can stand in its place.")
        case Warn.TELLS_WHO:
            return _(
                "“{about}” stands in this notice: a platform may pass it on to the author. Take it out if it can be."
            ).format(about=warning.about)
        case Warn.OTHER_PLATFORM:
            return _("“{about}” is not on the platform written to: take this content out of the notice.").format(
                about=warning.about
            )
    assert_never(warning.code)
