"""Who may import whom: the table of CONTRIBUTING.md, read from the imports."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "casedesk"

EVERYWHERE = {"errors", "__version__"}
ROOMS: dict[str, set[str]] = {
    "law": {"errors"},
    "evidence": {"errors"},
    "records": {"changes"},
    "store": {"records", "changes", "errors", "paths", "translate"},
    "documents": {"law", "evidence", "queries.letter_data", "wording", "translate", "errors", "progress", "paths"},
    "queries": {"law", "evidence", "records", "errors"},
    "services": {
        "law",
        "evidence",
        "records",
        "queries",
        "documents",
        "errors",
        "progress",
        "translate",
        "changes",
    },
    "ui": {
        "law",
        "evidence",
        "services",
        "queries",
        "changes",
        "settings",
        "translate",
        "wording",
        "explain",
        "law_words",
        "link_words",
        "problem_words",
        "errors",
        "progress",
        "paths",
    },
}
FOREIGN_NEVER = {
    "law": {"sqlalchemy", "PySide6", "gettext", "babel", "docxtpl", "reportlab", "sqlcipher3"},
    "evidence": {"sqlalchemy", "PySide6", "gettext", "babel", "socket", "urllib.request", "http"},
    "documents": {"sqlalchemy", "PySide6", "sqlcipher3"},
    "queries": {"PySide6"},
    "services": {"PySide6"},
    "store": {"PySide6"},
    "ui": {"sqlalchemy", "sqlcipher3", "docx", "docxtpl", "reportlab"},
}
EXEMPT = {("ui/desk.py", "store")}  # the one place where threads and transactions live


def imports(path: Path) -> set[str]:
    """Every module a file imports, in full; imports for type checkers count too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def allowed(room: str, module: str) -> bool:
    """Say whether `module` (without the package's name) may be imported from `room`."""
    return any(module == name or module.startswith(f"{name}.") for name in ROOMS[room] | {room} | EVERYWHERE)


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_room_imports_only_what_the_table_allows(room: str) -> None:
    wrong = []
    for path in sorted((PACKAGE / room).rglob("*.py")):
        here = path.relative_to(PACKAGE).as_posix()
        ours = {m.removeprefix("casedesk.") for m in imports(path) if m.startswith("casedesk.")}
        wrong += [
            f"{here} imports {module}"
            for module in sorted(ours)
            if not allowed(room, module) and (here, module.split(".")[0]) not in EXEMPT
        ]
    assert wrong == []


@pytest.mark.parametrize("room", sorted(FOREIGN_NEVER))
def test_a_room_never_meets_the_libraries_it_must_not_know(room: str) -> None:
    wrong = [
        f"{path.relative_to(PACKAGE).as_posix()} imports {module}"
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for module in imports(path)
        for never in FOREIGN_NEVER[room]
        if module == never or module.startswith(f"{never}.")
    ]
    assert wrong == []


@pytest.mark.parametrize("room", ["law", "evidence", "queries", "documents"])
def test_no_clock_is_read_where_today_is_an_argument(room: str) -> None:
    wrong = [
        f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in {"today", "now", "utcnow"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"date", "datetime", "time"}
    ]
    assert wrong == []


def test_only_the_command_line_reaches_the_desk_from_a_command() -> None:
    wrong = [
        path.name
        for path in sorted((PACKAGE / "cli").glob("*.py"))
        if path.name != "demo.py" and any(m.startswith("casedesk.ui") for m in imports(path))
    ]
    assert wrong == []


def test_no_file_is_made_outside_the_workspace_by_a_temporary_file_module() -> None:
    wrong = [str(path) for path in sorted(PACKAGE.rglob("*.py")) if "tempfile" in imports(path)]
    assert wrong == []


def test_every_module_says_what_it_is_in_its_first_line() -> None:
    silent = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        if not text or not text.splitlines()[0].endswith((".", "?")):
            silent.append(path.relative_to(PACKAGE).as_posix())
    assert silent == []
