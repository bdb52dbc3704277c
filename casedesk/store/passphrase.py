"""Passphrases: seven words drawn at random, and the refusal of what a thief would guess first."""

import re
import secrets
import unicodedata
from functools import cache
from pathlib import Path

from casedesk.errors import InvalidInput
from casedesk.store.kdf import normal
from casedesk.translate import _

WORDS = 7
MIN_LENGTH = 15
MAX_LENGTH = 1024  # nobody types more; a file pasted by mistake is not a passphrase
MIN_BITS = 45.0  # by our own prudent count, below

_WORD_BITS = 12.0  # 4096 words
_CHUNK_BITS = 6.0  # a well-known word, a run of the keyboard, a year
_LETTER_BITS, _FIGURE_BITS, _SIGN_BITS = 3.0, 3.3, 4.0  # a letter of a sentence says less than a letter drawn at random

_KNOWN = (
    *("casedesk", "association", "dossier", "victime", "plainte", "administrateur", "admin", "ordinateur", "secret"),
    *("motdepasse", "password", "passphrase", "passe", "bonjour", "soleil", "doudou", "chouchou"),
    *("france", "paris", "marseille", "lyon", "toulouse", "mali", "bamako"),
    *("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre"),
    *("decembre",),
)
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "azertyuiopqsdfghjklmwxcvbn", "qwertyuiopasdfghjklzxcvbnm", "01234567890")
_LOOKALIKES = str.maketrans("@$€0134578", "aseoieastb")
_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def words() -> tuple[str, ...]:
    """List the 4096 words: plain French, four to eight letters, no accent, the same on every keyboard."""
    return tuple((Path(__file__).parent / "words_fr.txt").read_text(encoding="ascii").split())


def propose() -> str:
    """Draw seven words: 84 bits, beyond what a stolen computer lets anybody guess."""
    return " ".join(secrets.choice(words()) for _draw in range(WORDS))


def check(text: str) -> None:
    """Refuse a passphrase that would be guessed.

    Raises:
        InvalidInput: too short, too long, or made of what everybody tries first.
    """
    length = len(normal(text))
    if length < MIN_LENGTH:
        raise InvalidInput(
            "passphrase",
            _(
                "A passphrase has at least {least} characters, and this one has {count}. "
                "Four or five words are easy to type."
            ).format(least=MIN_LENGTH, count=length),
        )
    if length > MAX_LENGTH:
        raise InvalidInput(
            "passphrase", _("A passphrase has at most {most} characters. Choose a shorter one.").format(most=MAX_LENGTH)
        )
    if bits(text) < MIN_BITS:
        raise InvalidInput(
            "passphrase",
            _(
                "This passphrase would be guessed quickly. "
                "Take words that have nothing to do with each other, or the proposed ones."
            ),
        )


def bits(text: str) -> float:
    """Count, prudently and without any dictionary but ours, how many yes-or-no questions a guesser must ask."""
    listed = set(words())
    total, seen = 0.0, set[str]()
    for chunk in re.split(r"[\s\-_.,;:/'’+]+", _plain(text)):
        if chunk in seen:  # said twice is said once
            continue
        seen.add(chunk)
        total += _WORD_BITS if chunk in listed and chunk not in _KNOWN else _chunk_bits(chunk)
    return total


def _plain(text: str) -> str:
    """Bring a passphrase to what a guesser tries: no capitals, no accents."""
    decomposed = unicodedata.normalize("NFKD", normal(text).casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _chunk_bits(chunk: str) -> float:
    """Weigh what is not one of our words: what everybody tries weighs little."""
    total = 0.0
    rest = chunk
    for known in _KNOWN:
        if known in rest.translate(_LOOKALIKES):
            rest = _cut(rest, known)
            total += _CHUNK_BITS
    rest, years = _YEAR.subn(" ", rest)
    total += _CHUNK_BITS * years
    rest, runs = _without_runs(rest)
    total += _CHUNK_BITS * runs
    rest = _without_repeats(rest)
    for sign in rest.replace(" ", ""):
        total += _LETTER_BITS if sign.isalpha() else _FIGURE_BITS if sign.isdigit() else _SIGN_BITS
    return total


def _cut(text: str, known: str) -> str:
    """Remove a known word, also when it is written with figures."""
    while (start := text.translate(_LOOKALIKES).find(known)) >= 0:
        text = f"{text[:start]} {text[start + len(known) :]}"
    return text


def _without_runs(text: str) -> tuple[str, int]:
    """Remove runs of four signs or more along the alphabet, the figures or the keyboard, either way."""
    count = 0
    for line in (*_RUNS, *(line[::-1] for line in _RUNS)):
        for size in range(len(line), 3, -1):
            for start in range(len(line) - size + 1):
                run = line[start : start + size]
                if run in text:
                    text, count = text.replace(run, " "), count + 1
    return text, count


def _without_repeats(text: str) -> str:
    """Keep one of what is said several times in a row: "aaaa", "lalala"."""
    return re.sub(r"(.+?)\1{1,}", r"\1", text)
