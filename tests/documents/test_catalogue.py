"""Every letter of the catalogue, for three fictional people: what its dossier asks is said, and nothing betrays."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from casedesk.documents.letter import render_docx
from casedesk.documents.ooxml import Docx, Element, W, name
from casedesk.documents.text import body_of, text_of
from casedesk.law.pack import LetterModel, Reader, Signatory
from casedesk.queries.letter_data import LetterData
from tests.documents.fictional_catalogue import CATALOGUE, addressed_as
from tests.documents.fictional_letters import PACKS, SNAPSHOTS

CONTENTS = Path(__file__).parent / "contents"
ADDRESSES = ("madam", "sir", "neutral")
_SPACES = re.compile("[\u00a0\u202f]")
NAMES = tuple(CATALOGUE)


@cache
def docx_of(letter: str) -> bytes:
    return render_docx(CATALOGUE[letter])


@cache
def said(letter: str) -> str:
    """The text of a letter, with ordinary spaces."""
    return _SPACES.sub(" ", text_of(docx_of(letter)))


MODELS = [(pack.id, model) for pack in PACKS.values() for model in pack.letters.values()]


def required(pack: str, model: str) -> Mapping[str, Any]:
    return tomllib.loads((CONTENTS / pack / f"{model}.toml").read_text(encoding="utf-8"))


def _asked() -> Iterator[Any]:
    for pack, model in MODELS:
        if not (CONTENTS / pack / f"{model.id}.toml").exists():
            continue  # said once, below
        for line in required(pack, model.id)["required"]:
            case = line.get("case", "adult")
            for words in line["says"]:
                yield pytest.param(f"{pack}_{model.id}_{case}", words, id=f"{pack}_{model.id}: {line['what']}: {words}")


@pytest.mark.parametrize(("letter", "words"), list(_asked()))
def test_a_letter_says_what_its_dossier_asks(letter: str, words: str) -> None:
    asked = _SPACES.sub(" ", words)
    assert asked in said(letter) or re.search(asked, said(letter))


def test_every_letter_names_the_section_of_the_dossier_it_follows_and_what_that_section_requires() -> None:
    listed = {(file.parent.name, file.stem) for file in CONTENTS.glob("*/*.toml")}
    assert listed == {(pack, model.id) for pack, model in MODELS}
    for pack, model in MODELS:
        table = required(pack, model.id)
        assert re.fullmatch(r"(france_penal|eu_platforms|mali|product) [\d.]+( [\w .§,+]+)?", model.dossier), model.id
        assert table["dossier"].split()[0] == model.dossier.split()[0], model.id
        assert len(table["required"]) >= 3, model.id


@pytest.mark.parametrize("letter", NAMES)
def test_the_text_of_a_letter_is_the_one_that_was_read_over(letter: str) -> None:
    read_over = (SNAPSHOTS / "catalogue" / f"{letter}.txt").read_text(encoding="utf-8")
    assert text_of(docx_of(letter)) + "\n" == read_over


@pytest.mark.parametrize("letter", NAMES)
def test_no_heading_is_empty_and_no_trace_of_the_template_is_left(letter: str) -> None:
    docx = docx_of(letter)
    assert not re.search(r"\{\{|\}\}|\{%|%\}|\bNone\b|\bTrue\b|\[\]", text_of(docx))
    styles = [style_of(paragraph) for paragraph in Docx(docx).body().iter(W + "p")]
    assert "LettreCondition" not in styles
    titles = {"LettreTitre", "LettreSousTitre", "LettreBordereau"}
    for style, following in zip(styles, [*styles[1:], "LettreTitre"], strict=True):
        assert not (style in titles and following in titles - {"LettreSousTitre"}), (style, following)


def style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(name("w:val")))


@pytest.mark.parametrize("letter", NAMES)
def test_no_sentence_stumbles_over_what_is_not_there(letter: str) -> None:
    _no_stumble(body_of(docx_of(letter)))


@pytest.mark.parametrize("letter", [letter for letter in NAMES if not letter.endswith("_minor")])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_letter_reads_right_however_the_person_is_addressed(letter: str, address: str) -> None:
    words = body_of(render_docx(addressed_as(CATALOGUE[letter], address)))
    _no_stumble(words)
    endings = re.findall(r"\b\w+(?:é|ée|és|ées)?·e\b", words)
    assert not endings or address == "neutral", endings
    if address == "sir":
        assert "soussignée" not in words
    if address == "madam":
        assert not re.search(r"soussigné\b", words)


def _no_stumble(words: str) -> None:
    for line in words.split("\n"):
        bare = re.sub(r"[_.…]{4,}", "", line).replace("\t", "").strip() or "x"
        assert not re.search(r"  |,,|\.\.|, \.|\(\)| ,|: \.|;\.|; \.|^[^\w☐]*$", bare), line


@pytest.mark.parametrize("letter", NAMES)
def test_french_signs_never_stand_alone_at_the_end_of_a_line(letter: str) -> None:
    words = re.sub(r"https?://\S+", "", body_of(docx_of(letter)))
    found = re.search(r".{0,30}(?: [;:?!»]|« | %|n° |article \d|'|\b1 (?:janvier|mai|juin|août) ).{0,20}", words)
    assert not found, found
    figures = re.sub(r"[+0]\d[\d ]+|[0-9a-f]{16}|\b\d[A-Z](?: \d+)+", "", words)
    assert not re.search(r"\d \d{3}\b(?! \d)", figures)


@pytest.mark.parametrize(
    "letter", [letter for letter, data in CATALOGUE.items() if data.model.reader is Reader.OTHER_SIDE]
)
def test_what_the_other_side_reads_never_tells_where_she_is_nor_who_unless_she_signs(letter: str) -> None:
    data = CATALOGUE[letter]
    told = said(letter).casefold()
    people = (data.person, *data.representatives)
    where = [word for one in people for word in (*one.address, one.phone, one.birth_place) if word]
    assert not [word for word in where if word.casefold() in told]
    if Signatory.PERSON not in data.model.signs or letter.endswith("_association"):
        names = [word for one in people for word in (one.family_name.split(",")[0], one.given_name, one.email) if word]
        assert not [word for word in names if re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", told)]


@pytest.mark.parametrize("letter", [name for name, data in CATALOGUE.items() if data.person.domiciled_at_association])
def test_a_person_domiciled_at_the_association_shows_her_own_address_in_no_letter(letter: str) -> None:
    data = CATALOGUE[letter]
    for line in (*data.person.address[:1], data.person.phone):
        assert line not in said(letter)


@pytest.mark.parametrize("letter", [name for name, data in CATALOGUE.items() if data.model.reader is Reader.PERSON])
def test_what_she_keeps_can_be_found_by_anybody_and_names_nobody(letter: str) -> None:
    data: LetterData = CATALOGUE[letter]
    for secret in (data.person.family_name, *data.person.address, data.person.phone):
        assert not secret or secret.casefold() not in said(letter).casefold()


@pytest.mark.parametrize(("pack", "model"), MODELS, ids=lambda one: getattr(one, "id", one))
def test_every_article_a_letter_lists_is_printed_by_its_template(pack: str, model: LetterModel) -> None:
    from casedesk.documents.citations import cited

    whole = "\n".join(text_of(docx_of(f"{pack}_{model.id}_{case}")) for case in ("adult", "minor", "association"))
    texts = [citation.text for citation in model.citations]
    assert set(texts) - set(cited(whole, texts)) <= _UNPRINTED.get((pack, model.id), set())


# Articles that only stand in cases none of the three people is in.
_UNPRINTED: Mapping[tuple[str, str], set[str]] = {
    ("fr", "notification_dsa"): {  # signed by a trusted flagger; after a court suspended the account
        "article\u00a022, paragraphe\u00a01, du règlement\u00a0(UE)\u00a02022/2065",
        "article\u00a0131-35-1 du Code pénal",
    },
    # under a mandate
    ("fr", "reclamation_interne"): {"article\u00a086, paragraphe\u00a02, du règlement\u00a0(UE)\u00a02022/2065"},
    ("fr", "organe_extrajudiciaire"): {"article\u00a086 du règlement\u00a0(UE)\u00a02022/2065"},
    ("fr", "plainte_arcom"): {"article\u00a086 du règlement\u00a0(UE)\u00a02022/2065"},
}


if __name__ == "__main__":  # writes the texts anew, to be read over
    (SNAPSHOTS / "catalogue").mkdir(exist_ok=True)
    for old in (SNAPSHOTS / "catalogue").glob("*.txt"):
        old.unlink()
    for one in CATALOGUE:
        (SNAPSHOTS / "catalogue" / f"{one}.txt").write_text(text_of(docx_of(one)) + "\n", encoding="utf-8")
