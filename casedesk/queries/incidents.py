"""What was done to her and the contents that show it, as cards."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from casedesk.law.pack import Offence
from casedesk.law.when import When
from casedesk.queries.case_file import CaseFile, short_id, when_of
from casedesk.queries.reading import CaseReading
from casedesk.queries.values import ItemState
from casedesk.records import Item


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One content. `short_id` is the post's identifier cut for reading, or the host for an unknown service."""

    id: str
    incident_id: str | None
    platform: str
    link_kind: str
    account: str
    post_id: str
    short_id: str
    url: str
    pasted: str
    created_at: datetime | None
    first_seen_on: date | None
    last_seen_on: date | None
    state: ItemState
    note: str
    exhibits: tuple[int, ...]
    shows_minor: bool | None = None


@dataclass(frozen=True, slots=True)
class IncidentCard:
    """One incident with its contents. `exhibits` are the numbers that show one of them."""

    id: str
    version: int
    title: str
    account_of_facts: str
    when: When | None
    online: bool | None
    public: bool | None
    where: str
    amount: Decimal | None
    currency: str
    effects: str
    incapacity_days: int | None
    offences: tuple[Offence, ...]
    items: tuple[ItemRow, ...]
    exhibits: tuple[int, ...]


def incident_cards(reading: CaseReading) -> tuple[IncidentCard, ...]:
    """Lay out the incidents of a case, the first to happen first."""
    file = reading.file
    return tuple(
        IncidentCard(
            id=incident.id,
            version=incident.version,
            title=incident.title,
            account_of_facts=incident.account_of_facts,
            when=when_of(incident.earliest_on, incident.latest_on, incident.instant_at),
            online=incident.online,
            public=incident.public,
            where=incident.where,
            amount=incident.amount,
            currency=incident.currency,
            effects=incident.effects,
            incapacity_days=incident.incapacity_days,
            offences=tuple(
                reading.pack.offences[offence] for offence in incident.offences if offence in reading.pack.offences
            ),
            items=tuple(item_row(file, item) for item in file.items_of(incident)),
            exhibits=file.numbers_of(file.items_of(incident)),
        )
        for incident in file.incidents
    )


def item_row(file: CaseFile, item: Item) -> ItemRow:
    """Lay out one content."""
    return ItemRow(
        id=item.id,
        incident_id=item.incident_id,
        platform=item.platform,
        link_kind=item.link_kind,
        account=item.account or "",
        post_id=item.post_id or "",
        short_id=short_id(item),
        url=item.canonical,
        pasted=item.pasted,
        created_at=item.created_at,
        first_seen_on=item.first_seen_on,
        last_seen_on=item.last_seen_on,
        state=ItemState(item.state),
        note=item.note,
        exhibits=file.numbers_of([item]),
        shows_minor=item.shows_minor,
    )
