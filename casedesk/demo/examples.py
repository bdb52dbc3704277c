"""What a letter still lacks, answered with the example of each question: for fictional letters only."""

from dataclasses import replace
from datetime import date, timedelta

from casedesk.law.pack import Question
from casedesk.law.when import When
from casedesk.queries.letter_data import LetterData, PastLetter, StepLine
from casedesk.queries.letter_draft import LetterDraft

_AGO = timedelta(days=20)


def completed(draft: LetterDraft) -> LetterData | None:
    """Answer what is asked for one letter alone; None when the case itself lacks something required."""
    data = draft.data
    if data.addressee is None and draft.addressees:
        data = replace(data, addressee=draft.addressees[0])
    for question in draft.missing:
        told = _answered(data, question)
        if told is None and question.required:
            return None
        data = told or data
    return data


def _answered(data: LetterData, question: Question) -> LetterData | None:
    room, _dot, name = question.fact.partition(".")
    if room == "answers":
        return replace(data, answers={**data.answers, name: question.example}) if question.required else data
    if room == "events":
        step = StepLine(name, When.on(data.today - _AGO), "", None)
        return replace(data, steps=(*data.steps, step)) if question.required else data
    if room == "about":
        return replace(data, about=_sent(data.today))
    return data if room == "addressee" and data.addressee else None


def _sent(today: date) -> PastLetter:
    return PastLetter("Plainte simple", "Procureur de la République", today - _AGO, "lrar", "", today - _AGO, None, 20)
