"""`casedesk workspace`: make an encrypted workspace, or check one, without the desk."""

import argparse
import getpass
import json
import sys
from pathlib import Path

from casedesk.errors import InvalidInput
from casedesk.translate import _, ngettext


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its two parts."""
    parser = commands.add_parser("workspace", help=_("make or check an encrypted workspace"))
    parts = parser.add_subparsers(title=_("commands"), metavar=_("command"), required=True)
    create = parts.add_parser("create", help=_("make a workspace in a new or empty folder"))
    create.set_defaults(run=_create)
    verify = parts.add_parser("verify", help=_("check that everything in a workspace is as it was saved"))
    verify.set_defaults(run=_verify)
    for part in (create, verify):
        part.add_argument("folder", type=Path, help=_("folder of the workspace"))
        part.add_argument(
            "--passphrase-stdin",
            action="store_true",
            help=_("read the passphrase on the standard input, not on the keyboard"),
        )
        part.add_argument("--json", action="store_true", help=_("answer in JSON"))


def _create(options: argparse.Namespace) -> int:
    """Make a workspace and say its recovery key, once."""
    from casedesk.store.workspace import Workspace

    workspace, recovery_key = Workspace.create(options.folder, _new_passphrase(options))
    workspace.close()
    if options.json:
        print(json.dumps({"folder": str(options.folder), "recovery_key": recovery_key}))
        return 0
    print(_("The workspace is ready."))
    print(_("Recovery key, to copy on paper and keep away from this computer; it will not be shown again:"))
    print(f"\n    {recovery_key}\n")
    return 0


def _verify(options: argparse.Namespace) -> int:
    """Check a whole workspace: 0 when everything is as saved, 1 otherwise."""
    from casedesk.store.verify import verify
    from casedesk.store.workspace import Workspace

    with Workspace.open(options.folder, _typed(options, _("Passphrase: "))) as workspace:
        verdict = verify(workspace)
    if options.json:
        answer = {
            "sound": verdict.sound,
            "saved": verdict.saved,
            "journal_entries": verdict.entries,
            "sealed_files": verdict.sealed,
            "orphans": verdict.orphans,
            "problems": verdict.problems,
        }
        print(json.dumps(answer, ensure_ascii=False))
        return 0 if verdict.sound else 1
    print(ngettext("{count} action saved.", "{count} actions saved.", verdict.saved).format(count=verdict.saved))
    print(
        ngettext("{count} entry in the journal.", "{count} entries in the journal.", verdict.entries).format(
            count=verdict.entries
        )
    )
    print(ngettext("{count} sealed file.", "{count} sealed files.", verdict.sealed).format(count=verdict.sealed))
    for problem in verdict.problems:
        print(problem)
    if verdict.sound:
        print(_("Everything is as it was saved."))
    return 0 if verdict.sound else 1


def _new_passphrase(options: argparse.Namespace) -> str:
    """Ask for the passphrase of a new workspace, twice; nothing typed takes the proposed one."""
    from casedesk.store import passphrase

    if options.passphrase_stdin:
        return _typed(options, "")
    proposed = passphrase.propose()
    print(_("Proposed passphrase: {words}").format(words=proposed), file=sys.stderr)
    first = _typed(options, _("Passphrase (press Enter to take the proposed one): "))
    if not first:
        return proposed
    passphrase.check(first)
    if _typed(options, _("The same passphrase again: ")) != first:
        raise InvalidInput("passphrase", _("The two passphrases differ. Type them once more."))
    return first


def _typed(options: argparse.Namespace, question: str) -> str:
    """Read one line without showing it.

    Raises:
        InvalidInput: the input ended before a passphrase was typed.
    """
    if options.passphrase_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    try:
        return getpass.getpass(question)
    except EOFError as error:
        sentence = _("No passphrase was typed. Type it on the keyboard, or give it on the standard input.")
        raise InvalidInput("passphrase", sentence) from error
