"""Lengths of time as texts write them, and how they are added to a day."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """Years, months, weeks and days, or hours; never both dates and hours. ISO 8601: `P3M`, `P1Y6M`, `P10D`, `PT72H`."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
