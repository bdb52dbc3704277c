"""Annuaire: whom to write to, whom to call, and the page of numbers that a person keeps."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget

from casedesk import wording
from casedesk.translate import _, law, ngettext
from casedesk.ui import words
from casedesk.ui.desk import Desk
from casedesk.ui.fonts import Role
from casedesk.ui.law import terms
from casedesk.ui.law.body_notice import body_sections, page_for_her, page_sections
from casedesk.ui.law.body_rows import BodyFilter, BodyRow, body_line, body_rows
from casedesk.ui.law.choices import offer
from casedesk.ui.law.list_page import ListPage
from casedesk.ui.widgets.line import Line
from casedesk.ui.widgets.notice import Piece, Section
from casedesk.ui.widgets.paragraph import Tone


class Directory(ListPage):
    """Space puts somebody on her page, or takes them off."""

    jurisdiction: QComboBox
    kind: QComboBox
    stale: QCheckBox
    page_room: QWidget
    page_count: QLabel
    see_page: QPushButton
    print_page: QPushButton
    clear_page: QPushButton
    take_it: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._all = body_rows(desk.packs, desk.today())
        self._read: BodyRow | None = None
        self._page: list[BodyRow] = []
        for field in (self.jurisdiction, self.kind):
            field.currentIndexChanged.connect(self.look)
        self.stale.toggled.connect(self.look)
        self.rows.acted.connect(self.on_take)
        self.take_it.clicked.connect(self.on_take_read)
        self.see_page.clicked.connect(self.on_see)
        self.print_page.clicked.connect(self.on_print)
        self.clear_page.clicked.connect(self.on_clear)
        self.say()

    def say(self) -> None:
        """Word the filters, the list and what is read."""
        packs = self.desk.packs
        offer(self.jurisdiction, [(_("Every country"), ""), *((words.jurisdiction(name), name) for name in packs)])
        there = {row.body.kind for row in self._all}
        kinds = [(terms.kinds_name(kind), kind) for kind in terms.KINDS if kind in there]
        offer(self.kind, [(_("Everybody"), ""), *kinds])
        self.nothing.setText(_("Nobody here holds these words. Try fewer letters, or another kind."))
        self.look()
        self._say_page()
        if self._read is None:
            self._invite()
        else:
            self.read(self._read)

    def _invite(self) -> None:
        first = Piece(_("Choose somebody: for whom, at what hours, by what number or address, and who checked it."))
        second = Piece(
            _("Press Space on a line to put it on a page of numbers that she can keep."), Role.SMALL, Tone.QUIET
        )
        self.show_detail(_("Whom to write to, whom to call"), [Section("", (first, second))])
        self.acts_room.hide()

    def line(self, row: BodyRow) -> Line:
        """Word one body."""
        return body_line(row, chosen=row in self._page)

    def look(self) -> None:
        """Show those who are looked for."""
        wanted = BodyFilter(
            words=self.search.text(),
            pack=self.jurisdiction.currentData() or "",
            kind=self.kind.currentData() or "",
            stale=self.stale.isChecked(),
        )
        kept = [row for row in self._all if wanted.keeps(row)]
        count = ngettext("{count} address or number", "{count} addresses or numbers", len(kept))
        self.show_found(kept, count.format(count=wording.number(len(kept))))

    def read(self, row: BodyRow) -> None:
        """Show a body in full."""
        self._read = row
        self.show_detail(law(row.body.name), body_sections(self.desk.packs[row.pack], row))
        self.acts_room.show()
        self._say_page()

    def show_subject(self, name: str) -> None:
        """Read the body of that name, whatever was looked for."""
        self.search.clear()
        for field in (self.jurisdiction, self.kind):
            field.setCurrentIndex(0)
        self.stale.setChecked(False)
        for number, row in enumerate(self._all):
            if row.name == name:
                self.rows.setFocus()
                self.stand_on(number)

    # The page she keeps

    def on_take(self, row: BodyRow) -> None:
        """Put somebody on her page, or take them off."""
        if row in self._page:
            self._page.remove(row)
        else:
            self._page.append(row)
        self.look()
        self._say_page()

    def on_take_read(self) -> None:
        """Put the one who is read on her page, or take them off."""
        if self._read is not None:
            self.on_take(self._read)

    def on_clear(self) -> None:
        """Begin her page anew."""
        self._page.clear()
        self.look()
        self._say_page()
        self.rows.setFocus()

    def _say_page(self) -> None:
        count = len(self._page)
        self.page_room.setVisible(bool(count))
        counted = ngettext("{count} on her page", "{count} on her page", count)
        self.page_count.setText(counted.format(count=wording.number(count)))
        on_it = self._read in self._page
        self.take_it.setText(_("Take off her page") if on_it else _("Put on her page"))

    def on_see(self) -> None:
        """Show her page as it will be printed."""
        entries = page_for_her([row.body for row in self._page])
        self._read = None
        self.show_detail(page_title(), page_sections(entries))
        self.acts_room.hide()
        self._reading = True
        self._place()

    def on_print(self) -> None:
        """Print her page in large letters."""
        from casedesk.ui.printing import print_text

        entries = page_for_her([row.body for row in self._page])
        paragraphs = ["\n".join(part for part in (entry.name, entry.phone, *entry.lines) if part) for entry in entries]
        print_text(self, page_title(), paragraphs, large=True)


def page_title() -> str:
    """Title the page she keeps: it says nothing of why she has it."""
    return _("Useful numbers")
