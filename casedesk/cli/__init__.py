"""The commands, one file each."""

import argparse
import errno
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from casedesk import __version__, translate
from casedesk.errors import CasedeskError, PackProblem
from casedesk.problem_words import problem_sentence
from casedesk.translate import _

COMMANDS = ("law", "link", "letter", "workspace", "demo")


def _spoken(arguments: Sequence[str]) -> str:
    """Choose the language before anything is said: the argument, then the environment, then French."""
    for place, argument in enumerate(arguments):
        if argument == "--language" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--language="):
            return argument.partition("=")[2]
    chosen = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if chosen.lower().startswith("en") else "fr"


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Describe the command asked for, or all of them; only what is described is imported."""
    parser = argparse.ArgumentParser(
        prog="casedesk", description=_("The desk of an association that helps victims of cyber-violence.")
    )
    parser.add_argument("--version", action="version", version=f"casedesk {__version__}")
    parser.add_argument("--language", choices=translate.LANGUAGES, help=_("language of the sentences"))
    commands = parser.add_subparsers(title=_("commands"), metavar=_("command"))
    asked = [name for name in given if name in COMMANDS][:1]
    for name in asked or COMMANDS:
        import_module(f"casedesk.cli.{name}").register(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 faults, 2 a sentence on the error stream, 130 interrupted."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--make-letters"]:  # a frozen program starts itself so: documents/child.py, ENTRY
        from casedesk.documents import child_main

        child_main.main()
        return 0
    translate.set_language(_spoken(given))
    _mend_streams()
    if not given:
        from casedesk import app

        return app.run()
    parser = _parser(given)
    options = parser.parse_args(given)
    if not hasattr(options, "run"):
        parser.print_help()
        return 2
    try:
        return _run(options)
    except CasedeskError as problem:
        print(problem_sentence(problem) if isinstance(problem, PackProblem) else problem.sentence, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as problem:
        full = problem.errno in {errno.ENOSPC, errno.EDQUOT}
        if full:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # else Python tries again, and complains, on leaving
        print(
            _("This folder cannot be written. Choose another one, or free some space.")
            if full
            else _("This file cannot be read: check that it is a file and that you may open it."),
            file=sys.stderr,
        )
        return 2


def _run(options: argparse.Namespace) -> int:
    """Run the command, and bring all it said to where it is read."""
    code = int(options.run(options))
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _mend_streams() -> None:
    """Answer whatever the terminal can show, and read nothing where there is nothing to read."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO())
