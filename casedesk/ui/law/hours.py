"""Reading an hour as people type it."""

import re
from datetime import time

_HOUR = re.compile(r"^(\d{1,2})(?:\s*[:h.]\s*(\d{2})?)?$")


def parse_hour(text: str) -> time | None:
    """Read `14:25`, `14h25`, `14 h`, `9`… or None."""
    found = _HOUR.match(text.strip().lower())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))
