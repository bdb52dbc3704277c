"""What keeps a .docx from being a good template."""

from collections.abc import Callable

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from casedesk.documents.template_check import template_faults
from casedesk.documents.word.story import Kind
from tests.documents.templates import (
    WORDS,
    add_field,
    blank,
    changed,
    full_letter,
    in_body,
    in_first_run,
    saved,
    template,
    with_part,
)

TEXT = "Madame, Monsieur, voici les faits."
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def columns() -> bytes:
    return changed(
        template(TEXT),
        "word/document.xml",
        lambda xml: xml.replace("<w:cols ", '<w:cols w:num="2" ').replace('w:num="2" w:num="1"', 'w:num="2"'),
    )


def nested_table() -> bytes:
    document = blank()
    inner = document.add_table(1, 1).cell(0, 0).add_table(1, 1)
    inner.cell(0, 0).text = TEXT
    return saved(document)


def drawing(inside: str, kind: str = "inline") -> bytes:
    spaces = (
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    return in_first_run(template(TEXT), f"<w:drawing><wp:{kind} {spaces}>{inside}</wp:{kind}></w:drawing>")


def tracked(kind: str) -> bytes:
    return in_body(template(TEXT), f'<w:p><w:{kind} w:id="1"><w:r><w:t>mot</w:t></w:r></w:{kind}></w:p>')


def with_property(xml: str) -> bytes:
    return in_body(template(TEXT), f"<w:p><w:r><w:rPr>{xml}</w:rPr><w:t>mot caché</w:t></w:r></w:p>")


def comments() -> bytes:
    part = f'<w:comments xmlns:w="{WORDS}"/>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    return with_part(template(TEXT), "word/comments.xml", part, kind, "comments")


def tracking() -> bytes:
    return changed(
        template(TEXT),
        "word/settings.xml",
        lambda xml: xml.replace("</w:settings>", "<w:trackRevisions/></w:settings>"),
    )


def page_number_in_text() -> bytes:
    document = blank()
    add_field(document.add_paragraph("Page "), "PAGE")
    return saved(document)


def row_with_more() -> bytes:
    document = blank()
    row = document.add_table(1, 2).rows[0].cells
    row[0].text, row[1].text = "{%tr for x in items %}", "perdu"
    return saved(document)


CHARTS = '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic>'
UNDRAWABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a text box": (
        lambda: in_first_run(template(TEXT), f'<mc:AlternateContent xmlns:mc="{MC}"/>'),
        "text box",
    ),
    "an old text box": (lambda: in_first_run(template(TEXT), f"<w:pict {VML}><v:shape/></w:pict>"), "text box"),
    "columns": (columns, "columns"),
    "a table in a table": (nested_table, "inside a table"),
    "a chart": (lambda: drawing(CHARTS), "chart"),
    "a floating picture": (lambda: drawing("", "anchor"), "floating"),
    "an inserted change": (lambda: tracked("ins"), "tracked change"),
    "a deleted change": (lambda: tracked("del"), "tracked change"),
    "a move": (lambda: tracked("moveFrom"), "tracked change"),
    "a changed look": (lambda: with_property('<w:rPrChange w:id="1"/>'), "tracked change"),
    "tracking left on": (tracking, "tracked"),
    "a comment": (
        lambda: in_body(template(TEXT), '<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>'),
        "comment",
    ),
    "comments nobody sees": (comments, "comment"),
    "a footnote": (lambda: in_first_run(template(TEXT), '<w:footnoteReference w:id="2"/>'), "note"),
    "hidden text": (lambda: with_property("<w:vanish/>"), "hidden"),
    "made capitals": (lambda: with_property("<w:caps/>"), "apitals"),
    "a symbol": (lambda: in_first_run(template(TEXT), '<w:sym w:font="Wingdings" w:char="F0FC"/>'), "symbol font"),
    "a frame": (lambda: in_body(template(TEXT), '<w:p><w:pPr><w:framePr w:w="99"/></w:pPr></w:p>'), "frame"),
    "a column break": (lambda: in_first_run(template(TEXT), '<w:br w:type="column"/>'), "column break"),
    "ruby": (lambda: in_first_run(template(TEXT), "<w:ruby/>"), "ruby"),
    "a page number in the text": (page_number_in_text, "page number"),
    "text beside a paragraph tag": (lambda: template("{%p if flag %} perdu", "{%p endif %}"), "vanish"),
    "a row that would vanish": (row_with_more, "vanish"),
    "raw insertion": (lambda: template("{{r name }}"), "construction"),
    "column loops": (lambda: template("{%tc for x in items %}", "{%tc endfor %}"), "construction"),
    "an unclosed brace": (lambda: template("{{ name }"), "cannot be read"),
    "an unclosed loop": (lambda: template("{% for x in items %}"), "cannot be read"),
    "a macro language": (lambda: template("{{ name.upper() }}"), "may not use"),
    "a private name": (lambda: template("{{ _name }}"), "reserved"),
    "an unknown filter": (lambda: template("{{ name|truncate }}"), "truncate"),
    "an unknown test": (lambda: template("{% if name is string %}x{% endif %}"), "string"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNDRAWABLE)
def test_what_the_pdf_cannot_draw_is_told_with_its_place_and_its_cure(case: str) -> None:
    build, word = UNDRAWABLE[case]
    faults = template_faults(build())
    assert any(word in fault.what for fault in faults), faults
    assert all(fault.place and fault.cure for fault in faults)


def test_a_fault_quotes_the_paragraph_it_stands_in() -> None:
    (fault,) = template_faults(template("Rien ici.", "Madame {{ name.upper() }}, bonjour"))
    assert fault.place == "body, near “Madame {{ name.upper() }}, bonjour”"
    assert "…(…)" in fault.what


def test_a_fault_says_in_which_part_it_stands() -> None:
    (fault,) = template_faults(template(TEXT, footer="{{ 1 + 1 }}"))
    assert fault.place.startswith("footer")


@pytest.mark.parametrize("case", ["plain", "everything", "tags", "content control", "bookmark"])
def test_a_good_template_has_no_fault(case: str) -> None:
    good = {
        "plain": template(TEXT, header="Association", footer="Page"),
        "everything": full_letter(),
        "tags": template("{%p for x in items %}", "{{ x.title }}", "{%p endfor %}", "{% if flag %}oui{% endif %}"),
        "content control": in_body(
            template(TEXT),
            "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>dedans</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        ),
        "bookmark": in_body(template(TEXT), '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'),
    }
    assert template_faults(good[case]) == ()


def test_tags_split_over_runs_and_typed_with_curly_quotes_are_understood() -> None:
    document = blank()
    paragraph = document.add_paragraph()
    for text in ("{", "{ per", "son.name }", "} est ", "{% if kind == “x” %}", "là{% endif %}"):
        paragraph.add_run(text)
    assert template_faults(saved(document)) == ()


def test_a_stray_tag_where_letters_are_not_filled_in_is_a_fault() -> None:
    docx = changed(
        template(TEXT),
        "word/settings.xml",
        lambda xml: xml.replace("</w:settings>", '<w:docVars><w:docVar w:val="{{ a }}"/></w:docVars></w:settings>'),
    )
    assert any("not filled in" in fault.what for fault in template_faults(docx))


def test_page_numbers_are_welcome_in_the_footer() -> None:
    document = blank()
    footer = document.sections[0].footer.paragraphs[0]
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), " NUMPAGES ")
    footer._p.append(simple)
    add_field(footer, Kind.PAGE.name)
    assert template_faults(saved(document)) == ()
