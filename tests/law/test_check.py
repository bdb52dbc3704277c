"""A pack that does not keep its promises is told where."""

from pathlib import Path

import pytest

from casedesk.law.check import faults
from casedesk.law.load import load_pack
from tests.law.small_pack import write


def found(folder: Path) -> list[tuple[str, str, str, str]]:
    pack = load_pack(folder)
    return [(one.file, one.rule, one.key, one.expected) for one in faults({pack.id: pack}, pack)]


def test_a_pack_whose_examples_come_out_has_no_fault(tmp_path: Path) -> None:
    assert found(write(tmp_path)) == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "key", "expected"),
    [
        ("due = 2026-11-21", "due = 2026-11-22", "limit", "example[1].due", "2026-11-22 is expected, not 2026-11-21"),
        ("prudent = 2026-11-19", "prudent = 2026-11-20", "limit", "example[1].prudent",
         "2026-11-20 is expected, not 2026-11-19"),
        ("not_applicable = true", "due = 2026-11-10", "limit", "example[2].due",
         "2026-11-10 is expected, not not applicable"),
        ("facts = { online = false }", 'facts = { online = true, residence = "abroad" }', "limit",
         "example[2].not_applicable", "not applicable is expected, not 2026-11-10"),
        ("facts = { online = false }", "", "limit", "example[2].not_applicable",
         "not applicable is expected, not online, residence"),
        ('unknown = "duration"', "due = 2026-11-21\n  prudent = 2026-11-20", "retention", "example[1].due",
         "2026-11-21 is expected, not duration"),
        ('unknown = "duration"', 'unknown = "day"', "retention", "example[1].unknown", "day is expected, not duration"),
    ],
)  # fmt: skip
def test_an_example_that_does_not_come_out_is_told(
    tmp_path: Path, *, old: str, new: str, rule: str, key: str, expected: str
) -> None:
    assert found(write(tmp_path, "deadlines.toml", old, new)) == [("zz/deadlines.toml", rule, key, expected)]


def test_a_letter_without_template_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "letters" / "notice.docx").unlink()
    assert found(folder) == [("zz/letters.toml", "notice", "template", "notice.docx is missing")]
