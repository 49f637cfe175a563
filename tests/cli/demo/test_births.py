"""The official of the demo follows the births book, child by child."""

from sosach.cli.demo.births import accept_entries
from sosach.store.civil.selectors import all_differences
from tests.store.people import ON


def test_without_differences_nothing_is_decided(campaign):
    assert accept_entries(ON, 10) == "Không trẻ nào khác sổ khai sinh."
    assert all_differences() == []
