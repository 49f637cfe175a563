import re

from sosach.outputs.figures import figures
from sosach.outputs.report.groups import by_group, by_hamlet
from tests.outputs.small_register import checked, finding, record


def _row(html: str, head: str) -> list[str]:
    found = re.search(rf"<th[^>]*>{head}</th>(.*?)</tr>", html, re.DOTALL)
    assert found
    return re.findall(r"<td[^>]*>(?:<[^>]*>)*([^<]*)", found.group(1))


def test_a_group_shows_its_persons_by_gravity_and_their_share() -> None:
    cells = _row(by_group(figures(checked())).html, "Số định danh sai, cần xác minh")
    assert [c for c in cells if c] == ["1", "1", "0", "25,0 %"]


def test_what_a_file_cannot_tell_is_not_counted_as_none() -> None:
    assert _row(by_group(figures(checked())).html, "Phát sinh mới, chưa có trên phần mềm")[:3] == ["–", "–", "–"]
    arisen = figures(checked(findings=[finding(5, "civil_not_in_register", group="not_in_register")]))
    assert _row(by_group(arisen).html, "Phát sinh mới, chưa có trên phần mềm")[0] == "1"


def test_the_last_line_counts_every_person_once() -> None:
    assert [c for c in _row(by_group(figures(checked())).html, "Người có vấn đề") if c] == ["3", "2", "1", "75,0 %"]


def test_hamlets_add_up_to_the_file() -> None:
    section = by_hamlet(figures(checked()))
    assert section is not None
    html = section.html
    columns = [_row(html, name) for name in ("Thôn Ánh", "Thôn Yên", "Chưa ghi thôn")]
    sums = _row(html, "Cả tệp")
    assert [c[0] for c in columns] == ["2", "1", "1"]
    assert sums[0] == "4"
    for i in range(3, len(sums)):
        assert sum(int(c[i]) for c in columns) == int(sums[i])


def test_a_clean_file_has_no_bars() -> None:
    clean = figures(checked(findings=()))
    hamlets = by_hamlet(clean)
    assert hamlets is not None
    assert 'class="bar"' not in by_group(clean).html + hamlets.html


def test_without_hamlets_there_is_nothing_to_tell_by_hamlet() -> None:
    assert by_hamlet(figures(checked([record(5, full_name="An")], ()))) is None
