"""A drawn PDF given the tree that is read aloud, its language, and a title that programs show.

Nothing here says that the file conforms to PDF/UA or PDF/A: no validator has verified it, so none is named.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from casedesk.documents.pdf.tags import Mark, Tag

_IN_ADDRESS: Final = "%/:?#[]@!$&'()*+,;=~"  # kept as they are; an address is written in ASCII
_ABOUT: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def tagged(drawn: bytes, tree: Tag, *, title: str, language: str) -> bytes:
    """Write the tree into a PDF whose drawing bears the numbers of its marks.

    Args:
        drawn: the PDF.
        tree: the whole document; what drew nothing is left out.
        title: what the PDF says it is; never a name.
        language: the language of the text, as `fr-FR`.

    Returns:
        The PDF, compact; the same input gives the same bytes.
    """
    with Pdf.open(BytesIO(drawn)) as pdf:
        tree.prune()
        _Writer(pdf).write(tree)
        pdf.Root.Lang = String(language)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        about = _ABOUT.format(title=escape(title), language=escape(language))
        pdf.Root.Metadata = pdf.make_stream(about.encode(), Type=Name.Metadata, Subtype=Name.XML)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


class _Writer:
    """Writes the tree of one document."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[dict[int, Object]] = [{} for _page in self._pages]  # by number of the mark
        self._links: list[Object] = []

    def write(self, tree: Tag) -> None:
        """Hang the tree into the document, and let every page find its elements (PDF 32000-1, 14.7.4.4)."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(tree, root)
        numbers: list[Object | int] = []
        for index, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = index
            page.Tabs = Name.S
            numbers += [index, Array([owners[number] for number in sorted(owners)])]
        for index, link in enumerate(self._links, len(self._pages)):
            numbers += [index, link]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(self._pages) + len(self._links)
        self._pdf.Root.StructTreeRoot = root

    def _element(self, tag: Tag, parent: Object) -> Object:
        element = self._pdf.make_indirect(Dictionary(S=Name("/" + tag.role), P=parent))
        first = next((kid.page for kid in tag.kids if isinstance(kid, Mark)), None)
        if first is not None:
            element.Pg = self._pages[first]
        kids = [*self._kids(tag, element, first), *self._annotations(tag, element)]
        if kids:
            element.K = kids[0] if len(kids) == 1 else Array(kids)
        if tag.said:
            element.Alt = String(tag.said)
        attributes = [
            Dictionary({"/O": Name("/" + owner), f"/{key}": _value(value)}) for owner, key, value in tag.attributes
        ]
        if tag.boxes and tag.said:
            box = Array([round(side, 2) for side in tag.boxes[0][1]])
            attributes.append(Dictionary(O=Name.Layout, BBox=box, Placement=Name.Inline))
        if attributes:
            element.A = attributes[0] if len(attributes) == 1 else Array(attributes)
        return element

    def _kids(self, tag: Tag, element: Object, first: int | None) -> Iterator[Object | int]:
        for kid in tag.kids:
            if isinstance(kid, Tag):
                yield self._element(kid, element)
            else:
                self._owners[kid.page][kid.number] = element
                if kid.page == first:
                    yield kid.number
                else:
                    yield Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)

    def _annotations(self, tag: Tag, element: Object) -> Iterator[Object]:
        """Make the words of a link lead somewhere: one rectangle a line."""
        for page, box in tag.boxes if tag.address else ():
            link = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(side, 2) for side in box]),
                Border=Array([0, 0, 0]),
                A=Dictionary(S=Name.URI, URI=String(quote(tag.address, safe=_IN_ADDRESS))),
                Contents=String(tag.address),
                F=4,  # shown on paper too
                StructParent=len(self._pages) + len(self._links),
            )
            self._links.append(element)
            annotation = self._pdf.make_indirect(link)
            here = self._pages[page]
            if Name.Annots not in here:
                here.Annots = Array()
            here.Annots.append(annotation)
            yield Dictionary(Type=Name.OBJR, Obj=annotation, Pg=here)


def _value(value: str | int) -> Object | int:
    return value if isinstance(value, int) else Name("/" + value)
