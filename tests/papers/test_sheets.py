"""The household review on paper."""

from tests.papers.houses import everything, resident, sheets


def test_a_house_stands_together_in_the_order_of_the_list():
    told = sheets(resident(2), resident(3), resident(4))
    assert [house.name for house in told.houses] == [
        "Hộ 001 · Chủ hộ: Nguyễn Văn Mẫu",
        "Hộ 002 · Chủ hộ: Nguyễn Văn Mẫu",
    ]
    assert [house.persons for house in told.houses] == [2, 1]
    assert (told.persons, told.questions) == (3, sum(len(house.lines) for house in told.houses))


def test_somebody_without_household_lives_alone():
    told = sheets(*(resident(n, household_code=None, household_head=None) for n in (1, 2)))
    assert [house.name for house in told.houses] == ["Hộ chưa có mã", "Hộ chưa có mã"]


def test_more_than_four_questions_go_on_in_a_second_place():
    (house,) = sheets(everything(1)).houses
    assert [line.together for line in house.lines if line.first] == [4, 2]
    assert house.lines[4].person.endswith(" (tiếp)")


def test_the_code_of_a_page_names_list_and_page_alone():
    assert sheets(resident(1)).page_code(3) == "RS-0006-03"


def test_the_notice_says_who_asks_and_why():
    notice = sheets().notice
    assert "UBND xã Hòa Mẫu" in notice
    assert "Kế hoạch số 45/KH-UBND ngày 02/6/2026" in notice
    assert "hủy khi kết thúc chiến dịch" in notice
