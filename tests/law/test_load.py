"""From a jurisdiction's folder to a pack: everything is read, nothing wrong passes."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from casedesk.errors import NotFound, PackProblem, Unreachable
from casedesk.law.facts import Happening
from casedesk.law.load import load_pack, load_packs
from casedesk.law.load_calendar import load_declared_days
from casedesk.law.pack import Citation, Clock, DeclaredDay, Element, IpGate, Mark, Nature, StartsFrom
from casedesk.law.period import Period
from casedesk.law.regime import Regime
from casedesk.law.when import When
from tests.law.small_pack import write
from tests.law.wrong_packs import WRONG


def test_a_pack_is_read_whole(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path))
    assert (pack.id, pack.title, pack.language, pack.version) == ("zz", "Zédie", "fr", "2026-11-21")
    assert pack.places == ("zz", "zz-1")
    assert pack.doubts == {"D1": "Le texte est à relire."}
    assert pack.sources["code"].url == "https://droit.example/code"
    assert [holiday.month_day for holiday in pack.holidays] == [(1, 1), None, None]
    assert (pack.holidays[1].easter, pack.holidays[1].places) == (1, ("zz-1",))
    assert (pack.holidays[1].since, pack.holidays[1].until) == (2000, 2100)
    assert pack.holidays[2].moon == "eid_al_adha"
    assert pack.declared_days[1] == DeclaredDay(date(2026, 5, 28), "Fête de la lune", "eid_al_adha")
    assert pack.bodies["parquet"].address == ("1 place du Palais",)


def test_a_rule_is_read_with_its_versions_and_its_conditions(tmp_path: Path) -> None:
    rule = load_pack(write(tmp_path)).rules["limit"]
    assert (rule.clock, rule.trigger, rule.starts_from) == (Clock.LIMITATION, Happening.OFFENCE, StartsFrom.TRIGGER)
    assert rule.when == {"online": True, "residence": ("overseas", "abroad")}
    assert (rule.restarted_by, rule.met_by) == ((Happening.DIRECT_CITATION,), (Happening.JUDGMENT,))
    assert rule.urgent
    old, present, _coming = rule.versions
    assert (old.duration, old.applies_until) == (None, date(2019, 12, 31))
    assert (present.regime, present.duration, present.safe_days) == (Regime.LIMITATION, Period(months=3), 1)
    assert present.article == Citation("article 4 du Code", "code", Mark.VERIFIED)
    assert [citation.mark for citation in present.also] == [Mark.SECONDARY]


def test_an_example_is_read_as_facts(tmp_path: Path) -> None:
    rules = load_pack(write(tmp_path)).rules
    exact, between, *_ = rules["limit"].examples
    trigger, act = exact.facts.occurrences
    assert (trigger.what, trigger.when) == (Happening.OFFENCE, When.on(date(2026, 8, 21)))
    assert (act.what, act.when) == (Happening.COMPLAINT_POLICE, When.on(date(2026, 9, 2)))
    assert exact.facts.answers["residence"] == "abroad"
    assert (exact.facts.place, exact.today, exact.prudent) == ("zz-1", date(2026, 10, 1), date(2026, 11, 20))
    assert between.facts.occurrences[0].when == When(date(2026, 8, 10), date(2026, 8, 20))
    assert between.today == date(2026, 8, 20), "the last day the example speaks of"
    assert (between.facts.place, between.not_applicable) == ("zz", True)
    assert rules["retention"].examples[0].facts.occurrences[0].when is None


def test_offences_routes_and_letters_are_read(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path))
    offence, route, letter = pack.offences["insult"], pack.routes["nothing"], pack.letters["plainte"]
    assert (offence.limitation, offence.ip_gate, offence.complaint_required) == (("limit",), IpGate.NO, True)
    assert (route.gate, route.needs, route.when) == ("opening", (Happening.COMPLAINT_POLICE,), {"public": True})
    assert letter.template == tmp_path / "zz" / "letters" / "plainte.docx"
    assert (letter.records, letter.questions[0].required) == (Happening.COMPLAINT_PROSECUTOR, False)
    assert (pack.letters["notice"].records, pack.letters["notice"].questions) == (None, ())
    assert pack.rules["opening"].also_from == (Happening.COPY_TO_PROSECUTOR,)


def test_what_a_rule_needs_and_what_confirms_its_restarts_are_read(tmp_path: Path) -> None:
    rules = load_pack(write(tmp_path)).rules
    assert rules["limit"].confirmed_by == {Happening.DIRECT_CITATION: (Happening.DEPOSIT_PAID,)}
    assert rules["limit"].rows == ("dossier:limit_3m",)
    assert rules["answer"].requires == (Happening.INQUIRY_OPENED,)
    example = rules["answer"].examples[0]
    when = example.facts.occurrences[0].when
    assert when is not None
    assert when.instant == datetime(2026, 11, 20, 14, 25, tzinfo=UTC)
    assert example.until == datetime(2026, 11, 21, 14, 25, tzinfo=UTC)
    assert rules["at_once"].versions[0].without_number == "sans délai"
    assert rules["ban"].versions[0].fixed_on == date(2026, 12, 2)


def test_the_questions_and_the_aggravations_of_an_offence_are_read(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path))
    assert pack.elements["outrage"] == Element("outrage", "Les mots étaient-ils blessants ?", "des mots blessants")
    counted = pack.elements["long_incapacity"]
    assert (counted.number, counted.above, counted.below) == ("incapacity_days", 8, None)
    offence = pack.offences["insult"]
    assert (offence.elements, offence.excluded_by) == (("outrage", "public"), ("author_known",))
    assert offence.nature is Nature.CONTRAVENTION
    assert [(tier.at_least, tier.ip_gate) for tier in offence.aggravations] == [(1, IpGate.SECOND), (2, None)]


def test_a_kind_of_entry_may_stand_in_several_files_and_an_id_stands_once(tmp_path: Path) -> None:
    folder = write(tmp_path)
    text = (folder / "bodies.toml").read_text(encoding="utf-8")
    (folder / "bodies").mkdir()
    (folder / "bodies.toml").rename(folder / "bodies" / "a.toml")
    (folder / "bodies" / "b.toml").write_text(text.replace("parquet", "juge"), encoding="utf-8")
    assert list(load_pack(folder).bodies) == ["parquet", "juge"]
    (folder / "bodies" / "c.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PackProblem, match="already taken") as refusal:
        load_pack(folder)
    assert (refusal.value.file, refusal.value.rule) == ("zz/bodies/c.toml", "parquet")


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("deadlines", 'doubts = ["D1"]', 'doubts = ["D9"]'),
        ("offences", 'limitation = ["limit"', 'limitation = ["nowhere"'),
        ("routes", 'source = "code"', 'source = "nowhere"'),
        ("bodies", 'kind = "', 'kind = "un'),
    ],
)
def test_a_fault_in_a_file_of_a_folder_names_that_file(tmp_path: Path, kind: str, old: str, new: str) -> None:
    folder = write(tmp_path, f"{kind}.toml", old, new)
    (folder / kind).mkdir()
    (folder / f"{kind}.toml").rename(folder / kind / "presse.toml")
    with pytest.raises(PackProblem) as problem:
        load_pack(folder)
    assert problem.value.file == f"zz/{kind}/presse.toml"


def test_a_pack_without_questions_of_fact_is_a_pack(tmp_path: Path) -> None:
    folder = write(tmp_path, "offences.toml", 'elements = ["outrage", "public"]', "")
    text = (folder / "offences.toml").read_text(encoding="utf-8").replace('"long_incapacity"', '"public"')
    (folder / "offences.toml").write_text(text, encoding="utf-8")
    (folder / "elements.toml").unlink()
    assert load_pack(folder).elements == {}


SPOILED = [(file, *spoiled) for file, ways in WRONG.items() for spoiled in ways]


@pytest.mark.parametrize(("file", "old", "new", "rule", "key", "expected"), SPOILED)
def test_a_wrong_pack_is_refused_with_the_place_to_mend(
    tmp_path: Path, *, file: str, old: str, new: str, rule: str, key: str, expected: str
) -> None:
    folder = write(tmp_path, file, old, new)
    with pytest.raises(PackProblem) as refusal:
        load_pack(folder)
    problem = refusal.value
    assert (problem.file, problem.rule, problem.key) == (f"zz/{file}", rule, key)
    assert expected in problem.expected
    assert all(part in problem.sentence for part in (file, rule, key, expected))


def test_a_rule_without_version_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path)
    file = folder / "deadlines.toml"
    text = file.read_text(encoding="utf-8")
    bare = text[text.index('[[rule]]\nid = "opening"') : text.index('  [[rule.version]]\n  regime = "gate"')]
    file.write_text(text + bare.replace("opening", "bare"), encoding="utf-8")
    with pytest.raises(PackProblem, match="at least one version") as refusal:
        load_pack(folder)
    assert (refusal.value.rule, refusal.value.key) == ("bare", "version")


@pytest.mark.parametrize("file", ["pack.toml", "calendar.toml", "sources.toml", "letters.toml"])
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    folder = write(tmp_path)
    (folder / file).unlink()
    with pytest.raises(PackProblem, match="missing") as refusal:
        load_pack(folder)
    assert refusal.value.file == f"zz/{file}"


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "bodies.toml").write_bytes("# numérique".encode("latin-1"))
    with pytest.raises(PackProblem, match="UTF-8"):
        load_pack(folder)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "bodies.toml").unlink()
    (folder / "bodies.toml").mkdir()
    with pytest.raises(Unreachable, match=r"bodies\.toml"):
        load_pack(folder)


def test_every_pack_of_a_folder_is_loaded_by_its_name(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "notes").mkdir()
    assert list(load_packs(tmp_path)) == ["zz"]


def test_a_folder_without_pack_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"pack\.toml"):
        load_packs(tmp_path)


def test_a_local_table_holds_declared_days(tmp_path: Path) -> None:
    file = tmp_path / "jours.toml"
    file.write_text('[[declared]]\nday = 2026-03-21\nname = "Ramadan"\nconfirms = "eid_al_fitr"\n', encoding="utf-8")
    assert load_declared_days(file) == (DeclaredDay(date(2026, 3, 21), "Ramadan", "eid_al_fitr"),)


def test_a_local_table_holds_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "jours.toml"
    file.write_text('[[holiday]]\nname = "Fête"\n', encoding="utf-8")
    with pytest.raises(PackProblem, match="not known here"):
        load_declared_days(file)


def test_two_packs_share_a_digest_only_when_their_texts_are_the_same(tmp_path: Path) -> None:
    first = load_pack(write(tmp_path / "a")).digest
    assert load_pack(write(tmp_path / "b")).digest == first
    changed = load_pack(write(tmp_path / "c", "deadlines.toml", 'duration = "P3M"', 'duration = "P4M"')).digest
    assert len({first, changed, ""}) == 3
