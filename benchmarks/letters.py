"""A letter against bare docxtpl, and its PDF against a headless office suite."""

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks.ratio import Ratio, at_least_faster, at_most, in_turn, timed
from casedesk.documents.clauses import expanded
from casedesk.documents.context import context_of
from casedesk.documents.letter import render_docx
from casedesk.documents.pdf import pdf_of
from tests.documents.fictional_letters import LETTERS

LETTER = "fr_plainte_woman"
SUITE = shutil.which("soffice") or shutil.which("libreoffice")


def ratios(scratch: Path) -> Iterator[Ratio]:
    """Measure the longest letter. The floor fills the same template with the same context, and nothing else."""
    data = LETTERS[LETTER]
    context = context_of(data)
    clauses = {file.stem: file.read_bytes() for file in data.model.clauses_folder.glob("*.docx")}
    whole = expanded(data.model.template.read_bytes(), clauses, [clause.id for clause in data.model.clauses])

    def bare() -> None:
        template = DocxTemplate(BytesIO(whole))
        template.render(context, Environment(autoescape=True))
        template.save(BytesIO())

    measured = in_turn(lambda: timed(lambda: render_docx(data)), lambda: timed(bare), 15)
    yield at_most("one letter as .docx / bare docxtpl", measured, 1.5)
    if SUITE is None:
        print("PDF of a letter / LibreOffice headless: not measured, install libreoffice-writer-nogui")
        return
    docx = render_docx(data)
    source = scratch / "letter.docx"
    source.write_bytes(docx)
    command = [
        SUITE,
        f"-env:UserInstallation=file://{scratch}/profile",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(scratch),
        str(source),
    ]

    def suite() -> None:
        subprocess.run(command, check=True, capture_output=True)

    def ours() -> None:
        pdf_of(docx, title=data.model.title, language="fr-FR", fictional=False)

    yield at_least_faster(
        "PDF of a letter / LibreOffice headless", in_turn(lambda: timed(ours), lambda: timed(suite), 5), 10
    )
