"""Extract, compile and check the catalogues: `python i18n/catalogues.py extract|compile|check`.

Two domains. `casedesk`: the interface, English in the code and the forms, translated for each language. `law`: the
words of the packs, in the pack's own language; its translations are a courtesy. Letters are never translated.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree  # noqa: ICN001 - a name is better than two letters

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(__file__).resolve().parent
DOMAINS = {"casedesk": ("fr",), "law": ("en",)}
COURTESY = frozenset({"law"})  # what is not translated there is shown in the pack's own language
PACK_WORDS = {  # every path to words that a person reads on screen, by file or folder of files; `*` is any key
    "pack": ("doubts.*",),
    "calendar": ("holiday.name", "declared.name"),
    "deadlines": (
        *("rule.title", "rule.bound", "rule.lost", "rule.example.why"),
        *("rule.version.note", "rule.version.without_number"),
        *("rule.version.article.text", "rule.version.also.text"),
    ),
    "routes": ("route.title", "route.why", "route.effect", "route.cost", "route.risk", "route.delay"),
    "elements": ("element.ask", "element.says", "element.help"),
    "offences": (
        *("offence.title", "offence.element", "offence.gate_reason", "offence.penalty", "offence.note"),
        *("offence.aggravation.penalty", "offence.aggravation.says", "offence.aggravation.gate_reason"),
    ),
    "bodies": (*("body.for_whom", "body.hours", "body.does", "body.proves", "body.does_not_prove", "body.note"),),
    "letters": ("question.ask", "title", "use", "questions.ask", "clauses.title", "clauses.why"),
}
_REFUSALS = {"problem": 1, "PackProblem": 3}  # where the pure law says what it expected: which argument
_DATED = re.compile(r'"(POT-Creation|PO-Revision|Generated-By|Last-Trans|Report|Language-Team)')
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


class Found(NamedTuple):
    """A message as written in the source."""

    file: str
    line: int
    words: str | tuple[str, str]
    context: str | None


def _calls(path: Path) -> Iterator[Found]:
    """Find the messages of a Python file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        where = (str(path.relative_to(ROOT)), node.lineno)
        if name in {"_", "N_"} and len(texts) == 1:
            yield Found(*where, texts[0], None)
        elif name == "ngettext" and len(texts) == 2:
            yield Found(*where, (texts[0], texts[1]), None)
        elif name == "pgettext" and len(texts) == 2:
            yield Found(*where, texts[1], texts[0])
        elif name in _REFUSALS and len(node.args) > (place := _REFUSALS[name]):
            expected = node.args[place]
            if path.parent.name == "law" and isinstance(expected, ast.Constant):
                yield Found(*where, str(expected.value), None)


def _form(path: Path) -> Iterator[Found]:
    """Find the messages of a Designer form. A sentence is the same wherever it stands: no context."""
    tree = ElementTree.parse(path).getroot()  # noqa: S314 - our own form
    for text in tree.iter("string"):
        if text.text and text.text.strip() and text.get("notr") != "true":
            yield Found(str(path.relative_to(ROOT)), 1, text.text, None)


def _pack(path: Path, ways: tuple[str, ...]) -> Iterator[Found]:
    """Find the words of a file of a pack that a person reads on screen."""
    pack = tomllib.loads(path.read_text(encoding="utf-8"))
    for way in ways:
        for words in _along(pack, way.split(".")):
            yield Found(str(path.relative_to(ROOT)), 1, words, None)


def _along(node: object, way: list[str]) -> Iterator[str]:
    """Follow a path through tables and lists of tables, down to the words."""
    if isinstance(node, list):
        for entry in node:
            yield from _along(entry, way)
    elif isinstance(node, dict):
        for key in node if way[0] == "*" else node.keys() & {way[0]}:
            yield from _along(node[key], way[1:])
    elif isinstance(node, str) and node:
        yield node


def _sources(domain: str) -> Iterator[Found]:
    if domain == "law":
        folder = ROOT / "legal_templates"
        for kind, ways in PACK_WORDS.items():
            for path in sorted([*folder.glob(f"*/{kind}.toml"), *folder.glob(f"*/{kind}/*.toml")]):
                yield from _pack(path, ways)
        return
    for path in sorted((ROOT / "casedesk").rglob("*.py")):
        yield from _calls(path)
    for path in sorted((ROOT / "forms").glob("**/*.ui")):
        yield from _form(path)


def template(domain: str) -> Catalog:
    """Gather every message of the program."""
    catalogue = Catalog(project="casedesk", version="", charset="utf-8", fuzzy=False)
    for found in _sources(domain):
        catalogue.add(found.words, locations=[(found.file, 0)], context=found.context)
    return catalogue


def _file(domain: str, language: str, ending: str = "po") -> Path:
    return FOLDER / language / "LC_MESSAGES" / f"{domain}.{ending}"


def read(domain: str, language: str) -> Catalog:
    """Read a catalogue; an absent one is empty."""
    path = _file(domain, language)
    if not path.exists():
        return Catalog(locale=language, project="casedesk", version="", charset="utf-8", fuzzy=False)
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def save(domain: str, language: str, catalogue: Catalog) -> None:
    """Write a catalogue without dates or line numbers, so that a diff shows words only."""
    path = _file(domain, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalogue, sort_output=True, width=120, no_location=True, ignore_obsolete=True)
    text = path.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not _DATED.match(line)]
    path.write_text("\n".join(kept).strip() + "\n", encoding="utf-8")


def extract() -> None:
    """Bring every catalogue up to date with the sources, keeping its translations."""
    for domain, languages in DOMAINS.items():
        wanted = template(domain)
        for language in languages:
            catalogue = read(domain, language)
            catalogue.update(wanted, no_fuzzy_matching=True)
            save(domain, language, catalogue)


def compile_all() -> None:
    """Compile every catalogue."""
    for domain, languages in DOMAINS.items():
        for language in languages:
            with _file(domain, language, "mo").open("wb") as stream:
                write_mo(stream, read(domain, language))


def _texts(message: Message) -> tuple[str, ...]:
    string = message.string
    return tuple(string) if isinstance(string, list | tuple) else (str(string or ""),)


def compare(wanted: Catalog, translated: Catalog, place: str, *, courtesy: bool = False) -> list[str]:
    """List what is missing, unless translating is a courtesy; obsolete; or names other placeholders than its source."""
    want = {(m.context, m.id): m for m in wanted if m.id}
    have = {(m.context, m.id): m for m in translated if m.id}
    lacking = [k for k in want if k not in have or (not courtesy and not all(_texts(have[k])))]
    found = [f"{place}: not translated: {k[1]!r}" for k in lacking]
    found += [f"{place}: no longer used: {k[1]!r}" for k in have if k not in want]
    for key, message in have.items():
        ids = message.id if isinstance(message.id, list | tuple) else (message.id,)
        allowed = {name for text in ids for name in _PLACEHOLDER.findall(text)}
        if any(set(_PLACEHOLDER.findall(text)) - allowed for text in _texts(message)):
            found.append(f"{place}: other placeholders: {key[1]!r}")
    return found


def faults() -> list[str]:
    """List the faults of every catalogue."""
    return [
        fault
        for domain, languages in DOMAINS.items()
        for language in languages
        for fault in compare(
            template(domain), read(domain, language), f"{language}/{domain}", courtesy=domain in COURTESY
        )
    ]


def main(command: str) -> int:
    """Run one command; 1 when the check finds faults."""
    if command == "extract":
        extract()
    elif command == "compile":
        compile_all()
    else:
        problems = faults()
        print("\n".join(problems) or "catalogues: complete")
        return 1 if problems else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
