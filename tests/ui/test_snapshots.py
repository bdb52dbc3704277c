"""The pictures of the demonstration."""

from pathlib import Path

from PySide6.QtGui import QImage

from casedesk.store.workspace import Workspace
from casedesk.ui.snapshots import HEIGHT, WIDTH, grab_screens
from tests.factories import TODAY, a_case, a_content, a_letter, a_person, an_association, an_incident
from tests.ui.case_bench import CaseBench


def test_each_main_screen_is_pictured_whole_and_the_workspace_stays_open(
    workspace: Workspace, bench: CaseBench, tmp_path: Path
) -> None:
    with workspace.transaction() as transaction:
        session = transaction.session
        an_association(session)
        case_id = a_case(session, bench.packs, "Orage-11")
        a_person(session, case_id)
        incident = an_incident(session, bench.packs, case_id)
        a_content(session, case_id, incident)
        a_letter(session, bench.packs, case_id)
    files = grab_screens(workspace, bench.packs, TODAY, tmp_path / "screens", ("dark",))
    names = [file.stem.split("-", 1)[1] for file in files]
    assert {"calculateur-dark", "regles-dark", "annuaire-dark"} <= set(names)
    assert {"ouvrir-dark", "aujourdhui-dark", "dossier-dark", "calendrier-dark", "redaction-dark"} <= set(names)
    assert len(set(names)) == len(files) >= 17
    for file in files:
        picture = QImage(str(file))
        assert (picture.width(), picture.height()) == (WIDTH, HEIGHT)
    with workspace.transaction():
        pass
