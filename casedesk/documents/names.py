"""Which names a template asks for, followed through its loops: `exhibits[].number`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from jinja2 import TemplateError, nodes

from casedesk.documents.fill import Source, Template
from casedesk.documents.sandbox import LetterLanguage
from casedesk.documents.tag_check import place_in
from casedesk.documents.vocabulary import is_list

_ONE_OF: Final = frozenset({"first", "last"})  # filters that give an item of a list
_LOOP: Final = "loop"


@dataclass(frozen=True, slots=True)
class Use:
    """A name as the template uses it: printed, looped over, or only asked about."""

    name: str
    how: str  # print, loop, ask
    place: str


def uses(docx: bytes) -> tuple[Use, ...]:
    """List every name a template asks for, each once for each way. It must have been judged good before."""
    language = LetterLanguage()
    found: dict[tuple[str, str], Use] = {}
    for source in Template(docx, language).sources():
        if "{" in source.text:
            for use in _of_source(language, source):
                found.setdefault((use.name, use.how), use)
    return tuple(found.values())


def _of_source(language: LetterLanguage, source: Source) -> Iterator[Use]:
    try:
        tree = language.parse(source.text)
    except TemplateError:
        return  # said by the check of its tags
    yield from _walk(tree, {}, source)


def _walk(node: nodes.Node, known: Mapping[str, str], source: Source) -> Iterator[Use]:
    name = _name(node, known)
    if name:
        yield Use(name, "ask", place_in(source, node.lineno))
        return
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        listed = _name(node.iter, known)
        if listed:
            yield Use(listed, "loop", place_in(source, node.lineno))
        else:
            yield from _walk(node.iter, known, source)
        inside = {**known, node.target.name: f"{listed}[]" if listed else "", _LOOP: ""}
        for child in (*node.body, *([node.test] if node.test else [])):
            yield from _walk(child, inside, source)
        for child in node.else_:
            yield from _walk(child, known, source)
        return
    for child in node.iter_child_nodes():
        printed = _name(child, known) if isinstance(node, nodes.Output) else ""
        if printed:
            yield Use(printed, "print", place_in(source, child.lineno))
        else:
            yield from _walk(child, known, source)


def _name(node: nodes.Node, known: Mapping[str, str]) -> str:
    """Spell the dotted name a node stands for; empty when it is something else, or part of a loop's own."""
    if isinstance(node, nodes.Name):
        return known.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        base = _name(node.node, known)
        return f"{base}.{node.attr}" if base else ""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        base = _name(node.node, known)
        part = "[]" if isinstance(node.arg.value, int) else f".{node.arg.value}"
        return base + part if base else ""
    if isinstance(node, nodes.Filter) and node.name in _ONE_OF and node.node is not None:
        base = _name(node.node, known)
        return f"{base}[]" if is_list(base) else ""  # of a text, they give a sign
    return ""
