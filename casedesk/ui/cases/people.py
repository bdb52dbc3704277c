"""Personnes: who is in the case, masked until a reason is given."""

from typing import assert_never

from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from casedesk import wording
from casedesk.errors import CasedeskError, InvalidInput
from casedesk.queries.case_sheet import PersonRow
from casedesk.queries.people import PersonSheet
from casedesk.queries.values import Address, Role
from casedesk.services import people
from casedesk.services.people import PersonFields, Reason
from casedesk.translate import _
from casedesk.ui import words
from casedesk.ui.cases.case_page import CasePage
from casedesk.ui.desk import Desk, Session
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.day_field import DayField
from casedesk.ui.widgets.line import Line


class People(CasePage):
    """The list at the left; one person at the right."""

    columns: QBoxLayout
    rows: CardList
    nobody: QLabel
    add_person: QPushButton
    sheet_card: QFrame
    sheet_title: QLabel
    masked: QWidget
    reason: QComboBox
    reveal: QPushButton
    identity: QWidget
    role: QComboBox
    addressed_as: QComboBox
    given_name: QLineEdit
    family_name: QLineEdit
    born_on: DayField
    birth_place: QLineEdit
    nationality: QLineEdit
    profession: QLineEdit
    address: QPlainTextEdit
    phone: QLineEdit
    email: QLineEdit
    accounts: QLineEdit
    domiciled: QCheckBox
    problem: QLabel
    save: QPushButton
    cancel: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._person_id: str | None = None
        self._lines = {
            "given_name": self.given_name,
            "family_name": self.family_name,
            "birth_place": self.birth_place,
            "nationality": self.nationality,
            "profession": self.profession,
            "phone": self.phone,
            "email": self.email,
        }
        self.born_on.today = desk.today()
        for combo, values in ((self.reason, Reason), (self.role, Role), (self.addressed_as, Address)):
            for value in values:
                combo.addItem("", value)
        self.rows.columns(Column(lambda: "", lambda row: person_line(row).said, line=person_line))
        self.rows.chosen.connect(self.on_person)
        self.rows.acted.connect(self.on_person)
        self.add_person.clicked.connect(self.on_add)
        self.reveal.clicked.connect(self.on_reveal)
        self.save.clicked.connect(self.on_save)
        self.cancel.clicked.connect(self.on_close)
        self.sheet_card.hide()
        self.say()

    def say(self) -> None:
        """Word the page."""
        for index, reason in enumerate(Reason):
            self.reason.setItemText(index, _reason(reason))
        for index, role in enumerate(Role):
            self.role.setItemText(index, words.role(role))
        for index, text in enumerate((_("Madam"), _("Sir"), _("neither"))):
            self.addressed_as.setItemText(index, text)
        if self.sheet is None:
            return
        self.rows.show_rows(self.sheet.people)
        self.nobody.setVisible(not self.sheet.people)
        self.add_person.setVisible(self.sheet.header.closed_on is None)

    def on_person(self, row: PersonRow) -> None:
        """Ask why the identity is needed."""
        self._person_id = row.id
        self.sheet_title.setText(words.role(row.role))
        self.problem.hide()
        self.identity.hide()
        self.masked.show()
        self.sheet_card.show()
        self.reason.setFocus()

    def on_reveal(self) -> None:
        """Show the identity; the journal keeps that it was shown, and why."""
        person_id, now = self._person_id, self.desk.now()
        reason = Reason(self.reason.currentData())
        if person_id is None:
            return
        self.desk.write(
            lambda session: people.reveal_person(session, person_id, reason, now=now), self.show_person, self._refuse
        )

    def on_add(self) -> None:
        """Begin a new person."""
        has_hers = self.sheet is not None and any(row.role is Role.ACCOMPANIED for row in self.sheet.people)
        empty = PersonSheet(
            id="",
            case_id="",
            role=Role.AUTHOR if has_hers else Role.ACCOMPANIED,
            addressed_as=Address.NEUTRAL if has_hers else Address.MADAM,
            given_name="",
            family_name="",
            born_on=None,
            birth_place="",
            nationality="",
            profession="",
            address="",
            phone="",
            email="",
            accounts=(),
            domiciled_at_association=False,
            domicile_agreed_on=None,
        )
        self.sheet_title.setText(_("New person"))
        self.show_person(empty)
        self._person_id = None
        self.role.setFocus()

    def show_person(self, person: PersonSheet) -> None:
        """Show an identity in the clear."""
        self._person_id = person.id or None
        self.masked.hide()
        self.problem.hide()
        self.role.setCurrentIndex(self.role.findData(person.role))
        self.addressed_as.setCurrentIndex(self.addressed_as.findData(person.addressed_as))
        for name, field in self._lines.items():
            field.setText(getattr(person, name))
        self.born_on.show_day(person.born_on)
        self.address.setPlainText(person.address)
        self.accounts.setText(", ".join(person.accounts))
        self.domiciled.setChecked(person.domiciled_at_association)
        self.identity.show()
        self.sheet_card.show()

    def on_save(self) -> None:
        """Write the person down."""
        if self.sheet is None:
            return
        today, now, case_id, person_id = self.desk.today(), self.desk.now(), self.sheet.header.id, self._person_id
        role = Role(self.role.currentData())
        try:
            fields = self._fields()
        except InvalidInput as error:
            self._refuse(error)
            return

        def job(session: Session) -> str:
            return people.save_person(session, case_id, role=role, today=today, now=now, person_id=person_id, **fields)

        self.desk.write(job, self.on_saved, self._refuse)

    def _fields(self) -> PersonFields:
        accounts = tuple(part.strip() for part in self.accounts.text().replace("\n", ",").split(",") if part.strip())
        domiciled = self.domiciled.isChecked()
        return {
            "addressed_as": Address(self.addressed_as.currentData()),
            "given_name": self.given_name.text(),
            "family_name": self.family_name.text(),
            "born_on": self.born_on.day(),
            "birth_place": self.birth_place.text(),
            "nationality": self.nationality.text(),
            "profession": self.profession.text(),
            "address": self.address.toPlainText(),
            "phone": self.phone.text(),
            "email": self.email.text(),
            "accounts": accounts,
            "domiciled_at_association": domiciled,
            "domicile_agreed_on": self.desk.today() if domiciled else None,
        }

    def on_saved(self, _person_id: str) -> None:
        """Mask her again."""
        self.on_close()
        self.said.emit(_("Saved. The identity is masked again."))

    def on_close(self) -> None:
        """Put the identity away, and forget what was shown."""
        self.sheet_card.hide()
        self._person_id = None
        for field in (*self._lines.values(), self.born_on, self.accounts):
            field.clear()
        self.address.clear()

    def _refuse(self, error: CasedeskError) -> None:
        self.problem.setText(words.refusal(error.sentence))
        self.problem.show()


def person_line(row: PersonRow) -> Line:
    """Word a person without naming her."""
    parts = []
    if row.accounts:
        parts.append(wording.and_list(row.accounts))
    parts.append(_("identity recorded, masked") if row.named else _("no identity recorded"))
    if row.minor_at_facts:
        parts.append(_("minor at the time of the facts"))
    if row.domiciled_at_association:
        parts.append(_("address of the association in letters"))
    return Line(
        title=words.role(row.role), detail=" · ".join(parts), action=_("Show…") if row.named else _("Complete…")
    )


def _reason(reason: Reason) -> str:
    match reason:
        case Reason.LETTER:
            return _("to write a letter")
        case Reason.CONTACT:
            return _("to contact her")
        case Reason.CHECK:
            return _("to check that it is the same person")
        case Reason.RIGHTS:
            return _("she asks to see or correct what is kept")
    assert_never(reason)
