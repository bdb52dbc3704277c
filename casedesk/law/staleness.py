"""Has the text behind a line been read within the year?"""

from datetime import date

from casedesk.law.period import Period, add

_A_YEAR = Period(years=1)


def stale(checked_on: date, today: date) -> bool:
    """Say whether a text was last read more than a year ago: whoever shows it says so, in amber."""
    return add(checked_on, _A_YEAR)[0] < today
