"""From a jurisdiction's folder to a pack, refusing what is not understood."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from casedesk.errors import NotFound
from casedesk.law.agreement import check_agreement
from casedesk.law.facts import Happening
from casedesk.law.load_rules import citation, citations, rules
from casedesk.law.moon import FEASTS
from casedesk.law.pack import (
    Body,
    DeclaredDay,
    Holiday,
    IpGate,
    LetterModel,
    Mark,
    Offence,
    Pack,
    Question,
    Route,
    Source,
)
from casedesk.law.reading import Entry, open_file

_LEAP_YEAR = 2000  # so that 29 February is a day of the year


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

    def opened(name: str) -> Entry:
        return open_file(folder / name, f"{folder.name}/{name}")

    head = opened("pack.toml")
    calendar = opened("calendar.toml")
    identifier = head.text("id")
    if identifier != folder.name:
        raise head.problem("id", "the name of the folder is needed", f'id = "{folder.name}"')
    places = _places(head, identifier)
    pack = Pack(
        id=identifier,
        title=head.text("title"),
        language=head.text("language"),
        version=_version(head),
        places=places,
        folder=folder,
        doubts=head.sentences("doubts"),
        sources={entry.rule: _source(entry) for entry in _named(opened("sources.toml"), "source")},
        holidays=tuple(_holiday(entry, places) for entry in calendar.tables("holiday")),
        declared_days=tuple(_declared_day(entry) for entry in calendar.tables("declared")),
        rules={rule.id: rule for rule in rules(opened("deadlines.toml"), identifier)},
        offences={entry.rule: _offence(entry) for entry in _named(opened("offences.toml"), "offence")},
        routes={entry.rule: _route(entry) for entry in _named(opened("routes.toml"), "route")},
        bodies={entry.rule: _body(entry) for entry in _named(opened("bodies.toml"), "body")},
        letters={entry.rule: _letter(entry, folder) for entry in _named(opened("letters.toml"), "letter")},
    )
    head.close()
    calendar.close()
    check_agreement(pack)
    return pack


def load_declared_days(file: Path) -> tuple[DeclaredDay, ...]:
    """Load a local table of declared days, written as the `[[declared]]` tables of a pack's calendar.

    Raises:
        PackProblem: the file is missing, or says something that is not understood.
        Unreachable: the file cannot be read.
    """
    table = open_file(file, file.name)
    days = tuple(_declared_day(entry) for entry in table.tables("declared"))
    table.close()
    return days


def _named(file: Entry, key: str) -> Iterator[Entry]:
    """Walk the named tables of a file, then refuse whatever else it holds."""
    yield from file.named_tables(key)
    file.close()


def _places(head: Entry, identifier: str) -> tuple[str, ...]:
    places = head.texts("places")
    if identifier not in places:
        raise head.problem("places", "the whole jurisdiction must be one of its places", f'places = ["{identifier}"]')
    for place in places:
        if place != identifier and not place.startswith(f"{identifier}-"):
            raise head.problem("places", f"{place!r} must begin with the jurisdiction", f'"{identifier}-67"')
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
        entry.text("id"), entry.text("title"), entry.text("url"), entry.text("read"), entry.day("checked_on")
    )
    entry.close()
    return source


def _holiday(entry: Entry, known_places: tuple[str, ...]) -> Holiday:
    if sum(entry.has(key) for key in ("month_day", "easter", "moon")) != 1:
        raise entry.problem("month_day", "exactly one of month_day, easter, moon is needed", 'month_day = "05-01"')
    holiday = Holiday(
        name=entry.text("name"),
        month_day=_month_day(entry),
        easter=entry.optional_number("easter"),
        moon=_moon(entry, "moon"),
        places=entry.texts("places"),
        since=entry.optional_number("since"),
        until=entry.optional_number("until"),
        article=entry.text("article"),
    )
    for place in holiday.places:
        if place not in known_places:
            raise entry.problem("places", f"{place!r} is not a place of this jurisdiction")
    entry.close()
    return holiday


def _month_day(entry: Entry) -> tuple[int, int] | None:
    if not entry.has("month_day"):
        return None
    text = entry.text("month_day")
    try:
        day = date.fromisoformat(f"{_LEAP_YEAR}-{text}")
    except ValueError as error:
        raise entry.problem("month_day", f"a day of the year is needed, not {text!r}", 'month_day = "05-01"') from error
    return day.month, day.day


def _moon(entry: Entry, key: str) -> str:
    feast = entry.text(key, "")
    if feast and feast not in FEASTS:
        raise entry.problem(key, f"one of {', '.join(FEASTS)} is needed, not {feast!r}")
    return feast


def _declared_day(entry: Entry) -> DeclaredDay:
    day = DeclaredDay(entry.day("day"), entry.text("name"), _moon(entry, "confirms"))
    entry.close()
    return day


def _offence(entry: Entry) -> Offence:
    offence = Offence(
        id=entry.text("id"),
        title=entry.text("title"),
        citation=citation(entry.table("citation")),
        penalty=entry.text("penalty"),
        limitation=entry.texts("limitation"),
        complaint_required=entry.flag("complaint_required"),
        complaint_article=entry.text("complaint_article", ""),
        ip_gate=entry.choice("ip_gate", IpGate),
        gate_reason=entry.text("gate_reason"),
        element=entry.text("element"),
        applies_from=entry.optional_day("applies_from"),
        doubts=entry.texts("doubts"),
        sexual=entry.flag("sexual", default=False),
    )
    entry.close()
    return offence


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
    )
    entry.close()
    return body


def _letter(entry: Entry, folder: Path) -> LetterModel:
    template = entry.text("template")
    if Path(template).name != template or Path(template).suffix != ".docx":
        raise entry.problem("template", "the name of a .docx file is needed", 'template = "plainte_simple.docx"')
    letter = LetterModel(
        id=entry.text("id"),
        title=entry.text("title"),
        template=folder / "letters" / template,
        addressee=entry.text("addressee"),
        questions=tuple(_question(question) for question in entry.tables("questions")),
        citations=citations(entry, "citations"),
        records=entry.choice("records", Happening) if entry.has("records") else None,
        doubts=entry.texts("doubts"),
    )
    entry.close()
    return letter


def _question(entry: Entry) -> Question:
    question = Question(
        entry.text("fact"), entry.text("ask"), entry.text("example"), entry.flag("required", default=True)
    )
    entry.close()
    return question
