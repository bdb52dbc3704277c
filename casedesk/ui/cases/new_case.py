"""A first contact: one page, savable from the first field; a case that looks the same is shown before."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from casedesk.errors import CasedeskError, InvalidInput
from casedesk.queries.cases import CaseRow, case_rows
from casedesk.services import cases
from casedesk.translate import _
from casedesk.ui import places, words
from casedesk.ui.desk import Desk, Session
from casedesk.ui.screen import Screen
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.day_field import DayField
from casedesk.ui.widgets.line import Line

if TYPE_CHECKING:
    from casedesk.law.pack import Pack

ENOUGH = 3  # letters from which a case that looks the same is looked for


class NewCase(Screen):
    """Asks for a pseudonym, and for whatever else is already known."""

    back: QPushButton
    pseudonym: QLineEdit
    pseudonym_problem: QLabel
    same: CardList
    jurisdiction: QComboBox
    place: QComboBox
    opened_on: DayField
    day_problem: QLabel
    safe_contact: QLineEdit
    safe_hours: QLineEdit
    never: QLineEdit
    danger_note: QLineEdit
    referent: QLineEdit
    consent_follow_up: QCheckBox
    consent_sharing: QCheckBox
    consent_statistics: QCheckBox
    save: QPushButton
    problem: QLabel

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._packs: Mapping[str, Pack] = {}
        for label in (self.pseudonym_problem, self.day_problem, self.problem, self.same):
            label.hide()
        self.opened_on.today = desk.today()
        self.opened_on.show_day(desk.today())
        self.same.columns(Column(lambda: _("Cases that look the same"), lambda row: row.pseudonym, line=_same_line))
        self.same.chosen.connect(self.on_same)
        self.same.acted.connect(self.on_same)
        self.pseudonym.textEdited.connect(self.on_typed)
        self.jurisdiction.currentIndexChanged.connect(self.on_jurisdiction)
        self.back.clicked.connect(self.leaving)
        self.save.clicked.connect(self.on_save)
        desk.run(lambda _progress: desk.packs, self.show_packs)

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.pseudonym

    def show_packs(self, packs: Mapping[str, "Pack"]) -> None:
        """List the countries."""
        self._packs = packs
        for pack in packs.values():
            self.jurisdiction.addItem(words.jurisdiction(pack.id), pack.id)

    def on_jurisdiction(self) -> None:
        """List the calendars of the country chosen."""
        pack = self._packs.get(str(self.jurisdiction.currentData()))
        self.place.clear()
        for name in pack.places if pack else ():
            self.place.addItem(words.place(name), name)
        self.place.setEnabled(self.place.count() > 1)

    def on_typed(self, text: str) -> None:
        """Look for a case that already has this name."""
        self.pseudonym_problem.hide()
        if len(text.strip()) < ENOUGH:
            self.show_same("", ())
            return
        desk = self.desk
        desk.read(
            lambda session: case_rows(session, desk.packs, desk.today(), text),
            partial(self.show_same, text),
        )

    def show_same(self, text: str, rows: tuple[CaseRow, ...]) -> None:
        """Show the cases that look the same, unless more was typed meanwhile."""
        if not text or text == self.pseudonym.text():
            self.same.show_rows(rows[:3])

    def on_same(self, row: CaseRow) -> None:
        """Open the case that was already there."""
        self.going.emit(places.CaseAt(row.id))

    def on_save(self) -> None:
        """Open the case."""
        self.day_problem.hide()
        self.problem.hide()
        today = self.desk.today()
        try:
            opened_on = self.opened_on.day() or today
        except InvalidInput as error:
            self.show_refusal(error)
            return
        desk, now = self.desk, self.desk.now()
        jurisdiction = str(self.jurisdiction.currentData() or "")
        place = str(self.place.currentData() or "")
        fields = self._fields()

        def job(session: Session) -> str:
            return cases.open_case(
                session, desk.packs, jurisdiction=jurisdiction, place=place, opened_on=opened_on, now=now, **fields
            )

        self.save.setEnabled(False)
        desk.write(job, self.on_saved, self.show_refusal)

    def _fields(self) -> cases.CaseFields:
        today = self.desk.today()
        return {
            "pseudonym": self.pseudonym.text(),
            "referent": self.referent.text(),
            "safe_contact": self.safe_contact.text(),
            "safe_hours": self.safe_hours.text(),
            "never": self.never.text(),
            "danger_note": self.danger_note.text(),
            "consent_follow_up_on": today if self.consent_follow_up.isChecked() else None,
            "consent_sharing_on": today if self.consent_sharing.isChecked() else None,
            "consent_statistics_on": today if self.consent_statistics.isChecked() else None,
        }

    def on_saved(self, case_id: str) -> None:
        """Go to the case."""
        self.going.emit(places.CaseAt(case_id))

    def show_refusal(self, error: CasedeskError) -> None:
        """Show a refusal under its field."""
        self.save.setEnabled(True)
        name = error.field if isinstance(error, InvalidInput) else ""
        label = {"pseudonym": self.pseudonym_problem, "opened_on": self.day_problem}.get(name, self.problem)
        label.setText(words.refusal(error.sentence))
        label.show()
        field = self.findChild(QWidget, name) if name else None
        if field is not None:
            field.setFocus()


def _same_line(row: CaseRow) -> Line:
    return Line(
        title=row.pseudonym,
        after=words.stage(row.stage),
        detail=_("This case is already there."),
        action=_("Open it"),
    )
