"""Words beside the digits: labels, owners, signs of absence."""

import polars as pl
import pytest

from sosach.ids import personal_id_words as words


def asked(expression: pl.Expr) -> object:
    return pl.select(expression).item()


@pytest.mark.parametrize(
    "rest",
    [
        "CCCD:",
        "Số",
        "số định danh cá nhân:",
        "Mã ĐD -",
        "ĐDCN",
        "DDCN:",
        "CCCD/ĐDCN:",
        "Thẻ căn cước",
        "CMND",
        "",
        "(CCCD)",
        "ID",
    ],
)
def test_names_of_the_number_are_labels(rest: str):
    assert asked(words.is_label(pl.lit(rest)))


@pytest.mark.parametrize("rest", ["(mẹ)", "?", "chờ xác minh", "Hoa", "của", "*", "sai", "cũ", "2"])
def test_other_words_are_no_label(rest: str):
    assert not asked(words.is_label(pl.lit(rest)))


@pytest.mark.parametrize(
    ("rest", "whose"),
    [
        ("(mẹ)", "mother"),
        ("của mẹ", "mother"),
        ("số mẹ", "mother"),
        ("MẸ", "mother"),
        ("CCCD mẹ cháu", "mother"),
        ("cua me", "mother"),
        ("(me)", "mother"),
        ("(bố)", "father"),
        ("của bố", "father"),
        ("cha", "father"),
        ("(ba)", "father"),
        ("của ba", "father"),
        ("số bo", "father"),
        ("người giám hộ", "guardian"),
        ("người chăm sóc", "carer"),
        ("(bà nội)", "bà nội"),
        ("của ông ngoại", "ông ngoại"),
        ("số bác", "bác"),
        ("chủ hộ", "chủ hộ"),
    ],
)
def test_remarks_tell_whose_number_it_is(rest: str, whose: str):
    assert asked(words.owner(pl.lit(rest))) == whose


@pytest.mark.parametrize(
    "rest",
    [
        "bổ sung",
        "bo sung",
        "ba số cuối sai",
        "chờ xác minh",
        "?",
        "Nguyễn Lan Anh",
        "mới",
        "bộ công an",
        "mã",
        "của trẻ",
        "con",
    ],
)
def test_other_remarks_name_nobody(rest: str):
    assert asked(words.owner(pl.lit(rest))) is None


@pytest.mark.parametrize(
    "text", ["chưa có", "Chưa cấp", "chua co", "k có", "không (sinh 2025)", "đang làm", "chờ cấp T6", "mất"]
)
def test_absence_is_said_in_many_ways(text: str):
    assert asked(words.says_absent(pl.lit(text)))


@pytest.mark.parametrize("text", ["Kháng 123", "CCCD: 027", "kh123", "làng 5"])
def test_other_words_say_nothing_of_absence(text: str):
    assert not asked(words.says_absent(pl.lit(text)))


@pytest.mark.parametrize(
    "text", ["027*****1234", "xxx…234", "027xxxxxx123", "027...234", "027••••••123", "CCCD: 027***1234", "027x15600001"]
)
def test_hidden_digits_are_seen(text: str):
    assert asked(words.is_masked(pl.lit(text)))


@pytest.mark.parametrize("text", ["027 215 600 001", "027-215-600001", "xem lại **", "Lớp 5x"])
def test_separators_and_words_hide_nothing(text: str):
    assert not asked(words.is_masked(pl.lit(text)))


@pytest.mark.parametrize(
    ("compact", "digits", "letters"),
    [
        ("O27215600001", "027215600001", "O"),
        ("o27215600oo1", "027215600001", "o"),
        ("0272l5600001", "027215600001", "l"),
        ("0272|5600001", "027215600001", "|"),
        ("O2721S6OOOOI", "027215600001", "O, S, I"),
        ("0Z721560000B", "027215600008", "Z, B"),
        ("Ο272156ОО0О1", "027215600001", "Ο, О"),
    ],
)
def test_letters_drawn_like_digits_are_read_as_digits(compact: str, digits: str, letters: str):
    text = pl.lit(compact)
    assert asked(words.is_lookalike(text))
    assert asked(words.as_digits(text)) == digits
    assert asked(words.look_alikes(text)) == letters


@pytest.mark.parametrize("compact", ["TE1272760970995", "027215600001A", "O2721560000", "SOLOBOZOSOLO", "A27215600001"])
def test_other_letters_and_lengths_are_no_look_alikes(compact: str):
    assert not asked(words.is_lookalike(pl.lit(compact)))


@pytest.mark.parametrize("rest", ["sai", "nhầm", "cũ", "không đúng", "số của người khác", "đã hủy"])
def test_some_remarks_deny_the_number(rest: str):
    assert asked(words.is_denied(pl.lit(rest)))


@pytest.mark.parametrize("rest", ["chờ xác minh", "?", "mới", "Sài Gòn"])
def test_other_remarks_do_not(rest: str):
    assert not asked(words.is_denied(pl.lit(rest)))


@pytest.mark.parametrize(
    ("rest", "note"),
    [
        (" (mẹ) ", "mẹ"),
        (": số  mẹ -", "số mẹ"),
        ("  ? ", "?"),
        (" * ", "*"),
        ("(-)", "-"),
        ("(mẹ) sửa", "(mẹ) sửa"),
        ("-", "-"),
    ],
)
def test_remarks_are_quoted_without_the_signs_around_them(rest: str, note: str):
    assert asked(words.tidy_note(pl.lit(rest))) == note


@pytest.mark.parametrize(
    "digits",
    [
        "0",
        "00",
        "1",
        "11",
        "000000000000",
        "111111111111",
        "999999999999",
        "99999",
        "123",
        "123456",
        "1234567",
        "12345678",
        "123456789",
        "1234567890",
        "123456789012",
        "123456789123",
        "012345678901",
        "987654321098",
        "0999999999",
        "0" + "1" * 11,
    ],
)
def test_digits_that_hold_a_place(digits: str):
    assert asked(pl.lit(digits).str.contains(words.PLACEHOLDER_DIGITS))


@pytest.mark.parametrize("digits", ["027215600001", "001222999999", "125128429", "12512842", "0999012345", "124"])
def test_numbers_that_only_look_regular_are_numbers(digits: str):
    assert not asked(pl.lit(digits).str.contains(words.PLACEHOLDER_DIGITS))
