"""Five hundred texts in, the same texts out: in the .docx and in the text of the PDF."""

import io
import re
import unicodedata
from functools import cache

from docx import Document

from casedesk.documents.fill import Template
from casedesk.documents.plain import REPLACEMENT, plain
from casedesk.documents.sandbox import letter_language
from casedesk.documents.text import body_of
from tests.documents.reading import drawn, page_texts, signs
from tests.documents.spelling import spelt
from tests.documents.strings_500 import STRINGS
from tests.documents.templates import template

EVERY = "{%p for text in texts %}", "[{{ text }}]", "{%p endfor %}"
LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029\x0b\x0c]")
SOFT_HYPHEN = "\u00ad"


@cache
def letter() -> bytes:
    return Template(template(*EVERY), letter_language()).fill({"texts": list(STRINGS)})


@cache
def written() -> list[str]:
    """Each paragraph of the .docx, read by another library."""
    return [one.text for one in Document(io.BytesIO(letter())).paragraphs]


@cache
def told() -> list[str]:
    """Each paragraph of the PDF, in the order it is read aloud."""
    return [block.text for block in spelt(drawn(letter())).blocks]


def packed(text: str) -> str:
    """Drop what only lays out a line: spaces, tabs and line ends; every other space stays."""
    return re.sub(r"[ \t\r\n]+", "", text)


def test_there_are_five_hundred_different_texts() -> None:
    assert len(STRINGS) == len(set(STRINGS)) == 500


def test_every_text_comes_out_of_the_document_as_it_went_in() -> None:
    wrong = [text for text, read in zip(STRINGS, written(), strict=True) if read != f"[{plain(text)}]"]
    assert wrong == []


def test_our_own_reader_reads_the_same() -> None:
    assert body_of(letter()) == "\n".join(f"[{plain(text)}]" for text in STRINGS)


def test_every_text_comes_out_of_the_pdf_as_it_went_in() -> None:
    pairs = zip(STRINGS, told(), strict=True)
    wrong = [text for text, read in pairs if packed(read) != packed(f"[{plain(text)}]").replace(SOFT_HYPHEN, "")]
    assert wrong == []


def test_another_reader_of_the_pdf_finds_every_sign_that_is_seen() -> None:
    """It sets right-to-left words in an order of its own, and says joined letters apart: signs are compared."""
    read = set(unicodedata.normalize("NFKD", "".join(page_texts(drawn(letter())))))
    seen = [sign for text in STRINGS for sign in plain(text) if unicodedata.category(sign) not in {"Cc", "Cf", "Zs"}]
    wanted = {part for sign in seen for part in unicodedata.normalize("NFKD", sign)}
    assert wanted - read - {" "} == set()


def test_whatever_changes_is_seen() -> None:
    """Nothing is taken away: a sign becomes its normal form, a line end, or a mark of replacement that is drawn."""
    for text in STRINGS:
        same, kept = unicodedata.normalize("NFC", text), plain(text)
        ends = len(LINE_ENDS.findall(same))
        assert len(kept) == len(same) - same.count("\r\n")
        assert kept.count("\n") == ends
        assert all(
            one in {other, REPLACEMENT, "\n"} for one, other in zip(kept, same.replace("\r\n", "\n"), strict=True)
        )


def test_a_sign_that_no_font_has_is_drawn_as_a_box() -> None:
    docx = Template(template("{{ text }}"), letter_language()).fill({"text": "\u07d2\u07de\u07cf"})  # N’Ko
    boxes = [sign for sign in signs(drawn(docx)) if sign.text in "\u07d2\u07de\u07cf"]
    assert len(boxes) == 3
    assert all(sign.right - sign.left > 3 for sign in boxes)
