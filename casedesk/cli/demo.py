"""`casedesk demo`: a fictional association, opened on a screen, or laid out as files where there is none."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from casedesk import paths
from casedesk.errors import Unreachable
from casedesk.law.pack import Pack
from casedesk.store.workspace import Workspace
from casedesk.translate import _

FOLDER = "build-demo"


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    parser = commands.add_parser("demo", help=_("open a fictional association, or write it out as files"))
    parser.add_argument("--out", type=Path, help=_("write letters, dates and pictures of the screens into this folder"))
    parser.add_argument("--today", type=_day, help=_("the day it is (YYYY-MM-DD); by default, today"))
    parser.add_argument("--json", action="store_true", help=_("answer in JSON"))
    parser.set_defaults(run=run)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("a day is written YYYY-MM-DD")) from error


def run(options: argparse.Namespace) -> int:
    """Build the association; open it where there is a screen and no folder was named, else write it out.

    Raises:
        InvalidInput, Unreachable: the folder cannot be used.
    """
    on_paper = options.out is not None or not has_screen()
    if on_paper:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out = (options.out or Path(FOLDER)).expanduser()
    today = options.today or datetime.now().astimezone().date()
    workspace, packs = _build(out, today)
    if not on_paper:
        from casedesk import app

        return app.run(workspace=workspace, packs=packs)
    try:
        files = list(_written(workspace, packs, today, out))
    finally:
        workspace.close()
    _list(files, out, as_json=options.json)
    return 0


def has_screen() -> bool:
    """Say whether a window can be shown here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _build(out: Path, today: date) -> tuple[Workspace, Mapping[str, Pack]]:
    from casedesk.demo.workspace import fictional_workspace
    from casedesk.law.load import load_packs

    packs = load_packs(paths.packs())
    workspace = fictional_workspace(out, packs, today, datetime.now(UTC))
    for part in ("letters", "screens"):
        shutil.rmtree(out / part, ignore_errors=True)
    return workspace, packs


def _written(workspace: Workspace, packs: Mapping[str, Pack], today: date, out: Path) -> Iterator[Path]:
    """Write the letters, the dates and the screens; give each file as it is done."""
    from casedesk.demo.papers import write_dates, write_letters
    from casedesk.ui.snapshots import grab_screens

    try:
        yield from write_letters(workspace, packs, today, out / "letters")
        yield write_dates(workspace, packs, today, out / "dates.md")
        yield from grab_screens(workspace, packs, today, out / "screens")
    except OSError as error:
        raise Unreachable(_("This folder cannot be written. Choose another one, or free some space.")) from error


def _list(files: list[Path], out: Path, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"folder": str(out), "files": [file.relative_to(out).as_posix() for file in files]}))
        return
    for file in files:
        print(f"{file.stat().st_size:>9,}  {file}")
    print(_("{count} files in {folder}. Everything in them is fictional.").format(count=len(files), folder=out))
