"""What a .docx tells besides its words: changes, comments, who made it."""

from collections.abc import Iterator
from typing import Final

from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.reading import Reading
from casedesk.documents.ooxml import Docx, W, is_on, local_name
from casedesk.translate import _

_CHANGES: Final = frozenset(
    W + name
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "sectPrChange", "cellIns", "cellDel", "numberingChange",
    )
)  # fmt: skip
_WHO: Final = frozenset({"creator", "lastModifiedBy", "contributor", "publisher"})
_WHERE: Final = frozenset({"Company", "Manager", "HyperlinkBase", "Template"})
_TEXTS: Final = frozenset({"officeDocument", "header", "footer", "footnotes", "endnotes"})


def file(reading: Reading) -> Iterator[Finding]:
    """Look for what was not meant to be sent with the words."""
    docx = reading.file
    if docx is None:
        return
    parts = [docx.main, *(arrow.target for arrow in docx.relations(docx.main).values() if arrow.kind in _TEXTS)]
    trees = [tree for part in dict.fromkeys(parts) if (tree := docx.tree(part)) is not None]
    if any(next(tree.iter(*_CHANGES), None) is not None for tree in trees):
        yield _found(
            reading,
            Flaw.TRACKED_CHANGES,
            _("Changes are still marked in the file: whoever opens it reads what was taken out, and who did it."),
            _("Accept or reject all changes, then save."),
        )
    if any("comments" in name.rpartition("/")[2].lower() for name in docx.names):
        yield _found(
            reading,
            Flaw.COMMENTS,
            _("Comments are still in the file: whoever opens it reads them, and who wrote them."),
            _("Delete all comments, then save."),
        )
    said = next(_properties(docx), "")
    if said:
        yield _found(
            reading,
            Flaw.PROPERTIES,
            _("The properties of the file tell who or what made it: {said}.").format(said=said),
            _("Have the desk make the letter again."),
        )
    if any(_hidden_text(tree) for tree in trees):
        yield _found(
            reading,
            Flaw.PROPERTIES,
            _("The file holds hidden words, which a word processor can show."),
            _("Take them out, or show them."),
            about="hidden words",
        )


def _found(reading: Reading, code: Flaw, says: str, cure: str, about: str = "") -> Finding:
    place = _("the .docx file")
    return reading.finding(code, Gravity.HARM, None, place, says=says, cure=cure, waivable=False, about=about)


def _properties(docx: Docx) -> Iterator[str]:
    for part, names in (("docProps/core.xml", _WHO), ("docProps/app.xml", _WHERE)):
        tree = docx.tree(part)
        for child in () if tree is None else tree:
            if local_name(child) in names and (child.text or "").strip():
                yield child.text.strip()
    yield from (name for name in docx.names if "thumbnail" in name.lower() or name == "docProps/custom.xml")


def _hidden_text(tree: object) -> bool:
    for run in tree.iter(W + "r"):  # type: ignore[attr-defined]  # an lxml element: the library ships no types
        properties = run.find(W + "rPr")
        if (
            properties is not None
            and is_on(properties, "vanish")
            and any((t.text or "").strip() for t in run.iter(W + "t"))
        ):
            return True
    return False
