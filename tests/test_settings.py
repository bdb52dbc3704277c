"""The person's choices survive a day, and never a broken file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk import settings
from casedesk.settings import Settings


def test_choices_are_found_again(tmp_path: Path) -> None:
    chosen = Settings(language="en", look="dark", folder=r'C:\Users\a "b"\casedesk')
    settings.save(chosen, tmp_path / "deep" / "settings.toml")
    assert settings.load(tmp_path / "deep" / "settings.toml") == chosen


@given(st.text())
def test_any_folder_name_is_found_again(tmp_path_factory: pytest.TempPathFactory, folder: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    clean = "".join(c for c in folder if not 0xD800 <= ord(c) <= 0xDFFF)
    settings.save(Settings(folder=clean), file)
    assert settings.load(file).folder == clean


@pytest.mark.parametrize("text", ["", "language = 3", "language = 'xx'\nlook = 'pink'", "[[[", "unknown = 'x'", "\x00"])
def test_a_file_that_says_nothing_sensible_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    assert settings.load(tmp_path / "settings.toml") == Settings()


@pytest.mark.parametrize("text", ["look = 'dark'", "language = 'xx'\nlook = 'dark'"])
def test_until_a_language_is_chosen_the_one_spoken_is_kept(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    assert settings.load(file, spoken="en").language == "en"
    file.write_text(text, encoding="utf-8")
    assert settings.load(file, spoken="en") == Settings("en", "dark", "")
    settings.save(Settings(language="fr"), file)
    assert settings.load(file, spoken="en").language == "fr"


def test_no_file_gives_french_and_the_look_of_the_computer(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "absent.toml") == Settings("fr", "system", "")
