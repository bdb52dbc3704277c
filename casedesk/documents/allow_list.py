"""What a letter's template may say: plain filling-in, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from jinja2 import nodes

from casedesk.translate import _

FILTERS_ALLOWED: Final = ("capitalize", "first", "join", "last", "length", "lower", "trim", "upper")
TESTS_ALLOWED: Final = ("defined", "even", "none", "odd", "undefined")
NODES_ALLOWED: Final = frozenset(
    {"Template", "Output", "TemplateData", "Name", "Getattr", "Getitem", "Filter", "For", "If"}
    | {"Compare", "Operand", "And", "Or", "Not", "Test", "Const"}
)
RESERVED: Final = frozenset({"self", "super", "caller", "varargs", "kwargs", "context", "environment"})
NESTING_ALLOWED: Final = 40
LOOPS_ALLOWED: Final = 3  # one inside the other


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a template says that it may not, and what to write instead. `line` counts from 1; 0 = not known."""

    line: int
    what: str
    cure: str


def refusals(tree: nodes.Template) -> tuple[Refusal, ...]:
    """List everything the allow-list refuses in a parsed template."""
    return tuple(_walk(tree, 0, 0))


def says_raw(tokens: Iterable[tuple[int, str, str]]) -> Iterator[Refusal]:
    """List the places that would print a tag instead of filling it in; the tree no longer tells them."""
    for line, kind, _text in tokens:
        if kind == "raw_begin":
            yield Refusal(
                line,
                _("A template may not use “{construct}”.").format(construct="{% raw %}"),
                _("Write the text without braces."),
            )


def _walk(node: nodes.Node, depth: int, loops: int) -> Iterator[Refusal]:
    kind = type(node).__name__
    if kind not in NODES_ALLOWED:
        yield Refusal(
            node.lineno or 0,
            _("A template may not use “{construct}”.").format(construct=_CONSTRUCTS.get(kind, kind)),
            _("Keep to {tags}; have the value prepared by the program.").format(tags="{{ name }}, {% for %}, {% if %}"),
        )
        return  # one refusal says enough about everything inside
    loops += isinstance(node, nodes.For)
    if depth > NESTING_ALLOWED or loops > LOOPS_ALLOWED:
        yield Refusal(node.lineno, _("The tags of the template are nested too deeply."), _("Write it more simply."))
        return
    reason = _named_badly(node)
    if reason:
        yield Refusal(node.lineno, *reason)
    for child in node.iter_child_nodes():
        yield from _walk(child, depth + 1, loops)


_CONSTRUCTS: Final[Mapping[str, str]] = {
    "Call": "…(…)",
    "Concat": "~",
    "Add": "+",
    "Sub": "-",
    "Mul": "*",
    "Div": "/",
    "Mod": "%",
    "Pow": "**",
    "FloorDiv": "//",
    "Include": "{% include %}",
    "Import": "{% import %}",
    "FromImport": "{% from %}",
    "Extends": "{% extends %}",
    "Macro": "{% macro %}",
    "CallBlock": "{% call %}",
    "FilterBlock": "{% filter %}",
    "Block": "{% block %}",
    "With": "{% with %}",
    "Assign": "{% set %}",
    "AssignBlock": "{% set %}",
    "Scope": "{% autoescape %}",
    "CondExpr": "… if … else …",
    "List": "[…]",
    "Tuple": "(…, …)",
    "Dict": "{…}",
    "Slice": "[…:…]",
}


def _named_badly(node: nodes.Node) -> tuple[str, str] | None:
    """Say what is wrong with the names a node of an allowed kind uses, and the cure."""
    if isinstance(node, nodes.Name | nodes.Getattr):
        name = node.name if isinstance(node, nodes.Name) else node.attr
        if name.startswith("_") or name in RESERVED:
            return _("The name “{name}” is reserved.").format(name=name), _("Use a name the letter is told.")
    elif isinstance(node, nodes.Getitem):
        key = node.arg
        if not isinstance(key, nodes.Const) or not isinstance(key.value, str | int) or str(key.value).startswith("_"):
            return (
                _("Only a fixed place in a list may be read between square brackets."),
                _("Write a number, as in names[0], or a dot and a name."),
            )
    elif isinstance(node, nodes.Filter):
        plain_words = all(isinstance(word, nodes.Const) for word in node.args)
        if node.name not in FILTERS_ALLOWED or not plain_words or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return (
                _("The filter “{name}” may not be used here.").format(name=node.name),
                _("Filters that may be used: {names}.").format(names=", ".join(FILTERS_ALLOWED)),
            )
    elif isinstance(node, nodes.Test):
        if node.name not in TESTS_ALLOWED or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return (
                _("The test “{name}” may not be used here.").format(name=node.name),
                _("Tests that may be used: {names}.").format(names=", ".join(TESTS_ALLOWED)),
            )
    elif isinstance(node, nodes.For) and (node.recursive or not isinstance(node.target, nodes.Name)):
        return _("A loop takes one name and does not call itself."), _("Write {tags}.").format(
            tags="{% for item in list %}"
        )
    return None
