"""The guide “Écrire un modèle”: complete, true, and its own example works."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from casedesk import paths
from casedesk.documents.allow_list import FILTERS_ALLOWED
from casedesk.documents.context import context_of
from casedesk.documents.letter import faults_of, render
from casedesk.documents.ooxml import VAL, Docx, W, parse
from casedesk.documents.vocabulary import (
    NAMES,
    NEVER_TO_THE_OTHER_SIDE,
    TO_EVERYBODY,
    general,
    has_parts,
    is_list,
    whole,
)
from casedesk.law.load_letters import read_sheet
from casedesk.law.pack import LetterGroup, LetterModel, Reader, Signatory
from casedesk.queries.letter_data import LetterData
from tests.documents.fictional_catalogue import CATALOGUE
from tests.documents.fictional_letters import LETTERS
from tests.documents.fictional_people import MOUSSA
from tests.documents.templates import blank, saved, template

GUIDE = (Path(__file__).parents[2] / "docs" / "ecrire-un-modele.md").read_text(encoding="utf-8")
LIST = GUIDE.split("\n## 11")[1].split("\n## 12")[0]
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def rows() -> Iterator[tuple[dict[str, bool], str, str]]:
    """Each line of the list of variables: its names and whether they are kept from the other side, meaning, example."""
    for line in LIST.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 3 and cells[0].startswith("`"):
            marked = {part.split("`")[1]: "🔒" in part for part in cells[0].split(", ")}
            yield marked, cells[1], cells[2]


@cache
def listed() -> dict[str, bool]:
    found: dict[str, bool] = {}
    for names, _meaning, _example in rows():
        assert not set(names) & set(found)
        found |= names
    return found


def flat(value: Any, name: str = "") -> Iterator[str]:
    """Name every value of a context at its farthest."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flat(inner, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for inner in value:
            yield from flat(inner, f"{name}[]")
    else:
        yield name


def told(data: LetterData) -> set[str]:
    return {general(name) for name in flat(context_of(data))}


@cache
def full() -> LetterData:
    """A letter that is told everything: a minor with two representatives, known authors, letters that left."""
    data = next(
        data
        for name, data in CATALOGUE.items()
        if name.endswith("_adult") and data.model.reader is not Reader.OTHER_SIDE and data.jurisdiction == "fr"
    )
    known = replace(MOUSSA, accounts=("@compte",), address=("1 rue Exemple", "00000 Exemple"))
    return replace(
        data,
        authors=(known,),
        person=replace(data.person, accounts=("@elle",)),
        representatives=(replace(known, accounts=("@autre",)), known),
        minor_concerned=True,
        about=data.about or data.silences[0].letter,
    )


def test_every_variable_is_in_the_guide_and_nothing_else() -> None:
    assert set(listed()) == NAMES


def test_the_guide_says_what_the_other_side_is_never_told() -> None:
    assert {name for name, locked in listed().items() if locked} == NEVER_TO_THE_OTHER_SIDE


def test_each_variable_has_a_meaning_and_an_example() -> None:
    assert all(meaning and example for _names, meaning, example in rows())


def test_whatever_letters_are_told_is_in_the_list() -> None:
    every = (*CATALOGUE.values(), *LETTERS.values(), full())
    assert set().union(*map(told, every)) - NAMES == set()


def test_whatever_is_in_the_list_is_told() -> None:
    every = (*CATALOGUE.values(), *LETTERS.values(), full())
    assert NAMES - set().union(*map(told, every)) == set()


def test_the_other_side_is_told_nothing_it_must_not_know() -> None:
    letters = [data for data in CATALOGUE.values() if data.model.reader is Reader.OTHER_SIDE]
    assert letters
    for data in [*letters, *(replace(full(), model=data.model) for data in letters[:3])]:
        assert told(data) <= TO_EVERYBODY


def test_lists_and_parts_are_told_from_texts() -> None:
    assert is_list("exhibits")
    assert is_list("person.address")
    assert not is_list("today")
    assert has_parts("person")
    assert has_parts("happened.platform_decision")
    assert not has_parts("answers.anything")
    assert {"exhibits", "exhibits[]", "exhibits[].number"} <= whole()


# what the guide says of the rest


def test_the_words_of_a_sheet_are_all_explained() -> None:
    for kind in (LetterGroup, Reader, Signatory):
        assert all(f"`{one.value}`" in GUIDE for one in kind)
    explained = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", GUIDE, re.MULTILINE)
    words = {word for cell in explained for word in re.findall(r"`(\w+)`", cell)}
    own = {"id", "template", "clauses_folder", "file"}
    assert set(LetterModel.__dataclass_fields__) - own <= words


def test_every_transformation_is_named() -> None:
    assert all(f"|{name}" in GUIDE for name in FILTERS_ALLOWED)


def test_every_style_named_is_in_the_letters_shipped() -> None:
    letter = Docx((paths.packs() / "fr" / "letters" / "plainte_simple.docx").read_bytes())
    there = {one.get(VAL) for one in parse(letter.read("word/styles.xml")).iter(W + "name")}
    section = GUIDE.split("\n## 7")[1].split("\n## 8")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| Lettre")]
    named = {one.strip() for cell in cells for one in re.split(r" · |, (?=Lettre)", cell)}
    assert len(named) >= 20
    assert named <= there


def test_the_guide_is_set_as_french_is() -> None:
    prose = CODE.sub("", GUIDE)
    assert "'" not in prose
    assert re.findall(r".{9} [;:?!»]", prose) == []
    assert re.findall(r"« .{9}", prose) == []


def block(language: str, holding: str) -> str:
    found = re.finditer(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    return next(str(one[1]) for one in found if holding in one[1])


@pytest.fixture
def example(tmp_path: Path) -> LetterModel:
    """The pair of the guide, written as the guide says."""
    folder = tmp_path / "fr"
    folder.mkdir()
    file = folder / "mon_courrier.docx"
    file.write_bytes(template(*block("modele", "Madame, Monsieur").splitlines()))
    file.with_suffix(".toml").write_text(block("toml", "title"), encoding="utf-8")
    return read_sheet(file.with_suffix(".toml"), paths.packs() / "fr")


def test_the_example_passes_the_check(example: LetterModel) -> None:
    assert faults_of(example.template, example.clauses_folder, example) == ()


def test_the_example_makes_a_letter(example: LetterModel) -> None:
    answers = {"service": "commissariat de Rennes", "deadline_note": ""}
    data = replace(full(), model=example, answers=answers, clauses={"pieces": True})
    said = render(data).text
    assert data.sender.name in said
    assert "commissariat de Rennes" in said
    assert "pièce n°\N{NO-BREAK SPACE}1" in said
    assert "{" not in said
    without = render(replace(data, clauses={"pieces": False})).text
    assert "Pièces du dossier" in said
    assert "Pièces du dossier" not in without


def test_every_fragment_shown_passes_the_check(tmp_path: Path) -> None:
    shown = [
        text for text in re.findall(r"```text\n(.*?)```", GUIDE, re.DOTALL) if "{" in text and "clause b" not in text
    ]
    assert len(shown) >= 4
    for text in shown:
        file = tmp_path / "fragment.docx"
        file.write_bytes(template(*text.splitlines()))
        assert faults_of(file, tmp_path, None) == ()


def test_the_table_shown_repeats_its_row(tmp_path: Path) -> None:
    shown = [
        re.findall(r"`([^`]*)`", line) for line in GUIDE.split("\n## 5")[1].splitlines() if line.startswith("| `{")
    ]
    assert [len(row) for row in shown] == [1, 2, 1]
    document = blank()
    table = document.add_table(0, 2)
    for row in shown:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    file = tmp_path / "tableau.docx"
    file.write_bytes(saved(document))
    model = replace(full().model, template=file, questions=(), clauses=(), clauses_folder=tmp_path)
    assert faults_of(file, tmp_path, None) == ()
    data = replace(full(), model=model)
    lines = render(data).text.splitlines()
    assert [line.split("\t")[0] for line in lines if "\t" in line] == [str(one.number) for one in data.exhibits]
