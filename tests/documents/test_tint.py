"""What was inserted into a letter is tinted where it is only looked at, and nothing else changes."""

import io
import re
import zipfile

import pytest

from casedesk.documents.fill import Template
from casedesk.documents.ooxml import Docx, W, parse, unpack
from casedesk.documents.plain import REPLACEMENT
from casedesk.documents.sandbox import letter_language, preview_language
from casedesk.documents.text import text_of
from casedesk.documents.tint import DATA, DATA_COLOUR, HOLE, HOLE_COLOUR, between, tinted
from tests.documents.listening import heard, loose_ends
from tests.documents.reading import colours, drawn, moved
from tests.documents.templates import blank, changed, in_body, saved, split_runs, template

BLUE, AMBER = (tuple(bytes.fromhex(colour)) for colour in (DATA_COLOUR, HOLE_COLOUR))
TOLD = {"name": "Awa Traoré", "lines": "un\ndeux\ttrois", "nasty": "a & <b> \ufdd0\ufdd1\ufdd2\ufdd3"}


def looked_at(docx: bytes) -> bytes:
    return tinted(Template(docx, preview_language()).fill(TOLD))


def issued(docx: bytes) -> bytes:
    return Template(docx, letter_language()).fill(TOLD)


def shaded(docx: bytes, part: str = "word/document.xml") -> list[tuple[str, str]]:
    """List the texts of a part that bear a colour, joined where the colour goes on."""
    found: list[tuple[str, str]] = []
    for run in parse(unpack(docx)[part]).iter(W + "r"):
        shade = run.find(f"{W}rPr/{W}shd")
        words = "".join(t.text or "" for t in run.iter(W + "t"))
        if shade is not None and words:
            found.append((words, shade.get(W + "fill")))
    return found


def marked(*texts: str) -> bytes:
    """A document whose one paragraph is written in these runs, `<` and `>` standing for the signs around data."""
    return split_runs(*(text.replace("<", DATA[0]).replace(">", DATA[1]) for text in texts))


@pytest.mark.parametrize(
    ("runs", "tints"),
    [
        (("avant <mot> après",), ["mot"]),
        (("<mot>",), ["mot"]),
        (("<un>, <deux> et <trois>",), ["un", "deux", "trois"]),
        (("avant <un ", "deux ", "trois> après"), ["un ", "deux ", "trois"]),
        (("<", "mot", ">", "après"), ["mot"]),
        (("a<>b",), []),
        (("<jamais fermé", " ni ici"), ["jamais fermé", " ni ici"]),
        (("rien > du tout",), []),
    ],
)
def test_a_stretch_is_tinted_to_the_letter_wherever_runs_begin_and_end(runs: tuple[str, ...], tints: list[str]) -> None:
    docx = tinted(marked(*runs))
    assert [words for words, _shade in shaded(docx)] == tints
    assert {shade for _words, shade in shaded(docx)} <= {DATA_COLOUR}
    assert text_of(docx) == re.sub("[<>]", "", "".join(runs))


def test_a_tint_ends_with_its_paragraph() -> None:
    docx = tinted(template(f"{DATA[0]}un", "deux"))
    assert shaded(docx) == [("un", DATA_COLOUR)]


def test_a_value_keeps_its_look_its_lines_and_its_tabs() -> None:
    docx = changed(
        template("Il dit {{ lines }}."),
        "word/document.xml",
        lambda xml: xml.replace(
            "<w:r>", '<w:r><w:rPr><w:b/><w:highlight w:val="red"/><w:lang w:val="fr-FR"/></w:rPr>', 1
        ),
    )
    seen = looked_at(docx)
    assert text_of(seen) == text_of(issued(docx)) == "Il dit un\ndeux\ttrois."
    assert "".join(words for words, _shade in shaded(seen)) == "undeuxtrois"
    own = [run.find(W + "rPr") for run in parse(unpack(seen)["word/document.xml"]).iter(W + "r")]
    assert all(properties.find(W + "b") is not None for properties in own)
    tints = [properties for properties in own if properties.find(W + "shd") is not None]
    assert [child.tag for child in tints[0]] == [W + "b", W + "shd", W + "lang"]


def test_what_is_not_known_yet_is_a_hole_of_another_colour() -> None:
    seen = looked_at(template("{{ name }} et {{ absent }} et {{ absent|upper }}"))
    assert [shade for _words, shade in shaded(seen)] == [DATA_COLOUR, HOLE_COLOUR, HOLE_COLOUR]


def test_headers_footers_and_tables_are_tinted_too() -> None:
    document = blank()
    document.add_table(1, 1).cell(0, 0).text = "{{ name }}"
    document.sections[0].header.paragraphs[0].text = "De {{ name }}"
    document.sections[0].footer.paragraphs[0].text = "{{ absent }}"
    seen = looked_at(saved(document))
    assert shaded(seen) == [(TOLD["name"], DATA_COLOUR)]
    opened = Docx(seen)
    (header,), (footer,) = (opened.related(opened.main, kind) for kind in ("header", "footer"))
    assert [words for words, _shade in shaded(seen, header)] == [TOLD["name"]]
    assert [shade for _words, shade in shaded(seen, footer)] == [HOLE_COLOUR]


def test_no_sign_stays_anywhere() -> None:
    everywhere = between(DATA, "mot") + between(HOLE, "trou")
    docx = in_body(template("Fin.", title=everywhere), f'<w:p w:rsidR="{everywhere}"><w:r><w:t>a</w:t></w:r></w:p>')
    docx = changed(docx, "docProps/core.xml", lambda xml: xml.replace("<dc:title>", f"<dc:title>{everywhere}", 1))
    with zipfile.ZipFile(io.BytesIO(tinted(docx))) as archive:
        inside = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "replace")
    assert "mottrou" in inside
    assert not set(inside) & {*DATA, *HOLE}


def test_a_text_that_holds_the_signs_tints_nothing_else() -> None:
    seen = looked_at(template("{{ nasty }} après"))
    said = f"a & <b> {REPLACEMENT * 4}"
    assert shaded(seen) == [(said, DATA_COLOUR)]
    assert text_of(seen) == text_of(issued(template("{{ nasty }} après"))) == f"{said} après"


def test_the_page_shows_the_tint_behind_words_that_have_not_moved() -> None:
    docx = template("Nom : {{ name }}, né le {{ absent }}. {{ lines }} " * 12)
    known = template("Nom : {{ name }}, né le [\u00a0…\u00a0]. {{ lines }} " * 12)
    seen, plain = drawn(looked_at(docx)), drawn(issued(known))
    assert {BLUE, AMBER} <= colours(seen)
    assert not {BLUE, AMBER} & colours(plain)
    assert moved(seen, plain) == []
    assert heard(seen).text.split() == heard(plain).text.split()
    assert loose_ends(seen) == []


def test_a_document_without_signs_keeps_its_parts() -> None:
    docx = template("Un mot.", header="Tête")
    with zipfile.ZipFile(io.BytesIO(docx)) as before, zipfile.ZipFile(io.BytesIO(tinted(docx))) as after:
        assert {name: before.read(name) for name in before.namelist()} == {
            name: after.read(name) for name in after.namelist()
        }


def test_an_issued_letter_is_never_tinted() -> None:
    assert shaded(issued(template("{{ name }}"))) == []
