"""Templates that attack: refused by the check, and, where nobody checked, harmless within the limits."""

import contextlib
import io
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest

from casedesk.documents import child
from casedesk.documents.child import Child, ChildBroken
from casedesk.documents.child_limits import MEMORY, SECONDS
from casedesk.documents.child_wire import Message
from casedesk.errors import PackProblem
from tests.documents.attacks import CONTEXT, PAYLOADS
from tests.documents.bombs import BOMBS
from tests.documents.hostile import HOSTILE
from tests.documents.reading import page_texts
from tests.documents.templates import OFFICE, in_body, template

ATTACKS: dict[str, Callable[[], bytes]] = {
    **{f"tag: {name}": partial(template, payload) for name, payload in PAYLOADS.items()},
    **{f"file: {name}": build for name, build in HOSTILE.items()},
    **{f"trap: {name}": build for name, build in BOMBS.items()},
}
SECRETS = (b"root:x:", b"daemon:")  # of /etc/passwd, which several attacks name
MIB = 1 << 20


@cache
def built(attack: str) -> bytes:
    return ATTACKS[attack]()


class Listening(Child):
    """A child that keeps its last answer, whatever became of it."""

    heard: Message | None = None

    def _judged(self, name: str, answer: Message | None, *, late: bool) -> Message:
        self.heard = answer
        return super()._judged(name, answer, late=late)


@pytest.fixture(scope="module")
def unchecked() -> Iterator[Listening]:
    """The process without its check: what is left are the sandbox and the limits."""
    made = Listening("tests.documents.unchecked_child", seconds=SECONDS / 3)
    yield made
    made.close()


def test_there_are_well_over_forty_attacks() -> None:
    assert len(BOMBS) >= 40
    assert len(ATTACKS) >= 130


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_check_refuses_an_attack_and_the_desk_does_not_feel_it(attack: str) -> None:
    docx = built(attack)
    before, start = own_peak(), time.monotonic()
    try:
        head = {"job": "check", "switchable": []}
        faults = child.ask("attaque.docx", head, {"template": docx}).head["faults"]
    except PackProblem as problem:
        faults = [{"place": "attaque.docx", "what": problem.sentence, "cure": problem.sentence}]
    assert faults
    assert all(fault["place"] and fault["what"] and fault["cure"] for fault in faults)
    assert time.monotonic() - start < SECONDS + 2
    assert own_peak() - before < 60 * MIB


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_nobody_checked_is_refused_or_harmless(attack: str, unchecked: Listening) -> None:
    docx = built(attack)
    start = time.monotonic()
    made = None
    with contextlib.suppress(PackProblem, ChildBroken):  # refused, or it ended where only a letter ends
        made = unchecked.ask("attaque.docx", {"context": CONTEXT}, {"template": docx})
    assert time.monotonic() - start < SECONDS
    assert unchecked.heard is None or not set(unchecked.heard.head.get("alarms", ())) - {"open to read"}
    assert peak_of(unchecked.pid) <= MEMORY
    if made is not None:
        said = everything(made)
        assert not any(secret in said for secret in SECRETS)
        assert b"object at 0x" not in said
        assert b"<class" not in said


def everything(made: Message) -> bytes:
    """Join all that a letter says, in both files."""
    with zipfile.ZipFile(io.BytesIO(made.blobs["docx"])) as archive:
        parts = [archive.read(name) for name in archive.namelist() if not name.startswith("word/media/")]
    pages = "\n".join(page_texts(made.blobs["pdf"])).encode("utf-8", "replace")
    return b"\n".join([*parts, pages, str(made.head["text"]).encode("utf-8", "replace")])


def own_peak() -> int:
    """Most memory the desk ever held, in bytes; 0 where it cannot be told."""
    if not sys.platform.startswith("linux"):
        return 0
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) * 1024


def peak_of(pid: int | None) -> int:
    """Most address space the process ever held, in bytes; 0 when it is gone, or where it cannot be told."""
    if pid is None or not sys.platform.startswith("linux"):
        return 0
    return int(Path(f"/proc/{pid}/status").read_text().split("VmPeak:")[1].split()[0]) * 1024


CALLING = template("{%p clause partage %}")


def called(clause: bytes) -> list[dict[str, str]]:
    head = {"job": "check", "switchable": []}
    answer = child.ask("x.docx", head, {"template": CALLING, "clause:partage": clause})
    found: list[dict[str, str]] = answer.head["faults"]
    return found


def test_a_good_clause_is_let_in() -> None:
    assert called(template("Texte commun, {{ today }}.")) == []


@pytest.mark.parametrize(
    "clause",
    [
        template("{%p clause partage %}"),
        template("{%p clause autre %}"),
        template("{{ name.__class__ }}"),
        template("{% raw %}x{% endraw %}"),
        BOMBS["a million paragraphs that are all alike"](),
        BOMBS["tables inside tables"](),
        BOMBS["a file of the system as an entity"](),
        BOMBS["a tag in an attribute"](),
        HOSTILE["a linked picture"](),
        HOSTILE["a DDE field"](),
        HOSTILE["no zip"](),
        in_body(template("x"), f'<w:p><w:hyperlink xmlns:r="{OFFICE}" r:id="rId1"/></w:p>'),
    ],
    ids=[
        "itself", "another", "class", "raw", "bomb", "tables", "entity", "attribute", "picture", "field", "no zip",
        "link",
    ],
)  # fmt: skip
def test_a_clause_is_judged_like_a_template(clause: bytes) -> None:
    assert called(clause)


@pytest.mark.parametrize("name", ["../partage", "/etc/passwd", "..", "a/b", "Partage", "a.docx", "a" * 99, "a b", "é"])
def test_a_clause_has_a_plain_name(name: str) -> None:
    blobs = {"template": template(f"{{%p clause {name} %}}"), f"clause:{name}": template("Texte.")}
    assert child.ask("x.docx", {"job": "check", "switchable": []}, blobs).head["faults"]


def test_a_line_that_looks_like_a_statement_is_only_text(unchecked: Listening) -> None:
    made = unchecked.ask("x.docx", {"context": CONTEXT}, {"template": template("# for x in many", "## set a = 1")})
    assert made.head["text"].splitlines()[:2] == ["# for x in many", "## set a = 1"]
