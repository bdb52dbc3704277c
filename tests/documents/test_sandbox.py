"""The language of the letters: what is refused, twice, and what is let through."""

import io
import os
from collections.abc import Mapping
from typing import Any

import pytest
from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateError, UndefinedError
from jinja2.exceptions import SecurityError

from casedesk.documents.allow_list import FILTERS_ALLOWED, refusals
from casedesk.documents.fill import Template
from casedesk.documents.sandbox import (
    CHARACTERS_ALLOWED,
    LetterLanguage,
    Sandbox,
    TooMuch,
    harmless,
    name_missing,
)
from casedesk.documents.template_check import template_faults
from casedesk.documents.text import body_of
from tests.documents.attacks import CONTEXT, PAYLOADS, PLACES
from tests.documents.templates import template


def filled(source: str, context: Mapping[str, Any], language: Sandbox | None = None) -> str:
    return (language or LetterLanguage()).write(source, harmless(context))


def somewhere(payload: str, place: str) -> bytes:
    return PLACES[place](payload)


def pairs() -> list[tuple[str, str]]:
    """Every payload in the body, and a telling few everywhere else."""
    few = ("class of a tuple", "globals of cycler", "range", "power", "include", "set", "safe", "nested loops")
    return [(name, "body") for name in PAYLOADS] + [(n, place) for place in PLACES if place != "body" for n in few]


def test_there_are_forty_attacks() -> None:
    assert len(PAYLOADS) == 40


@pytest.mark.parametrize(("attack", "place"), pairs())
def test_the_template_check_refuses_an_attack_wherever_it_stands(attack: str, place: str) -> None:
    faults = template_faults(somewhere(PAYLOADS[attack], place))
    assert faults
    assert all(fault.place and fault.what and fault.cure for fault in faults)


@pytest.mark.parametrize(("attack", "place"), pairs())
def test_filling_refuses_an_attack_even_when_nobody_checked_before(attack: str, place: str) -> None:
    with pytest.raises(TemplateError):
        Template(somewhere(PAYLOADS[attack], place), LetterLanguage()).fill(CONTEXT)


@pytest.mark.parametrize(("attack", "place"), pairs())
def test_the_sandbox_alone_refuses_an_attack(attack: str, place: str) -> None:
    with pytest.raises(TemplateError):
        Template(somewhere(PAYLOADS[attack], place), Sandbox()).fill(CONTEXT)


@pytest.mark.parametrize("attack", PAYLOADS)
def test_the_allow_list_alone_refuses_an_attack_it_can_read(attack: str) -> None:
    language = LetterLanguage()
    try:
        tree = language.parse(PAYLOADS[attack])
    except (TemplateError, RecursionError):
        return  # what cannot be read is refused
    assert refusals(tree)


def test_the_same_attack_runs_code_where_there_is_no_sandbox() -> None:
    unguarded = DocxTemplate(io.BytesIO(template("{{ cycler.__init__.__globals__.os.getpid() }}")))
    unguarded.render({})
    assert unguarded.docx.paragraphs[0].text == str(os.getpid())


def test_listing_the_names_of_a_template_passes_the_same_fences() -> None:
    with pytest.raises(TemplateError):
        Template(template("{{ name|safe }}"), LetterLanguage()).undeclared()
    good = template("{{ person.name }} {% for x in items %}{{ x }}{% endfor %}", footer="{{ page }}")
    assert Template(good, LetterLanguage()).undeclared() == {"person", "items", "page"}


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("{{ name }}", "Louve"),
        ("{{ person.town }}", "Rennes"),
        ("{{ items[0].title }}", "un"),
        ("{{ names|join(', ') }}", "a, b"),
        ("{{ names|length }}", "2"),
        (
            "{% for i in items %}{{ loop.index }}.{{ i.title }}{% if not loop.last %} {% endif %}{% endfor %}",
            "1.un 2.deux",
        ),
        ("{% if flag and not other %}oui{% else %}non{% endif %}", "oui"),
        ("{% if count == 2 or name == 'x' %}oui{% endif %}", "oui"),
        ("{% if missing is defined %}oui{% else %}non{% endif %}", "non"),
        ("{% if 'a' in names %}oui{% endif %}", "oui"),
        ("{{ name|upper }} {{ name|first }}", "LOUVE L"),
    ],
)
def test_what_a_letter_needs_is_let_through(source: str, written: str) -> None:
    context = {
        "name": "Louve",
        "person": {"town": "Rennes"},
        "items": [{"title": "un"}, {"title": "deux"}],
        "names": ["a", "b"],
        "flag": True,
        "other": False,
        "count": 2,
    }
    assert not refusals(LetterLanguage().parse(source))
    assert filled(source, context) == written


@pytest.mark.parametrize(
    "source", ["{{ absent }}", "{{ person.absent }}", "{{ names[9] }}", "{% if absent %}x{% endif %}"]
)
def test_what_is_not_known_is_an_error_that_names_it(source: str) -> None:
    with pytest.raises(UndefinedError) as error:
        filled(source, {"person": {"town": "Rennes"}, "names": ["a"]})
    assert name_missing(error.value) in {"absent", "9", ""}


@pytest.mark.parametrize("value", [None, True, ["a"], {"a": "b"}])
def test_only_texts_and_numbers_reach_the_page(value: object) -> None:
    with pytest.raises(TemplateError):
        filled("{{ value }}", {"value": value})


def test_a_template_is_told_plain_values_only() -> None:
    with pytest.raises(TypeError):
        harmless({"value": object()})


def test_a_loop_over_something_that_is_no_list_is_refused_with_a_sentence() -> None:
    with pytest.raises(TemplateError, match="does not fit"):
        filled("{% for x in count %}x{% endfor %}", {"count": 2})


def test_a_text_that_grows_endlessly_is_stopped() -> None:
    long = "x" * (CHARACTERS_ALLOWED // 100)
    with pytest.raises(TooMuch):
        filled("{% for x in many %}{{ long }}{% endfor %}", {"many": ["a"] * 200, "long": long})


def test_a_template_is_compiled_once() -> None:
    language = LetterLanguage()
    assert language.from_string("{{ a }}") is language.from_string("{{ a }}")


def test_old_templates_are_forgotten() -> None:
    language = LetterLanguage(remembered=2)
    first = language.from_string("{{ a }}")
    for name in ("b", "c", "d"):
        language.from_string("{{ " + name + " }}")
    assert language.from_string("{{ a }}") is not first


@given(st.sampled_from(sorted(PAYLOADS.values())), st.text(alphabet="{}%#' ", max_size=4))
def test_no_frame_around_an_attack_lets_it_through(payload: str, around: str) -> None:
    with pytest.raises(TemplateError):
        filled(around + payload, CONTEXT)


@given(st.text())
def test_a_value_is_never_read_as_a_template(text: str) -> None:
    assert filled("{{ a }}", {"a": "{{ b }}" + "{% if c %}"}) == "{{ b }}{% if c %}"
    assert filled("{{ a }}", {"a": text.replace("&", "")}).count("<") == 0


def test_every_allowed_filter_exists() -> None:
    assert set(Sandbox().filters) == set(FILTERS_ALLOWED)


def test_a_sandbox_takes_texts_only() -> None:
    with pytest.raises(SecurityError):
        LetterLanguage().from_string(LetterLanguage().parse("{{ a }}"))


def test_a_value_that_looks_like_a_tag_of_the_library_stays_what_it_is() -> None:
    letter = Template(template("{{ said }}"), LetterLanguage()).fill({"said": "a {_{ b }_} {_% c %_}"})
    assert body_of(letter) == "a {_{ b }_} {_% c %_}"
