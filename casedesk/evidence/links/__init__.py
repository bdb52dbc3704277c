"""A pasted link read for what it says by itself: platform, post, account, moment. Never a network call."""

from casedesk.evidence.links.link import Link, LinkKind, LinkNote, Platform
from casedesk.evidence.links.reading import find, parse

__all__ = ["Link", "LinkKind", "LinkNote", "Platform", "find", "parse"]
