"""Where letters are filled in: nothing but plain values can be reached, called or computed.

Two fences, each enough alone. The allow-list reads the parsed template and refuses what is not plain filling-in. The
sandbox compiles without globals, looks only into plain dicts and lists, calls nothing, computes nothing, and stops at a
fixed number of turns and of characters.
"""

import re
from collections.abc import Iterator, Mapping, MutableMapping
from functools import cache
from typing import Any, Final

from jinja2 import StrictUndefined, Template, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.filters import FILTERS
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment
from jinja2.tests import TESTS

from casedesk.documents.allow_list import FILTERS_ALLOWED, TESTS_ALLOWED, Refusal, refusals, says_raw
from casedesk.documents.plain import plain
from casedesk.documents.tint import DATA, HOLE, between
from casedesk.translate import _

LOOP_ATTRIBUTES: Final = frozenset({"first", "last", "index", "index0", "length", "revindex", "revindex0"})
TURNS_ALLOWED: Final = 50_000
CHARACTERS_ALLOWED: Final = 10_000_000
_UNKNOWN: Final = "[\N{NO-BREAK SPACE}…\N{NO-BREAK SPACE}]"


class TooMuch(SecurityError):
    """The template turns or writes more than any letter needs."""


class _Budget:
    """How many turns of loops are left in one rendering."""

    __slots__ = ("turns",)

    def __init__(self) -> None:
        self.turns = TURNS_ALLOWED

    def spend(self) -> None:
        self.turns -= 1
        if self.turns < 0:
            raise TooMuch(_("The template repeats itself endlessly."))


class _Counted(list[Any]):
    """A list whose every turn is paid from the budget."""

    def __init__(self, values: Iterator[Any], budget: _Budget) -> None:
        super().__init__(values)
        self._budget = budget

    def __iter__(self) -> Iterator[Any]:
        for value in super().__iter__():
            self._budget.spend()
            yield value


def harmless(context: Mapping[str, Any]) -> dict[str, Any]:
    """Copy a context into fresh plain dicts, lists and normalised texts; anything else is a bug and a TypeError."""
    copied = _harmless(context, _Budget())
    assert isinstance(copied, dict)  # noqa: S101 - a mapping gives a dict
    return copied


def _harmless(value: Any, budget: _Budget) -> Any:
    if isinstance(value, str):
        return plain(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return {str(key): _harmless(inner, budget) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return _Counted((_harmless(inner, budget) for inner in value), budget)
    raise TypeError(f"a letter is told plain values only, not {type(value).__name__}")


class _NoComputing(CodeGenerator):
    """Compiles neither what could double a text again and again, nor what could let it out unescaped."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: ARG002 - upstream's
        raise _refused("~")

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: ARG002 - upstream's
        raise _refused("{% set %}")

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:  # noqa: ARG002 - upstream's
        raise _refused("{% set %}")

    def visit_EvalContextModifier(self, node: nodes.EvalContextModifier, frame: Frame) -> None:  # noqa: ARG002 - upstream's
        raise _refused("{% autoescape %}")


def _refused(construct: str) -> SecurityError:
    return SecurityError(_("A template may not use “{construct}”.").format(construct=construct))


def _printable(value: Any) -> Any:
    """Let only texts and whole numbers reach the page: a letter that prints `None` or a list is a faulty letter."""
    if isinstance(value, Undefined):
        return str(value)  # raises, naming what is missing
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TemplateRuntimeError(_("The template prints something that is neither a text nor a number."))
    return value


def _tintable(value: Any) -> Any:
    """Mark what is printed, so that the eye finds it on a page that is only looked at."""
    shown = _printable(value)
    text = shown if isinstance(shown, str) else str(shown)
    return between(HOLE if isinstance(value, Undefined) or text == _UNKNOWN else DATA, text)


class Hole(Undefined):
    """Something not known yet, seen as such on a page that is only looked at."""

    def __str__(self) -> str:
        return _UNKNOWN


class Sandbox(SandboxedEnvironment):
    """The second fence, alone: nothing but plain values can be reached, called or computed."""

    intercepted_binops = frozenset(SandboxedEnvironment.default_binop_table)
    intercepted_unops = frozenset(SandboxedEnvironment.default_unop_table)
    code_generator_class = _NoComputing

    def __init__(self, unknown: type[Undefined] = StrictUndefined) -> None:
        super().__init__(autoescape=True, undefined=unknown, finalize=_printable, cache_size=0)
        self.globals.clear()
        self.filters = {name: FILTERS[name] for name in FILTERS_ALLOWED}
        self.tests = {name: TESTS[name] for name in TESTS_ALLOWED}

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 - upstream's
        """Compute nothing."""
        raise _refused(operator)

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:  # noqa: ARG002 - upstream's
        """Compute nothing."""
        raise _refused(operator)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ARG002 - upstream's
        """Call nothing."""
        return False

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up a name in a plain dict, or one of the few things a loop knows of itself."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Look up a name in a plain dict, or a place in a plain list."""
        if isinstance(argument, str) and argument.startswith("_"):
            raise SecurityError(_("The name “{name}” is reserved.").format(name=argument))
        if isinstance(obj, LoopContext) and argument in LOOP_ATTRIBUTES:
            return getattr(obj, argument)
        if type(obj) is dict and argument in obj:
            return obj[argument]
        if type(obj) is _Counted and type(argument) is int and -len(obj) <= argument < len(obj):
            return list.__getitem__(obj, argument)
        if type(obj) in {dict, _Counted} or isinstance(obj, Undefined):
            return self.undefined(obj=obj, name=argument)
        raise SecurityError(_("The template looks into a value that has no parts."))

    def write(self, source: str, context: Mapping[str, Any]) -> str:
        """Fill one source with a `harmless` context; at most `CHARACTERS_ALLOWED` characters come out.

        Raises:
            jinja2.TemplateError: it asks for something unknown, refused or endless.
        """
        written: list[str] = []
        room = CHARACTERS_ALLOWED
        try:
            for piece in self.from_string(source).generate(context):
                written.append(piece)
                room -= len(piece)
                if room < 0:
                    raise TooMuch(_("The template repeats itself endlessly."))
        except (RecursionError, SyntaxError) as error:  # Python gives up on what is nested too deeply
            raise TooMuch(_("The tags of the template are nested too deeply.")) from error
        except (TypeError, ValueError) as error:  # a loop over a number, a filter on the wrong kind of value
            raise TemplateRuntimeError(_("A tag of the template does not fit what it is told.")) from error
        return "".join(written)


class LetterLanguage(Sandbox):
    """Both fences. Every source that is rendered passes the allow-list first; a source is compiled once."""

    def __init__(self, remembered: int = 64, unknown: type[Undefined] = StrictUndefined, *, tint: bool = False) -> None:
        super().__init__(unknown)
        if tint:
            self.finalize = _tintable
        self._compiled: dict[str, Template] = {}
        self._remembered = remembered

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - upstream's name
        template_class: type[Template] | None = None,
    ) -> Template:
        """Compile a source the allow-list lets through, once.

        Raises:
            SecurityError: the allow-list refuses it; the sentence says what and how to cure it.
            jinja2.TemplateSyntaxError: it cannot be read.
        """
        if not isinstance(source, str):
            raise SecurityError(_("A template is a text."))
        known = self._compiled.get(source)
        if known is None:
            for refusal in self.refused(source):
                raise SecurityError(f"{refusal.what} {refusal.cure}")
            known = super().from_string(source, globals, template_class)
            if len(self._compiled) >= self._remembered:
                self._compiled.clear()
            self._compiled[source] = known
        return known

    def refused(self, source: str) -> tuple[Refusal, ...]:
        """List everything the allow-list refuses in a source.

        Raises:
            jinja2.TemplateSyntaxError: it cannot be read.
        """
        return (*says_raw(self.lex(source)), *refusals(self.parse(source)))


def name_missing(error: Exception) -> str:
    """Read from an undefined-variable error which name was missing; empty when it does not say."""
    quoted = re.findall(r"'([^']*)'", str(error))
    return quoted[-1] if quoted else ""


@cache
def letter_language() -> LetterLanguage:
    """Give the one environment all letters share, so that a template is compiled once."""
    return LetterLanguage()


@cache
def preview_language() -> LetterLanguage:
    """Give the environment of pages that are only looked at: what is not known yet is a hole, not a refusal.

    What it prints stands between the signs of `tint`.
    """
    return LetterLanguage(unknown=Hole, tint=True)
