"""`casedesk link`: say what pasted links say by themselves, without opening them."""

import argparse
import json
import sys
from collections.abc import Iterator

from casedesk import wording
from casedesk.errors import InvalidInput
from casedesk.evidence.links import Link, parse
from casedesk.link_words import kind_name, note_sentence, platform_name
from casedesk.translate import _


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("link", help=_("read links without opening them"))
    parser.add_argument("urls", nargs="*", metavar="URL", help=_("an address, with or without text around it"))
    parser.add_argument(
        "--stdin", action="store_true", help=_("read one link per line; answer one line of JSON for each")
    )
    parser.add_argument("--json", action="store_true", help=_("answer in JSON, one line for each link"))
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    """Print what each link says. A link that is not recognised is an answer, not an error."""
    if not options.urls and not options.stdin:
        raise InvalidInput("urls", _("Give at least one address, or --stdin to read them line by line."))
    for url in options.urls:
        link = parse(url)
        print(json.dumps(_told(link)) if options.json or options.stdin else _card(link))
    if options.stdin:
        for line in _lines():
            print(json.dumps(_told(parse(line))), flush=True)
    return 0


def _lines() -> Iterator[str]:
    """Give the lines of the standard input, which is UTF-8 whatever the locale says."""
    for number, raw in enumerate(sys.stdin.buffer):
        yield raw.rstrip(b"\r\n").decode("utf-8-sig" if number == 0 else "utf-8", errors="replace")


def _told(link: Link) -> dict[str, str | None]:
    """Write a link as JSON: ids are strings, for they exceed what JSON numbers hold."""
    return {
        "platform": link.platform.value,
        "kind": link.kind.value,
        "post_id": link.post_id,
        "account": link.account,
        "created_at": link.created_at.isoformat(timespec="milliseconds") if link.created_at else None,
        "canonical": link.canonical,
        "pasted": link.pasted,
        "note": link.note.value,
        "sentence": note_sentence(link.note),
    }


def _card(link: Link) -> str:
    """Write a link for a person. What was pasted is not repeated: it may hold signs that deceive the eye."""
    lines = [f"{platform_name(link.platform)} · {kind_name(link.kind)}"]
    if link.canonical:
        lines.append(_("  address: {address}").format(address=link.canonical))
    if link.post_id:
        lines.append(_("  identifier: {identifier}").format(identifier=link.post_id))
    if link.account:
        lines.append(_("  account: {account}").format(account=link.account))
    if link.created_at:
        moment = wording.moment(link.created_at, seconds=True)
        lines.append(
            _("  time deduced from the identifier: {moment}; an indication, not a proof").format(moment=moment)
        )
    if link.note.value:
        lines.append(f"  {note_sentence(link.note)}")
    return "\n".join(lines)
