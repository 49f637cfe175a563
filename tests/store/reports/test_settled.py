"""What is still to be brought into the national software."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from sosach.store.reports.settled import uploads
from sosach.store.upload.models import Upload
from sosach.store.upload.selectors import reopened
from tests.store.people import ON
from tests.store.upload import exports


def test_a_decision_is_to_be_brought_until_a_proven_workbook_holds_it(campaign, tmp_path):
    base = exports.register(tmp_path)
    before = uploads("children", ON)
    assert (len(before.pending), len(before.made)) == (2, 0)
    exports.prepared(base, tmp_path / "o.xlsx")
    after = uploads("children", ON)
    assert (len(after.pending), after.made) == (0, before.pending)
    Upload.objects.update(proof="")  # the software's file could not be changed: the list counts once it is ticked
    assert uploads("children", ON).pending == before.pending


def test_a_proof_of_megabytes_is_not_read_once_per_fact(campaign, tmp_path):
    exports.prepared(exports.register(tmp_path), tmp_path / "o.xlsx")
    exports.confirmed(exports.later(tmp_path, {1: {"sex": "Nữ"}}))
    with CaptureQueriesContext(connection) as asked:
        uploads("children", ON)
        assert reopened("children")
    assert [one["sql"] for one in asked if '"proof"' in one["sql"].partition(" FROM ")[0]] == []
