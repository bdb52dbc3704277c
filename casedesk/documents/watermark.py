"""« FICTIF » across every page of a .docx, the way Word itself writes a watermark."""

from typing import Final

from casedesk.documents import ooxml
from casedesk.documents.ooxml import CONTENT_TYPES, Docx, name, pack, unpack

_HEADER_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_HEADER_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
_EMPTY_HEADER: Final = b'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:hdr>'
_PICTURE: Final = """<w:r
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:w10="urn:schemas-microsoft-com:office:word"><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>
</v:shapetype><v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{number}" type="#_x0000_t136"
 style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:150pt;rotation:315;z-index:-251658752;
mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;
mso-position-vertical-relative:margin" fillcolor="#e9c9c9" stroked="f"><v:fill opacity=".5"/>
<v:textpath style="font-family:&quot;Noto Sans&quot;;font-size:1pt" string="{word}"/></v:shape></w:pict></w:r>"""


def marked(docx: bytes, word: str) -> bytes:
    """Write a word across every page of a .docx; documents without a header get an empty one to hold it."""
    parts = _with_headers(unpack(docx))
    opened = Docx(pack(parts))
    for number, part in enumerate(opened.related(opened.main, "header"), start=2049):
        root = ooxml.parse(parts[part])
        paragraph = root.find(name("w:p"))
        if paragraph is None:
            paragraph = ooxml.make("w:p")
            root.append(paragraph)
        paragraph.append(ooxml.parse(_PICTURE.format(number=number, word=word).encode()))
        parts[part] = ooxml.serialise(root)
    return pack(parts)


def _with_headers(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Give every kind of page of the first section a header."""
    opened = Docx(pack(parts))
    text = ooxml.parse(parts[opened.main])
    body = text.find(name("w:body"))
    section = next(body.iter(name("w:sectPr")), None)
    if section is None:
        section = ooxml.make("w:sectPr")
        body.append(section)
    wanted = {"default"} | ({"first"} if section.find(name("w:titlePg")) is not None else set())
    wanted -= {one.get(name("w:type")) for one in section.findall(name("w:headerReference"))}
    if not wanted:
        return parts
    relations = ooxml.parse(parts[ooxml.relations_name(opened.main)])
    types = ooxml.parse(parts[CONTENT_TYPES])
    for kind in sorted(wanted):
        file, arrow = f"headerFictional{kind}.xml", f"rIdFictional{kind}"
        relation = ooxml.make("rel:Relationship")
        relation.attrib.update({"Id": arrow, "Type": _HEADER_RELATION, "Target": file})
        relations.append(relation)
        entry = ooxml.make("ct:Override")
        entry.attrib.update({"PartName": f"/word/{file}", "ContentType": _HEADER_TYPE})
        types.append(entry)
        section.insert(0, ooxml.make("w:headerReference", {"w:type": kind, "r:id": arrow}))
        parts[f"word/{file}"] = _EMPTY_HEADER
    parts[ooxml.relations_name(opened.main)] = ooxml.serialise(relations)
    parts[CONTENT_TYPES] = ooxml.serialise(types)
    parts[opened.main] = ooxml.serialise(text)
    return parts
