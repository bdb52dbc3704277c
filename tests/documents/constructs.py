"""Documents made of one construct each: every element of a template, what jurists write, what no PDF could draw."""

from collections.abc import Callable

from casedesk.documents.ooxml import pack
from tests.documents.templates import OFFICE, WORDS

TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
SPACES = f'xmlns:w="{WORDS}" xmlns:r="{OFFICE}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rH"/><w:footerReference w:type="default" r:id="rF"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" '
    'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Criant"><w:name w:val="Criant"/><w:rPr><w:caps/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Enfant"><w:name w:val="Enfant"/><w:basedOn w:val="Criant"/></w:style>'
    '<w:style w:type="character" w:styleId="Invisible"><w:name w:val="Invisible"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Calme"><w:name w:val="Calme"/><w:rPr><w:caps w:val="0"/></w:rPr></w:style>'
)
LISTS = ("decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "bullet", "none")
LISTS_REFUSED = ("ordinal", "cardinalText", "ordinalText", "chicago", "hindiNumbers", "chineseCounting")


def part(root: str, inside: str) -> bytes:
    return f"{HEAD}<w:{root} {SPACES}>{inside}</w:{root}>".encode()


def docx(body: str, header: str = "<w:p/>", footer: str = "<w:p/>") -> bytes:
    """The smallest document Word opens, with a header, a footer and lists of every kind."""
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{"*" if kind == "bullet" else "%1."}"/></w:lvl></w:abstractNum>'
        for at, kind in enumerate((*LISTS, *LISTS_REFUSED), 1)
    )
    kinds += "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(1, len(LISTS + LISTS_REFUSED) + 1)
    )
    files = {
        "word/document.xml": ("document.main", part("document", f"<w:body>{body}{SECTION}</w:body>")),
        "word/header1.xml": ("header", part("hdr", header)),
        "word/footer1.xml": ("footer", part("ftr", footer)),
        "word/styles.xml": ("styles", part("styles", STYLES)),
        "word/numbering.xml": ("numbering", part("numbering", kinds)),
    }
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPES}.{kind}+xml"/>' for name, (kind, _xml) in files.items()
    )
    arrows = "".join(
        f'<Relationship Id="{arrow}" Type="{OFFICE}/{kind}" Target="{file}.xml"/>'
        for arrow, kind, file in (
            ("rH", "header", "header1"),
            ("rF", "footer", "footer1"),
            ("rS", "styles", "styles"),
            ("rN", "numbering", "numbering"),
        )
    )
    link = f'<Relationship Id="rL" Type="{OFFICE}/hyperlink" Target="https://exemple.fr" TargetMode="External"/>'
    top = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    relations = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    return pack(
        {
            "[Content_Types].xml": (
                f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
            ).encode(),
            "_rels/.rels": f"{relations}{top}</Relationships>".encode(),
            "word/_rels/document.xml.rels": f"{relations}{arrows}{link}</Relationships>".encode(),
            **{name: xml for name, (_kind, xml) in files.items()},
        }
    )


def text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(words: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{text(words)}</w:p>"


def table(*rows: str, properties: str = "") -> str:
    grid = '<w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{grid}{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


PLACES: dict[str, Callable[[str, str], str]] = {
    "around a paragraph": lambda kind, word: f"<w:{kind}>{p(word)}</w:{kind}>",
    "around a run without a paragraph": lambda kind, word: f"<w:{kind}>{text(word)}</w:{kind}>",
    "around a run": lambda kind, word: f"<w:p><w:{kind}>{text(word)}</w:{kind}></w:p>",
    "around a text": lambda kind, word: f"<w:p><w:r><w:{kind}><w:t>{word}</w:t></w:{kind}></w:r></w:p>",
    "around a run in a run": lambda kind, word: f"<w:p><w:r><w:{kind}>{text(word)}</w:{kind}></w:r></w:p>",
    "around a row": lambda kind, word: table(f"<w:{kind}>{row(p(word))}</w:{kind}>"),
    "around a cell": lambda kind, word: table(f"<w:tr><w:{kind}><w:tc>{p(word)}</w:tc></w:{kind}></w:tr>"),
    "in a cell": lambda kind, word: table(row(f"<w:{kind}>{p(word)}</w:{kind}><w:p/>")),
    "beside a text": lambda kind, word: f"<w:p><w:r><w:{kind}/><w:t>{word}</w:t><w:{kind}/></w:r></w:p>",
    "beside a run": lambda kind, word: f"<w:p><w:{kind}/>{text(word)}<w:{kind}/></w:p>",
    "of a paragraph": lambda kind, word: p(word, f'<w:{kind} w:val="1"/>'),
    "of a run": lambda kind, word: f'<w:p><w:r><w:rPr><w:{kind} w:val="1"/></w:rPr><w:t>{word}</w:t></w:r></w:p>',
    "of a table": lambda kind, word: table(row(p(word)), properties=f'<w:{kind} w:val="1"/>'),
    "of a row": lambda kind, word: table(row(p(word), properties=f'<w:{kind} w:val="1"/>')),
    "of a cell": lambda kind, word: table(row(f'<w:tcPr><w:{kind} w:val="1"/></w:tcPr>{p(word)}')),
}
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def item(kind: int, words: str) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{kind}"/></w:numPr>')


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def line(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


WRITTEN = {
    "a link": line(text("avant ") + f'<w:hyperlink r:id="rL">{text("lien")}</w:hyperlink>' + text(" après")),
    "controls in controls": control(control(p("dedans"))),
    "a control in a line": line(text("un ") + control(text("deux"))),
    "a smart tag": line(f"<w:smartTag><w:smartTagPr/>{text('mot')}</w:smartTag>"),
    "hyphens": line("<w:r><w:t>un</w:t><w:noBreakHyphen/><w:t>deux ex</w:t><w:softHyphen/><w:t>emple</w:t></w:r>"),
    "breaks": line("<w:r><w:t>un</w:t><w:br/><w:t>deux</w:t><w:cr/><w:t>trois</w:t><w:tab/><w:t>quatre</w:t></w:r>"),
    "tab stops": "".join(
        p("gauche", f'<w:tabs><w:tab w:val="{kind}" w:leader="dot" w:pos="{pos}"/></w:tabs>').replace(
            "</w:r>", f"<w:tab/><w:t>{kind}{pos}</w:t></w:r>"
        )
        for kind in ("left", "right", "center", "decimal", "bar", "clear")
        for pos in ("4000", "99000", "-50")
    ),
    "lists": "".join(item(at, f"chose{at}") for at in range(1, len(LISTS) + 1)),
    "merged cells": table(
        row(f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("large")}'),
        row(f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("haute")}', p("b")),
        row("<w:tcPr><w:vMerge/></w:tcPr><w:p/>", p("c")),
    ),
    "rows of a fixed height": table(
        row(p("un deux trois " * 30), properties='<w:trHeight w:val="200" w:hRule="exact"/>'), row(p("suite"))
    ),
    "rows and cells in controls": table(control("<w:tr>" + control(f"<w:tc>{p('cellule')}</w:tc>") + "</w:tr>")),
    "all looks": "".join(
        f"<w:p><w:r><w:rPr><w:{look}/></w:rPr><w:t>mot{at}</w:t></w:r></w:p>"
        for at, look in enumerate(
            (
                "b", "i", "strike", 'u w:val="single"', 'color w:val="FFFFFF"', 'sz w:val="2"', 'highlight w:val="red"',
                'shd w:fill="112233"', 'vertAlign w:val="superscript"', 'position w:val="40"', 'w w:val="10"',
                "webHidden", "rtl", 'kern w:val="9"', 'spacing w:val="-200"',
            )
        )
    ),
    "indents of every size": "".join(
        p(f"retrait{at}", f'<w:ind w:left="{left}" w:right="{right}" w:firstLine="{first}"/>')
        for at, (left, right, first) in enumerate(
            [(0, 0, -9000), (20000, 0, 0), (-20000, 0, 0), (0, 20000, 0), (9000, 9000, 0), (0, -20000, 20000)]
        )
    ),
    "other signs": p("← ↑ → ↓ ■ □ ▪ ▲ △ ▼ ◆ ○ ● ★ ☐ ☑ ☒ ⚠ ✓ ✔ ✗ ✘ € № § ɛ ɔ ɲ ŋ"),
}  # fmt: skip
MARGINS_ONLY = {
    "a page number": f"<w:p>{text('page ')}{FIELD.format('7')}{text(' fin')}</w:p>",
    "a page number as one": line(text("page ") + f'<w:fldSimple w:instr=" PAGE ">{text("7")}</w:fldSimple>'),
}


REFUSED = {
    "an inserted text": f"<w:p><w:ins>{text('ajout')}</w:ins></w:p>",
    "a deleted text": "<w:p><w:del><w:r><w:delText>retrait</w:delText></w:r></w:del></w:p>",
    "a sign of a symbol font": '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>',
    "a table in a table": table(row(table(row(p("dedans"))) + "<w:p/>")),
    "a text outside a paragraph": text("mot"),
    "a text outside a run": "<w:p><w:t>mot</w:t></w:p>",
    "a run in a run": f"<w:p><w:r>{text('mot')}</w:r></w:p>",
    "a text in an extension": f"<w:p><w14:extra>{text('mot')}</w14:extra></w:p>",
    "a paragraph in an extension": f"<w14:extra>{p('mot')}</w14:extra>",
    "a text in a row": f"<w:tbl><w:tr>{p('mot')}</w:tr></w:tbl>",
    "a text in a bookmark": f"<w:p><w:bookmarkStart>{text('mot')}</w:bookmarkStart></w:p>",
    "a text a merged cell hides": table(
        row(f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("a")}'), row(f"<w:tcPr><w:vMerge/></w:tcPr>{p('cache')}")
    ),
    "a text a merged cell hides at the top": table(row(f"<w:tcPr><w:vMerge/></w:tcPr>{p('cache')}")),
    "capitals made by a style": p("mot", '<w:pStyle w:val="Criant"/>'),
    "capitals made by the style of a style": p("mot", '<w:pStyle w:val="Enfant"/>'),
    "a text hidden by a style": '<w:p><w:r><w:rPr><w:rStyle w:val="Invisible"/></w:rPr><w:t>mot</w:t></w:r></w:p>',
    "a sign no font has": p("漢字"),
    "letters joined by their neighbours": p("عربي"),
    "a column break": '<w:p><w:r><w:br w:type="column"/></w:r></w:p>',
    **{f"a list of {kind}": item(at, "a") for at, kind in enumerate(LISTS_REFUSED, len(LISTS) + 1)},
}
REFUSED_IN_MARGINS = {
    "a page number without an end": FIELD.format("7").replace("end", "separate"),
    "a page number without a beginning": FIELD.format("7").replace("begin", "end"),
    "a page number in a page number": FIELD.format(f"</w:t></w:r>{FIELD.format('7')}<w:r><w:t>"),
}
TALL = "".join(p(f"ligne{number}") for number in range(70))
