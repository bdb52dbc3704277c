"""Saying what was done to her: only a few words are needed, and a day is never forced."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from casedesk.errors import CasedeskError, Conflict, InvalidInput, NotFound
from casedesk.queries.case_sheet import CaseSheet, IncidentCard, case_sheet
from casedesk.services import incidents
from casedesk.services.incidents import IncidentFields
from casedesk.translate import N_, _
from casedesk.ui import places
from casedesk.ui.desk import Desk, Session
from casedesk.ui.incidents import figures
from casedesk.ui.problems import Problems
from casedesk.ui.screen import Screen
from casedesk.ui.widgets.when_field import WhenField

WIDE = 780  # pixels under which the columns go one under the other

_ANSWERS: tuple[tuple[bool | None, str], ...] = (
    (None, N_("Not known yet")),
    (True, N_("Yes")),
    (False, N_("No")),
)
_CURRENCIES = {
    "EUR": N_("euros"),
    "XOF": N_("CFA francs (XOF)"),
    "XAF": N_("CFA francs (XAF)"),
    "USD": N_("US dollars"),
    "GBP": N_("pounds sterling"),
    "CHF": N_("Swiss francs"),
    "CAD": N_("Canadian dollars"),
    "MAD": N_("Moroccan dirhams"),
    "DZD": N_("Algerian dinars"),
    "GNF": N_("Guinean francs"),
}
_USUAL = {"fr": "EUR", "ml": "XOF"}  # the currency of each country


class AddIncident(Screen):
    """New facts, or some to complete; a change made elsewhere meanwhile is never written over."""

    back: QPushButton
    heading: QLabel
    lead: QLabel
    columns: QBoxLayout
    title: QLineEdit
    when: WhenField
    account_of_facts: QPlainTextEdit
    online: QComboBox
    public: QComboBox
    where: QLineEdit
    amount: QLineEdit
    currency: QComboBox
    effects: QPlainTextEdit
    incapacity_days: QLineEdit
    save: QPushButton
    reload: QPushButton

    def __init__(self, desk: Desk, place: places.AddIncident, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._place = place
        self._pseudonym = ""
        self._card: IncidentCard | None = None
        days = ("earliest_on", "latest_on", "instant_at", "when_day", "when_last")
        self._problems = Problems(self, dict.fromkeys(days, "when"))
        for combo in (self.online, self.public):
            for answer, _words in _ANSWERS:
                combo.addItem("", answer)
        for currency in _CURRENCIES:
            self.currency.addItem("", currency)
        self.when.setFocusProxy(self.when.when_known)
        self.when.set_today(desk.today())
        self.back.clicked.connect(self.leaving)
        self.save.clicked.connect(self.on_save)
        self.reload.clicked.connect(self.read)
        self.reload.hide()
        # Nothing is written before what is already there was read: an incident would be written over by empty fields.
        self.save.setEnabled(not place.incident_id)
        self.say()
        self.read()

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.title

    def read(self) -> None:
        """Ask for the case."""
        desk, case_id = self.desk, self._place.case_id
        desk.read(
            lambda session: case_sheet(session, desk.packs, case_id, desk.today()), self.show_case, self._problems.show
        )

    def say(self) -> None:
        """Word what the form does not."""
        for combo in (self.online, self.public):
            for index, (_answer, words) in enumerate(_ANSWERS):
                combo.setItemText(index, _(words))
        for index in range(self.currency.count()):
            code = str(self.currency.itemData(index))
            self.currency.setItemText(index, _(_CURRENCIES[code]) if code in _CURRENCIES else code)
        self.heading.setText(_("Complete the facts") if self._place.incident_id else _("Add facts"))
        self.lead.setText(
            _("{case} · a few words are enough; the rest can come later.").format(case=self._pseudonym)
            if self._pseudonym
            else ""
        )

    def show_case(self, sheet: CaseSheet) -> None:
        """Show the incident to complete, or in which currency one counts there."""
        self._problems.clear()
        self.reload.hide()
        self._pseudonym = sheet.header.pseudonym
        self.say()
        if not self._place.incident_id:
            self._show_currency(_USUAL.get(sheet.header.jurisdiction, ""))
            return
        card = next((card for card in sheet.incidents if card.id == self._place.incident_id), None)
        if card is None:
            self._problems.show(NotFound(_("These facts are no longer there. Go back and open the case again.")))
            return
        self.save.setEnabled(True)
        self.show_incident(card)
        if not card.currency:
            self._show_currency(_USUAL.get(sheet.header.jurisdiction, ""))

    def show_incident(self, card: IncidentCard) -> None:
        """Show what is known of an incident."""
        self._card = card
        self.title.setText(card.title)
        self.when.show_when(card.when)
        self.account_of_facts.setPlainText(card.account_of_facts)
        self.online.setCurrentIndex(self.online.findData(card.online))
        self.public.setCurrentIndex(self.public.findData(card.public))
        self.where.setText(card.where)
        self.amount.setText(figures.shown(card.amount))
        self._show_currency(card.currency)
        self.effects.setPlainText(card.effects)
        self.incapacity_days.setText("" if card.incapacity_days is None else str(card.incapacity_days))

    def _show_currency(self, code: str) -> None:
        if code and self.currency.findData(code) < 0:
            self.currency.addItem(code, code)
        self.currency.setCurrentIndex(max(self.currency.findData(code), 0))

    def on_save(self) -> None:
        """Write the facts down."""
        self._problems.clear()
        try:
            fields = self._fields()
        except InvalidInput as error:
            self._problems.show(error)
            return
        desk, card, case_id = self.desk, self._card, self._place.case_id
        today, now = desk.today(), desk.now()

        def job(session: Session) -> None:
            if card is None:
                incidents.add_incident(session, desk.packs, case_id, today=today, now=now, **fields)
            else:
                incidents.update_incident(session, desk.packs, card.id, card.version, today=today, now=now, **fields)

        self.save.setEnabled(False)
        desk.write(job, self.on_saved, self.show_refusal)

    def _fields(self) -> IncidentFields:
        """Gather what is typed.

        Raises:
            InvalidInput: a day or a figure cannot be read.
        """
        when = self.when.when()
        known = self._card.when if self._card else None
        amount = figures.amount("amount", self.amount.text())
        same_day = (
            known is not None
            and when is not None
            and (known.earliest, known.latest)
            == (
                when.earliest,
                when.latest,
            )
        )
        return {
            "title": self.title.text(),
            "account_of_facts": self.account_of_facts.toPlainText(),
            "earliest_on": when.earliest if when else None,
            "latest_on": when.latest if when else None,
            "instant_at": known.instant if known is not None and same_day else None,
            "online": self.online.currentData(),
            "public": self.public.currentData(),
            "where": self.where.text(),
            "amount": amount,
            "currency": "" if amount is None else str(self.currency.currentData()),
            "effects": self.effects.toPlainText(),
            "incapacity_days": figures.days("incapacity_days", self.incapacity_days.text()),
        }

    def on_saved(self, _nothing: None) -> None:
        """Go back to where the person came from."""
        self.said.emit(_("The facts are written down."))
        self.leaving.emit()

    def show_refusal(self, error: CasedeskError) -> None:
        """Show a refusal under its field; what was typed stays."""
        self.save.setEnabled(True)
        self.reload.setVisible(isinstance(error, Conflict) and self._card is not None)
        self._problems.show(error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns one under the other where there is no room."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        self.columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
