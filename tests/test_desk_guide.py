"""The guide to the pages: one page for every role, pictures that are there, small, and shown somewhere."""

import re
from pathlib import Path

from tools.keep_pictures import PICTURES, named

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "huong-dan" / "trang-web"
OF_ROLES = ("van-hoa-xa-hoi", "cong-an", "ho-tich", "tram-y-te", "thon", "lanh-dao", "ho-tro", "tinh", "quan-tri")
DAYS = ("thứ Tư", "thứ Năm", "thứ Sáu")
LARGEST, ALL = 80 << 10, 2 << 20  # bytes


def test_every_role_has_its_page_with_a_picture_and_the_days_of_the_week():
    contents = (PAGES / "README.md").read_text(encoding="utf-8")
    for name in OF_ROLES:
        text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
        assert f"({name}.md)" in contents
        assert "](../hinh/" in text, name
    for name in ("van-hoa-xa-hoi", "cong-an", "thon", "lanh-dao"):
        told = (PAGES / f"{name}.md").read_text(encoding="utf-8").lower()
        assert [day for day in DAYS if day.lower() not in told] == []


def test_links_of_the_pages_lead_somewhere():
    for page in PAGES.glob("*.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), (page.name, target)


def test_pictures_are_those_that_are_shown_and_small():
    there = {path.name: path.stat().st_size for path in PICTURES.iterdir()}
    assert set(there) == named()
    assert [name for name, size in there.items() if size >= LARGEST] == []
    assert sum(there.values()) < ALL
