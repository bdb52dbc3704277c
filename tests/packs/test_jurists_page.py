"""The page that teaches how to write a rule teaches rules that work."""

import re
import shutil
from pathlib import Path

import pytest

from casedesk import paths
from casedesk.errors import PackProblem
from casedesk.law.check import faults
from casedesk.law.facts import FACTS, Happening
from casedesk.law.load import load_pack
from casedesk.law.pack import Clock

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "ecrire-une-regle.md").read_text(encoding="utf-8")
WHOLE_RULE = next(block for block in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL) if block.startswith("[[rule]]"))


def with_rule(folder: Path, rule: str) -> Path:
    pack = folder / "fr"
    shutil.copytree(paths.packs() / "fr", pack)
    (pack / "deadlines" / "exemple.toml").write_text(rule, encoding="utf-8")
    return pack


def test_its_rule_is_accepted_and_comes_out(tmp_path: Path) -> None:
    pack = load_pack(with_rule(tmp_path, WHOLE_RULE))
    assert [one.sentence for one in faults({"fr": pack}, pack) if one.rule == "exemple_opposition_10d"] == []


def test_its_rule_spoiled_is_refused_where_the_page_says(tmp_path: Path) -> None:
    with pytest.raises(PackProblem, match=r"trigger: one of offence, publication, .* is needed, not 'jugement'"):
        load_pack(with_rule(tmp_path, WHOLE_RULE.replace("default_judgment_served", "jugement")))


def test_it_names_every_kind_of_clock() -> None:
    table = PAGE[PAGE.index("## 3.") : PAGE.index("## 4.")]
    assert all(f"`{clock}`" in table for clock in Clock)


def test_it_uses_only_words_that_exist() -> None:
    events = re.findall(r'what = "(\w+)"', PAGE)
    assert events
    assert set(events) <= {what.value for what in Happening}
    assert set(re.findall(r"(?:facts|when) = \{ (\w+) =", PAGE)) <= set(FACTS)
