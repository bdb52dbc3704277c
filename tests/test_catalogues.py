"""The catalogues: complete, well set, one word for one concept."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

from casedesk.law.load import load_packs
from casedesk.law.pack import Pack

ROOT = Path(__file__).resolve().parent.parent


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "i18n" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogues = _load()


def french() -> list[tuple[str, str]]:
    """Every French text of the interface, with its source."""
    return [
        (str(message.id), text)
        for message in catalogues.read("casedesk", "fr")
        if message.id
        for text in (message.string if isinstance(message.string, list | tuple) else (message.string,))
    ]


def test_every_sentence_of_the_program_is_translated_and_no_other() -> None:
    assert catalogues.faults() == []


def test_what_is_missing_obsolete_or_altered_is_named() -> None:
    wanted, translated = Catalog(locale="fr"), Catalog(locale="fr")
    wanted.add("Nobody translated this.")
    wanted.add("In {days} days")
    translated.add("In {days} days", "Dans {jours} jours")
    translated.add("Nobody says this any more.", "Plus personne ne dit cela.")
    faults = catalogues.compare(wanted, translated, "fr")
    assert [fault.split(": ")[1] for fault in faults] == ["not translated", "no longer used", "other placeholders"]


@pytest.mark.parametrize(
    ("fault", "pattern"),
    [
        ("a straight apostrophe", r"\w'\w"),
        ("a plain space before a high sign", r" [;:?!»]"),
        ("no space before a high sign", r"[^\s\u00a0\u202f…:{}/.\"][;?!»]"),
        ("a plain space inside guillemets", r"« "),
        ("three dots instead of an ellipsis", r"\.\.\."),
        ("an exclamation mark", r"!"),
        ("straight quotes", r'"'),
    ],
)
def test_the_french_is_well_set(fault: str, pattern: str) -> None:
    assert [text for _source, text in french() if re.search(pattern, text)] == [], fault


@pytest.mark.parametrize(
    ("concept", "never"),
    [
        (
            "personne accompagnée",
            r"\b(victimes?|usagère?s?|bénéficiaires?|survivantes?|clientes?)\b(?! de cyberviolences)",
        ),
        ("dossier", r"\b(affaires?|cas)\b(?! où| échéant)"),
        ("diffusion non consentie de contenus intimes", r"revenge|porno? divulg"),
        ("phrase secrète", r"\b(mots? de passe|phrases? de passe|passphrase)\b"),
        ("emplacement", r"\brépertoires?\b|dossiers? du disque"),
        ("recueil de droit", r"\bdossiers? de droit\b"),
        ("jour ouvrable", r"\bjours? ouvrés?\b"),
        ("contenu", r"\bposts?\b"),
        ("pièce", r"\b(pièces? jointes?|preuves? n°)\b"),
        ("relance", r"\brappels?\b"),
        ("mis·e en cause", r"\b(coupables?|agresseurs?|bourreaux?)\b"),
    ],
)
def test_one_concept_has_one_french_word(concept: str, never: str) -> None:
    assert [text for _source, text in french() if re.search(never, text, re.IGNORECASE)] == [], concept


def shown(pack: Pack) -> Iterator[str]:
    """Every word of a pack that a screen asks to translate."""
    yield from pack.doubts.values()
    yield from (feast.name for feast in pack.holidays)
    yield from (day.name for day in pack.declared_days)
    for rule in pack.rules.values():
        yield from (rule.title, rule.bound, rule.lost)
        yield from (example.why for example in rule.examples)
        for version in rule.versions:
            yield from (version.note, version.without_number)
            yield from (version.article.text, *(citation.text for citation in version.also))
    for route in pack.routes.values():
        yield from (route.title, route.why, route.effect, route.cost, route.risk, route.delay)
    for element in pack.elements.values():
        yield from (element.ask, element.says, element.help)
    for offence in pack.offences.values():
        yield from (offence.title, offence.element, offence.penalty, offence.gate_reason, offence.note)
        for tier in offence.aggravations:
            yield from (tier.penalty, tier.says, tier.gate_reason)
    for body in pack.bodies.values():
        yield from (body.for_whom, body.hours, body.does, body.proves, body.does_not_prove, body.note)
    for letter in pack.letters.values():
        yield from (letter.title, letter.use, *(question.ask for question in letter.questions))
        for clause in letter.clauses:
            yield from (clause.title, clause.why)


def test_every_word_of_the_law_that_a_screen_shows_can_be_translated() -> None:
    wanted = {str(message.id) for message in catalogues.template("law") if message.id}
    assert {words for pack in load_packs(ROOT / "legal_templates").values() for words in shown(pack) if words} == wanted


def figures(text: str) -> list[str]:
    """The numbers of a text in order of size, whatever its language writes between thousands."""
    return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[\s,](?=\d{3}\b)", "", text)))


def test_a_translation_of_the_law_changes_no_number() -> None:
    english = [(str(m.id), str(m.string)) for m in catalogues.read("law", "en") if m.id and m.string]
    assert english
    assert [source for source, text in english if figures(source) != figures(text)] == []
