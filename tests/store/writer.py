"""A program that saves until it is killed; used by the test that kills it.

It loads everything once, then, for each folder read on its standard input, forks a child that opens the workspace,
saves, seals and acknowledges on the standard output each gesture once it is saved. It says `dead` once the child is.
"""

import hashlib
import itertools
import os
import sys
from pathlib import Path

from casedesk.records import new_id
from casedesk.store.workspace import Workspace
from tests.store.factories import a_case, an_entry, an_exhibit

# All at import, so that a child starts at once.


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def work(folder: Path, passphrase: str) -> None:
    workspace = Workspace.open(folder, passphrase)
    say("open")
    for turn in itertools.count():
        with workspace.transaction() as gesture:
            case = a_case(f"{os.getpid()}-{turn}-{new_id()}")
            case_id = case.id
            gesture.session.add_all([case, an_entry(case_id)])
            name = ""
            if turn % 3 == 0:
                content = os.urandom(20_000)
                name = workspace.seal(content)
                gesture.session.flush()
                gesture.session.add(an_exhibit(case, 1, name, content))
        say("saved", case_id, name or "-", hashlib.sha256(content).hexdigest() if name else "-")
        if turn % 40 == 39:
            workspace.checkpoint()


def main() -> None:
    passphrase = sys.argv[1]
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            work(Path(line.rstrip("\n")), passphrase)
        say("child", child)
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
