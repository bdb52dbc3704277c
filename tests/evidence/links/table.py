"""The links of `rows/`: ways of pasting them and what each must say."""

import tomllib
from pathlib import Path
from typing import NamedTuple

from casedesk.evidence.links import Link, LinkKind, Platform

# Decoys that people wrap an address in; each must leave it as it is.
WRAPPINGS = (
    "{}",
    "  {}\n",
    "<{}>",
    '"{}"',
    "'{}'",
    "« {} »",
    "“{}”",
    "({})",
    "[{}]",
    "[voir ici]({})",
    "[{0}]({0})",
    "**{}**",
    "`{}`",
    "{}.",
    "{},",
    "{} !",
    "{};",
    "({}).",
    "{} ?",
    "Elle a vu ça : {} (hier soir), puis plus rien.",
    "Regarde {}, c’est lui",
    "12/10/2026, 21:04 - Awa: {}",
    "[12/10/2026 21:04:33] ~ Awa Traoré: \u200e{}",
    "12/10/2026 à 21\u202f04 - +223 70 00 00 00 : {}",
    "\u2068{}\u2069",
    "\ufeff{}",
    "1;2026-10-12;{};publication",
    "-{}",
    "• {}",
    "{}😡",
)


class Row(NamedTuple):
    pasted: str
    platform: Platform
    kind: LinkKind
    post_id: str | None
    account: str | None
    canonical: str

    def agrees(self, link: Link) -> bool:
        """Say whether a link says what it must."""
        said = (link.platform, link.kind, link.post_id, link.account, link.canonical)
        return said == (self.platform, self.kind, self.post_id, self.account, self.canonical)


def _read() -> tuple[Row, ...]:
    rows = []
    for file in sorted((Path(__file__).parent / "rows").glob("*.toml")):
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["link"]:
            rows += [
                Row(
                    pasted,
                    Platform(file.stem),
                    LinkKind(entry["kind"]),
                    entry.get("post_id"),
                    entry.get("account"),
                    entry["canonical"],
                )
                for pasted in entry["pasted"]
            ]
    return tuple(rows)


ROWS = _read()
CANONICALS = sorted({row.canonical for row in ROWS})
