"""One-time codes: those of the standard, each good once."""

import base64

import pytest

from sosach.store.sign_in import one_time

SECRET = base64.b32encode(b"12345678901234567890").decode()


# RFC 6238, appendix B, SHA-1; the last six of its eight digits.
@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (2000000000, "279037")],
)
def test_codes_are_those_of_the_standard(seconds: int, code: str):
    assert one_time.code(SECRET, seconds // 30) == code


def test_a_code_is_good_once_and_clocks_may_differ_by_one_step():
    now = 1111111111.0
    step = int(now // 30)
    code = one_time.code(SECRET, step)
    assert one_time.matching_step(SECRET, f"{code[:3]} {code[3:]}", now, 0) == step
    assert one_time.matching_step(SECRET, code, now, step) is None
    assert one_time.matching_step(SECRET, code, now + 30, 0) == step
    assert one_time.matching_step(SECRET, code, now + 90, 0) is None


def test_recovery_codes_are_many_different_and_kept_as_hashes():
    codes = one_time.recovery_codes()
    assert len(set(codes)) == 10
    assert one_time.recovery_hash(codes[0]) == one_time.recovery_hash(codes[0].replace("-", " "))
    assert codes[0] not in one_time.recovery_hash(codes[0])
