from dataclasses import replace

import pytest

from tests.rules.tools import HOA_MAU, check_broken, check_message, check_silent

CODE = "hamlet_ambiguous"
MERGED = replace(HOA_MAU, hamlets=("Thôn Trung", "Xóm Trung", "Bến Cỏ", "Thôn Đông", "Thôn Đông"))


@pytest.mark.parametrize("cell", ["Trung", "Thôn Đông"])
def test_two_hamlets_of_one_name(cell):
    found = check_broken(CODE, commune=MERGED, full_name="Lê An", hamlet=cell)
    assert (found["severity"], found["group"]) == ("warning", "other")


def test_message_names_them_where_they_have_names_of_their_own():
    said = check_message(CODE, commune=MERGED, full_name="Lê An", hamlet="Trung")
    assert "Thôn Trung hoặc Xóm Trung" in said
    assert "cả hai xã cũ" in check_message(CODE, commune=MERGED, full_name="Lê An", hamlet="Thôn Đông")


@pytest.mark.parametrize("cell", ["Thôn Trung", "Bến Cỏ", None])
def test_the_kind_tells_which(cell):
    check_silent(CODE, commune=MERGED, full_name="Lê An", hamlet=cell)
