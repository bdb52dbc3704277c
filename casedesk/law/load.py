"""From a jurisdiction's folder to a pack, refusing what is not understood."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from casedesk.errors import NotFound
from casedesk.law.agreement import check_agreement
from casedesk.law.facts import Happening
from casedesk.law.load_calendar import declared_days, holidays
from casedesk.law.load_letters import read_catalogue
from casedesk.law.load_offences import element, offence
from casedesk.law.load_rules import citation, rules
from casedesk.law.pack import Body, Mark, Pack, Route, Source
from casedesk.law.reading import Entry, named, open_file, open_files


def load_packs(folder: Path) -> Mapping[str, Pack]:
    """Load every jurisdiction of `folder`, by id. Those shipped are in `casedesk.paths.packs()`.

    Raises:
        NotFound: the folder holds no jurisdiction.
        PackProblem: a file says something that is not understood.
        Unreachable: a file cannot be read.
    """
    packs = {file.parent.name: load_pack(file.parent) for file in sorted(folder.glob("*/pack.toml"))}
    if not packs:
        raise NotFound("This folder holds no jurisdiction: a folder with a file pack.toml is needed.")
    return packs


def load_pack(folder: Path) -> Pack:
    """Load one jurisdiction.

    Raises:
        PackProblem: a file is missing, or says something that is not understood; names the file, the rule and the key.
        Unreachable: a file cannot be read.
    """
    files: dict[tuple[str, str], str] = {}

    def entries(kind: str, key: str, *, optional: bool = False) -> Iterator[Entry]:
        for entry in named(open_files(folder, kind, optional=optional), key):
            files[key, entry.rule] = entry.file
            yield entry

    head = open_file(folder / "pack.toml", f"{folder.name}/pack.toml")
    calendar = open_file(folder / "calendar.toml", f"{folder.name}/calendar.toml")
    identifier = head.text("id")
    if identifier != folder.name:
        raise head.problem("id", "the name of the folder is needed", f'id = "{folder.name}"')
    places = _places(head, identifier)
    catalogue = read_catalogue(folder)
    pack = Pack(
        id=identifier,
        title=head.text("title"),
        language=head.text("language"),
        version=_version(head),
        places=places,
        folder=folder,
        doubts=head.sentences("doubts"),
        rows=head.lists("rows"),
        sources={entry.rule: _source(entry) for entry in entries("sources", "source")},
        holidays=tuple(holidays(calendar, places)),
        declared_days=tuple(declared_days(calendar)),
        rules={rule.id: rule for rule in rules(entries("deadlines", "rule"), identifier)},
        elements={entry.rule: element(entry) for entry in entries("elements", "element", optional=True)},
        offences={entry.rule: offence(entry) for entry in entries("offences", "offence")},
        routes={entry.rule: _route(entry) for entry in entries("routes", "route")},
        bodies={entry.rule: _body(entry) for entry in entries("bodies", "body")},
        letters=catalogue.letters,
        kept_with_case=catalogue.kept_with_case,
        digest=_digest(folder),
    )
    head.close()
    calendar.close()
    check_agreement(pack, files)
    return pack


def _digest(folder: Path) -> str:
    """Take the fingerprint of every text of the folder."""
    texts = hashlib.sha256()
    for file in sorted(folder.rglob("*.toml")):
        texts.update(hashlib.sha256(file.read_bytes()).digest())
    return texts.hexdigest()


def _places(head: Entry, identifier: str) -> tuple[str, ...]:
    places = head.texts("places")
    if identifier not in places:
        raise head.problem("places", "the whole jurisdiction must be one of its places", f'places = ["{identifier}"]')
    for place in places:
        if place != identifier and not place.startswith(f"{identifier}-"):
            told = {"place": repr(place)}
            raise head.problem("places", "{place} must begin with the jurisdiction", f'"{identifier}-67"', told)
    return places


def _version(head: Entry) -> str:
    version = head.text("version")
    try:
        date.fromisoformat(version)
    except ValueError as error:
        raise head.problem("version", "the day of this version is needed", 'version = "2026-11-21"') from error
    return version


def _source(entry: Entry) -> Source:
    source = Source(
        entry.text("id"), entry.text("title"), entry.text("url", ""), entry.text("read"), entry.day("checked_on")
    )
    entry.close()
    return source


def _route(entry: Entry) -> Route:
    route = Route(
        id=entry.text("id"),
        title=entry.text("title"),
        why=entry.text("why"),
        effect=entry.text("effect"),
        cost=entry.text("cost"),
        risk=entry.text("risk"),
        needs=entry.choices("needs", Happening),
        gate=entry.text("gate", ""),
        done_by=entry.choices("done_by", Happening),
        when=entry.values("when"),
        letters=entry.texts("letters"),
        citation=citation(entry.table("citation")),
        delay=entry.text("delay", ""),
        doubts=entry.texts("doubts"),
        bodies=entry.texts("bodies"),
        offences=entry.texts("offences"),
    )
    entry.close()
    return route


def _body(entry: Entry) -> Body:
    body = Body(
        id=entry.text("id"),
        name=entry.text("name"),
        address=entry.texts("address"),
        channel=entry.text("channel", ""),
        kind=entry.text("kind"),
        platforms=entry.texts("platforms"),
        mark=entry.choice("mark", Mark),
        checked_on=entry.day("checked_on"),
        source=entry.text("source", ""),
        for_whom=entry.text("for_whom", ""),
        hours=entry.text("hours", ""),
        does=entry.text("does", ""),
        phone=entry.text("phone", ""),
        proves=entry.text("proves", ""),
        does_not_prove=entry.text("does_not_prove", ""),
        note=entry.text("note", ""),
        doubts=entry.texts("doubts"),
    )
    entry.close()
    return body
