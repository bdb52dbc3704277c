"""What every record shares: identity, version, names of constraints, instants in UTC."""

from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import uuid4

from sqlalchemy import DateTime, Dialect, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import JSON, TypeDecorator

from casedesk.changes import Kind


class Instant(TypeDecorator[datetime]):
    """An aware moment, stored in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


class Record(DeclarativeBase):
    """A row that never leaves its session."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Instant, dict[str, Any]: JSON, list[str]: JSON}

    kind: ClassVar[Kind]


def new_id() -> str:
    """Draw an opaque identifier: it says nothing about the record."""
    return uuid4().hex


class Identified:
    """A random identifier as primary key."""

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)


class Versioned:
    """A number that grows at each write: what the person saw is compared with it before her change is taken."""

    version: Mapped[int] = mapped_column(default=1)
