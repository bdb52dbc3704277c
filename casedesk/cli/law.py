"""`casedesk law`: count a period, ask a rule, list the rules, check the packs; no case is needed."""

import argparse
from pathlib import Path

from casedesk.cli import law_count, law_due, law_packs
from casedesk.law.regime import Regime
from casedesk.translate import _


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("law", help=_("count a period, ask a rule, check the packs"))
    actions = parser.add_subparsers(title=_("commands"), metavar=_("command"), required=True)

    count = actions.add_parser("count", help=_("count a period from a day"))
    count.add_argument("--regime", choices=[regime.value for regime in Regime], help=_("how the period is counted"))
    count.add_argument("--from", dest="start", metavar=_("DATE"), help=_("the day it runs from; a moment for hours"))
    count.add_argument("--for", dest="period", metavar="P3M", help=_("the length: P3M, P1Y, P10D, PT72H"))
    count.add_argument("--stdin", action="store_true", help=_("read one JSON object per line and answer each"))
    _add_calendar(count)
    count.set_defaults(run=law_count.run)

    due = actions.add_parser("due", help=_("ask one rule for its date"))
    due.add_argument("--jurisdiction", required=True, metavar="fr", help=_("the country whose law is asked"))
    due.add_argument("--rule", required=True, metavar="ID", help=_("the rule, as listed by: law rules"))
    due.add_argument("--on", metavar=_("DATE"), help=_("the day it happened; a moment; two days: DATE/DATE"))
    due.add_argument("--fact", action="append", default=[], metavar=_("name=value"), help=_("something known"))
    due.add_argument("--event", action="append", default=[], metavar=_("kind=DATE"), help=_("something done since"))
    due.add_argument("--today", metavar=_("DATE"), help=_("the day to stand on, when it is not today"))
    _add_calendar(due)
    due.set_defaults(run=law_due.run)

    rules = actions.add_parser("rules", help=_("list the rules"))
    rules.add_argument("--jurisdiction", metavar="fr", help=_("the country whose law is asked"))
    _add_json(rules)
    rules.set_defaults(run=law_packs.run_rules)

    check = actions.add_parser("check", help=_("load the packs and run their worked examples"))
    check.add_argument("folder", nargs="?", type=Path, metavar=_("FOLDER"), help=_("a pack, or a folder of packs"))
    check.add_argument("--brief", action="store_true", help=_("leave out the table of the dossiers’ lines"))
    _add_json(check)
    check.set_defaults(run=law_packs.run_check)


def _add_calendar(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--place", metavar="fr-67", help=_("whose public holidays: fr, fr-67, ml"))
    parser.add_argument("--local-days", type=Path, metavar=_("FILE"), help=_("days off declared locally, in TOML"))
    _add_json(parser)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("answer in JSON"))
