"""Addresses of Mastodon posts, which live on any host: only the shapes that nothing else has."""

from casedesk.evidence.links.link import LinkKind, Platform
from casedesk.evidence.links.moments import of_mastodon
from casedesk.evidence.links.site import Shape, Site

_BEFORE = "(?:/web|/deck)?"
_AFTER = "(?:/(?:embed|activity|reblogs|favourites|quotes))?"

MASTODON = Site(
    Platform.MASTODON,
    hosts=(),
    ignore_case=True,
    shapes=(
        Shape(
            LinkKind.POST,
            rf"{_BEFORE}/@(?P<account>[\w.-]{{1,64}})/(?P<id>[1-9][0-9]{{14,19}}){_AFTER}",
            "https://{host}/@{account}/{id}",
            moment=of_mastodon,
        ),
        Shape(
            LinkKind.POST,
            rf"{_BEFORE}/@(?P<account>[\w.-]{{1,64}}@(?:[a-z0-9-]+\.)+[a-z]{{2,24}})/(?P<id>[1-9][0-9]{{0,19}}){_AFTER}",
            "https://{host}/@{account}/{id}",
            moment=of_mastodon,
        ),
        Shape(
            LinkKind.POST,
            rf"/users/(?P<account>[\w.-]{{1,64}})/statuses/(?P<id>[1-9][0-9]{{14,19}}){_AFTER}",
            "https://{host}/@{account}/{id}",
            moment=of_mastodon,
        ),
        Shape(
            LinkKind.POST,
            rf"/users/(?P<account>[\w.-]{{1,64}})/statuses/(?P<id>[1-9][0-9]{{0,13}}){_AFTER}",
            "https://{host}/users/{account}/statuses/{id}",
        ),
    ),
)
