"""The desk once open: a quiet rail, one page, at most one side panel."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from casedesk.changes import Changes, Kind
from casedesk.translate import _
from casedesk.ui import places
from casedesk.ui.desk import Desk, Session
from casedesk.ui.form import Form
from casedesk.ui.message_bar import Message, MessageBar
from casedesk.ui.messages import Messages
from casedesk.ui.rooms import Rooms
from casedesk.ui.widgets.rail_button import RailButton

if TYPE_CHECKING:
    from casedesk.queries.deadlines import DeadlineRow
    from casedesk.queries.today import RailCounts
    from casedesk.ui.cases.route_panel import RoutePanel
    from casedesk.ui.cases.route_words import RouteShown
    from casedesk.ui.law.trace_panel import TracePanel

PANEL_WIDTH = 430
BESIDE = 1000  # pixels the page and the panel need together; under that the panel takes the page's place
MINUTE = 60_000  # milliseconds

SHORTCUTS = {
    "go_today": "Ctrl+1",
    "go_cases": "Ctrl+2",
    "go_law": "Ctrl+3",
    "go_search": "Ctrl+K",
    "go_new_case": "Ctrl+N",
    "go_preferences": "Ctrl+,",
    "go_lock": "Ctrl+Shift+L",
    "go_back": "Alt+Left",
    "close_panel": "Esc",
}


class Workbench(Form):
    """Knows where one is; each page is made when it is gone to, and forgotten when it is left."""

    preferring = Signal(object)  # the page of preferences, to be filled by the composition root

    rail: QFrame
    wordmark: QLabel
    fictional: QLabel
    go_today: RailButton
    go_cases: RailButton
    go_law: RailButton
    go_search: RailButton
    go_preferences: RailButton
    go_lock: RailButton
    middle: QWidget
    bar_layout: QVBoxLayout
    panel_layout: QVBoxLayout
    pages: Rooms
    panel: QFrame

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._trail: list[places.Place] = []
        self._trace: TracePanel | None = None
        self._route: RoutePanel | None = None
        self.bar = MessageBar()
        self.bar_layout.addWidget(self.bar)
        self.messages = Messages(self.bar)
        self.panel.hide()
        self.fictional.hide()
        self._day = desk.today()
        self._watch = QTimer(self, interval=MINUTE)
        self._watch.timeout.connect(self.on_minute)
        self._watch.start()
        self._connect()
        self.say()

    def _connect(self) -> None:
        desk = self.desk
        desk.changed.connect(self.on_changed)
        desk.working.connect(self.messages.on_working)
        desk.rested.connect(self.messages.on_rested)
        acts: dict[str, Callable[[], object]] = {
            "go_today": lambda: self.go(places.Today()),
            "go_cases": lambda: self.go(places.Cases()),
            "go_law": lambda: self.go(places.Law()),
            "go_search": lambda: self.go(places.Cases(search=True)),
            "go_new_case": lambda: self.go(places.NewCase()),
            "go_preferences": lambda: self.go(places.Preferences()),
            "go_lock": desk.lock,
            "go_back": self.go_back,
            "close_panel": self.close_panel,
        }
        for name, act in acts.items():
            button = getattr(self, name, None)
            if isinstance(button, RailButton):
                button.clicked.connect(act)
            shortcut = QShortcut(
                QKeySequence(SHORTCUTS[name]), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(act)

    def say(self) -> None:
        """Show the keys beside the words, as this computer names them."""
        for button in (self.go_search, self.go_lock):
            keys = QKeySequence(SHORTCUTS[button.objectName()]).toString(QKeySequence.SequenceFormat.NativeText)
            button.setProperty("side", _keys(keys))
        for beside in (self._trace, self._route):
            if beside is not None:
                beside.say()

    def begin(self) -> None:
        """Show what must not be missed, and first of all that saved actions are missing, if they are."""
        self.go(places.Today())
        self.fictional.hide()
        self.desk.read(_is_fictional, self.fictional.setVisible)
        if self.desk.warning:
            go_on = _("Go on with what is left")
            self.messages.say(Message(self.desk.warning, lasting=True, act=go_on, do=self.desk.accept_loss))

    def end(self) -> None:
        """Leave nothing of any case on screen."""
        self.close_panel()
        self.messages.clear()
        self._trail.clear()
        self.pages.keep(0)
        for button in (self.go_today, self.go_cases):
            button.setProperty("side", "")

    # Going somewhere

    @property
    def place(self) -> places.Place | None:
        """Where one is."""
        return self._trail[-1] if self._trail else None

    def go(self, place: places.Place) -> None:
        """Go to `place`; the page shown stays if it can show it itself."""
        if self.place is not None and type(self.place) is type(place) and self._moved_within(place):
            self._trail[-1] = place
            return
        self._trail = [*self._trail[-12:], place]
        self._show(place)

    def on_turned(self, place: places.Place) -> None:
        """Remember which page of a place is shown; what stood beside belonged to the one before."""
        self._trail[-1:] = [place]
        self.close_panel()

    def go_back(self) -> None:
        """Go back to where one came from."""
        if len(self._trail) > 1:
            self._trail.pop()
            self._show(self._trail[-1])

    def _moved_within(self, place: places.Place) -> bool:
        within = getattr(self.pages.page, "go_within", None)
        return bool(within and within(place))

    def _show(self, place: places.Place) -> None:
        from casedesk.ui.pages import make

        self.close_panel()
        self.pages.keep(0)
        page = make(place, self.desk)
        page.going.connect(self.go)
        page.leaving.connect(self.go_back)
        page.said.connect(self.on_said)
        page.turned.connect(self.on_turned)
        page.explaining.connect(self.explain)
        page.counted.connect(self.show_counts)
        if isinstance(place, places.Preferences):
            self.preferring.emit(page)
        self.pages.enter(page)
        in_law = isinstance(place, places.Law)
        in_cases = not in_law and not isinstance(place, places.Today | places.Preferences)
        where = {self.go_today: isinstance(place, places.Today), self.go_cases: in_cases, self.go_law: in_law}
        for button, here in where.items():
            button.setAutoExclusive(False)
            button.setChecked(here)
        focus = page.first_focus()
        if focus is not None:
            focus.setFocus()

    # Counts and words

    def on_minute(self) -> None:
        """Have every page read again once midnight has passed: what was due today is behind."""
        today = self.desk.today()
        if today != self._day and self.desk.is_open:
            self._day = today
            self.desk.changed.emit(Changes(frozenset(Kind)))

    def on_changed(self, _changes: Changes) -> None:
        """Count again, unless the page shown counts by itself."""
        if not isinstance(self.place, places.Today):
            self.read_counts()

    def read_counts(self) -> None:
        """Ask for the numbers of the rail."""
        desk = self.desk

        def job(session: Session) -> "RailCounts":
            from casedesk.queries.today import rail_counts

            return rail_counts(session, desk.packs, desk.today())

        self.desk.read(job, self.show_counts)

    def show_counts(self, counts: "RailCounts") -> None:
        """Show the numbers."""
        for button, number in ((self.go_today, counts.today), (self.go_cases, counts.cases)):
            button.setProperty("side", str(number) if number else "")
            button.setAccessibleName(f"{button.text()} ({number})" if number else button.text())

    def on_said(self, sentence: str) -> None:
        """Say something in passing."""
        self.messages.say(Message(sentence))

    def say_lasting(self, sentence: str) -> None:
        """Say something that stays until it is closed."""
        self.messages.say(Message(sentence, lasting=True))

    # The panel

    def explain(self, shown: "DeadlineRow | RouteShown") -> None:
        """Show beside the page why a date is what it is, or what a route asks and gives."""
        from casedesk.queries.deadlines import DeadlineRow

        trace, route = self._panels()
        if isinstance(shown, DeadlineRow):
            trace.show_deadline(shown)
        else:
            route.show_route(shown)
        trace.setVisible(isinstance(shown, DeadlineRow))
        route.setVisible(not isinstance(shown, DeadlineRow))
        self.panel.show()
        self._place_panel()

    def _panels(self) -> "tuple[TracePanel, RoutePanel]":
        """Make what stands beside the page, once it is wanted."""
        if self._trace is None or self._route is None:
            from casedesk.ui.cases.route_panel import RoutePanel
            from casedesk.ui.law.trace_panel import TracePanel

            self._trace, self._route = TracePanel(self.desk, self.panel), RoutePanel(self.desk, self.panel)
            for beside in (self._trace, self._route):
                beside.closing.connect(self.close_panel)
                beside.going.connect(self.go)
                beside.said.connect(self.on_said)
                self.panel_layout.addWidget(beside)
        return self._trace, self._route

    def close_panel(self) -> None:
        """Put the panel away."""
        self.panel.hide()
        self.middle.show()

    def _place_panel(self) -> None:
        """Stand beside the page where there is room, in its place where there is not."""
        if self.panel.isHidden():
            return
        room = self.width() - self.rail.width()
        beside = room >= BESIDE
        self.middle.setVisible(beside)
        self.panel.setMinimumWidth(min(PANEL_WIDTH, room))
        self.panel.setMaximumWidth(PANEL_WIDTH if beside else 16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room."""
        super().resizeEvent(event)
        self._place_panel()


def _is_fictional(session: Session) -> bool:
    from casedesk.queries.association import association_sheet

    house = association_sheet(session)
    return house is not None and house.fictional


def _keys(native: str) -> str:
    """Write keys as the rail does: `Ctrl K`."""
    return native.replace("Shift", _("Shift")).replace("+", " ")
