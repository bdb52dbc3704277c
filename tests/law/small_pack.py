"""A small pack, whole and fictional, to be written into a folder, and spoiled."""

from pathlib import Path

FILES = {
    "pack.toml": """
id = "zz"
title = "Zédie"
language = "fr"
version = "2026-11-21"
places = ["zz", "zz-1"]

[doubts]
D1 = "Le texte est à relire."
""",
    "sources.toml": """
[[source]]
id = "code"
title = "Code de Zédie"
url = "https://droit.example/code"
read = "texte de 2025"
checked_on = 2026-11-21
""",
    "calendar.toml": """
[[holiday]]
name = "Jour de l’an"
month_day = "01-01"
article = "article 1 du Code"

[[holiday]]
name = "Lundi de Pâques"
easter = 1
places = ["zz-1"]
since = 2000
until = 2100
article = "article 2 du Code"

[[holiday]]
name = "Fête de la lune"
moon = "eid_al_adha"
article = "article 3 du Code"

[[declared]]
day = 2026-07-13
name = "Pont"

[[declared]]
day = 2026-05-28
name = "Fête de la lune"
confirms = "eid_al_adha"
""",
    "deadlines.toml": """
[[rule]]
id = "limit"
title = "Prescription"
clock = "limitation"
trigger = "offence"
starts_from = "trigger"
bound = "la personne accompagnée"
lost = "l’action"
when = { online = true, residence = ["overseas", "abroad"] }
restarted_by = ["direct_citation"]
not_restarted_by = ["complaint_police"]
met_by = ["judgment"]
letters = ["plainte"]
doubts = ["D1"]
checked_on = 2026-11-21
urgent = true

  [[rule.version]]
  applies_until = 2019-12-31
  regime = "limitation"
  article = { text = "article 4 ancien", source = "code", mark = "UNVERIFIED" }

  [[rule.version]]
  applies_from = 2020-01-01
  applies_until = 2029-12-31
  regime = "limitation"
  duration = "P3M"
  article = { text = "article 4 du Code", source = "code", mark = "VERIFIED" }
  also = [{ text = "article 5 du Code", source = "code", mark = "SECONDARY" }]
  safe_days = 1
  note = "Compter du premier jour."

  [[rule.version]]
  applies_from = 2030-01-01
  regime = "limitation"
  duration = "P6M"
  article = { text = "article 4 nouveau", source = "code", mark = "VERIFIED" }

  [[rule.example]]
  on = 2026-08-21
  facts = { online = true, residence = "abroad", offence = "insult" }
  events = [{ what = "complaint_police", on = 2026-09-02 }]
  today = 2026-10-01
  place = "zz-1"
  due = 2026-11-21
  prudent = 2026-11-19
  why = "Un samedi ; une marge d’un jour."

  [[rule.example]]
  from = 2026-08-10
  to = 2026-08-20
  facts = { online = false }
  not_applicable = true

[[rule]]
id = "opening"
title = "Ouverture"
clock = "opens_on"
trigger = "complaint_prosecutor"
also_from = ["copy_to_prosecutor"]
bound = "le procureur"
lost = "rien"
checked_on = 2026-11-21

  [[rule.version]]
  regime = "gate"
  duration = "P3M"
  article = { text = "article 6 du Code", source = "code", mark = "VERIFIED" }

[[rule]]
id = "retention"
title = "Conservation"
clock = "evidence_evaporates"
trigger = "communication"
bound = "l’opérateur"
lost = "les données"
checked_on = 2026-11-21

  [[rule.version]]
  regime = "limitation"
  article = { text = "article 7 du Code", source = "code", mark = "UNVERIFIED" }

  [[rule.example]]
  today = 2026-11-21
  unknown = "duration"
""",
    "offences.toml": """
[[offence]]
id = "insult"
title = "Injure"
citation = { text = "article 8 du Code", source = "code", mark = "VERIFIED" }
penalty = "une amende"
limitation = ["limit"]
complaint_required = true
complaint_article = "article 9 du Code"
ip_gate = "no"
gate_reason = "amende seule"
element = "des propos outrageants"
applies_from = 2020-01-01
doubts = ["D1"]
""",
    "routes.toml": """
[[route]]
id = "nothing"
title = "Rien pour l’instant"
why = "prendre le temps"
effect = "aucun"
cost = "aucun"
risk = "aucun"
needs = ["complaint_police"]
gate = "opening"
done_by = ["civil_party_complaint"]
when = { public = true }
letters = ["plainte"]
citation = { text = "article 10 du Code", source = "code", mark = "VERIFIED" }
""",
    "bodies.toml": """
[[body]]
id = "parquet"
name = "Parquet de Zédie"
address = ["1 place du Palais"]
channel = ""
kind = "prosecutor"
platforms = []
mark = "VERIFIED"
checked_on = 2026-11-21
""",
    "letters.toml": """
[[letter]]
id = "plainte"
title = "Plainte"
template = "plainte.docx"
addressee = "parquet"
questions = [{ fact = "person.given_name", ask = "Quel est son prénom ?", example = "Camille", required = false }]
citations = [{ text = "article 11 du Code", source = "code", mark = "VERIFIED" }]
records = "complaint_prosecutor"
doubts = ["D1"]

[[letter]]
id = "notice"
title = "Notification"
template = "notice.docx"
addressee = "platform"
""",
}


def write(folder: Path, file: str = "", old: str = "", new: str = "") -> Path:
    """Write the pack, with one text of one file replaced; the text must be there."""
    pack = folder / "zz"
    (pack / "letters").mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        if name == file:
            assert old in text, f"{old!r} is not in {name}"
        (pack / name).write_text(text.replace(old, new, 1) if name == file else text, encoding="utf-8")
    for template in ("plainte.docx", "notice.docx"):
        (pack / "letters" / template).touch()
    return pack
