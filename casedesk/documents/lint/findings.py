"""What the linter is given to read, and what it answers."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from casedesk.queries.letter_data import LetterData


class Gravity(StrEnum):
    """How much a flaw matters."""

    HARM = "harm"  # it would hurt someone: the letter does not leave before it is cured, or waived with a reason
    MISTAKE = "mistake"  # the letter would be wrong
    CARE = "care"  # worth a look


class Flaw(StrEnum):
    """The kinds of flaws that are looked for."""

    PLACEHOLDER = "placeholder"  # template text, a blank to fill, help left
    EMPTY = "empty"  # a section, an item, a table or brackets with nothing in them
    OTHER_CASE = "other_case"  # a person of another case is named
    WHERE_SHE_IS = "where_she_is"  # the other side would read where she is, or how to reach her
    HER_NAME = "her_name"  # the other side would read her name in a letter that she does not sign
    THIRD_PARTY = "third_party"  # the other side would read how to find somebody else
    SAFE_CONTACT = "safe_contact"  # her home is told though she is written to at the association
    EXHIBIT_MISSING = "exhibit_missing"  # cited, but not in the list
    EXHIBIT_UNCITED = "exhibit_uncited"  # in the list, cited nowhere
    EXHIBIT_NUMBERS = "exhibit_numbers"  # a gap, or the same number twice
    EXHIBIT_FILE = "exhibit_file"  # in the list, without its file
    ARTICLE_UNKNOWN = "article_unknown"  # no citation of the letter or of its offences gives it
    ARTICLE_NOT_IN_FORCE = "article_not_in_force"  # on the day of the facts
    ARTICLE_UNVERIFIED = "article_unverified"  # printed as law though its text was not read
    AMOUNT = "amount"  # words and figures differ
    DATE_IMPOSSIBLE = "date_impossible"  # no such day
    DATE_WEEKDAY = "date_weekday"  # that day has another name
    DATE_FUTURE = "date_future"  # told as past, later than the letter
    DATE_NO_YEAR = "date_no_year"
    NO_DATE = "no_date"  # facts told without any day
    MINOR_UNPROTECTED = "minor_unprotected"  # no word says that no image is described or joined
    MINOR_IMAGE = "minor_image"  # an image of a minor is described or joined
    MINOR_UNTOLD = "minor_untold"  # the words speak of a minor, the case does not
    ADDRESSEE = "addressee"  # not the one this letter goes to
    OTHER_PLATFORM = "other_platform"  # a notice about contents that are somewhere else
    SIGNATORY = "signatory"  # not one of those who may sign it
    AGREEMENT = "agreement"  # gender, or “(e)” left
    FAMILIAR = "familiar"  # “tu” and “vous” in one letter
    TYPOGRAPHY = "typography"
    HIDDEN_SIGNS = "hidden_signs"  # invisible or direction signs
    TRACKED_CHANGES = "tracked_changes"
    COMMENTS = "comments"
    PROPERTIES = "properties"  # the file says who made it
    THREAT = "threat"  # beyond what the law lets one announce
    INSULT = "insult"
    GOOD_FAITH = "good_faith"  # not confirmed
    NO_URL = "no_url"  # a content to remove, without its address
    BROKEN_ADDRESS = "broken_address"  # an e-mail or web address that cannot work
    OTHER_LAW = "other_law"  # words of another country's law
    TOO_LONG = "too_long"
    REPEATED = "repeated"  # the same paragraph twice


@dataclass(frozen=True, slots=True)
class Read:
    """A letter to read before it leaves.

    `others` names people of other cases, as “Given Family”; nothing else of their cases is told. `exhibits_attached`
    are the numbers whose file leaves with the letter, None when that is not known yet.
    """

    data: LetterData
    docx: bytes
    text: str
    others: tuple[str, ...] = ()
    exhibits_attached: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw: where, what, how to cure it. `fact` is the question to go to, empty when there is none.

    `about` are the words concerned, only to tell findings apart.
    """

    code: Flaw
    gravity: Gravity
    place: str
    says: str
    cure: str
    fact: str = ""
    waivable: bool = True
    about: str = field(default="", repr=False)

    @property
    def key(self) -> str:
        """Name this flaw the same way each time it is found, without any word of it in clear."""
        words = " ".join(self.about.casefold().split())
        digest = hashlib.sha256(f"{self.code}:{words}".encode()).hexdigest()
        return f"{self.code}-{digest[:16]}"

    @property
    def blocks(self) -> bool:
        """Say whether the letter may not leave before this is cured, or waived where it may be."""
        return self.gravity is Gravity.HARM
