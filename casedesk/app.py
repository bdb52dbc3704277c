"""The composition root of the desktop: the only module that knows everyone."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from casedesk import paths, translate
from casedesk import settings as choices
from casedesk.settings import Settings
from casedesk.translate import _
from casedesk.ui import uncaught
from casedesk.ui.desk import Desk
from casedesk.ui.gettext_bridge import Languages
from casedesk.ui.main_window import MainWindow
from casedesk.ui.theme import Look, Theme

if TYPE_CHECKING:
    from casedesk.law.pack import Pack
    from casedesk.store.workspace import Workspace
    from casedesk.ui.crash import Crash


class App(QObject):
    """The desk, its window, and the choices that dress them."""

    def __init__(self, application: QApplication, settings: Settings, desk: Desk) -> None:
        super().__init__(application)
        application.setApplicationName("casedesk")
        application.setDesktopFileName("casedesk")
        self.settings = settings
        self._crash: Crash | None = None
        self.languages = Languages(application, settings.language)
        self.theme = Theme(application, Look(settings.look))
        self.desk = desk
        folder = Path(settings.folder) if settings.folder else None
        self.window = MainWindow(desk, folder, Path.home() / "casedesk")
        self.window.preferring.connect(self.on_preferring)
        self.window.placed.connect(self.on_placed)
        self.window.trying.connect(self.on_trying)
        desk.opened.connect(self.on_opened)
        desk.broken.connect(self.on_broken)

    def show(self) -> None:
        """Show the window where it last stood, then read what the first page needs."""
        geometry = QSettings("casedesk", "casedesk").value("geometry")
        if geometry is not None:
            self.window.restoreGeometry(geometry)
        self.window.show()
        QTimer.singleShot(0, self.on_shown)

    def on_shown(self) -> None:
        """Go on with what the first screen did not need."""
        self.languages.complete()
        self.desk.warm()

    def on_broken(self, error: Exception) -> None:
        """Say that the fault is ours."""
        if self._crash is None:
            from casedesk.ui.crash import Crash

            self._crash = Crash(self.window)
        self._crash.show_error(error)

    def on_preferring(self, page: QObject) -> None:
        """Fill the page of preferences."""
        page.show_settings(self.settings)  # type: ignore[attr-defined]
        page.chosen.connect(self.on_chosen)  # type: ignore[attr-defined]

    def on_chosen(self, settings: Settings) -> None:
        """Apply and remember a choice."""
        if settings.language != self.settings.language:
            self.languages.speak(settings.language)
        self.theme.choose(Look(settings.look))
        self.remember(settings)

    def on_placed(self, folder: Path) -> None:
        """Remember the folder of a workspace."""
        self.remember(replace(self.settings, folder=str(folder)))

    def on_opened(self) -> None:
        """Remember the folder that was opened."""
        folder = self.window.door.unlock.folder
        if folder is not None:
            self.remember(replace(self.settings, folder=str(folder)))

    def on_trying(self) -> None:
        """Open the fictional association."""
        from casedesk.demo.workspace import fictional_workspace

        desk, folder = self.desk, paths.fictional_folder()
        desk.run(lambda _progress: fictional_workspace(folder, desk.packs, desk.today(), desk.now()), desk.take)

    def remember(self, settings: Settings) -> None:
        """Write the choices; a disk that refuses is said, and nothing more."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            choices.save(settings)
        except OSError:
            self.window.say_lasting(_("Your choices could not be saved on this computer."))


def run(workspace: "Workspace | None" = None, packs: "Mapping[str, Pack] | None" = None) -> int:
    """Open the desk, at an open workspace if one is given; returns the exit code."""
    from casedesk.store import crash_dumps

    crash_dumps.forbid()
    uncaught.guard()
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    desk = Desk(packs=packs)
    app = App(application, choices.load(spoken=translate.language()), desk)
    app.show()
    if workspace is not None:
        desk.take(workspace)
    return application.exec()
