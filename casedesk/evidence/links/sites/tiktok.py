"""Addresses of TikTok. Videos, accounts and lives are numbers of 19 digits; `MS4wLjAB…` names an account exactly."""

from casedesk.evidence.links.link import LinkKind, LinkNote, Platform
from casedesk.evidence.links.moments import of_tiktok
from casedesk.evidence.links.site import Shape, Site

_ACCOUNT = r"@(?:(?P<owner>MS4wLjAB[\w-]{20,100})|(?P<account>[A-Za-z0-9_.]{1,30}))"
_ID = r"(?P<id>[1-9][0-9]{18})"
_NAMED = "https://www.tiktok.com/@{account}"

TIKTOK = Site(
    Platform.TIKTOK,
    hosts=("tiktok.com",),
    prefixes="m|us|[a-z]{2}",
    others=("vm.tiktok.com", "vt.tiktok.com"),
    shapes=(
        Shape(LinkKind.VIDEO, rf"/{_ACCOUNT}/video/{_ID}", _NAMED + "/video/{id}", moment=of_tiktok),
        Shape(LinkKind.POST, rf"/{_ACCOUNT}/photo/{_ID}", _NAMED + "/photo/{id}", moment=of_tiktok),
        Shape(
            LinkKind.VIDEO,
            rf"/(?:@/video|embed(?:/v[0-9])?|player/v[0-9]|share/video|v)/{_ID}(?:\.html)?",
            "https://www.tiktok.com/@/video/{id}",
            moment=of_tiktok,
        ),
        Shape(LinkKind.LIVE, rf"/{_ACCOUNT}/live", _NAMED + "/live"),
        Shape(LinkKind.LIVE, rf"/share/live/{_ID}", "https://www.tiktok.com/share/live/{id}", moment=of_tiktok),
        Shape(LinkKind.PROFILE, rf"/{_ACCOUNT}", _NAMED),
        Shape(
            LinkKind.PROFILE,
            r"/share/user/(?P<account>[1-9][0-9]{18})",
            "https://www.tiktok.com/share/user/{account}",
            moment=of_tiktok,
            dated_by="account",
        ),
        Shape(
            LinkKind.SHORT,
            r"(?P<place>v[mt]\.tiktok\.com)/(?P<code>\w{6,16})",
            "https://{place}/{code}/",
            note=LinkNote.TO_RESOLVE,
        ),
        Shape(LinkKind.SHORT, r"/t/(?P<code>\w{6,16})", "https://www.tiktok.com/t/{code}/", note=LinkNote.TO_RESOLVE),
    ),
)
