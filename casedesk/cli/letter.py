"""`casedesk letter`: judge a template, list the letters of the packs."""

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from casedesk import paths
from casedesk.errors import InvalidInput, NotFound, PackProblem, Unreachable
from casedesk.problem_words import problem_sentence
from casedesk.translate import _, law, ngettext

if TYPE_CHECKING:
    from casedesk.documents.faults import Fault
    from casedesk.law.pack import LetterModel, Offence, Pack


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("letter", help=_("judge a letter template, list the letters"))
    actions = parser.add_subparsers(title=_("commands"), metavar=_("command"), required=True)

    check = actions.add_parser("check", help=_("judge a letter template written in Word or LibreOffice"))
    check.add_argument("files", nargs="*", type=Path, metavar=_("FILE"), help=_("the template, a .docx"))
    check.add_argument("--all", action="store_true", help=_("check every template of the packs too"))
    check.add_argument(
        "--jurisdiction", metavar="fr", default="fr", help=_("the country whose clauses a template elsewhere may call")
    )
    check.add_argument("--json", action="store_true", help=_("answer in JSON"))
    check.set_defaults(run=run_check)

    listed = actions.add_parser("list", help=_("list the letters"))
    listed.add_argument("--jurisdiction", metavar="fr", help=_("the country whose letters are listed"))
    listed.add_argument("--json", action="store_true", help=_("answer in JSON"))
    listed.set_defaults(run=run_list)


def run_check(options: argparse.Namespace) -> int:
    """Say every fault of each template, and of the sheet beside it, with its place and its cure; 1 when there is one.

    Raises:
        InvalidInput: no template was named.
        NotFound, Unreachable: a template cannot be read.
    """
    shipped = sorted(paths.packs().glob("*/letters/*.docx")) if options.all else []
    files: Sequence[Path] = [*options.files, *shipped]
    if not files:
        raise InvalidInput("files", _("Give at least one template, or --all for every template of the packs."))
    found = {str(file): _faults(file, options.jurisdiction) for file in files}
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


def _faults(file: Path, jurisdiction: str) -> "tuple[Fault, ...]":
    """Judge one template, and its sheet where there is one; a sheet that cannot be read is a fault of its own."""
    from casedesk.documents.faults import Fault
    from casedesk.documents.letter import faults_of  # loads the machinery of letters
    from casedesk.law.load_letters import CLAUSES, read_sheet

    _refuse_absent(file)
    folder = _jurisdiction_of(file, jurisdiction)
    sheet = file.with_suffix(".toml")
    model = None
    refused: tuple[Fault, ...] = ()
    if sheet.exists():
        try:
            model = read_sheet(sheet, folder)
        except PackProblem as problem:
            refused = (Fault(sheet.name, problem_sentence(problem), _("Mend this line of the sheet.")),)
    try:
        return (*refused, *faults_of(file, folder / CLAUSES, model, _offences(folder)))
    except PackProblem as problem:
        return (*refused, Fault(file.name, problem_sentence(problem), _("Copy its text into a new document.")))


@cache
def _offences(folder: Path) -> "tuple[Offence, ...]":
    """Give the offences whose articles letters may cite; none where the law of the folder cannot be read."""
    from casedesk.law.load import load_pack

    try:
        return tuple(load_pack(folder).offences.values())
    except PackProblem:
        return ()  # said by `casedesk law check`


def _jurisdiction_of(file: Path, otherwise: str) -> Path:
    """Find whose clauses and shared questions a template may use: where it lies says it, else the option does.

    Raises:
        NotFound: no jurisdiction has this name.
    """
    near = file.resolve().parent
    if near.name == "letters" and (near.parent / "letters.toml").exists():
        return near.parent
    known = sorted(folder.parent.name for folder in paths.packs().glob("*/letters.toml"))
    name = near.name if near.name in known else otherwise
    if name not in known:
        raise NotFound(_("No pack has this name. Those there are: {names}.").format(names=", ".join(known)))
    return paths.packs() / name


def _refuse_absent(file: Path) -> None:
    try:
        with file.open("rb"):
            pass
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
        print(json.dumps([_told(pack, letter) for pack, letter in letters], indent=2))
    else:
        for pack, letter in letters:
            print(f"{pack.id} · {letter.id}\n    {law(letter.title)}\n    {law(letter.use)}")
    return 0


def _told(pack: "Pack", letter: "LetterModel") -> dict[str, object]:
    """Tell all that a script may want to know of a letter."""
    return {
        "jurisdiction": pack.id,
        "id": letter.id,
        "title": letter.title,
        "group": letter.group.value,
        "use": letter.use,
        "reader": letter.reader.value,
        "signs": [signatory.value for signatory in letter.signs],
        "dossier": letter.dossier,
        "addressee": letter.addressee,
        "records": None if letter.records is None else letter.records.value,
        "received": None if letter.received is None else letter.received.value,
        "answers": [happening.value for happening in letter.answers],
        "reminder": letter.reminder,
        "doubts": list(letter.doubts),
        "questions": [
            {"fact": one.fact, "ask": one.ask, "example": one.example, "required": one.required}
            for one in letter.questions
        ],
        "clauses": [
            {"id": one.id, "title": one.title, "why": one.why, "proposed": one.proposed} for one in letter.clauses
        ],
        "citations": [{"text": one.text, "source": one.source, "mark": one.mark.value} for one in letter.citations],
        "template": letter.template.name,
        "sha256": hashlib.sha256(letter.template.read_bytes()).hexdigest(),
    }
