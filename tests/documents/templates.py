"""Templates built for tests, as a jurist would build them in Word."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

NO_BREAK, NARROW = "\u00a0", "\u202f"


def saved(document: Any) -> bytes:
    """Save a python-docx document into bytes."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def blank() -> Any:
    """Give an A4 document in Noto Serif."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Noto Serif", Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    assert normal.type is WD_STYLE_TYPE.PARAGRAPH
    return document


@cache
def template(*paragraphs: str, header: str = "", footer: str = "", **properties: str) -> bytes:
    """Build a template of plain paragraphs, with a header, a footer and properties."""
    document = blank()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    return saved(document)


def split_runs(*runs: str) -> bytes:
    """Build a template whose one paragraph is written in several runs, as Word leaves them after corrections."""
    document = blank()
    paragraph = document.add_paragraph()
    for place, text in enumerate(runs):
        paragraph.add_run(text).bold = place % 2 == 0
    return saved(document)


def changed(docx: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Rewrite one part of a .docx as text."""
    return repacked(docx, {part: change(_parts(docx)[part].decode()).encode()})


def repacked(docx: bytes, more: dict[str, bytes], drop: Sequence[str] = ()) -> bytes:
    """Replace, add and drop parts of a .docx."""
    parts = {**{name: content for name, content in _parts(docx).items() if name not in drop}, **more}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_part(docx: bytes, name: str, content: bytes, content_type: str, relation: str) -> bytes:
    """Add a part to a .docx, declared and pointed at by the text."""
    docx = changed(
        docx,
        "[Content_Types].xml",
        lambda xml: xml.replace("</Types>", f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'),
    )
    target = name.removeprefix("word/") if name.startswith("word/") else f"/{name}"
    arrow = f'<Relationship Id="rIdMore" Type="{OFFICE}/{relation}" Target="{target}"/>'
    docx = changed(
        docx, "word/_rels/document.xml.rels", lambda xml: xml.replace("</Relationships>", f"{arrow}</Relationships>")
    )
    return repacked(docx, {name: content})


def with_footnote(text: str) -> bytes:
    """Build a template with a footnote part saying `text`."""
    note = (
        f'<w:footnotes xmlns:w="{WORDS}"><w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    return with_part(template("Texte."), "word/footnotes.xml", note.encode(), kind, "footnotes")


def in_body(docx: bytes, xml: str) -> bytes:
    """Put XML at the head of the body."""
    return changed(docx, "word/document.xml", lambda body: body.replace("<w:body>", f"<w:body>{xml}", 1))


def in_first_run(docx: bytes, xml: str) -> bytes:
    """Put XML into the first run of the body, after its properties."""
    return changed(docx, "word/document.xml", lambda body: re.sub(r"<w:t(?=[ >])", f"{xml}<w:t", body, count=1))


def add_field(paragraph: Any, instruction: str, shown: str = "1") -> None:
    """Add a field the way Word writes it, over one run."""
    run = paragraph.add_run()._r
    for step in ("begin", "instruction", "separate", "shown", "end"):
        if step == "instruction":
            element = OxmlElement("w:instrText")
            element.text = f" {instruction} "
        elif step == "shown":
            element = OxmlElement("w:t")
            element.text = shown
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), step)
        run.append(element)


def repeat_header(row: Any) -> None:
    """Mark a row as the head of its table."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def full_letter(exhibits: int = 3, *, repeated_head: bool = True) -> bytes:
    """Build a letter with all a letter may hold: header, footer, lists, table, alignments, looks, breaks."""
    document = blank()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Association Voix libres"
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("Page ")
    add_field(footer, "PAGE")
    footer.add_run(" sur ")
    add_field(footer, "NUMPAGES")
    document.add_paragraph("Rennes, le 21 novembre 2026").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    addressee = document.add_paragraph("Madame, Monsieur le procureur de la République\nTribunal judiciaire de Rennes")
    addressee.paragraph_format.left_indent = Cm(9)
    subject = document.add_paragraph()
    subject.add_run(f"Objet{NO_BREAK}: plainte contre X").bold = True
    subject.add_run(" — montage à caractère sexuel diffusé en ligne")
    document.add_heading("1. Les faits", 2)
    for _place in range(2):
        document.add_paragraph(FACTS).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for style in ("List Bullet", "List Number"):
        for text in ("première chose", "deuxième chose, assez longue pour aller à la ligne une fois au moins, oui"):
            document.add_paragraph(text, style=style)
    mixed = document.add_paragraph("L’article 226-8-1, 1")
    mixed.add_run("er").font.superscript = True
    mixed.add_run(" alinéa, ")
    mixed.add_run("souligné").underline = True
    document.add_heading("2. Bordereau de pièces", 2)
    table = document.add_table(1, 3)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("N°", "Intitulé", "Empreinte"), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    if repeated_head:
        repeat_header(table.rows[0])
    for number in range(1, exhibits + 1):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = str(number), f"Capture de la publication n°{NO_BREAK}{number}"
        cells[2].text = f"{number:064x}"
    document.add_page_break()
    document.add_paragraph("Fait pour valoir ce que de droit.")
    return saved(document)


FACTS = (
    f"Le 21 août 2026 à 22{NARROW}h{NARROW}14 (UTC), ce compte a publié une image générée me représentant (pièce "
    f"n°{NO_BREAK}1). Je n’y ai jamais consenti{NO_BREAK}; somme demandée{NO_BREAK}: 100{NARROW}000{NO_BREAK}F"
    f"{NARROW}CFA. «{NO_BREAK}Kɔnɔ ɲɛ ŋɔ Ɛ Ɔ Ɲ Ŋ{NO_BREAK}», c’est-à-dire № 5 pour 12 €. "
    "https://x.com/compte_8841/status/1826350112345678901?ref_src=twsrc%5Etfw"
)
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
