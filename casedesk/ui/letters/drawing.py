"""The page of a letter, drawn and read over off the UI thread: one drawing at a time, the last one wins."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from casedesk.errors import CasedeskError
from casedesk.progress import Progress
from casedesk.queries.letter_draft import LetterDraft
from casedesk.services.letter_preview import Looked
from casedesk.ui import words
from casedesk.ui.desk import Desk
from casedesk.ui.letters.page_preview import Page, PagePreview, pages_of


class Drawing(QObject):
    """Shows what was issued once it is, and until then what the letter would be."""

    drawn = Signal(object, object)  # the LetterDraft drawn, and how it was Looked at; None once it is issued

    def __init__(self, desk: Desk, preview: PagePreview, problem: QLabel) -> None:
        super().__init__(preview)
        self._desk = desk
        self._preview = preview
        self._problem = problem
        self._next: LetterDraft | None = None
        self._under_way: LetterDraft | None = None
        self._sealed = ""  # the file shown, once it is issued
        problem.hide()

    @property
    def is_busy(self) -> bool:
        """Say whether a letter is being drawn."""
        return self._under_way is not None

    def draw(self, draft: LetterDraft) -> None:
        """Draw this letter, after the drawing under way. What was issued never changes: it is drawn once."""
        if draft.pdf_sealed_as and draft.pdf_sealed_as == self._sealed:
            return
        self._sealed = draft.pdf_sealed_as
        self._next = draft
        if not self.is_busy:
            self._start()

    def _start(self) -> None:
        self._under_way, self._next = self._next, None
        if self._under_way is not None:
            self._desk.run(partial(self._job, self._under_way), self.on_drawn, self.on_not_drawn)

    def _job(self, draft: LetterDraft, _progress: Progress) -> tuple[tuple[Page, ...], Looked | None]:
        if draft.pdf_sealed_as:
            return pages_of(self._desk.unseal(draft.pdf_sealed_as)), None
        from casedesk.services.letter_preview import look

        looked = look(draft)
        return pages_of(looked.pdf), looked

    def on_drawn(self, drawn: tuple[tuple[Page, ...], Looked | None]) -> None:
        """Show the pages."""
        draft = self._under_way
        pages, looked = drawn
        self._problem.hide()
        self._preview.show_pages(pages)
        self._start()
        if draft is not None and not self.is_busy:
            self.drawn.emit(draft, looked)

    def on_not_drawn(self, error: CasedeskError) -> None:
        """Say why there is no page."""
        self._sealed = ""
        self._problem.setText(words.refusal(error.sentence))
        self._problem.show()
        self._start()
