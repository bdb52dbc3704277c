"""Addresses of XVideos: a video is a number, or a dot and letters; its title in the address means nothing."""

from casedesk.evidence.links.link import LinkKind, Platform
from casedesk.evidence.links.site import Shape, Site

_HOME = "https://www.xvideos.com"
_OLD = r"(?P<id>[1-9][0-9]{2,12})"
_NEW = r"(?P<id>(?=[0-9]*[a-z])[0-9a-z]{6,20})"
_SORT = "profiles|channels|amateur-channels|model-channels|pornstar-channels|pornstars|models"
_ACCOUNT = r"(?P<account>[\w.-]{2,80})"
_PROFILE = rf"/(?:(?:{_SORT})/)?{_ACCOUNT}"

XVIDEOS = Site(
    Platform.XVIDEOS,
    hosts=("xvideos.com", "xvideos2.com", "xvideos.es"),
    prefixes="m|[a-z]{2,3}|flashservice",
    shapes=(
        Shape(LinkKind.VIDEO, rf"/(?:video|embedframe/){_OLD}(?:/.*)?", _HOME + "/video{id}/_"),
        Shape(LinkKind.VIDEO, rf"/(?:video\.|embedframe/){_NEW}(?:/.*)?", _HOME + "/video.{id}/_"),
        Shape(LinkKind.VIDEO, rf"{_PROFILE}#quickies/[a-z]/{_OLD}", _HOME + "/video{id}/_"),
        Shape(LinkKind.VIDEO, rf"{_PROFILE}#quickies/[a-z]/{_NEW}", _HOME + "/video.{id}/_"),
        Shape(
            LinkKind.PROFILE,
            rf"/(?P<sort>{_SORT})/{_ACCOUNT}(?:/.*)?",
            _HOME + "/{sort}/{account}",
        ),
    ),
)
