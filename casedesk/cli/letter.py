"""`casedesk letter`: judge a template, list the letters of the packs."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from casedesk import paths
from casedesk.errors import InvalidInput, NotFound, Unreachable
from casedesk.translate import _, law, ngettext


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("letter", help=_("judge a letter template, list the letters"))
    actions = parser.add_subparsers(title=_("commands"), metavar=_("command"), required=True)

    check = actions.add_parser("check", help=_("judge a letter template written in Word or LibreOffice"))
    check.add_argument("files", nargs="*", type=Path, metavar=_("FILE"), help=_("the template, a .docx"))
    check.add_argument("--all", action="store_true", help=_("check every template of the packs too"))
    check.add_argument("--json", action="store_true", help=_("answer in JSON"))
    check.set_defaults(run=run_check)

    listed = actions.add_parser("list", help=_("list the letters"))
    listed.add_argument("--jurisdiction", metavar="fr", help=_("the country whose letters are listed"))
    listed.add_argument("--json", action="store_true", help=_("answer in JSON"))
    listed.set_defaults(run=run_list)


def run_check(options: argparse.Namespace) -> int:
    """Say every fault with its place and its cure; 1 when there is one.

    Raises:
        InvalidInput: no template was named.
        NotFound, Unreachable: a template cannot be read.
    """
    from casedesk.documents.template_check import template_faults  # loads the machinery of letters

    shipped = sorted(paths.packs().glob("*/letters/*.docx")) if options.all else []
    files: Sequence[Path] = [*options.files, *shipped]
    if not files:
        raise InvalidInput("files", _("Give at least one template, or --all for every template of the packs."))
    found = {str(file): template_faults(_read(file)) for file in files}
    count = sum(len(faults) for faults in found.values())
    if options.json:
        print(json.dumps({file: [asdict(fault) for fault in faults] for file, faults in found.items()}, indent=2))
        return 1 if count else 0
    for file, faults in found.items():
        for fault in faults:
            print(f"{file}\n    {fault.place}\n    {fault.what}\n    → {fault.cure}")
    if count:
        print(ngettext("{count} fault", "{count} faults", count).format(count=count))
        return 1
    print(_("No fault: letters can be made from this template."))
    return 0


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(_("There is no file at this place: check its name.")) from error
    except OSError as error:
        raise Unreachable(_("This file cannot be read: check that it is a file and that you may open it.")) from error


def run_list(options: argparse.Namespace) -> int:
    """List the letters of every pack, or of one."""
    from casedesk.law.load import load_packs

    packs = load_packs(paths.packs())
    if options.jurisdiction and options.jurisdiction not in packs:
        raise NotFound(_("No pack has this name. Those there are: {names}.").format(names=", ".join(packs)))
    letters = [
        (pack, letter)
        for pack in packs.values()
        if not options.jurisdiction or pack.id == options.jurisdiction
        for letter in pack.letters.values()
    ]
    if options.json:
        told = [
            {
                "jurisdiction": pack.id,
                "id": letter.id,
                "title": letter.title,
                "template": letter.template.name,
                "addressee": letter.addressee,
                "records": None if letter.records is None else letter.records.value,
                "questions": [
                    {"fact": one.fact, "ask": one.ask, "example": one.example, "required": one.required}
                    for one in letter.questions
                ],
                "citations": [one.text for one in letter.citations],
            }
            for pack, letter in letters
        ]
        print(json.dumps(told, indent=2))
    else:
        for pack, letter in letters:
            print(f"{pack.id} · {letter.id}\n    {law(letter.title)}")
    return 0
