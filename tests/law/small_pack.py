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

[rows]
dossier = ["limit_3m", "opening_3m", "insult"]
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
confirmed_by = { direct_citation = ["deposit_paid"] }
met_by = ["judgment"]
rows = ["dossier:limit_3m"]
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
  prudent = 2026-11-20
  why = "Un samedi ; une marge d’un jour."

  [[rule.example]]
  from = 2026-08-10
  to = 2026-08-20
  facts = { online = false }
  not_applicable = true

  [[rule.example]]
  on = 2019-12-31
  facts = { online = true, residence = "abroad" }
  unknown = "old_law"

  [[rule.example]]
  on = 2020-01-01
  facts = { online = true, residence = "abroad" }
  due = 2020-04-01

  [[rule.example]]
  on = 2029-12-31
  facts = { online = true, residence = "abroad" }
  due = 2030-03-31

  [[rule.example]]
  on = 2030-01-01
  facts = { online = true, residence = "abroad" }
  due = 2030-07-01

[[rule]]
id = "opening"
title = "Ouverture"
clock = "opens_on"
trigger = "complaint_prosecutor"
also_from = ["copy_to_prosecutor"]
rows = ["dossier:opening_3m"]
bound = "le procureur"
lost = "rien"
checked_on = 2026-11-21

  [[rule.version]]
  regime = "gate"
  duration = "P3M"
  article = { text = "article 6 du Code", source = "code", mark = "VERIFIED" }

  [[rule.example]]
  on = 2026-08-21
  due = 2026-11-22

  [[rule.example]]
  on = 2026-11-30
  due = 2027-03-01

[[rule]]
id = "answer"
title = "Réponse"
clock = "answer_expected"
trigger = "act_requested"
requires = ["inquiry_opened"]
bound = "le juge"
lost = "rien"
checked_on = 2026-11-21

  [[rule.version]]
  regime = "hours"
  duration = "PT24H"
  article = { text = "article 12 du Code", source = "code", mark = "VERIFIED" }

  [[rule.example]]
  at = 2026-11-20T15:25:00+01:00
  events = [{ what = "inquiry_opened" }, { what = "act_answered" }]
  until = 2026-11-21T14:25:00Z

  [[rule.example]]
  on = 2026-11-20
  not_applicable = true

[[rule]]
id = "at_once"
title = "Sans délai"
clock = "answer_expected"
trigger = "blocking_requested"
bound = "le juge"
lost = "rien"
checked_on = 2026-11-21

  [[rule.version]]
  regime = "cpp_801"
  without_number = "sans délai"
  article = { text = "article 13 du Code", source = "code", mark = "VERIFIED" }

  [[rule.example]]
  on = 2026-11-20
  unknown = "no_number"

  [[rule.example]]
  today = 2026-11-21
  unknown = "no_number"

[[rule]]
id = "ban"
title = "Interdiction"
clock = "answer_expected"
trigger = "law_date"
bound = "tous"
lost = "rien"
checked_on = 2026-11-21

  [[rule.version]]
  regime = "limitation"
  fixed_on = 2026-12-02
  article = { text = "article 14 du Code", source = "code", mark = "VERIFIED" }

  [[rule.example]]
  today = 2026-11-21
  due = 2026-12-02

  [[rule.example]]
  today = 2027-11-21
  due = 2026-12-02

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

  [[rule.example]]
  on = 2026-11-21
  unknown = "duration"
""",
    "elements.toml": """
[[element]]
id = "outrage"
ask = "Les mots étaient-ils blessants ?"
says = "des mots blessants"

[[element]]
id = "long_incapacity"
ask = "Plus de huit jours ?"
says = "plus de huit jours d’incapacité"
help = "Lire le certificat."
number = "incapacity_days"
above = 8
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
nature = "contravention"
elements = ["outrage", "public"]
excluded_by = ["author_known"]
applies_until = 2030-01-01
note = "À relire."
rows = ["dossier:insult"]

[[offence.aggravation]]
any_of = ["online", "long_incapacity"]
penalty = "une plus forte amende"
says = "en ligne"
citation = { text = "article 8-1 du Code", source = "code", mark = "VERIFIED" }
ip_gate = "2"
gate_reason = "un an encouru"

[[offence.aggravation]]
any_of = ["online", "long_incapacity"]
at_least = 2
penalty = "un an"
says = "les deux"
citation = { text = "article 8-2 du Code", source = "code", mark = "VERIFIED" }
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
delay = "aucun"
doubts = ["D1"]
bodies = ["parquet"]
offences = ["insult"]
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
source = "code"
doubts = ["D1"]
""",
    "letters.toml": """
kept_with_case = ["court_town"]

[[question]]
fact = "person.given_name"
ask = "Quel est son prénom ?"
example = "Camille"
""",
    "letters/plainte.toml": """
title = "Plainte"
group = "plainte"
use = "Pour saisir le procureur."
addressee = "parquet"
reader = "authority"
signs = ["person", "association"]
dossier = "france_penal 7.1"
questions = [
  { fact = "person.given_name", required = false },
  { fact = "answers.colour", ask = "De quelle couleur ?", example = "bleu" },
  { fact = "events.complaint_refused", ask = "Quand ?", example = "hier" },
]
clauses = [{ id = "lawyer", title = "Demander un avocat", why = "Elle peut être assistée.", proposed = false }]
citations = [{ text = "article 11 du Code", source = "code", mark = "VERIFIED" }]
records = "complaint_prosecutor"
received = "order_notified"
answers = ["no_further_action"]
reminder = "notice"
doubts = ["D1"]
""",
    "letters/notice.toml": """
title = "Notification"
group = "plateformes"
use = "Pour demander un retrait."
addressee = "platform"
reader = "other_side"
signs = ["association"]
dossier = "eu_platforms 8.1"
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
