"""Markup that cannot carry anything from a file: whatever is no `Html` is escaped when it is put in.

Characters that cannot be seen, that turn the writing direction or that XML forbids are shown as `␣`.
"""

import html
import re

# Controls and formats, except the joiners that hold an emoji together.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\uffff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")

# Elements without content; closed at once, which HTML allows and SVG needs.
_VOID = frozenset({"meta", "rect", "use", "path"})


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


Content = str | int | None


def escaped(text: str) -> Html:
    """Text from anywhere as it may stand in a page, in content and in attributes."""
    return Html(html.escape(_SURROGATES.sub("�", _UNSEEN.sub("␣", text)), quote=True))


def join(*content: Content, between: str = "") -> Html:
    """Pieces one after another; None stands for nothing."""
    return Html(between.join(_put(piece) for piece in content if piece is not None))


def tag(name: str, /, *content: Content, **attributes: str | int | bool | None) -> Html:
    """An element. `class_` is class, `aria_label` is aria-label; True stands alone, None and False fall away.

    >>> tag("td", "a < b", class_="num", hidden=False)
    '<td class="num">a &lt; b</td>'
    """
    opening = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}"
    return Html(f"{opening}/>" if name in _VOID else f"{opening}>{join(*content)}</{name}>")


def _put(piece: str | int) -> str:
    return piece if isinstance(piece, Html) else escaped(str(piece))


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{_put(value)}"'
