from sosach.store.police import selectors
from tests.store.people import ON


def test_before_the_first_batch_everything_is_nought(campaign):
    assert selectors.figures("children", ON) == selectors.Figures()
    assert selectors.figures_by_batch("children", ON) == {}
    assert selectors.late(ON) == []
    assert selectors.registers_sent() == []
