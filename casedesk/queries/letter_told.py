"""What a letter of a case is told, what became of the letters before it included."""

from collections.abc import Mapping
from dataclasses import replace

from casedesk.law.pack import LetterModel
from casedesk.queries.association import AssociationSheet
from casedesk.queries.letter_data import LetterData
from casedesk.queries.letter_gather import Chosen, gather
from casedesk.queries.reading import CaseReading
from casedesk.queries.silence import earlier_notices, past_letter, silences
from casedesk.records import Letter


def told(
    reading: CaseReading,
    model: LetterModel,
    letter: Letter | None,
    chosen: Chosen,
    association: AssociationSheet | None,
    *,
    answers: Mapping[str, str] | None = None,
) -> LetterData:
    """Tell a letter everything it may say; `answers` take the place of the letter's own, None for a fresh letter."""
    joined = {exhibit.id for exhibit in chosen.exhibits}
    about_id = "" if letter is None else letter.about_id
    about = next((one for one in reading.file.letters if one.id == about_id), None)
    if answers is None:
        answers = {} if letter is None else {name: str(answer) for name, answer in letter.answers.items()}
    data = gather(
        reading,
        model,
        chosen,
        association,
        answers,
        clauses=None if letter is None else letter.clauses,
        about=None if about is None else past_letter(reading, about, joined),
    )
    this = "" if letter is None else letter.id
    return replace(
        data,
        silences=silences(reading, joined),
        notices=earlier_notices(reading, this, data.addressee, joined),
    )
