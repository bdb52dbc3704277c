"""`casedesk law rules` and `casedesk law check`: what the packs hold, and whether it comes out."""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from casedesk import explain, paths
from casedesk.cli.law_asked import known
from casedesk.cli.law_told import told_pack, told_rule
from casedesk.errors import NotFound, PackProblem
from casedesk.law.check import answered, faults
from casedesk.law.load import load_pack, load_packs
from casedesk.law.pack import Pack, Rule
from casedesk.problem_words import problem_sentence
from casedesk.translate import _, law, ngettext


def run_rules(options: argparse.Namespace) -> int:
    """List the rules of every pack, or of one."""
    packs = load_packs(paths.packs())
    chosen = [known("jurisdiction", options.jurisdiction, packs)] if options.jurisdiction else list(packs.values())
    rules = [(pack, rule) for pack in chosen for rule in pack.rules.values()]
    if options.json:
        print(json.dumps([told_rule(pack, rule) for pack, rule in rules], indent=2))
    else:
        print("\n".join(_rule_words(pack, rule) for pack, rule in rules))
    return 0


def _rule_words(pack: Pack, rule: Rule) -> str:
    article = rule.versions[-1].article
    mark = explain.mark_sentence(article.mark, rule.checked_on)
    return (
        f"{pack.id} · {rule.id} · {explain.clock_name(rule.clock)}\n"
        f"    {law(rule.title)}\n"
        f"    {law(article.text)} ({mark})"
    )


def run_check(options: argparse.Namespace) -> int:
    """Load the packs, run every worked example, say what each holds; 1 when something does not come out."""
    packs, problems = _loaded(options.folder or paths.packs())
    for pack in packs.values():
        problems += faults(packs, pack)
    if options.json:
        told = {"packs": [told_pack(pack) for pack in packs.values()], "faults": [_told_fault(one) for one in problems]}
        print(json.dumps(told, indent=2))
    else:
        for pack in packs.values():
            print("\n".join(_pack_words(pack)))
            if not options.brief:
                print("\n".join(_row_words(pack)))
        print("\n".join(_outcome_words(problems)))
    return 1 if problems else 0


def _loaded(folder: Path) -> tuple[Mapping[str, Pack], list[PackProblem]]:
    """Load a pack, or every pack of a folder; one that is refused does not hide the others."""
    packs: dict[str, Pack] = {}
    problems: list[PackProblem] = []
    folders = (
        [folder] if (folder / "pack.toml").exists() else sorted(file.parent for file in folder.glob("*/pack.toml"))
    )
    if not folders:
        raise NotFound(_("This folder holds no jurisdiction: a folder with a file pack.toml is needed."))
    for one in folders:
        try:
            pack = load_pack(one.resolve())
        except PackProblem as problem:
            problems.append(problem)
        else:
            packs[pack.id] = pack
    return packs, problems


def _pack_words(pack: Pack) -> Iterator[str]:
    """Say how much a pack holds."""
    rules = pack.rules.values()
    clocks = Counter(explain.clock_name(rule.clock) for rule in rules)
    marks = Counter(rule.versions[-1].article.mark.value for rule in rules)
    yield _("{pack}, version {version}").format(pack=pack.title, version=pack.version)
    yield _("  rules: {number}").format(number=len(rules))
    yield _("    by kind of clock: {tally}").format(tally=_tally(clocks))
    yield _("    by mark: {tally}").format(tally=_tally(marks))
    yield _("  offences: {number}").format(number=len(pack.offences))
    yield _("  routes: {number}").format(number=len(pack.routes))
    yield _("  bodies: {number}").format(number=len(pack.bodies))
    yield _("  letters: {number}").format(number=len(pack.letters))
    yield _("  worked examples run: {number}").format(number=sum(len(rule.examples) for rule in rules))


def _row_words(pack: Pack) -> Iterator[str]:
    """Set each line of the legal dossiers beside what answers it."""
    for dossier, rows in answered(pack).items():
        lines = ngettext("  {dossier}, {number} line:", "  {dossier}, {number} lines:", len(rows))
        yield lines.format(dossier=dossier, number=len(rows))
        width = max(map(len, rows), default=0)
        for row, answers in rows.items():
            yield f"    {row:{width}}  →  {', '.join(answers) or _('nothing')}"


def _tally(counted: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counted.most_common())


def _outcome_words(problems: list[PackProblem]) -> Iterator[str]:
    yield from (problem_sentence(problem) for problem in problems)
    if problems:
        yield ngettext("{number} fault.", "{number} faults.", len(problems)).format(number=len(problems))
    else:
        yield _("Everything comes out as written.")


def _told_fault(problem: PackProblem) -> dict[str, str]:
    return {
        "file": problem.file,
        "rule": problem.rule,
        "key": problem.key,
        "expected": problem.expected,
        "example": problem.example,
    }
