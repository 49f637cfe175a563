"""Whatever stands in the cell, one rule speaks of its shape, or the cell holds twelve good digits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosach.cleaning.frame import Cleaning, typed
from sosach.registers.catalogue import registers
from sosach.text import cells
from tests.rules.tools import ON, findings, raw_frame

CLEAN = {"personal_id_label", "personal_id_separators", "personal_id_shown"}
SHAPE = CLEAN | {
    "personal_id_missing",
    "personal_id_placeholder",
    "personal_id_error_cell",
    "personal_id_masked",
    "personal_id_scientific",
    "personal_id_two_numbers",
    "personal_id_note",
    "personal_id_lookalike",
    "personal_id_lost_zero",
    "personal_id_health_insurance",
    "personal_id_phone",
    "personal_id_tax",
    "personal_id_birth_cert",
    "personal_id_cmnd",
    "personal_id_length",
}
OF_OTHER_KIND = {
    f"personal_id_{kind}" for kind in ("health_insurance", "phone", "tax", "birth_cert", "error_cell", "missing")
}
RELATIVE = {f"mother_{code}" for code in SHAPE - OF_OTHER_KIND} | {"mother_personal_id_other_kind"}

_DIGITS = st.text("0123456789", min_size=1, max_size=14)
_WORDS = st.sampled_from(
    [
        "CCCD",
        "số",
        "(mẹ)",
        "chưa có",
        "x",
        "*",
        "-",
        ".",
        " ",
        "/",
        "'",
        "O",
        "l",
        "E+10",
        "TE",
        "#N/A",
        "của bố",
        "2018",
    ]
)
_TYPED = st.one_of(st.text(max_size=20), _DIGITS, st.lists(st.one_of(_DIGITS, _WORDS), max_size=4).map("".join))
_NUMBER_CELLS = st.integers(0, 10**13)
_MARKED = st.one_of(
    st.just((None, cells.UNCACHED)),
    st.text("0123456789", min_size=12, max_size=12).map(lambda digits: (digits, cells.SHOWN + digits)),
    st.sampled_from(["#N/A", "#REF!"]).map(lambda error: (error, cells.ERROR + error)),
)
_CELLS = st.lists(st.one_of(st.none(), _TYPED, _NUMBER_CELLS, _MARKED), min_size=1, max_size=40)


def _voices(rows, codes):
    heard = {}
    for found in findings(rows, codes=codes):
        heard.setdefault(found["row"], []).append(found)
    return heard


@given(_CELLS)
@settings(max_examples=30, deadline=None)
def test_one_rule_speaks_of_the_shape_or_the_number_is_good(typed_cells):
    rows = [
        {"full_name": "Nguyễn Văn An", "sex": "Nam", "birth_date": "16/08/2015", "personal_id": c} for c in typed_cells
    ]
    values = typed(raw_frame(rows), Cleaning(register=registers()["children"], on=ON))
    heard = _voices(rows, SHAPE)
    for row, number in zip(values["row"], values["personal_id"], strict=True):
        voices = [found["rule"] for found in heard.get(row, [])]
        assert len(voices) == (number is None) or (number and len(voices) <= 1), (row, voices)
        assert number is None or len(number) == 12
        if number and voices:
            assert voices[0] in CLEAN | {"personal_id_note"}


@given(_CELLS)
@settings(max_examples=15, deadline=None)
def test_one_rule_speaks_of_a_relatives_number_unless_the_cell_is_empty(typed_cells):
    rows = [{"full_name": "Nguyễn Văn An", "mother_personal_id": cell} for cell in typed_cells]
    values = typed(raw_frame(rows), Cleaning(register=registers()["children"], on=ON))
    heard = _voices(rows, RELATIVE)
    for row, number, state in values.select("row", "mother_personal_id", "mother_personal_id__state").iter_rows():
        voices = [found["rule"] for found in heard.get(row, [])]
        assert len(voices) <= 1
        assert voices or number or state is None


@given(_CELLS)
@settings(max_examples=15, deadline=None)
def test_no_sentence_is_left_with_a_hole(typed_cells):
    rows = [{"full_name": "Nguyễn Văn An", "personal_id": c, "mother_personal_id": c} for c in typed_cells]
    for found in findings(rows):
        assert "…" not in str(found["message"]).replace("…”", "").replace(str(found["value"]), "")


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("027xxxxx0001", "masked"),
        ("2.7E+10", "scientific"),
        ("125125428 (mẹ)", "note"),
        ("O27215600001", "lookalike"),
        ("27215600001", "lost_zero"),
        ("0999082007", "phone"),
        ("125125428", "cmnd"),
        ("0272156000011", "length"),
    ],
)
def test_order_of_speaking(cell, rule):
    row = {"full_name": "Nguyễn Văn An", "sex": "Nam", "birth_date": "16/08/2015", "personal_id": cell}
    assert [found["rule"] for found in findings([row], codes=SHAPE)] == [f"personal_id_{rule}"]
