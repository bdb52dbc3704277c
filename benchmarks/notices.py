"""Fifty notices in one go, five platforms by ten contents, against bare docxtpl and a headless office suite."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks.letters import SUITE
from benchmarks.ratio import Ratio, at_least_faster, at_most, in_turn, timed, told
from casedesk.documents.clauses import expanded
from casedesk.documents.context import context_of
from casedesk.documents.letter import render, render_docx
from casedesk.queries.letter_data import LetterData
from tests.documents.fictional_catalogue import CATALOGUE
from tests.documents.fictional_letters import PACKS
from tests.documents.fictional_people import DEEPFAKE, ON_X

SOME = 10  # notices given to the office suite one run each: all fifty would take a minute
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
    clauses = {file.stem: file.read_bytes() for file in model.clauses_folder.glob("*.docx")}
    template = expanded(model.template.read_bytes(), clauses, [clause.id for clause in model.clauses])
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
    files = sorted(folder.glob("*.docx"))

    def suite(*which: Path) -> None:
        profile = f"-env:UserInstallation=file://{scratch}/profile-notices"
        command = [SUITE or "", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, which)]
        subprocess.run(command, check=True, capture_output=True)

    def one_by_one() -> None:
        for file in files[:SOME]:
            suite(file)

    def whole(letters: tuple[LetterData, ...]) -> None:
        for letter in letters:
            render(letter)

    some = in_turn(lambda: timed(lambda: whole(letters[:SOME])), lambda: timed(one_by_one), 1)
    yield at_least_faster(f"{SOME} of them, .docx and PDF / LibreOffice, one run each, PDF alone", some, 10)
    all_of_them = in_turn(lambda: timed(lambda: whole(letters)), lambda: timed(lambda: suite(*files)), 1)
    yield told("all fifty, .docx and PDF / LibreOffice, one run for all, PDF alone", all_of_them)
