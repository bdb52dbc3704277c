"""`casedesk link` as scripts and people use it."""

import argparse
import io
import json
import sys

import pytest

from casedesk.cli import link
from casedesk.errors import InvalidInput
from casedesk.evidence.links import LinkKind, LinkNote, Platform
from casedesk.link_words import kind_name, note_sentence, platform_name


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    link.register(parser.add_subparsers())
    options = parser.parse_args(["link", *arguments])
    return int(options.run(options))


def read(monkeypatch: pytest.MonkeyPatch, given: bytes) -> None:
    """Put bytes on the standard input, of a machine whose locale is not UTF-8."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="ascii"))


def test_one_address_answers_one_line_of_json_with_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("https://twitter.com/Jeanne/status/1098230906194546688/photo/1?s=20", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "platform": "x",
        "kind": "post",
        "post_id": "1098230906194546688",
        "account": "jeanne",
        "created_at": "2019-02-20T14:40:26.837+00:00",
        "canonical": "https://x.com/i/status/1098230906194546688",
        "pasted": "https://twitter.com/Jeanne/status/1098230906194546688/photo/1?s=20",
        "note": "",
        "sentence": "",
    }


def test_an_unknown_address_is_an_answer_with_a_sentence_not_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("https://x.com.evil.org/a/status/1098230906194546688", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["platform"] == "unknown"
    assert told["post_id"] is None
    assert told["created_at"] is None
    assert told["note"] == "hostile"
    assert "may deceive" in told["sentence"]


def test_each_line_of_the_standard_input_has_its_line_even_empty_or_broken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        b"\xef\xbb\xbfhttps://www.instagram.com/p/DW1nTDiDvnF/?igsh=x",
        b"",
        "Vu hier à Kayes : https://youtu.be/dQw4w9WgXcQ, merci".encode(),
        b"https://x.com/a\xff/status/1",
        b"https://redd.it/6rrwyj\r",
        "https://x.com/a/status/1\u20280".encode(),
    ]
    read(monkeypatch, b"\n".join(lines))
    assert run("--stdin") == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["platform"] for one in told] == ["instagram", "unknown", "youtube", "unknown", "reddit", "x"]
    assert told[1]["note"] == "not_a_link"
    assert told[2]["pasted"] == "Vu hier à Kayes : https://youtu.be/dQw4w9WgXcQ, merci"


def test_what_is_printed_is_plain_ascii_so_that_any_terminal_takes_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read(monkeypatch, "« https://www.linkedin.com/in/André-martin » \u202e\n".encode())
    run("--stdin")
    printed = capsys.readouterr().out
    assert printed.isascii()
    assert json.loads(printed)["account"] == "andré-martin"


def test_two_addresses_asked_in_json_give_two_lines(capsys: pytest.CaptureFixture[str]) -> None:
    run("--json", "https://redd.it/6rrwyj", "t.me/europa_press/613")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["platform"], one["post_id"]) for one in lines] == [("reddit", "6rrwyj"), ("telegram", "613")]


def test_a_person_reads_a_card_that_never_repeats_what_may_deceive(capsys: pytest.CaptureFixture[str]) -> None:
    run("https://x.com/jeanne/status/1098230906194546688", "bonjour", "https://x.com/\u202ea/status/1")
    printed = capsys.readouterr().out
    assert "X · post" in printed
    assert "account: jeanne" in printed
    assert "No web address was found here" in printed
    assert "20 February 2019" in printed.replace("February 20, 2019", "20 February 2019")
    assert "14:40:26" in printed
    assert "an indication, not a proof" in printed
    assert "\u202e" not in printed
    assert "Do not open it" in printed


def test_without_address_it_says_what_to_give() -> None:
    with pytest.raises(InvalidInput) as refusal:
        run()
    assert "--stdin" in refusal.value.sentence


def test_every_note_but_silence_has_its_sentence_every_kind_and_service_its_name() -> None:
    sentences = [note_sentence(note) for note in LinkNote if note is not LinkNote.NONE]
    assert all(sentences)
    assert len(set(sentences)) == len(sentences)
    assert note_sentence(LinkNote.NONE) == ""
    assert len({kind_name(kind) for kind in LinkKind}) == len(LinkKind)
    assert len({platform_name(platform) for platform in Platform}) == len(Platform)
