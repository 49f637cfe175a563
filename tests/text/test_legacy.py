"""Old encodings: recognised cell by cell, certain only where nothing else can be meant, and never in proper text."""

import time

import polars as pl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sosach.text import cells
from sosach.text.charsets import TCVN3, UTF8, VIQR, VNI
from sosach.text.legacy import Decoded, decoded, read, suspicious
from sosach.text.readable import READABLE
from tests.text.names import DATA, full_names, name_words, place_names, rows
from tests.text.test_charsets import encoded

REAL = rows(DATA / "tcvn3_real_spreadsheet_names.csv")
# A heading in Unicode stands among the names of the workbook; its table “decodes” it to HỌ TấN.
NOT_LEGACY = "HỌ TÊN"


@pytest.mark.parametrize(
    ("stored", "name"),
    [
        pytest.param(r["tcvn3_text_as_stored"], r["unicode_by_iconv_table"], id=f"line-{i}")
        for i, r in enumerate(REAL, 2)
        if r["tcvn3_text_as_stored"] != NOT_LEGACY
    ],
)
def test_names_of_a_real_workbook(stored, name):
    assert decoded(stored).text == name
    assert decoded(stored, TCVN3) == Decoded(name, TCVN3, certain=True)


def test_a_heading_in_unicode_stays_whatever_its_font():
    assert len(REAL) == 107
    assert decoded(NOT_LEGACY) is None
    assert decoded(NOT_LEGACY, TCVN3) is None


def test_nearly_all_real_names_are_certain_without_the_font():
    certain = [decoded(r["tcvn3_text_as_stored"]) for r in REAL]
    assert sum(d is not None and d.certain for d in certain) >= 104


@pytest.mark.parametrize("charset", [TCVN3, VNI])
@given(name=full_names())
def test_with_the_font_every_name_comes_back(charset, name):
    seen = encoded(name, charset)
    assume(seen != name)
    answer = decoded(seen, charset)
    if not pl.select(pl.lit(seen).str.contains(READABLE)).item():
        assert answer.certain
        assert answer.text.casefold() == name.casefold()
    elif answer is not None:  # it could be read either way
        assert answer.text.casefold() == name.casefold()


@pytest.mark.parametrize("charset", [TCVN3, VNI, VIQR, UTF8])
@given(name=full_names())
def test_without_the_font_a_certain_answer_is_right(charset, name):
    answer = decoded(encoded(name, charset))
    if answer is not None and answer.certain:
        assert answer.charset == charset
        assert answer.text.casefold() == name.casefold()


@pytest.mark.parametrize("case", [str, str.upper, str.lower], ids=["as written", "capitals", "small"])
def test_proper_names_and_places_are_never_changed(case):
    names = [case(name) for part in ("family", "middle", "given") for name in name_words(part)]
    places = [case(name) for name in place_names()]
    assert [(text, found) for text in names + places if (found := decoded(text))] == []


@given(full_names())
def test_proper_full_names_are_never_changed(name):
    assert decoded(name) is None
    assert decoded(name.upper()) is None


@pytest.mark.parametrize(
    "name",
    [
        *("Dòng", "Hoà", "Thò", "Vò An", "Bóp"),  # possible as they stand, and in TCVN3 or VNI something else
        *("Müller", "Muñoz", "José García", "François Noël", "Björn", "Zoë", "Jürgen", "Peña", "Sánchez"),
        *("H'Ñan Niê", "Siu Ñen", "Ñ", "Mlô Byă", "Kbuôr", "Y Blô Niê", "Đăk Plông", "Dêê", "Siu Blŏ"),
        *(
            "nhóm máu O+",
            "AB+",
            "C++",
            "a(b)",
            "Nguyen Van A.",
            "T.X. Ha Noi?",
            "20°C",
            "½",
            "m²",
            "Facebook®",
            "«Hoa»",
        ),
        *("nguyeenx thij hoaf", "Nguye64n", "ddinhf"),  # Telex and VNI typing that had no effect
    ],
)
def test_what_must_stay_without_a_font(name):
    assert decoded(name) is None


@pytest.mark.parametrize(
    ("seen", "font", "answer"),
    [
        ("Dòng", TCVN3, Decoded("Dũng", TCVN3, certain=True)),
        ("Thò", VNI, Decoded("Thị", VNI, certain=True)),
        ("Hoa", TCVN3, None),
        ("Nguyễn Văn", TCVN3, None),  # typed in Unicode, the font was left
        ("HOÀNG", TCVN3, None),
        ("Lê Thu Trang", TCVN3, None),  # nobody is called Lờ
        ("Hoàng", VNI, Decoded("Hồng", VNI, certain=False)),  # both are names
        ("hÔng", None, None),
        ("Loïc", None, None),
        ("José", TCVN3, None),
        ("Ngoïc", None, Decoded("Ngọc", VNI, certain=False)),
        ("Ngoïc Traâm", None, Decoded("Ngọc Trâm", VNI, certain=True)),
        ("ThÕ", None, Decoded("Thế", TCVN3, certain=False)),
        ("Phan Thu Thñy", None, Decoded("Phan Thu Thủy", TCVN3, certain=False)),
        ("Y Bl« Niª", None, Decoded("Y Blô Niê", TCVN3, certain=False)),
        ("TrÇn\u200b ThÞ", None, Decoded("Trần Thị", TCVN3, certain=True)),
        ("Nguyá»…n VÄƒn", None, Decoded("Nguyễn Văn", UTF8, certain=True)),
        ("Traàn Thò", TCVN3, Decoded("Trần Thị", VNI, certain=True)),  # the letters deny the font
        ("Le^ Hoa`ng", None, Decoded("Lê Hoàng", VIQR, certain=True)),
    ],
)
def test_answers(seen, font, answer):
    assert decoded(seen, font) == answer


def test_cells_are_read_with_the_mark_of_their_font():
    marked = pl.Series([cells.TCVN3_FONT + "Dòng", "NguyÔn", cells.VNI_FONT + "Hoa", "Ngoïc", cells.TCVN3_FONT + "Lê"])
    answer = read(marked)
    assert answer["value"].to_list() == ["Dũng", "Nguyễn", "Hoa", "Ngọc", "Lê"]
    assert answer["legacy"].to_list() == ["certain", "certain", None, "doubtful", None]
    assert answer["charset"].to_list() == ["tcvn3", "tcvn3", None, "vni", None]


def test_reading_nothing():
    assert read(pl.Series([], dtype=pl.String)).height == 0


@given(full_names(), st.sampled_from([TCVN3, VNI, VIQR, UTF8]))
def test_whatever_would_be_decoded_is_suspicious(name, charset):
    seen = encoded(name, charset)
    if decoded(seen) is not None:
        assert pl.select(suspicious(pl.lit(seen))).item()


def test_proper_text_is_hardly_ever_suspicious():
    names = pl.DataFrame({"text": place_names()})
    assert names.select(suspicious(pl.col("text")).mean()).item() < 0.05


def test_looking_for_suspicious_cells_costs_little():
    texts = pl.DataFrame({"text": ["Thôn Đồng Sậy, xã Hòa Mẫu, tỉnh Bắc Ninh"] * 200_000})
    start = time.perf_counter()
    assert not texts.select(suspicious(pl.col("text")).any()).item()
    assert time.perf_counter() - start < 5
