"""Fifty notices in one go, five platforms by ten contents, against bare docxtpl and a headless office suite."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks.letters import SUITE
from benchmarks.ratio import Ratio, at_least_faster, at_most, in_turn, timed
from casedesk.documents.clauses import expanded
from casedesk.documents.context import context_of
from casedesk.documents.letter import pieces_of, render, render_docx
from casedesk.queries.letter_data import LetterData
from tests.documents.fictional_catalogue import CATALOGUE
from tests.documents.fictional_letters import PACKS
from tests.documents.fictional_people import DEEPFAKE, ON_X

PLATFORMS = {
    "x": "https://x.com/i/status/19586573041123456{:02}",
    "instagram": "https://www.instagram.com/p/DW1nTDiDv{:02}/",
    "facebook": "https://www.facebook.com/photo/?fbid=1000000000000{:02}",
    "tiktok": "https://www.tiktok.com/@exemple/video/71234567890123456{:02}",
    "youtube": "https://www.youtube.com/watch?v=AAAAAAAAA{:02}",
}


def notices() -> tuple[LetterData, ...]:
    """Tell fifty notices: each content of each platform in a letter of its own."""
    told = CATALOGUE["fr_notification_dsa_adult"]
    letters = []
    for platform, address in PLATFORMS.items():
        body = next(one for one in PACKS["fr"].bodies.values() if platform in one.platforms)
        for number in range(10):
            content = replace(ON_X, platform=platform, url=address.format(number), post_id="", host=f"{platform}.com")
            incidents = (replace(DEEPFAKE, contents=(content,)),)
            letters.append(replace(told, addressee=body, providers=(body,), incidents=incidents))
    return tuple(letters)


def ratios(scratch: Path) -> Iterator[Ratio]:
    """Measure the batch. The floors fill the same template with the same contexts, and draw the same documents."""
    letters = notices()
    model = letters[0].model
    pieces = pieces_of(model)
    clauses = {name: content for name, content in pieces.items() if name}
    template = expanded(pieces[""], clauses, [clause.id for clause in model.clauses])
    contexts = [context_of(letter) for letter in letters]

    def bare() -> None:
        for context in contexts:
            filled = DocxTemplate(BytesIO(template))
            filled.render(context, Environment(autoescape=True))
            filled.save(BytesIO())

    def ours() -> None:
        for letter in letters:
            render_docx(letter)

    yield at_most("fifty notices as .docx / bare docxtpl", in_turn(lambda: timed(ours), lambda: timed(bare), 3), 1.5)
    if SUITE is None:
        print("fifty notices as PDF / LibreOffice headless: not measured, install libreoffice-writer-nogui")
        return
    folder = scratch / "notices"
    folder.mkdir()
    for number, letter in enumerate(letters):
        (folder / f"{number:02}.docx").write_bytes(render_docx(letter))
    command = [
        SUITE,
        f"-env:UserInstallation=file://{scratch}/profile-notices",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *map(str, sorted(folder.glob("*.docx"))),
    ]

    def suite() -> None:
        subprocess.run(command, check=True, capture_output=True)

    def whole() -> None:
        for letter in letters:
            render(letter)

    yield at_least_faster(
        "fifty notices, .docx and PDF / LibreOffice, PDF alone",
        in_turn(lambda: timed(whole), lambda: timed(suite), 1),
        10,
    )
