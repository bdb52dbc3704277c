"""Noting a step: what was attempted, filed, sent or answered, when, and what proves it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPlainTextEdit, QPushButton, QWidget

from casedesk.errors import CasedeskError, InvalidInput
from casedesk.law.facts import ANNOUNCED, Happening
from casedesk.law_words import happening_name
from casedesk.queries.case_sheet import CaseSheet, IncidentCard, ItemRow, case_sheet
from casedesk.services import events, exhibits
from casedesk.services.exhibits import Shows
from casedesk.translate import _
from casedesk.ui import fonts, places, words
from casedesk.ui.desk import Desk, Session
from casedesk.ui.events.consequence import consequence
from casedesk.ui.events.steps import STEPS, known_to, reference_example
from casedesk.ui.problems import Problems
from casedesk.ui.screen import Screen
from casedesk.ui.widgets.when_field import WhenField

_NONE, _NEW = "", "new"  # what proves a step, beside the exhibits of the case


class AddEvent(Screen):
    """Dates follow from what is noted here; none is typed."""

    back: QPushButton
    lead: QLabel
    what: QComboBox
    help_room: QWidget
    consequence: QLabel
    when: WhenField
    about: QComboBox
    reference: QLineEdit
    exhibit: QComboBox
    paper_room: QWidget
    paper_title: QLineEdit
    paper_hint: QLabel
    note: QPlainTextEdit
    save: QPushButton

    def __init__(self, desk: Desk, place: places.AddEvent, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._place = place
        self._sheet: CaseSheet | None = None
        others = dict.fromkeys(("earliest_on", "latest_on", "instant_at", "when_day", "when_last"), "when")
        others |= {"title": "paper_title", "incident_id": "about", "item_id": "about", "exhibit_id": "exhibit"}
        self._problems = Problems(self, others)
        self._list_steps(place.what)
        self.when.setFocusProxy(self.when.when_known)
        self.when.set_today(desk.today())
        self.what.currentIndexChanged.connect(self.on_what)
        self.exhibit.currentIndexChanged.connect(self.on_exhibit)
        self.back.clicked.connect(self.leaving)
        self.save.clicked.connect(self.on_save)
        self.say()
        self.on_exhibit()
        desk.read(
            lambda session: case_sheet(session, desk.packs, place.case_id, desk.today()),
            self.show_case,
            self._problems.show,
        )

    def _list_steps(self, chosen: str) -> None:
        """List the steps under the title of their group; a title cannot be chosen."""
        self.what.addItem("", None)
        for group, steps in STEPS.items():
            self.what.addItem(group, group)
            for what in steps:
                self.what.addItem("", what)
        model = self.what.model()
        for index in range(self.what.count()):
            if isinstance(model, QStandardItemModel) and self.what.itemData(index) in STEPS:
                model.item(index).setFlags(Qt.ItemFlag.NoItemFlags)
                model.item(index).setFont(fonts.font(fonts.Role.SECTION))
        self.what.setCurrentIndex(max(self.what.findData(chosen), 0) if chosen else 0)

    def _keep_known(self, known: frozenset[Happening]) -> None:
        """Hide the steps that the law of the case's country never speaks of, with the groups they leave empty."""
        model, view = self.what.model(), self.what.view()
        kept = {group for group, steps in STEPS.items() if not known.isdisjoint(steps)}
        for index in range(1, self.what.count()):
            data = self.what.itemData(index)
            hidden = data not in kept if data in STEPS else Happening(data) not in known
            if hidden and index != self.what.currentIndex() and isinstance(view, QListView):
                view.setRowHidden(index, True)  # noqa: FBT003 - Qt names no keyword
                if isinstance(model, QStandardItemModel):
                    model.item(index).setFlags(Qt.ItemFlag.NoItemFlags)

    def first_focus(self) -> QWidget:
        """Where the cursor goes."""
        return self.when if self._place.what else self.what

    def show_case(self, sheet: CaseSheet) -> None:
        """Offer the steps that the country's law speaks of, what a step can be about, and what can prove it."""
        self._sheet = sheet
        self._keep_known(known_to(self.desk.packs[sheet.header.jurisdiction]))
        self.about.addItem("", ("", ""))
        for card in sheet.incidents:
            self.about.addItem("", ("incident", card.id))
            for row in card.items:
                self.about.addItem("", ("item", row.id))
        for row in sheet.loose_items:
            self.about.addItem("", ("item", row.id))
        self.exhibit.addItem("", _NONE)
        for exhibit in sheet.exhibits:
            self.exhibit.addItem("", exhibit.id)
        self.exhibit.addItem("", _NEW)
        self.say()

    def say(self) -> None:
        """Word the page."""
        for index in range(self.what.count()):
            data = self.what.itemData(index)
            self.what.setItemText(index, _("choose…") if data is None else _step(data))
        if self._sheet is not None:
            self._say_case(self._sheet)
        self.on_what()

    def _say_case(self, sheet: CaseSheet) -> None:
        """Word what depends on the case."""
        self.lead.setText(
            _("{case} · dates follow by themselves from what is noted here.").format(case=sheet.header.pseudonym)
        )
        rows: list[IncidentCard | ItemRow] = []
        for card in sheet.incidents:
            rows += [card, *card.items]
        self.about.setItemText(0, _("the whole case"))
        for index, row in enumerate((*rows, *sheet.loose_items), start=1):
            self.about.setItemText(index, _about(row))
        self.exhibit.setItemText(0, _("none yet"))
        for index, exhibit in enumerate(sheet.exhibits, start=1):
            self.exhibit.setItemText(
                index, _("Exhibit {number}: {title}").format(number=exhibit.number, title=exhibit.title)
            )
        self.exhibit.setItemText(self.exhibit.count() - 1, _("describe a new paper…"))
        number = max((exhibit.number for exhibit in sheet.exhibits), default=0) + 1
        self.paper_hint.setText(_("It takes number {number}, which will never change.").format(number=number))

    def _what(self) -> Happening | None:
        data = self.what.currentData()
        return Happening(data) if data is not None and data not in STEPS else None

    def on_what(self) -> None:
        """Say what the step chosen does to the dates."""
        what = self._what()
        self.when.look_ahead(ahead=what in ANNOUNCED)
        if what is None or self._sheet is None:
            self.help_room.hide()
            return
        self.consequence.setText(consequence(self.desk.packs[self._sheet.header.jurisdiction], what))
        self.help_room.show()
        self.reference.setPlaceholderText(reference_example(what))

    def on_exhibit(self) -> None:
        """Ask what a new paper is."""
        self.paper_room.setVisible(self.exhibit.currentData() == _NEW)

    def on_save(self) -> None:
        """Note the step."""
        self._problems.clear()
        what = self._what()
        if what is None:
            self._problems.show(InvalidInput("what", _("Choose what happened or was done.")))
            return
        try:
            when = self.when.when()
        except InvalidInput as error:
            self._problems.show(error)
            return
        desk, case_id = self.desk, self._place.case_id
        today, now = desk.today(), desk.now()
        proof, paper = self.exhibit.currentData() or _NONE, self.paper_title.text()
        kind, subject = self.about.currentData() or ("", "")
        reference, note = self.reference.text(), self.note.toPlainText()

        def job(session: Session) -> None:
            exhibit_id = proof or None
            if proof == _NEW:
                exhibit_id = exhibits.add_exhibit(
                    session,
                    desk.packs,
                    case_id,
                    title=paper,
                    content=None,
                    seal=desk.seal,
                    shows=Shows.PAPER,
                    today=today,
                    now=now,
                )
            events.add_event(
                session,
                case_id,
                what,
                today=today,
                now=now,
                earliest_on=when.earliest if when else None,
                latest_on=when.latest if when else None,
                incident_id=subject if kind == "incident" else None,
                item_id=subject if kind == "item" else None,
                exhibit_id=exhibit_id,
                reference=reference,
                note=note,
            )

        self.save.setEnabled(False)
        desk.write(job, self.on_saved, self.show_refusal)

    def on_saved(self, _nothing: None) -> None:
        """Go back to where the person came from."""
        self.said.emit(_("Noted. The dates follow."))
        self.leaving.emit()

    def show_refusal(self, error: CasedeskError) -> None:
        """Show a refusal under its field; what was typed stays."""
        self.save.setEnabled(True)
        self._problems.show(error)


def _step(data: str) -> str:
    """Word a step, or the title of a group."""
    return _(data) if data in STEPS else happening_name(Happening(data))


def _about(row: IncidentCard | ItemRow) -> str:
    """Word what a step can be about."""
    if isinstance(row, IncidentCard):
        return row.title
    parts = (words.platform(row.platform), row.account, row.short_id)
    return " · ".join(dict.fromkeys(part for part in parts if part)) or row.url
