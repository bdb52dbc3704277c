"""The process that makes letters, doors shut, with nobody who checks the template before."""

from pathlib import Path

from casedesk.documents import child_main
from casedesk.documents.child_wire import Message
from casedesk.documents.child_work import CLAUSE
from casedesk.documents.clauses import expanded
from casedesk.documents.docx_clean import clean
from casedesk.documents.fill import Template
from casedesk.documents.pdf import pdf_of
from casedesk.documents.sandbox import Sandbox
from casedesk.documents.text import text_of

_STATUS = Path("/proc/self/status")


def work(question: Message) -> Message:
    """Clean, fill and draw whatever comes, with the sandbox alone."""
    clauses = {name.removeprefix(CLAUSE): blob for name, blob in question.blobs.items() if name.startswith(CLAUSE)}
    whole = expanded(question.blobs["template"], clauses)
    docx = Template(clean(whole), Sandbox()).fill(question.head["context"])
    pdf = pdf_of(docx, title="Essai", language="fr-FR", fictional=False)
    return Message({"text": text_of(docx)}, {"docx": docx, "pdf": pdf})


def main() -> None:
    """Make letters until the test closes the pipe."""
    child_main.serve(work)
