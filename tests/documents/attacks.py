"""Forty ways to make a template do what no letter needs; each must be refused twice."""

from collections.abc import Callable
from xml.sax.saxutils import escape

from tests.documents.templates import split_runs, template, with_footnote

CONTEXT = {"name": "Louve", "items": [{"title": "un"}, {"title": "deux"}], "many": list(range(400)), "flag": True}

PAYLOADS = {
    "class of a tuple": "{{ ().__class__.__mro__ }}",
    "class of a name": "{{ name.__class__ }}",
    "class by key": "{{ name['__class__'] }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "attr filter": "{{ name|attr('__class__') }}",
    "map attribute": "{{ items|map(attribute='__class__')|join }}",
    "globals of cycler": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "globals of lipsum": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "lipsum": "{{ lipsum(5) }}",
    "joiner": "{{ joiner.__init__ }}",
    "namespace": "{{ namespace(a=1).a }}",
    "dict": "{{ dict(a=1) }}",
    "range": "{% for i in range(99999) %}x{% endfor %}",
    "format method": "{{ '{0.__class__}'.format(name) }}",
    "format operator": "{{ '%s' % name }}",
    "format filter": "{{ '%0999999999d'|format(1) }}",
    "upper method": "{{ name.upper() }}",
    "append method": "{{ items.append(1) }}",
    "self": "{{ self.__init__.__globals__ }}",
    "loop call": "{% for x in items recursive %}{{ loop(items) }}{% endfor %}",
    "undefined class": "{{ nothing.__class__ }}",
    "power": "{{ 9**9**9 }}",
    "long text": "{{ 'a' * 20000000 }}",
    "doubling": "{{ name ~ name }}",
    "set": "{% set a = name %}{{ a }}",
    "set block": "{% set a %}x{% endset %}{{ a }}",
    "macro": "{% macro m() %}x{% endmacro %}{{ m() }}",
    "call block": "{% call name() %}x{% endcall %}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}",
    "from": "{% from 'os' import popen %}",
    "extends": "{% extends 'other' %}",
    "safe": "{{ name|safe }}",
    "autoescape off": "{% autoescape false %}{{ name }}{% endautoescape %}",
    "padding": "{{ name|center(999999999) }}",
    "indent": "{{ name|indent(999999999) }}",
    "replace": "{{ name|replace('o', 'oooooooo') }}",
    "slice": "{{ items[0:1] }}",
    "nested loops": "{% for a in many %}" * 4 + "x" + "{% endfor %}" * 4,
    "deep nesting": "{{ " + "(" * 5000 + "name" + ")" * 5000 + " }}",
}


def _escaped(build: Callable[[str], bytes]) -> Callable[[str], bytes]:
    return lambda payload: build(escape(payload))


PLACES: dict[str, Callable[[str], bytes]] = {
    "body": template,
    "header": lambda payload: template("Texte.", header=payload),
    "footer": lambda payload: template("Texte.", footer=payload),
    "title": lambda payload: template("Texte.", title=payload),
    "author": lambda payload: template("Texte.", author=payload),
    "comments": lambda payload: template("Texte.", comments=payload),
    "subject": lambda payload: template("Texte.", subject=payload),
    "footnote": _escaped(with_footnote),
    "split runs": lambda payload: split_runs(payload[:1], payload[1:3], payload[3:9], payload[9:]),
}
