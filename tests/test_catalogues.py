"""The catalogues: complete, well set, one word for one concept."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog

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
        ("phrase secrète", r"\b(mots? de passe|passphrase)\b"),
        ("contenu", r"\bposts?\b"),
        ("pièce", r"\b(pièces? jointes?|preuves? n°)\b"),
        ("relance", r"\brappels?\b"),
        ("mis·e en cause", r"\b(coupables?|agresseurs?|bourreaux?)\b"),
    ],
)
def test_one_concept_has_one_french_word(concept: str, never: str) -> None:
    assert [text for _source, text in french() if re.search(never, text, re.IGNORECASE)] == [], concept
