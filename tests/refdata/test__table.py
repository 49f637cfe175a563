"""The loader: the head is told, the rows are whole, nothing is read before it is asked for."""

import subprocess
import sys

import pytest

from sosach.refdata._table import parsed, table, yes

TEXT = '# source: a decree\n# note: one\n# note: two\ncode,name\n01,Kinh\n02,"Tày, Thổ"\n'


def test_head_and_rows_are_told_apart():
    read = parsed("groups", TEXT)
    assert read.head == {"source": "a decree", "note": "one\ntwo"}
    assert list(read.records()) == [{"code": "01", "name": "Kinh"}, {"code": "02", "name": "Tày, Thổ"}]


def test_codes_keep_their_leading_zeros():
    assert parsed("groups", TEXT).rows[0] == ("01", "Kinh")


def test_a_row_that_lost_a_value_is_refused():
    with pytest.raises(ValueError, match="has 1 values for 2 columns"):
        parsed("groups", "# source: x\ncode,name\n01\n")


def test_a_table_that_does_not_exist():
    with pytest.raises(FileNotFoundError):
        table("nowhere")


def test_a_table_is_read_once():
    assert table("provinces") is table("provinces")


@pytest.mark.parametrize("value", ["Yes", "", "1"])
def test_only_yes_and_no_are_answers(value):
    with pytest.raises(ValueError, match="neither yes nor no"):
        yes(value)
    assert yes("yes")
    assert not yes("no")


def test_nothing_is_read_at_import():
    program = (
        "import importlib, sosach.refdata._table as t\n"
        "for name in 'places id_prefixes ethnicities names benefits holidays circumstances countries'.split():\n"
        "    importlib.import_module(f'sosach.refdata.{name}')\n"
        "assert t.table.cache_info().misses == 0\n"
        "import sys; assert 'polars' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
