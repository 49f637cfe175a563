"""The children whose births are to be registered."""

from sosach.store.reports.unregistered import unregistered
from tests.store.people import ON
from tests.store.visits import lists


def test_households_and_children_met_say_whose_birth_is_not_registered(campaign, tmp_path):
    lists.register(tmp_path, {"personal_id": ""}, {"personal_id": ""})
    lists.sent(tmp_path)
    baby = {
        "Họ và tên trẻ": "Nguyễn Thị Mới", "Ngày sinh": "02/05/2026", "Giới tính": "Nữ", "Họ tên mẹ": "Trần Thị Sen",
        "Đã khai sinh": "Chưa", "Chủ hộ": "Nguyễn Văn Ba",
    }  # fmt: skip
    answers = {lists.number(1, "registered"): "Chưa", lists.number(2, "registered"): "Có"}
    lists.received(lists.filled(lists.workbook(tmp_path), answers, [baby]))
    assert unregistered(ON) == []
    found = {child.full_name: child for child in unregistered(lists.BACK)}
    assert len(found) == 2
    assert (found["Nguyễn Thị Mới"].in_register, found["Nguyễn Thị Mới"].mother) == (False, "Trần Thị Sen")
    assert found["Nguyễn Thị Mới"].sex == "Nữ"
    assert [child.in_register for name, child in found.items() if name != "Nguyễn Thị Mới"] == [True]
