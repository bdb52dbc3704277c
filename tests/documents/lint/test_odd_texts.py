"""Texts nobody writes: they must be read to the end, and quickly enough to be read at all."""

import pytest

from casedesk.documents.linter import Gravity
from tests.documents.lint.pages import found, notice

_ODD = (
    "1",
    "a",
    "0612345678",
    " ",
    "(",
    "_",
    "et ",
    "-1",
    "a1-",
    " .",
    "a@",
    "n'",
    "article ",
    "«",
    "[",
    "{%",
    "e\u0301",
)


@pytest.mark.parametrize("atom", _ODD)
def test_a_long_run_of_one_sign_is_read(atom: str) -> None:
    findings = found(f"Début. {atom * 5_000}", data=notice(), others=("Awa Traoré",), typed=True)
    assert all(one.gravity in Gravity for one in findings)
