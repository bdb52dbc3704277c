"""What a template, or whoever filled it, left behind: tags, blanks, help, sections with nothing in them."""

import re
from collections.abc import Iterator
from typing import Final

from casedesk.documents.lint.findings import Finding, Flaw, Gravity
from casedesk.documents.lint.page import Line
from casedesk.documents.lint.reading import Reading
from casedesk.translate import _

_TAG: Final = re.compile(r"\{[{%#].*?(?:[}%#]\}|$)|[}%#]\}")
_BRACKETS: Final = re.compile(r"\[([^\[\]\n]{0,60})\]|<([^<>\n]{1,60})>|\{([^{}%#\n]{1,60})\}")
_TO_FILL: Final = re.compile(
    r"\W*|(?:(?:a|votre|vos|le|la|les|un|une|du|de la|date de|lieu de)\s+)?(?:completer|preciser|remplir|definir"
    r"|verifier|renseigner|inserer|indiquer|noms?|prenoms?|date|jour|heure|lieu|ville|adresse|numero|n°|montant|somme|signature"
    r"|telephone|e-?mail|courriel|reference|choisir|au choix|cocher|todo|texte|champ|optionnel|qualite|x{2,})\b.*"
)
_LEFT_OUT: Final = re.compile(r"efface|masque|omis|retire|anonym|illisible|inaudible|coupe|cache|supprime")
_CROSSES: Final = re.compile(
    r"(?<![\w./-])[xX]{4,}(?![\w.])|(?<!\w)(?:n°|no|pv|numéro)\W{0,3}[xX]{2,}(?!\w)|(?<!\w)[xX]{2,}/(?:[xX]{2,}|\d)"
    r"|\d/[xX]{2,}(?!\w)|(?:Madame|Monsieur|Mme|M\.|le|à|par)\s[xX]{2,3}(?=[\s,.;]|$)"
    r"|(?<!\w)[xX]{2,}\s?(?:€|euros?\b|francs?\b|jours?\b|mois\b|ans\b)|\b(?:NOM Prénom|Prénom NOM)\b(?!\s*:)"
)
_BLANKS: Final = re.compile(
    r"(?m)_{3,}|\.{6,}|…{2,}|(?:\. ){4,}|(?:\.{3}|…)\s?(?:€|euros?\b|francs?\b|f\s?cfa\b|jours?\b|mois\b|ans\b)"
    r"|\bfait a\b[^.\n]{0,40}\ble\s*$|\ba\s*,\s*le\b"
)
_SIGNED_HERE: Final = re.compile(r"signature|empreinte|cachet|paraphe|emargement")
_HELP: Final = re.compile(
    r"(?m)lorem ipsum|(?<=er|ez) (?:la|les) (?:mentions? inutiles?|cases? (?:utiles?|correspondantes?))"
    r"|(?<=[eir][zr]) ici\b|\btodo\b|\bfixme\b|\btexte (?:a remplacer|d'aide|d'exemple)\b"
    r"|\bsupprim(?:ez|er) (?:ce paragraphe|cette ligne)\b"
    r"|(?::|\(|^)\s*(?:reste )?a (?:completer|preciser|remplir|renseigner|definir)\s*(?:\)|[.;,]|$)"
)
_HELPING: Final = (  # one of them is in any help
    "lorem", " ici", "inutile", "cases", "case ", "todo", "fixme", "texte ", "supprim", "a completer", "a preciser",
    "a remplir", "a renseigner", "a definir",
)  # fmt: skip
_ASKED_HERE: Final = re.compile(
    r"\b(?:decri|indiqu|precis|inser|saisi|complet|coll|ajout|expliqu|racont|ecri|not)\w{1,4} ici$"
)
_LABEL: Final = re.compile(
    r"(?m)^(?:objet|references?|ref\.?|envoi|telephone|tel\.?|courriel|date des faits|lieu|date|montant)\s*:\s*\.?\s*$"
)
_HOLLOW: Final = re.compile(r"\(\s*\)|«\s*»|“\s*”|,\s*,|(?<=\w)\s?:\s*[.;,](?!\S)|\bn°\s*(?:$|[,.;)](?!\S))")
_SAME_LEAST: Final = 60  # letters of a paragraph that is not repeated by chance
_LONG_EXPLANATION: Final = 1_200  # characters: ten lines


def leftovers(reading: Reading) -> Iterator[Finding]:
    """Look for what should have been filled or taken away."""
    for line in reading.saying(_TAG, kind="text"):
        yield from _tags(reading, line)
    for line in reading.lines:
        yield from _to_fill(reading, line)
    if not reading.form:
        helping = [_HELP] if any(word in reading.low for word in _HELPING) else []
        for line in reading.saying(_BLANKS, *helping):
            yield from _help(reading, line)
        for line in reading.saying(_HOLLOW, _LABEL):
            yield from _hollow(reading, line)
    yield from _empty_sections(reading)
    yield from _empty_tables(reading)
    yield from _repeated(reading)
    yield from _too_long(reading)


def _tags(reading: Reading, line: Line) -> Iterator[Finding]:
    for tag in _TAG.finditer(line.text):
        yield reading.finding(
            Flaw.PLACEHOLDER,
            Gravity.HARM,
            line,
            tag.span(),
            says=_("A tag of the template is left in the letter."),
            cure=_("Take it out of what was typed, or have the template corrected."),
            waivable=False,
        )


def _to_fill(reading: Reading, line: Line) -> Iterator[Finding]:
    own = line.plain
    for match in _BRACKETS.finditer(own) if "[" in own or "<" in own or "{" in own else ():
        inside = line.folded[match.start() + 1 : match.end() - 1].strip()
        if _TO_FILL.fullmatch(inside) and not _LEFT_OUT.search(inside):
            yield _blank(reading, line, match)
    for match in _CROSSES.finditer(own) if "xx" in line.folded or "NOM" in own else ():
        yield _blank(reading, line, match)


def _help(reading: Reading, line: Line) -> Iterator[Finding]:
    own = line.plain
    if not _SIGNED_HERE.search(line.folded):
        for match in _BLANKS.finditer(line.folded):
            if own[match.start() : match.end()].strip():
                yield _blank(reading, line, match)
    for match in _HELP.finditer(line.folded):
        asked = not match[0].endswith(" ici") or _ASKED_HERE.search(line.folded[: match.end()])
        if asked and own[match.start() : match.end()].strip():
            yield _blank(reading, line, match)


def _blank(reading: Reading, line: Line, match: re.Match[str]) -> Finding:
    return reading.finding(
        Flaw.PLACEHOLDER,
        Gravity.HARM,
        line,
        match.span(),
        says=_("A blank of the template, or its help, is left in the letter."),
        cure=_("Write what is missing, or take these words out."),
    )


def _hollow(reading: Reading, line: Line) -> Iterator[Finding]:
    if line.part != "body":
        return
    match = _LABEL.match(line.folded) or _HOLLOW.search(line.folded)
    if match and (match[0][0] in "«“" or line.plain[match.start() : match.end()].strip()):
        yield reading.finding(
            Flaw.EMPTY,
            Gravity.MISTAKE,
            line,
            match.span(),
            says=_("Something is announced here, and nothing follows."),
            cure=_("Write what is missing, or take these words out."),
        )


def _empty_sections(reading: Reading) -> Iterator[Finding]:
    body = reading.page.body
    for place, line in enumerate(body):
        if line.listed and line.level is None and not line.text.strip(" \t–—•-.") and not reading.form:
            yield reading.finding(
                Flaw.EMPTY,
                Gravity.MISTAKE,
                line,
                (0, len(line.text)),
                about=f"item {line.section} {line.number}",
                says=_("An item of a list is empty."),
                cure=_("Write it, or take it out."),
            )
        if line.level is None:
            continue
        following = next((one for one in body[place + 1 :] if one.text.strip() or one.table), None)
        if following is None or (following.level is not None and following.level <= line.level):
            yield reading.finding(
                Flaw.EMPTY,
                Gravity.MISTAKE,
                line,
                (0, len(line.text)),
                says=_("A title with nothing under it."),
                cure=_("Answer what this part needs, or take its title out."),
            )


def _empty_tables(reading: Reading) -> Iterator[Finding]:
    for table in reading.page.tables:
        cells = [line for line in reading.page.body if line.table == table.number]
        blank = not any(line.text.strip() for line in cells if line.row > table.heads)
        if cells and blank and not reading.form:
            yield reading.finding(
                Flaw.EMPTY,
                Gravity.MISTAKE,
                cells[0],
                (0, len(cells[0].text)),
                says=_("A table without a row."),
                cure=_("Choose what it must list, or take it out."),
            )


def _repeated(reading: Reading) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()  # a file of several letters says the same under each of them
    for line in reading.page.paragraphs:
        words = (line.section, line.squeezed)
        if len(line.squeezed) >= _SAME_LEAST and words in seen:
            yield reading.finding(
                Flaw.REPEATED,
                Gravity.MISTAKE,
                line,
                (0, len(line.text)),
                says=_("The same paragraph stands twice in the letter."),
                cure=_("Keep it once."),
            )
        seen.add(words)


def _too_long(reading: Reading) -> Iterator[Finding]:
    typed = reading.data.answers.get("explanation", "")
    if reading.exposed and len(typed) > _LONG_EXPLANATION:
        yield reading.finding(
            Flaw.TOO_LONG,
            Gravity.CARE,
            None,
            _("the explanation"),
            says=_("The explanation has {length} characters; a platform's form may cut it.").format(length=len(typed)),
            cure=_("Say in ten lines what is seen, that she did not agree, and how she is recognised."),
            fact="answers.explanation",
        )
