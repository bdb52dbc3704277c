"""Qualification: the offences a jurist chooses for each incident."""

import unicodedata
from typing import NamedTuple

from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QWidget

from casedesk.law.pack import IpGate, Offence
from casedesk.queries.case_sheet import IncidentCard
from casedesk.services import incidents
from casedesk.translate import _, law
from casedesk.ui.cases.case_page import CasePage
from casedesk.ui.cases.lines import incident_line
from casedesk.ui.desk import Desk, Session
from casedesk.ui.table import Column
from casedesk.ui.widgets.card_list import CardList
from casedesk.ui.widgets.line import Line


class _Choice(NamedTuple):
    offence: Offence
    chosen: bool


class Qualification(CasePage):
    """Incidents at the left; the offences of the country's law at the right, those chosen first."""

    columns: QBoxLayout
    incidents: CardList
    no_incident: QLabel
    saved: QLabel
    search: QLineEdit
    offences: CardList

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._incident_id = ""
        self.incidents.columns(Column(lambda: "", lambda row: incident_line(row).said, line=incident_line))
        self.offences.columns(Column(lambda: "", lambda row: offence_line(row).said, line=offence_line))
        self.incidents.chosen.connect(self.on_incident)
        self.incidents.moved.connect(self.on_incident)
        self.offences.chosen.connect(self.on_offence)
        self.offences.acted.connect(self.on_offence)
        self.search.textChanged.connect(self._show_offences)

    def say(self) -> None:
        """Word the page."""
        sheet = self.sheet
        if sheet is None:
            return
        if self._incident is None and sheet.incidents:
            without = [card for card in sheet.incidents if not card.offences]
            self._incident_id = (without or list(sheet.incidents))[0].id
        self.incidents.show_rows(sheet.incidents)
        self._select()
        self.no_incident.setVisible(not sheet.incidents)
        self.search.setVisible(bool(sheet.incidents))
        self._show_offences()

    def find_subject(self, subject_id: str) -> None:
        """Choose the incident to qualify."""
        if self.sheet is not None and any(card.id == subject_id for card in self.sheet.incidents):
            self._incident_id = subject_id
            self._select()
            self._show_offences()

    @property
    def _incident(self) -> IncidentCard | None:
        cards = self.sheet.incidents if self.sheet else ()
        return next((card for card in cards if card.id == self._incident_id), None)

    def _select(self) -> None:
        for number, card in enumerate(self.sheet.incidents if self.sheet else ()):
            if card.id == self._incident_id:
                self.incidents.setCurrentIndex(self.incidents.model().index(number, 0))

    def on_incident(self, card: IncidentCard) -> None:
        """Show the offences of an incident."""
        if card.id != self._incident_id:
            self._incident_id = card.id
            self.saved.clear()
            self._show_offences()

    def _show_offences(self) -> None:
        sheet, incident = self.sheet, self._incident
        if sheet is None or incident is None:
            self.offences.show_rows(())
            return
        chosen = {offence.id for offence in incident.offences}
        wanted = _plain(self.search.text()).split()
        rows = [
            _Choice(offence, offence.id in chosen)
            for offence in self.desk.packs[sheet.header.jurisdiction].offences.values()
            if offence.id in chosen or all(word in _plain(_searched(offence)) for word in wanted)
        ]
        self.offences.show_rows(sorted(rows, key=lambda row: not row.chosen))

    def on_offence(self, row: _Choice) -> None:
        """Choose an offence, or take it back."""
        sheet, incident, desk = self.sheet, self._incident, self.desk
        if sheet is None or incident is None or sheet.header.closed_on is not None:
            return
        chosen = [offence.id for offence in incident.offences if offence.id != row.offence.id]
        if not row.chosen:
            chosen.append(row.offence.id)
        today, now = desk.today(), desk.now()

        def job(session: Session) -> None:
            incidents.update_incident(
                session,
                desk.packs,
                incident.id,
                incident.version,
                today=today,
                now=now,
                offences=tuple(chosen),
            )

        desk.write(job, self.on_saved, self.show_refusal)

    def on_saved(self, _nothing: object) -> None:
        """Say it is saved; the clocks follow by themselves."""
        self.saved.setText(_("Saved. The dates follow."))


def offence_line(row: _Choice) -> Line:
    """Word an offence: article, penalty, what it asks and what it allows."""
    offence = row.offence
    details = [offence.citation.text, law(offence.penalty)]
    if offence.complaint_required:
        details.append(_("her own complaint is required"))
    if offence.ip_gate is IpGate.NO:
        details.append(_("does not allow an IP address to be asked for"))
    elif offence.ip_gate in {IpGate.FIRST, IpGate.SECOND}:
        details.append(_("allows an IP address to be asked for"))
    return Line(
        title=law(offence.title),
        detail=" · ".join(part for part in details if part),
        chip=_("chosen") if row.chosen else "",
        action=_("Take back") if row.chosen else _("Choose"),
    )


def _searched(offence: Offence) -> str:
    return f"{offence.title} {law(offence.title)} {offence.citation.text} {offence.element}"


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in bare if not unicodedata.combining(c))
