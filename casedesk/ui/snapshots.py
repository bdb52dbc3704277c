"""A picture of each main screen, taken without a screen: for the demonstration and for whoever looks at the design."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from casedesk import settings, translate
from casedesk.queries.case_sheet import CaseSheet, case_sheet
from casedesk.queries.cases import case_rows
from casedesk.queries.today import today_sheet
from casedesk.ui import places
from casedesk.ui.desk import Desk
from casedesk.ui.gettext_bridge import Languages
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import LawPage, Page
from casedesk.ui.theme import Look, Theme
from casedesk.ui.today.today import Today

if TYPE_CHECKING:
    from casedesk.law.pack import Pack

WIDTH, HEIGHT = 1366, 768
PATIENCE = 20_000  # milliseconds after which a screen that does not answer is pictured as it is


def grab_screens(
    workspace: Any,  # an open store.workspace.Workspace; it is left open
    packs: Mapping[str, "Pack"],
    today: date,
    out: Path,
    themes: Sequence[str] = ("light", "dark"),
) -> list[Path]:
    """Write a PNG of each main screen in each look, named `<number>-<screen>-<look>.png`, and list them.

    Raises:
        OSError: the folder cannot be written.
    """
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["casedesk", "-style", "Fusion"])
    languages = Languages(application, translate.language())
    languages.complete()
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name in themes:
        theme = Theme(application, Look(name))
        try:
            written += _Photographer(_Borrowed(workspace), packs, today, out, name).run()
        finally:
            theme.deleteLater()
    languages.deleteLater()
    return written


class _Borrowed:
    """A workspace that its lender closes."""

    def __init__(self, workspace: Any) -> None:
        self._workspace = workspace

    def __getattr__(self, name: str) -> Any:
        return getattr(self._workspace, name)

    def close(self) -> None:
        """Leave it open."""


class _Photographer:
    """Goes from screen to screen in one look."""

    def __init__(self, workspace: Any, packs: Mapping[str, "Pack"], today: date, out: Path, look: str) -> None:
        noon = datetime.combine(today, time(12), UTC)
        self._desk = Desk(clock=lambda: noon, packs=packs)
        self._workspace = workspace
        self._out = out
        self._look = look
        folder = settings.Settings().folder
        self._window = MainWindow(self._desk, Path(folder) if folder else None, Path.home() / "casedesk")
        self._window.door.unlock.show_folder(Path.home() / "casedesk")
        self._window.resize(WIDTH, HEIGHT)
        self._number = 0

    def run(self) -> Iterator[Path]:
        """Take each picture."""
        self._window.show()
        yield self._take("ouvrir")
        self._desk.take(self._workspace)
        workbench = self._window.workbench
        yield self._take("aujourdhui")
        page = workbench.pages.page
        if isinstance(page, Today) and page.deadlines.model().rowCount():
            page.on_why(page.deadlines.row_at(0))
            yield self._take("pourquoi")
        for name, place in self._places():
            workbench.go(place)
            yield self._take(name)
        self._window.close()

    def _places(self) -> Iterator[tuple[str, places.Place]]:
        sheet = self._fullest()
        yield "dossiers", places.Cases()
        yield "nouveau-dossier", places.NewCase()
        if sheet is not None:
            case_id = sheet.header.id
            for name, page in _PAGES.items():
                yield name, places.CaseAt(case_id, page)
            yield "coller", places.AddLinks(case_id)
            yield "faits", places.AddIncident(case_id, sheet.incidents[0].id if sheet.incidents else "")
            yield "demarche", places.AddEvent(case_id)
            drafts = [row for row in sheet.letters if row.issued_at is None]
            if drafts:
                yield "redaction", places.Compose(case_id, drafts[0].model, drafts[0].id)
            elif sheet.catalogue:
                yield "redaction", places.Compose(case_id, sheet.catalogue[0].model)
        yield "calculateur", places.Law(LawPage.CALCULATOR)
        yield "regles", places.Law(LawPage.RULES)
        yield "annuaire", places.Law(LawPage.DIRECTORY)
        yield "preferences", places.Preferences()

    def _fullest(self) -> CaseSheet | None:
        """Choose the case with the most to show, among those of the board."""
        desk, today = self._desk, self._desk.today()

        def job(session: Any) -> CaseSheet | None:
            pressing = [row.case_id for row in today_sheet(session, desk.packs, today).deadlines]
            others = [row.id for row in case_rows(session, desk.packs, today)]
            sheets = [case_sheet(session, desk.packs, case_id, today) for case_id in dict.fromkeys(pressing + others)]
            return max(sheets, key=_fullness, default=None)

        return self._read(job)

    def _read(self, job: Callable[[Any], CaseSheet | None]) -> CaseSheet | None:
        found: list[CaseSheet | None] = []
        self._desk.read(job, found.append)
        self._settle(lambda: bool(found))
        return found[0] if found else None

    def _settle(self, ready: Callable[[], bool] = lambda: True) -> None:
        """Let everything asked be answered and laid out."""
        loop = QEventLoop()
        tick = QTimer()
        tick.setInterval(20)
        quiet = [0]

        def look() -> None:
            quiet[0] = quiet[0] + 1 if self._desk.is_idle and ready() else 0
            if quiet[0] >= 5:
                loop.quit()

        tick.timeout.connect(look)
        tick.start()
        QTimer.singleShot(PATIENCE, loop.quit)
        loop.exec()
        tick.stop()

    def _take(self, name: str) -> Path:
        self._settle()
        self._number += 1
        path = self._out / f"{self._number:02}-{name}-{self._look}.png"
        if not self._window.grab().save(str(path)):
            raise OSError(f"{path.name} cannot be written")
        return path


_PAGES = {
    "dossier": Page.SUMMARY,
    "personnes": Page.PEOPLE,
    "faits-et-contenus": Page.FACTS,
    "qualification": Page.QUALIFICATION,
    "calendrier": Page.CALENDAR,
    "courriers": Page.LETTERS,
}


def _fullness(sheet: CaseSheet) -> int:
    contents = sum(len(card.items) for card in sheet.incidents)
    return len(sheet.timeline) + len(sheet.race) * 3 + contents + len(sheet.letters) * 2 + len(sheet.exhibits)
