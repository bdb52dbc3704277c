"""Many fictional cases: those of the demonstration, each many times, moved in time and a little changed."""

import random
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select

from casedesk.records import Record

# In the order in which they refer to each other.
TABLES = tuple(
    Record.metadata.tables[name] for name in ("case", "person", "incident", "letter", "item", "exhibit", "event")
)
BATCH = 500
PAST, AHEAD = 1500, 20  # days over which the cases are spread
# What a letter says is long, and no date depends on it.
_LEFT_OUT = {"text": "", "citations": [], "answers": {}}

Rows = dict[str, list[dict[str, Any]]]


def fill(connection: Connection, count: int, seed: int = 20) -> None:
    """Write `count` cases beside those of the demonstration, which must be there; the same ones for the same seed."""
    chance = random.Random(seed)
    models = list(_models(connection))
    for start in range(0, count, BATCH):
        written: Rows = {table.name: [] for table in TABLES}
        for number in range(start, min(start + BATCH, count)):
            _copy(models[number % len(models)], number, chance, written)
        for table in TABLES:
            if written[table.name]:
                connection.execute(insert(table), written[table.name])


def _models(connection: Connection) -> Iterator[Rows]:
    """Read the cases that are there, each with what hangs on it."""
    whole = {table.name: [dict(row) for row in connection.execute(select(table)).mappings()] for table in TABLES}
    for case in whole["case"]:
        yield {
            name: [row for row in rows if row.get("case_id", row["id"]) == case["id"]] for name, rows in whole.items()
        }


def _copy(model: Rows, number: int, chance: random.Random, written: Rows) -> None:
    """Write a case again under other identifiers and on other days."""
    ids = {row["id"]: UUID(int=chance.getrandbits(128)).hex for rows in model.values() for row in rows}
    moved = timedelta(days=chance.randint(-PAST, 0) if chance.random() < 0.97 else chance.randint(1, AHEAD))
    for table in TABLES:
        for row in model[table.name]:
            if table.name == "event" and chance.random() < 0.15:
                continue  # not everything was done in every case
            copy = {name: _moved(value, ids, moved) for name, value in row.items()}
            if table.name == "letter":
                copy |= _LEFT_OUT | {"data": {"addressee": row["data"].get("addressee", {})}}
            elif table.name == "case":
                copy |= {"pseudonym": f"{row['pseudonym']}-{number:06}", "answers": row["answers"]}
            elif table.name == "person":
                copy["born_on"] = row["born_on"]
            elif table.name == "incident":
                _blur(copy, chance)
            written[table.name].append(copy)


def _moved(value: Any, ids: Mapping[str, str], moved: timedelta) -> Any:
    """Move a day, rename an identifier, leave the rest."""
    match value:
        case date() | datetime():
            return value + moved
        case str():
            return ids.get(value, value)
        case list():
            return [_moved(one, ids, moved) for one in value]
        case _:
            return value


def _blur(incident: dict[str, Any], chance: random.Random) -> None:
    """Make some incidents uncertain, undated or not qualified."""
    dice = chance.random()
    if dice < 0.1 and incident["earliest_on"] is not None:
        incident["instant_at"] = None
        incident["latest_on"] = incident["earliest_on"] + timedelta(days=chance.randint(1, 120))
    elif dice < 0.14:
        incident |= {"instant_at": None, "earliest_on": None, "latest_on": None}
    elif dice < 0.2:
        incident["offences"] = []
