import polars as pl
import pytest

from sosach.linkage.duplicates import duplicates
from sosach.linkage.links import linked
from sosach.linkage.reasons import reasons
from tests.linkage.people_in_rows import OTHERS, child, rows


def said(one, other):
    """What is said of two persons of two registers."""
    left, right = rows(one), rows(other)
    decided = pl.DataFrame({"left": [0], "right": [0], "same": [True]})
    told = reasons(linked(left, right, decided=decided).pairs, left, right)[0]
    assert told[-1] == "Đã có người xem và xác định là một người."
    return told[:-1].to_list()


def said_within(one, other):
    facts = rows(one, other, *OTHERS)
    pairs = duplicates(facts).pairs.filter((pl.col("a") == 0) & (pl.col("b") == 1))
    return reasons(pairs, facts, facts)[0].to_list()


def test_all_that_agrees_is_said():
    assert said(child(), child()) == [
        "Họ tên giống hệt.",
        "Ngày sinh giống hệt.",
        "Cùng giới tính.",
        "Cùng mẹ.",
        "Cùng năm sinh của mẹ.",
        "Cùng cha.",
        "Cùng năm sinh của cha.",
        "Cùng thôn.",
    ]


@pytest.mark.parametrize(
    ("one", "other", "sentence"),
    [
        ({}, {"name": "Nguyễn Bảo Khanh Vy"}, "Họ tên khác một dấu: Nguyễn Bảo Khánh Vy / Nguyễn Bảo Khanh Vy."),
        ({}, {"name": "Nguyễn Bao Khanh Vy"}, "Họ tên chỉ khác nhau ở dấu: Nguyễn Bảo Khánh Vy / Nguyễn Bao Khanh Vy."),
        ({}, {"name": "Nguyễn Khánh Vy"}, "Họ tên thiếu chữ đệm ở một bên: Nguyễn Bảo Khánh Vy / Nguyễn Khánh Vy."),
        ({}, {"name": None}, "Một bên chưa có họ tên."),
        ({}, {"birth_date": "2019"}, "Ngày sinh không trái nhau, một bên ghi chưa đủ: 14/06/2019 / 2019."),
        ({"birth_date": "2019-06-04"}, {"birth_date": "2019-04-06"},
         "Ngày và tháng sinh đổi chỗ: 04/06/2019 / 06/04/2019."),
        ({}, {"birth_date": "2018-06-14"}, "Năm sinh lệch một chữ số: 14/06/2019 / 14/06/2018."),
        ({}, {"birth_date": "2019-08-14"}, "Tháng sinh lệch một chữ số: 14/06/2019 / 14/08/2019."),
        ({}, {"birth_date": "2019-06-15"}, "Ngày sinh lệch một chữ số: 14/06/2019 / 15/06/2019."),
        ({}, {"birth_date": None}, "Một bên chưa có ngày sinh."),
        ({}, {"sex": "male"}, "Khác giới tính: nữ / nam."),
        ({"number": "027319600001"}, {}, "Một bên chưa có số định danh."),
        ({"number": "027319600001"}, {"number": "027319600001"}, "Số định danh giống hệt."),
        ({"number": "027319600001"}, {"number": "027319677777"}, "Số định danh khác nhau: đây là dấu hiệu hai người."),
        ({"number": "027319600001", "number_padded": True}, {"number": "027319600001"},
         "Số định danh giống nhau sau khi thêm số 0 bị mất ở đầu."),
        ({}, {"mother": "Lý Thị Sửu"}, "Khác mẹ: Trần Thị Diệu Hiền / Lý Thị Sửu."),
        ({}, {"mother": "Tran Thi Dieu Hien"},
         "Tên mẹ giống nhau, một bên viết không dấu: Trần Thị Diệu Hiền / Tran Thi Dieu Hien."),
        ({}, {"father": None}, "Một bên chưa ghi cha."),
        ({}, {"father_year": "1991"}, "Năm sinh của cha lệch một năm: 1990 / 1991."),
        ({}, {"hamlet": "Bãi Dâu"}, "Khác thôn: Gò Me / Bãi Dâu."),
        ({}, {"hamlet": None}, "Cùng xã."),
        ({}, {"commune": "Đại An"}, "Khác xã: Hòa Mẫu / Đại An."),
    ],
)  # fmt: skip
def test_differences_quote_both_sides_the_left_one_first(one, other, sentence):
    assert sentence in said(child(**one), child(**other))


def test_what_neither_side_knows_is_not_spoken_of():
    told = said({"name": "Lê An", "birth_date": "2018-01-02"}, {"name": "Lê An", "birth_date": "2018-01-02"})
    assert told == ["Họ tên giống hệt.", "Ngày sinh giống hệt."]


def test_a_common_name_says_nothing_yet():
    linh = child(name="Nguyễn Thị Linh")
    assert said(linh, linh)[:2] == ["Họ tên giống hệt.", "Tên này phổ biến, trùng tên chưa nói lên gì."]


@pytest.mark.parametrize(
    ("other", "last"),
    [
        ({"name": "Nguyễn Bảo Khánh Vân"}, "Một gia đình, sinh cùng lúc, khác tên: được coi là hai trẻ sinh đôi."),
        ({"name": "Nguyễn Bảo Long", "birth_date": "2019-07-01"},
         "Hai lần sinh của một mẹ cách nhau 17 ngày, không đủ cho hai lần sinh và không phải sinh đôi."),
        ({"name": "Nguyễn Bảo Long", "birth_date": "2019-11-20"},
         "Hai lần sinh của một mẹ cách nhau 5 tháng, không đủ cho hai lần sinh và không phải sinh đôi."),
        ({"birth_date": "2019-06-17"}, "Họ tên khớp nhau nhưng ngày sinh thì không, nên cần người xem."),
        ({"name": None}, "Một bên chưa đặt tên: có thể là trẻ này, cũng có thể là trẻ sinh đôi của trẻ này."),
    ],
)  # fmt: skip
def test_the_ground_of_the_verdict_comes_last(other, last):
    assert said_within(child(), child(**other))[-1] == last


def test_a_plain_duplicate_needs_no_ground():
    assert said_within(child(), child())[-1] == "Cùng thôn."


def test_long_texts_are_cut_and_unseen_letters_shown():
    told = said(child(certificate="12\u200b/2019"), child(certificate="9" * 60))
    assert f"Số giấy khai sinh khác nhau: 12␣/2019 / {'9' * 39}…." in told


def test_slices_are_told_as_the_whole_is():
    left = rows(
        *(child(name=f"Lê Thị {n}", birth_date=f"2019-06-{10 + i}") for i, n in enumerate(["An", "Hoa", "Lan", "Mai"]))
    )
    right = left.with_columns(birth_date=pl.Series(["2019-06-10", "2019-06-11", "2019-06", None]))
    pairs = linked(left, right).pairs
    parts = [reasons(part, left, right) for part in pairs.iter_slices(2)]
    assert pl.concat(parts).to_list() == reasons(pairs, left, right).to_list()
    assert pairs.height == 4


def test_no_pairs_no_sentences():
    empty = rows()
    assert reasons(linked(empty, rows(child())).pairs, empty, rows(child())).to_list() == []
