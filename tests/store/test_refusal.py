"""Errors of the disk and of the database, said in sentences."""

import errno

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from casedesk.store import refusal


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EFBIG, "no room left"),
        (errno.EDQUOT, "no room left"),
        (errno.EACCES, "does not allow writing"),
        (errno.EROFS, "does not allow writing"),
        (errno.EIO, "does not answer"),
        (errno.ENODEV, "does not answer"),
    ],
)
def test_an_error_of_the_system_says_what_to_do(code: int, says: str) -> None:
    sentence = refusal.of_disk(OSError(code, "in the words of the system", "/home/somebody")).sentence
    assert says in sentence
    assert "somebody" not in sentence


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (13, "no room left"),
        (10 | 3 << 8, "does not answer"),  # a write refused by the disk
        (14, "does not answer"),
        (8, "does not allow writing"),
        (11, "data.db"),
        (26, "data.db"),
        (5, "already open"),
    ],
)
def test_an_error_of_the_database_says_what_to_do_bare_or_wrapped(code: int, says: str) -> None:
    bare = sqlcipher.DatabaseError("in the words of the driver")
    bare.sqlite_errorcode = code
    for error in (bare, DBAPIError("SELECT", {}, bare)):
        answer = refusal.of_database(error)
        assert answer
        assert says in answer.sentence


def test_a_bug_of_ours_is_not_dressed_as_a_sentence() -> None:
    bare = sqlcipher.IntegrityError("UNIQUE constraint failed")
    bare.sqlite_errorcode = 19 | 8 << 8
    assert refusal.of_database(DBAPIError("INSERT", {}, bare)) is None
