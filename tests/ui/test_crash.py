"""What is said when the fault is ours says nothing of any case."""

import logging

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.crash import Crash, report

SECRET = "Camille Exemple, 12 rue des Lilas"


def broken() -> Exception:
    try:
        int(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


def test_the_report_gives_versions_and_places_and_no_word_of_the_error() -> None:
    text = report(broken())
    assert SECRET not in text
    assert "ValueError" in text
    assert "Python" in text
    assert "broken" in text


def test_the_report_does_not_say_whose_computer_it_is() -> None:
    try:
        exec(compile("1 / 0", "/home/nadia.lemoine/python/lib/sqlalchemy/pool.py", "exec"))  # noqa: S102 - a library's
    except ZeroDivisionError as error:
        text = report(error)
    assert "pool.py:1" in text
    assert "nadia" not in text


def test_it_is_shown_once_and_logged_each_time(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    crash = Crash(window)
    with caplog.at_level(logging.ERROR):
        crash.show_error(broken())
        crash.show_error(broken())
    shown = window.findChildren(QPlainTextEdit)
    assert [field.toPlainText() for field in shown] == [report(broken())]
    assert len(caplog.records) == 2
    assert SECRET not in caplog.text
