"""A pack that does not keep its promises is told where."""

from pathlib import Path

import pytest

from casedesk.law.check import answered, faults
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
        ("prudent = 2026-11-20", "prudent = 2026-11-19", "limit", "example[1].prudent",
         "2026-11-19 is expected, not 2026-11-20"),
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


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("14:25:00Z", "15:25:00Z", "2026-11-21 15:25:00+00:00 is expected, not 2026-11-21 14:25:00+00:00"),
        ('{ what = "inquiry_opened" }, ', "", "2026-11-21 14:25:00+00:00 is expected, not not applicable"),
    ],
)
def test_an_example_that_ends_at_another_moment_is_told(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert found(write(tmp_path, "deadlines.toml", old, new)) == [
        ("zz/deadlines.toml", "answer", "example[1].until", expected)
    ]


def test_a_line_of_a_dossier_that_nothing_answers_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path, "offences.toml", 'rows = ["dossier:insult"]', "")
    assert found(folder) == [("zz/pack.toml", "", "rows.dossier", "nothing answers the line 'insult'")]


def test_each_line_of_a_dossier_names_what_answers_it(tmp_path: Path) -> None:
    assert answered(load_pack(write(tmp_path))) == {
        "dossier": {"limit_3m": ("limit",), "opening_3m": ("opening",), "insult": ("insult",)}
    }


def test_a_letter_without_template_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "letters" / "notice.docx").unlink()
    assert found(folder) == [("zz/letters/notice.toml", "notice", "", "notice.docx is missing")]


def test_a_letter_that_reminds_through_an_unknown_one_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path, "letters/plainte.toml", 'reminder = "notice"', 'reminder = "rappel"')
    assert found(folder) == [("zz/letters/plainte.toml", "plainte", "reminder", "'rappel' is not a known letter")]


def test_a_rule_with_one_example_is_told(tmp_path: Path) -> None:
    last = "  [[rule.example]]\n  on = 2026-11-30\n  due = 2027-03-01\n"
    assert found(write(tmp_path, "deadlines.toml", last, "")) == [
        (
            "zz/deadlines.toml",
            "opening",
            "example",
            "two worked examples at least are needed, one of them an edge",
        )
    ]


@pytest.mark.parametrize("day", ["2019-12-31", "2020-01-01", "2029-12-31", "2030-01-01"])
def test_each_side_of_a_version_s_first_day_needs_its_example(tmp_path: Path, day: str) -> None:
    folder = write(tmp_path, "deadlines.toml", f"  on = {day}\n", "  on = 2026-08-22\n")
    number = 2 if day < "2021" else 3
    assert (
        "zz/deadlines.toml",
        "limit",
        f"version[{number}].applies_from",
        f"a worked example on {day} is needed",
    ) in found(folder)
