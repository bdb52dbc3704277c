"""`casedesk law`: a period counted, a rule asked, the rules listed, the packs checked."""

import argparse
import io
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from casedesk.cli import law
from casedesk.cli.law_told import told_rule
from casedesk.errors import InvalidInput, NotFound, PackProblem
from casedesk.law.facts import Happening
from casedesk.law.load import load_pack
from tests.law.small_pack import write


class Terminal:
    """Types commands and reads what is printed."""

    def __init__(self, screen: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._screen = screen
        self._patch = patch

    def run(self, *typed: str) -> tuple[int, str]:
        parser = argparse.ArgumentParser()
        law.register(parser.add_subparsers())
        options = parser.parse_args(["law", *typed])
        code = options.run(options)
        return code, self._screen.readouterr().out

    def json(self, *typed: str) -> Any:
        code, printed = self.run(*typed, "--json")
        assert code == 0
        return json.loads(printed)

    def lines(self, *lines: str | bytes | Mapping[str, object]) -> tuple[int, list[dict[str, Any]]]:
        raw = (json.dumps(line) if isinstance(line, Mapping) else line for line in lines)
        fed = b"\n".join(line.encode() if isinstance(line, str) else line for line in raw)
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(fed)))
        code, printed = self.run("count", "--stdin")
        return code, [json.loads(line) for line in printed.splitlines()]


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(capsys, monkeypatch)


def count(regime: str, start: str, period: str, *more: str) -> tuple[str, ...]:
    return ("count", "--regime", regime, "--from", start, "--for", period, *more)


class TestCount:
    def test_answers_with_the_days_and_the_steps(self, terminal: Terminal) -> None:
        told = terminal.json(*count("cpp_801", "2023-04-20", "P10D"))
        assert list(told) == ["last_day", "prudent_day", "rolled", "estimated", "steps"]
        assert (told["last_day"], told["prudent_day"]) == ("2023-05-02", "2023-04-28")
        assert (told["rolled"], told["estimated"]) == (True, False)
        assert told["steps"][0] == {
            "step": "start",
            "day": "2023-04-20",
            "text": "The count starts from Thursday 20 April 2023.",
        }
        assert told["steps"][-2]["day"] == "2023-05-02"

    def test_of_a_gate_says_when_it_opens(self, terminal: Terminal) -> None:
        told = terminal.json(*count("gate", "2026-08-21", "P3M"))
        assert (told["last_day"], told["opens_on"], told["prudent_day"]) == (None, "2026-11-22", "2026-11-24")

    def test_of_hours_says_the_moment(self, terminal: Terminal) -> None:
        told = terminal.json(*count("hours", "2026-11-20T14:25", "PT72H"))
        assert (told["last_instant"], told["last_day"]) == ("2026-11-23T14:25:00+00:00", "2026-11-23")
        told = terminal.json(*count("hours", "2026-11-20T14:25+01:00", "PT72H"))
        assert told["last_instant"] == "2026-11-23T14:25:00+01:00"

    def test_counts_on_the_calendar_of_the_place(self, terminal: Terminal) -> None:
        assert terminal.json(*count("cpp_801", "2028-12-16", "P10D"))["last_day"] == "2028-12-26"
        assert terminal.json(*count("cpp_801", "2028-12-16", "P10D", "--place", "fr-67"))["last_day"] == "2028-12-27"

    def test_of_mali_counts_in_mali_unless_told_otherwise(self, terminal: Terminal) -> None:
        assert terminal.json(*count("ml_cpp_1366", "2027-01-11", "P3D"))["last_day"] == "2027-01-15"
        assert terminal.json(*count("ml_cpp_1366", "2027-01-11", "P3D", "--place", "fr"))["last_day"] == "2027-01-14"

    def test_leaning_on_a_feast_of_the_moon_is_estimated_until_the_local_table_settles_it(
        self, terminal: Terminal, tmp_path: Path
    ) -> None:
        asked = count("ml_cpp_1366", "2026-05-24", "P3D")
        told = terminal.json(*asked)
        assert (told["last_day"], told["estimated"]) == ("2026-05-28", True)
        table = tmp_path / "jours.toml"
        table.write_text(
            '[[declared]]\nday = 2026-05-28\nname = "Tabaski"\nconfirms = "eid_al_adha"\n', encoding="utf-8"
        )
        told = terminal.json(*asked, "--local-days", str(table))
        assert (told["last_day"], told["estimated"]) == ("2026-05-27", False)

    @pytest.mark.parametrize(
        ("asked", "first"),
        [
            (count("limitation", "2026-08-21", "P3M"), "Last day: Saturday 21 November 2026"),
            (
                count("ml_cpp_1366", "2026-08-21", "P3M"),
                "Probable last day, to be confirmed: Monday 23 November 2026",
            ),
            (count("gate", "2026-08-21", "P3M"), "Possible from Sunday 22 November 2026"),
            (count("hours", "2026-11-20T14:25", "PT24H"), "Ends on 21 November 2026, 14:25 (UTC)"),
        ],
    )
    def test_is_told_in_sentences_to_a_person(self, terminal: Terminal, asked: tuple[str, ...], first: str) -> None:
        code, printed = terminal.run(*asked)
        lines = printed.splitlines()
        assert (code, lines[0]) == (0, first)
        assert lines[1].startswith("Prudent date: ")
        assert lines[3].startswith("  1. The count starts from ")

    @pytest.mark.parametrize(
        ("asked", "field"),
        [
            (("count",), "regime"),
            (count("limitation", "21/11/2026", "P3M"), "from"),
            (count("limitation", "2026-02-30", "P3M"), "from"),
            (count("limitation", "2026-11-21", "3 months"), "for"),
            (count("limitation", "2026-11-21", "PT3H"), "for"),
            (count("hours", "2026-11-21", "P3D"), "for"),
            (count("limitation", "9999-12-21", "P3M"), "for"),
            (count("limitation", "2026-11-21", "P3M", "--place", "mars"), "place"),
        ],
    )
    def test_refuses_what_it_cannot_count(self, terminal: Terminal, asked: tuple[str, ...], field: str) -> None:
        with pytest.raises(InvalidInput) as refusal:
            terminal.run(*asked)
        assert refusal.value.field == field
        assert refusal.value.sentence

    def test_refuses_a_local_table_it_does_not_understand(self, terminal: Terminal, tmp_path: Path) -> None:
        table = tmp_path / "jours.toml"
        table.write_text("[[declared]]\nday = 2026-05-28\n", encoding="utf-8")
        with pytest.raises(PackProblem, match="name"):
            terminal.run(*count("limitation", "2026-08-21", "P3M", "--local-days", str(table)))


class TestLines:
    asked = {"regime": "limitation", "from": "2026-08-21", "for": "P3M", "place": "fr"}  # noqa: RUF012 - never changed

    def test_are_each_answered_as_the_one_count_is(self, terminal: Terminal) -> None:
        code, answers = terminal.lines(self.asked, self.asked | {"regime": "gate"}, self.asked | {"place": None})
        assert code == 0
        assert answers[0] == terminal.json(*count("limitation", "2026-08-21", "P3M"))
        assert answers[1] == terminal.json(*count("gate", "2026-08-21", "P3M"))
        assert answers[2] == answers[0]

    @pytest.mark.parametrize(
        ("wrong", "error"),
        [
            ("not json", "not JSON"),
            ("", "not JSON"),
            (b"\xff\xfe", "not JSON"),
            ("[" * 100_000, "not JSON"),
            ("[]", "JSON object"),
            ({"from": "2026-08-21", "for": "P3M"}, "'regime'"),
            ({"regime": "moon", "from": "2026-08-21", "for": "P3M"}, "cpp_801"),
            ({"regime": "limitation", "from": 20260821, "for": "P3M"}, "'from'"),
            ({"regime": "limitation", "from": "yesterday", "for": "P3M"}, "2026-11-21"),
            ({"regime": "limitation", "from": "2026-08-21", "for": "P3M", "place": "mars"}, "fr-67"),
            ({"regime": "limitation", "from": "2026-08-21", "for": "P3M", "palce": "fr"}, "'palce'"),
            ({"regime": "limitation", "from": "9999-12-21", "for": "P3M"}, "calendar"),
        ],
    )
    def test_that_cannot_be_answered_say_why_and_do_not_stop_the_others(
        self, terminal: Terminal, wrong: str | bytes | Mapping[str, object], error: str
    ) -> None:
        code, answers = terminal.lines(self.asked, wrong, self.asked)
        assert code == 1
        assert list(answers[1]) == ["error"]
        assert error in answers[1]["error"]
        assert answers[0]["last_day"] == answers[2]["last_day"] == "2026-11-21"

    def test_carry_their_name_back(self, terminal: Terminal) -> None:
        _code, answers = terminal.lines(self.asked | {"id": 7}, {"id": "x"})
        assert answers[0]["id"] == 7
        assert (answers[1]["id"], "error" in answers[1]) == ("x", True)


def due(rule: str, *more: str, jurisdiction: str = "fr") -> tuple[str, ...]:
    return ("due", "--jurisdiction", jurisdiction, "--rule", rule, *more)


class TestDue:
    def test_answers_with_the_date_its_law_and_its_trace(self, terminal: Terminal) -> None:
        told = terminal.json(
            *due("press_limitation_3m", "--on", "2026-08-21", "--event", "complaint_police=2026-09-02")
        )
        assert (told["answer"], told["clock"]) == ("due", "limitation")
        assert (told["last_day"], told["prudent_day"], told["until"]) == ("2026-11-21", "2026-11-20", "2026-11-21")
        assert told["article"]["mark"] == told["version"]["article"]["mark"] == "VERIFIED"
        assert "1881" in told["article"]["text"]
        assert told["ignored"] == [{"what": "complaint_police", "earliest": "2026-09-02", "latest": "2026-09-02"}]
        assert told["trace"][0]["text"] == "Facts: Friday 21 August 2026."
        assert told["checked_on"]
        assert set(told["doubts"])

    def test_counts_again_from_an_act_that_restarts(self, terminal: Terminal) -> None:
        told = terminal.json(
            *due("press_limitation_3m", "--on", "2026-08-21", "--event", "direct_citation=2026-11-05"),
            "--today",
            "2026-11-21",
        )
        assert (told["last_day"], told["started_on"]) == ("2027-02-05", "2026-11-05")
        assert [act["what"] for act in told["restarted"]] == ["direct_citation"]

    def test_stands_on_the_day_of_the_clock_of_the_machine_when_none_is_given(self, terminal: Terminal) -> None:
        asked = due("press_limitation_3m", "--on", "2001-08-21", "--event", "direct_citation=2001-11-05")
        assert terminal.json(*asked)["last_day"] == "2002-02-05"
        assert terminal.json(*asked, "--today", "2001-10-01")["last_day"] == "2001-11-21"

    def test_gives_both_ends_of_an_uncertain_day(self, terminal: Terminal) -> None:
        told = terminal.json(*due("press_limitation_3m", "--on", "2026-08-10/2026-08-20"))
        assert (told["last_day"], told["until"]) == ("2026-11-10", "2026-11-20")

    def test_of_a_gate_says_when_it_opens(self, terminal: Terminal) -> None:
        told = terminal.json(*due("civil_party_gate", "--on", "2026-08-21"))
        assert (told["opens_on"], told["prudent_day"], told["last_day"]) == ("2026-11-22", "2026-11-24", None)

    @pytest.mark.parametrize("moment", ["2026-11-20T14:25", "2026-11-20T15:25+01:00"])
    def test_of_hours_runs_from_the_moment(self, terminal: Terminal, moment: str) -> None:
        told = terminal.json(*due("dsa_notice_target", "--on", moment))
        assert told["last_instant"] == "2026-11-21T14:25:00+00:00"

    def test_asks_for_the_facts_it_needs(self, terminal: Terminal) -> None:
        told = terminal.json(*due("delit_minor_limitation", "--on", "2026-11-10"))
        assert told["answer"] == "unknown"
        assert [(one["lack"], one["name"]) for one in told["missing"]] == [
            ("fact", "victim_minor_at_facts"),
            ("fact", "victim_birth_date"),
        ]
        assert all(one["question"].endswith("?") for one in told["missing"])

    def test_is_given_facts(self, terminal: Terminal) -> None:
        asked = due("delit_minor_limitation", "--on", "2026-11-10")
        assert terminal.json(*asked, "--fact", "victim_birth_date=2010-05-14")["last_day"] == "2038-05-14"
        told = terminal.json(*asked, "--fact", "victim_minor_at_facts=non")
        assert (told["answer"], told["why"], told["fact"]) == ("not_applicable", "condition", "victim_minor_at_facts")

    def test_says_when_the_law_has_no_number(self, terminal: Terminal) -> None:
        told = terminal.json(*due("operator_retention", "--on", "2026-11-10", jurisdiction="ml"))
        assert (told["answer"], told["urgent"], told["missing"][0]["lack"]) == ("unknown", True, "duration")

    def test_without_a_day_asks_for_it(self, terminal: Terminal) -> None:
        assert terminal.json(*due("press_limitation_3m"))["missing"][0]["lack"] == "day"

    def test_says_that_a_day_leads_out_of_the_calendar(self, terminal: Terminal) -> None:
        with pytest.raises(InvalidInput, match="leads out of the calendar"):
            terminal.run(*due("gdpr_reply_1m", "--on", "9999-12-31"))

    def test_counts_on_the_calendar_of_the_place(self, terminal: Terminal) -> None:
        told = terminal.json(*due("appeal_10d", "--on", "2025-12-16", "--place", "fr-67"))
        assert (told["last_day"], told["prudent_day"]) == ("2025-12-29", "2025-12-24")

    @pytest.mark.parametrize(
        ("asked", "parts"),
        [
            (due("press_limitation_3m", "--on", "2026-08-21"), ["Last legal day: Saturday", "  1. Facts", "1881"]),
            (due("press_limitation_3m"), ["On what day did the facts happen?", "To be settled by a jurist"]),
            (
                due("delit_minor_limitation", "--on", "2026-11-10", "--fact", "victim_minor_at_facts=no"),
                ["It does not apply here"],
            ),
        ],
    )
    def test_is_told_in_sentences_to_a_person(
        self, terminal: Terminal, asked: tuple[str, ...], parts: list[str]
    ) -> None:
        code, printed = terminal.run(*asked)
        assert code == 0
        assert all(part in printed for part in parts)

    @pytest.mark.parametrize(
        ("asked", "field", "word"),
        [
            (due("press_limitation_3m", jurisdiction="be"), "jurisdiction", "fr, ml"),
            (due("press_limitation_9m"), "rule", "press_limitation_3m"),
            (due("appeal_10d", "--on", "tomorrow"), "on", "2026-11-21"),
            (due("appeal_10d", "--on", "2026-11-12/2026-11-10"), "on", "earlier first"),
            (due("appeal_10d", "--on", "2026-11-10T10:00/2026-11-12"), "on", "Two days"),
            (due("appeal_10d", "--on", "2026-11-10/"), "on", "2026-11-21"),
            (due("appeal_10d", "--on", "2026-11-10", "--today", "now"), "today", "2026-11-21"),
            (due("appeal_10d", "--on", "2026-11-10", "--fact", "height=180"), "fact", "victim_birth_date"),
            (due("appeal_10d", "--on", "2026-11-10", "--fact", "online=perhaps"), "fact", "true, false"),
            (due("appeal_10d", "--on", "2026-11-10", "--fact", "online"), "fact", "true, false"),
            (due("appeal_10d", "--on", "2026-11-10", "--fact", "residence=moon"), "fact", "overseas"),
            (due("appeal_10d", "--on", "2026-11-10", "--fact", "offence=treason"), "fact", "injure_publique"),
            (due("appeal_10d", "--on", "2026-11-10", "--fact", "victim_birth_date=soon"), "fact", "2026-11-21"),
            (due("appeal_10d", "--on", "2026-11-10", "--event", "rumour=2026-11-10"), "event", "complaint_police"),
            (due("appeal_10d", "--on", "2026-11-10", "--place", "mars"), "place", "fr-67"),
        ],
    )
    def test_refuses_what_it_does_not_understand(
        self, terminal: Terminal, *, asked: tuple[str, ...], field: str, word: str
    ) -> None:
        with pytest.raises(InvalidInput, match=word) as refusal:
            terminal.run(*asked)
        assert refusal.value.field == field

    def test_takes_a_moment_of_today_and_a_fact_for_their_day(self, terminal: Terminal) -> None:
        told = terminal.json(*due("appeal_10d", "--on", "2026-11-10", "--today", "2026-11-12T10:00"))
        assert told["last_day"] == "2026-11-20"

    def test_takes_an_act_on_no_known_day(self, terminal: Terminal) -> None:
        told = terminal.json(*due("press_limitation_3m", "--on", "2026-08-21", "--event", "direct_citation="))
        assert told["ignored"] == [{"what": "direct_citation", "earliest": None, "latest": None}]


class TestRules:
    def test_are_listed_with_their_versions(self, terminal: Terminal) -> None:
        told = terminal.json("rules", "--jurisdiction", "fr")
        by_id = {one["id"]: one for one in told}
        press, child = by_id["press_limitation_3m"], by_id["delit_minor_limitation"]
        assert {one["jurisdiction"] for one in told} == {"fr"}
        assert press["versions"][0]["duration"] == "P3M"
        assert press["trigger"] == [Happening.OFFENCE.value]
        assert (child["starts_from"], child["when"]) == ("majority", {"victim_minor_at_facts": True})
        assert by_id["civil_party_gate"]["trigger"] == ["complaint_prosecutor", "copy_to_prosecutor"]
        assert all(one["bound"] and one["lost"] for one in told)
        assert (press["kind"], press["regime"], press["duration"], press["mark"]) == (
            "limitation",
            "limitation",
            "P3M",
            "VERIFIED",
        )
        assert press["article"].startswith("article 65")
        assert all(one["sources"] and one["examples"] >= 2 and one["checked_on"] for one in told)
        assert "D11" in press["doubts"]

    def test_are_listed_with_their_article_in_the_language_spoken(self, terminal: Terminal) -> None:
        _code, said = terminal.run("rules", "--jurisdiction", "fr")
        assert "of the Code of Criminal Procedure (" in said

    def test_are_listed_with_all_the_values_of_a_condition(self, tmp_path: Path) -> None:
        pack = load_pack(write(tmp_path))
        assert told_rule(pack, pack.rules["limit"])["when"] == {"online": True, "residence": ["overseas", "abroad"]}

    def test_of_every_country_are_listed_together(self, terminal: Terminal) -> None:
        assert {one["jurisdiction"] for one in terminal.json("rules")} == {"fr", "ml"}

    def test_are_told_in_lines_to_a_person(self, terminal: Terminal) -> None:
        _code, printed = terminal.run("rules", "--jurisdiction", "ml")
        assert "ml · operator_retention · evidence that vanishes" in printed
        assert "not verified" in printed

    def test_of_a_country_nobody_wrote_are_refused(self, terminal: Terminal) -> None:
        with pytest.raises(InvalidInput, match="fr, ml"):
            terminal.run("rules", "--jurisdiction", "be")


class TestCheck:
    def test_says_what_each_pack_holds(self, terminal: Terminal, tmp_path: Path) -> None:
        write(tmp_path)
        code, printed = terminal.run("check", str(tmp_path))
        assert code == 0
        assert printed.splitlines() == [
            "Zédie, version 2026-11-21",
            "  rules: 6",
            "    by kind of clock: answer expected 3, limitation 1, opening of a step 1, evidence that vanishes 1",
            "    by mark: VERIFIED 5, UNVERIFIED 1",
            "  offences: 1",
            "  routes: 1",
            "  bodies: 1",
            "  letters: 2",
            "  worked examples run: 16",
            "  dossier, 3 lines:",
            "    limit_3m    →  limit",
            "    opening_3m  →  opening",
            "    insult      →  insult",
            "Everything comes out as written.",
        ]

    def test_leaves_the_lines_out_when_asked_to_be_brief(self, terminal: Terminal, tmp_path: Path) -> None:
        write(tmp_path)
        code, printed = terminal.run("check", str(tmp_path), "--brief")
        assert (code, "→" in printed) == (0, False)

    def test_shows_the_lines_that_nothing_answers(self, terminal: Terminal, tmp_path: Path) -> None:
        write(tmp_path, "offences.toml", 'rows = ["dossier:insult"]', "")
        code, printed = terminal.run("check", str(tmp_path))
        assert (code, "    insult      →  nothing" in printed) == (1, True)

    def test_says_the_same_in_json(self, terminal: Terminal, tmp_path: Path) -> None:
        told = terminal.json("check", str(write(tmp_path)))
        (pack,) = told["packs"]
        assert (pack["jurisdiction"], pack["rules"], pack["examples"]) == ("zz", 6, 16)
        assert pack["rules_by_mark"] == {"VERIFIED": 5, "UNVERIFIED": 1}
        assert pack["rows"] == {"dossier": {"limit_3m": ["limit"], "opening_3m": ["opening"], "insult": ["insult"]}}
        assert told["faults"] == []

    def test_the_packs_shipped_come_out(self, terminal: Terminal) -> None:
        code, printed = terminal.run("check")
        assert (code, "France" in printed, "Mali" in printed) == (0, True, True)

    def test_names_the_example_that_does_not_come_out(self, terminal: Terminal, tmp_path: Path) -> None:
        write(tmp_path, "deadlines.toml", "due = 2026-11-21", "due = 2026-11-22")
        code, printed = terminal.run("check", str(tmp_path))
        assert code == 1
        assert "zz/deadlines.toml · limit · example[1].due: 2026-11-22 is expected, not 2026-11-21" in printed
        assert printed.endswith("1 fault.\n")

    def test_a_pack_that_is_refused_does_not_hide_the_others(self, terminal: Terminal, tmp_path: Path) -> None:
        write(tmp_path)
        broken = tmp_path / "yy"
        broken.mkdir()
        (broken / "pack.toml").write_text('id = "yy"\n', encoding="utf-8")
        code, printed = terminal.run("check", str(tmp_path), "--json")
        told = json.loads(printed)
        assert code == 1
        assert [pack["jurisdiction"] for pack in told["packs"]] == ["zz"]
        (fault,) = told["faults"]
        assert (fault["file"], fault["rule"], fault["expected"]) == ("yy/calendar.toml", "", "this file is missing")

    def test_a_folder_without_pack_is_said(self, terminal: Terminal, tmp_path: Path) -> None:
        with pytest.raises(NotFound, match=r"pack\.toml"):
            terminal.run("check", str(tmp_path))
