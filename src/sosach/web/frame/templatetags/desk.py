"""Words that templates know: icons, masked numbers, hidden persons, differences in letters, days."""

import re
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sosach.registers.catalogue import registers
from sosach.web.frame.letters import Part, hidden_middle, parts
from sosach.web.frame.masking import masked as masked_number
from sosach.web.frame.opaque import hidden as hidden_person

register = template.Library()

_SETTING = re.compile(r"\s*\(\w+ = [^()]*\)")
_LONG = re.compile(r"\d{9,}")

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture of the sprite; silent for screen readers, for a word always stands beside it."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="/static/icons.svg#i-{}"></use></svg>', name)


@register.simple_tag
def status(state: str, picture: str, words: str) -> SafeString:
    """A status: icon, word and colour."""
    return format_html('<span class="status status--{}">{}{}</span>', state, icon(picture), words)


@register.filter
def masked(number: str | None) -> str:
    """A number with its middle hidden."""
    return masked_number(number)


@register.filter
def hidden(person: int) -> str:
    """The word for a person in addresses."""
    return hidden_person(person)


@register.filter
def weekday(day: date) -> str:
    """The day of the week."""
    return _WEEKDAYS[day.weekday()]


@register.simple_tag
def old_letters(old: str, new: str, is_number: bool = False) -> SafeString:
    """The old value, what goes marked; of a number the middle is hidden where it is the same."""
    return _marked(_discreet(parts(old, new)[0], is_number), "del")


@register.simple_tag
def new_letters(old: str, new: str, is_number: bool = False) -> SafeString:
    """The new value, what comes marked; of a number the middle is hidden where it is the same."""
    return _marked(_discreet(parts(old, new)[1], is_number), "ins")


def _discreet(runs: list[Part], is_number: bool) -> list[Part]:
    return hidden_middle(runs) if is_number else runs


def _marked(runs: list[Part], tag: str) -> SafeString:
    marked = format_html("<{0}>{{}}</{0}>", tag)
    return format_html_join(
        "", "{}", ((format_html(str(marked), run.text) if run.differs else run.text,) for run in runs)
    )


@register.simple_tag(takes_context=True)
def query(context: dict[str, Any], **changes: Any) -> str:
    """The query of this address with some values changed; None takes one out."""
    told = context["request"].GET.copy()
    for name, value in changes.items():
        told.pop(name.replace("_", "-"), None)
        if value not in (None, ""):
            told[name.replace("_", "-")] = str(value)
    return f"?{told.urlencode()}" if told else "?"


@register.filter
def read_day(iso: str | None) -> str:
    """A date of birth as people read it: 04/06/2015, 06/2015 or 2015, as precise as it is known."""
    return "/".join(reversed(iso.split("-"))) if iso else ""


@register.filter
def sentence(message: str) -> str:
    """A sentence of a rule with the long numbers in it masked."""
    return _LONG.sub(lambda found: masked_number(found.group()), message)


@register.filter
def of_register(name: str) -> str:
    """What a register is called."""
    return registers()[name].label


@register.filter
def without_settings(message: str) -> str:
    """A sentence without what it says of lines of a plan file, which nobody reads here: `(during = ["export"])`."""
    return _SETTING.sub("", message)


@register.simple_tag(takes_context=True)
def facet_query(context: dict[str, Any], name: str, value: str) -> str:
    """The query of this address with one filter changed, and nobody chosen."""
    told = {one: text for one, text in context["request"].GET.items() if one not in (name, "ho-so")}
    return f"?{urlencode(told | ({name: value} if value else {}))}"


@register.filter
def sex(value: str) -> str:
    """Nam or Nữ."""
    return {"male": "Nam", "female": "Nữ"}.get(value, value)


@register.filter
def unlocalized(number: int) -> str:
    """A number for programs."""
    return str(number)


@register.filter
def plain(number: float) -> str:
    """A number for drawings: a point before decimals, none of the marks that people read."""
    return f"{number:g}"
