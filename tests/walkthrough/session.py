"""From an empty computer to a complaint on paper, on the real window: `python -m tests.walkthrough.session FOLDER`.

Runs in a process of its own, so that all it leaves behind can be searched. Prints what it saw as JSON.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QPushButton, QRadioButton, QWidget

from casedesk.app import App
from casedesk.settings import Settings
from casedesk.translate import _
from casedesk.ui import places
from casedesk.ui.desk import Desk
from casedesk.ui.letters.compose import Compose
from tests.walkthrough import told
from tests.walkthrough.hands import act_on, choose, find, keys, paste, pick, press, row_saying, wait, write

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
YES = True
ANSWERS = {  # what the letter still asks for
    "answers.court_town": told.COURT,
    "answers.sending_way": "lettre recommandée avec demande d’avis de réception",
    "sender.address": "3 quai des Mouettes, 22730 Trégastel",
}


class Session:
    """One caseworker, one afternoon."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.application = QApplication([])
        self.desk = Desk(clock=lambda: NOW)
        self.app = App(self.application, Settings(language="fr"), self.desk)
        self.window = self.app.window
        self.titles: set[str] = set()
        self.app.show()

    def note_titles(self) -> None:
        """Remember what a taskbar would show."""
        self.titles |= {one.windowTitle() for one in self.application.topLevelWidgets() if one.isVisible()}

    def create_workspace(self) -> str:
        """Create the workspace with the passphrase proposed; copy two groups of the recovery key back."""
        press(self.window, "create_first")
        write(self.window, "association", told.ASSOCIATION)
        write(self.window, "town", "Trégastel")
        write(self.window, "folder", str(self.folder / "desk.casedesk"))
        proposed = find(self.window, QLabel, "proposed")
        wait("a passphrase is proposed", lambda: len(proposed.text().split()) == 7)
        passphrase = proposed.text()
        write(self.window, "passphrase", passphrase)
        press(self.window, "create_it")
        key = find(self.window, QLabel, "recovery_key").text().split()
        for which in ("first", "second"):
            number = int(find(self.window, QLabel, f"{which}_label").text().split()[-1])
            write(self.window, which, key[number - 1])
        press(self.window, "go_in")
        wait("the day's board", lambda: self.place == places.Today())
        self.note_titles()
        return passphrase

    def open_case(self) -> None:
        """Open a case with a pseudonym and a safe way to write to her."""
        keys(self.window, Qt.Key.Key_N)
        write(self.window, "pseudonym", told.PSEUDONYM)
        write(self.window, "safe_contact", told.SAFE_CONTACT)
        press(self.window, "consent_sharing")
        press(self.window, "save")
        wait("the case", lambda: isinstance(self.place, places.CaseAt))

    @property
    def place(self) -> places.Place | None:
        """Where she is; None before the door."""
        return self.window.workbench.place if self.window.is_open else None

    @property
    def case_id(self) -> str:
        """The case being worked on."""
        place = self.place
        assert isinstance(place, places.CaseAt | places.Compose | places.AddLinks | places.AddIncident)
        return place.case_id

    def name_person(self) -> None:
        """Write down who she is, domiciled at the association."""
        self.window.workbench.go(places.CaseAt(self.case_id, places.Page.PEOPLE))
        press(self.window, "add_person")
        for name, text in (
            ("given_name", told.GIVEN_NAME),
            ("family_name", told.FAMILY_NAME),
            ("born_on", "14/03/1998"),
            ("birth_place", told.BIRTH_PLACE),
            ("nationality", "française"),
            ("profession", "luthière"),
            ("phone", told.PHONE),
        ):
            write(self.window, name, text)
        paste(self.window, "address", told.ADDRESS)
        press(self.window, "save")
        wait("her row", lambda: row_saying(self.window, "rows", _("Person accompanied")) is not None)

    def tell_facts(self) -> None:
        """Say what happened."""
        self.window.workbench.go(places.AddIncident(self.case_id))
        write(self.window, "title", told.TITLE)
        paste(self.window, "account_of_facts", told.ACCOUNT_OF_FACTS)
        write(self.window, "when_day", "21/10/2026")
        choose(self.window, "online", YES)
        choose(self.window, "public", YES)
        press(self.window, "save")
        wait("the case again", lambda: isinstance(self.place, places.CaseAt))

    def paste_link(self) -> None:
        """Paste the address of the content; it is read without being opened."""
        self.window.workbench.go(places.AddLinks(self.case_id))
        find(self.window, QRadioButton, "minor_no").click()
        paste(self.window, "pasted", f"regarde ça {told.LINK} stp")
        row_saying(self.window, "read_rows", told.HANDLE)
        press(self.window, "save")
        press(self.window, "done")
        wait("the case again", lambda: isinstance(self.place, places.CaseAt))

    def qualify(self) -> None:
        """Choose the offence."""
        self.window.workbench.go(places.CaseAt(self.case_id, places.Page.QUALIFICATION))
        write(self.window, "search", "226-8-1")
        pick(self.window, "offences", "226-8-1", Qt.Key.Key_Space)
        row_saying(self.window, "chosen", "226-8-1")

    def ask_why(self) -> str:
        """Find the case on the board, then ask why its first date is what it is."""
        self.window.workbench.go(places.Today())
        row_saying(self.window, "deadlines", told.PSEUDONYM)
        pick(self.window, "deadlines", told.PSEUDONYM)
        wait("its calendar", lambda: isinstance(self.place, places.CaseAt))
        keys(self.window, Qt.Key.Key_1)
        act_on(self.window, "deadlines", told.PSEUDONYM)
        panel = find(self.window, QWidget, "panel")
        return find(panel, QLabel, "legal").text()

    def write_complaint(self) -> list[str]:
        """Answer only what is missing, have it read by somebody else, issue the letter, save both files."""
        self.window.workbench.go(places.Compose(self._case, "plainte_simple"))
        page = self.window.workbench.pages.page
        assert isinstance(page, Compose)
        for fact, answer in ANSWERS.items():
            fill = paste if isinstance(find(page, QWidget, fact), QPlainTextEdit) else write
            fill(page, fact, answer)
            wait(f"{fact} is taken", lambda: page.is_settled)
        self.next_act(page, _("Ask for a second reading"))
        self.next_act(page, _("Approve…"))
        write(page, "who", "Odile")
        press(page, "confirm")
        self.next_act(page, _("Issue this letter"))
        out = self.folder / "out"
        out.mkdir()
        setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(out))  # noqa: B010 - the system's own dialog
        self.next_act(page, _("Save both files…"))
        wait("both files", lambda: len(list(out.glob("*.docx"))) == len(list(out.glob("*.pdf"))) == 1)
        self.note_titles()
        return sorted(file.name for file in out.iterdir())

    def next_act(self, page: Compose, said: str) -> None:
        """Do what the page proposes next, once it is what one expects."""
        button = find(page, QPushButton, "next_act")
        wait(said, lambda: page.is_settled and button.isEnabled() and button.text() == said)
        press(page, "next_act")

    def lock_and_open(self, passphrase: str) -> None:
        """Lock, then find the case again."""
        keys(self.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        self.note_titles()
        write(self.window, "passphrase", passphrase)
        press(self.window, "open_it")
        wait("the day's board", lambda: self.place == places.Today())
        row_saying(self.window, "deadlines", told.PSEUDONYM)

    def run(self) -> dict[str, object]:
        """Do all of it."""
        passphrase = self.create_workspace()
        self.open_case()
        self._case = self.case_id
        self.name_person()
        self.tell_facts()
        self.paste_link()
        self.qualify()
        why = self.ask_why()
        files = self.write_complaint()
        self.lock_and_open(passphrase)
        self.window.close()
        return {"files": files, "titles": sorted(self.titles), "why": why, "passphrase": passphrase}


if __name__ == "__main__":
    print(json.dumps(Session(Path(sys.argv[1])).run()))
