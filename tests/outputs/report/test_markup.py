from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.outputs.report.markup import Html, escaped, join, tag


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def _parsed(page: str) -> _Tags:
    parser = _Tags()
    parser.feed(page)
    parser.close()
    return parser


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "' OR 1=1--", "a & b", '"><img src=x>']
)
def test_what_comes_in_stays_text(text: str) -> None:
    parsed = _parsed(tag("td", text, data_label=text))
    assert parsed.tags == ["td"]
    assert parsed.text == text


@given(st.text())
def test_no_text_makes_an_element(text: str) -> None:
    assert _parsed(tag("p", text, title=text)).tags == ["p"]


@pytest.mark.parametrize("unseen", ["\u202e", "\u200b", "\u0000", "\u0007", "\u2028", "\u2066", "\ufeff", "\u00ad"])
def test_what_cannot_be_seen_is_shown(unseen: str) -> None:
    assert escaped(f"An{unseen}Bình") == "An␣Bình"


def test_vietnamese_and_emoji_are_left_alone() -> None:
    text = "Nguyễn Thị Ngọc Ánh – thôn Bãi Dâu 👩‍👧 H’Mông"
    assert escaped(text) == text
    assert escaped("Nguyê\u0303n") == "Nguyê\u0303n"


def test_half_a_character_does_not_stop_the_writing() -> None:
    assert escaped("An\ud800").encode() == "An�".encode()


def test_markup_is_not_escaped_twice() -> None:
    assert tag("p", tag("b", "a & b"), " < c") == "<p><b>a &amp; b</b> &lt; c</p>"
    assert isinstance(join(Html("<hr>"), "x"), Html)


def test_nothing_stands_for_nothing() -> None:
    assert join("a", None, 0, "b", between=", ") == "a, 0, b"
    assert tag("details", None, open=False, class_=None) == "<details></details>"
    assert tag("details", open=True) == "<details open></details>"


def test_shapes_are_closed_so_that_the_next_one_is_no_child() -> None:
    assert tag("svg", tag("rect", width=1), tag("rect", width=2)) == '<svg><rect width="1"/><rect width="2"/></svg>'
