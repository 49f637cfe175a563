import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from sosach.registers.catalogue import registers
from sosach.store.registers.frames import base_frame, file_objects, objects, overridden, stand
from sosach.text.cells import NUMBER

CHILDREN = registers()["children"]
FIELDS = ("full_name", "birth_date", "personal_id")

_TEXT = st.one_of(st.none(), st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=6))


def _raw(rows):
    schema = {"index": pl.UInt32, "sheet": pl.String, "row": pl.Int64} | {f"{name}__raw": pl.String for name in FIELDS}
    places = [(place, "S", place + 2, *row) for place, row in enumerate(rows)]
    return pl.DataFrame(places, schema=schema, orient="row")


@given(st.lists(st.tuples(_TEXT, _TEXT, _TEXT), max_size=4))
def test_what_is_kept_is_what_was_read(rows):
    raw = _raw(rows)
    texts, cells = file_objects(raw, FIELDS)
    kept = [(i, "S", i + 2, text, cell) for i, (text, cell) in enumerate(zip(texts, cells, strict=True))]
    again = base_frame(kept, CHILDREN, FIELDS)
    composed = raw.with_columns(pl.col(f"{name}__raw").str.normalize("NFC") for name in FIELDS)
    assert again.equals(composed)


def test_a_cell_that_tells_more_than_it_shows_is_kept_beside_it():
    raw = _raw([("An", "2015", "27215600001"), ("Bình", None, "027215600002")])
    marked = pl.Series("personal_id__cell", [f"{NUMBER}27215600001", "027215600002"])
    texts, cells = file_objects(raw.with_columns(marked), FIELDS)
    assert cells == [f'{{"personal_id":"{NUMBER}27215600001"}}', "{}"]
    kept = [(i, "S", i + 2, text, cell) for i, (text, cell) in enumerate(zip(texts, cells, strict=True))]
    again = base_frame(kept, CHILDREN, FIELDS)
    assert again["personal_id__cell"].to_list() == marked.to_list()
    assert "birth_date__cell" not in again.columns


def test_what_overrides_the_file_stands_in_its_place_and_may_be_nothing():
    base = _raw([("An", "2015", "1"), ("Bình", "2016", "2")]).with_columns(
        pl.Series("personal_id__cell", [f"{NUMBER}1", "2"])
    )
    now = overridden(base, {0: {"personal_id": "027215600001", "birth_date": None}, 1: {"note": "x"}})
    assert now.row(0)[3:] == ("An", None, "027215600001", "027215600001")
    assert now.row(1) == base.row(1)


def test_an_object_leaves_out_what_is_empty_and_keeps_the_order_of_letters():
    frame = pl.DataFrame({"b": ["ế", None], "a": ['"', None]})
    assert objects(frame, ("b", "a", "c")) == ['{"a":"\\"","b":"ế"}', "{}"]


def test_what_was_not_understood_stands_as_it_was_written():
    frame = pl.DataFrame({"sex": ["male", None, None], "sex__raw": ["Nam", " ? ", None]})
    assert frame.select(stand("sex")).to_series().to_list() == ["male", "?", None]
