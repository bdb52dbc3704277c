"""The page of a letter, drawn off the UI thread: one drawing at a time, the last one wins."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from casedesk.errors import CasedeskError
from casedesk.progress import Progress
from casedesk.queries.letter_draft import LetterDraft
from casedesk.ui.desk import Desk
from casedesk.ui.letters.page_preview import Page, PagePreview, pages_of


class Drawing(QObject):
    """Shows what was issued once it is, and until then what the letter would be."""

    def __init__(self, desk: Desk, preview: PagePreview, problem: QLabel) -> None:
        super().__init__(preview)
        self._desk = desk
        self._preview = preview
        self._problem = problem
        self._next: LetterDraft | None = None
        self._busy = False
        problem.hide()

    def draw(self, draft: LetterDraft) -> None:
        """Draw this letter, after the drawing under way."""
        self._next = draft
        if not self._busy:
            self._start()

    def _start(self) -> None:
        draft, self._next = self._next, None
        self._busy = draft is not None
        if draft is not None:
            self._desk.run(partial(self._job, draft), self.on_drawn, self.on_not_drawn)

    def _job(self, draft: LetterDraft, _progress: Progress) -> tuple[Page, ...]:
        if draft.pdf_sealed_as:
            return pages_of(self._desk.unseal(draft.pdf_sealed_as))
        from casedesk.services.letter_preview import preview

        return pages_of(preview(draft.data))

    def on_drawn(self, pages: tuple[Page, ...]) -> None:
        """Show the pages."""
        self._problem.hide()
        self._preview.show_pages(pages)
        self._start()

    def on_not_drawn(self, error: CasedeskError) -> None:
        """Say why there is no page."""
        self._problem.setText(error.sentence)
        self._problem.show()
        self._start()
