"""Messages between parent and child, whole and broken."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.intake.protocol import BrokenTalkError, receive, send


@given(st.dictionaries(st.text(max_size=5), st.integers()), st.lists(st.binary(max_size=50), max_size=3))
def test_what_is_sent_arrives(header: dict[str, int], parts: list[bytes]) -> None:
    stream = io.BytesIO()
    send(stream, header, *parts)
    stream.seek(0)
    got, payload = receive(stream)
    assert payload == b"".join(parts)
    assert {**header, "size": len(payload)} == got


@given(st.binary(max_size=60))
def test_noise_is_told_from_a_message(noise: bytes) -> None:
    with pytest.raises(BrokenTalkError):
        receive(io.BytesIO(b"\xff" + noise))


@pytest.mark.parametrize("cut", [0, 2, 6, 20])
def test_a_message_that_breaks_off(cut: int) -> None:
    stream = io.BytesIO()
    send(stream, {"rows": 1}, b"abcdef")
    with pytest.raises(BrokenTalkError):
        receive(io.BytesIO(stream.getvalue()[:cut]))
