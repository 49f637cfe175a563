import unicodedata
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosach.store.log.chain import SAID, START, canonical, link, walk, written_time

_TEXT = st.one_of(st.none(), st.text(max_size=8))
_EVENT = st.fixed_dictionaries({name: _TEXT for name in SAID if name != "seq"})


def _chained(events):
    """Events with their numbers and hashes."""
    previous, chain = START, []
    for seq, event in enumerate(events, 1):
        said = event | {"seq": seq}
        chain.append(said | {"previous": previous, "hash": link(previous, said)})
        previous = chain[-1]["hash"]
    return chain


@given(st.lists(_EVENT, max_size=5))
def test_a_chain_as_it_was_written_has_no_fault(events):
    assert walk(_chained(events)) is None


@given(st.lists(_EVENT, min_size=1, max_size=5), st.data())
def test_F104_the_first_altered_event_is_named(events, data):
    chain = _chained(events)
    place = data.draw(st.integers(0, len(chain) - 1))
    name = data.draw(st.sampled_from([name for name in SAID if name != "seq"]))
    chain[place] = chain[place] | {name: f"{chain[place][name] or ''}!"}
    fault = walk(chain)
    assert (fault.seq, fault.why) == (place + 1, "altered")


@given(st.lists(_EVENT, min_size=2, max_size=5), st.data())
def test_F104_a_removed_event_is_missed(events, data):
    chain = _chained(events)
    place = data.draw(st.integers(0, len(chain) - 2))
    del chain[place]
    fault = walk(chain)
    assert (fault.seq, fault.why) == (place + 1, "missing")


def test_an_event_put_right_with_its_own_hash_breaks_the_next_link():
    chain = _chained([{name: "x" for name in SAID if name != "seq"}] * 3)
    chain[1]["new"] = "y"
    chain[1]["hash"] = link(chain[1]["previous"], chain[1])
    assert walk(chain).seq == 3


def test_json_is_written_in_one_way_only():
    assert canonical({"b": 1, "a": ["ế", None, True]}) == '{"a":["ế",null,true],"b":1}'
    assert canonical({"a": unicodedata.normalize("NFD", "ế")}) == canonical({"a": "ế"})


def test_no_number_that_is_none_gets_in():
    with pytest.raises(ValueError, match="JSON"):
        canonical({"a": float("nan")})


def test_a_moment_is_written_in_utc_to_the_microsecond():
    moment = datetime(2026, 6, 18, 0, 30, tzinfo=timezone(timedelta(hours=7)))
    assert written_time(moment) == "2026-06-17T17:30:00.000000+00:00"
    assert written_time(datetime(2026, 6, 17, 17, 30, 0, 5, tzinfo=UTC)) == "2026-06-17T17:30:00.000005+00:00"
