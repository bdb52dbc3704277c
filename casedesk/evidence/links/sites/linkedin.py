"""Addresses of LinkedIn. A post is a number of 19 digits with its sort: activity, ugcPost or share."""

from casedesk.evidence.links.link import LinkKind, LinkNote, Platform
from casedesk.evidence.links.moments import of_linkedin
from casedesk.evidence.links.site import Shape, Site

_HOME = "https://www.linkedin.com"
_SORT = "(?P<sort>activity|ugcPost|share)"
_ID = "(?P<id>[1-9][0-9]{18})"
_NAME = r"(?P<account>(?:[\w.-]|%[0-9A-F]{2}){1,200}?)"
_UPDATE = rf"/(?:embed/)?feed/update/(?:urn:li:)?{_SORT}:"

LINKEDIN = Site(
    Platform.LINKEDIN,
    hosts=("linkedin.com",),
    prefixes="m|touch|mobile|[a-z]{2}",
    others=("lnkd.in",),
    pointing=frozenset({"commentUrn"}),
    shapes=(
        Shape(
            LinkKind.COMMENT,
            _UPDATE.replace("<sort>", "<kind>")
            + r"(?P<post>[1-9][0-9]{18})\?commentUrn=urn:li:comment:"
            + rf"\((?:urn:li:)?{_SORT}:(?P<under>[1-9][0-9]{{18}}),{_ID}\)",
            _HOME + "/feed/update/urn:li:{kind}:{post}/?commentUrn=urn%3Ali%3Acomment%3A%28{sort}%3A{under}%2C{id}%29",
            params=("commentUrn",),
        ),
        Shape(LinkKind.POST, _UPDATE + _ID, _HOME + "/feed/update/urn:li:{sort}:{id}/", moment=of_linkedin),
        Shape(
            LinkKind.POST,
            rf"/posts/(?:(?P<account>(?:[\w.-]|%[0-9A-F]{{2}}){{1,200}}?)_)?(?:[^/]*-)?{_SORT}-{_ID}(?:-[\w-]{{1,8}})?",
            _HOME + "/feed/update/urn:li:{sort}:{id}/",
            moment=of_linkedin,
        ),
        Shape(LinkKind.PROFILE, rf"/in/{_NAME}(?:/.*)?", _HOME + "/in/{account}/"),
        Shape(
            LinkKind.PROFILE,
            rf"/(?P<sort>company|school|showcase)/{_NAME}(?:/(?:about|posts|people|life|jobs|videos))?",
            _HOME + "/{sort}/{account}/",
        ),
        Shape(
            LinkKind.SHORT, r"lnkd\.in/(?P<code>(?:p/)?[\w-]{4,20})", "https://lnkd.in/{code}", note=LinkNote.TO_RESOLVE
        ),
    ),
)
