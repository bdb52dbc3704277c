"""When something happened, as exactly as it is known: never forced to a false day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class When:
    """From `earliest` to `latest`, both included; the same day twice when the day is known.

    `instant` (aware, UTC) is set only when the moment itself is known.
    """

    earliest: date
    latest: date
    instant: datetime | None = None

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError("the latest day comes before the earliest")
        if self.instant is not None and self.instant.tzinfo is not UTC:
            raise ValueError("an instant is aware and in UTC")

    @classmethod
    def on(cls, day: date) -> "When":
        """Build a known day."""
        return cls(day, day)

    @property
    def exact(self) -> bool:
        """Say whether the day is known."""
        return self.earliest == self.latest
