"""Rows of facts for tests: what is not said is not known."""

import polars as pl

from sosach.linkage.facts import SCHEMA

# A child of whom everything is known that a birth certificate knows.
CHILD = {
    "name": "Nguyễn Bảo Khánh Vy",
    "birth_date": "2019-06-14",
    "sex": "female",
    "mother": "Trần Thị Diệu Hiền",
    "mother_year": "1993",
    "father": "Nguyễn Đức Thắng",
    "father_year": "1990",
    "commune": "Hòa Mẫu",
    "hamlet": "Gò Me",
}

# Brothers, sisters and strangers, so that a register is more than the rows in question.
OTHERS = [
    {
        "name": "Phạm Gia Huy",
        "birth_date": "2015-03-02",
        "sex": "male",
        "mother": "Lê Thị Nhàn",
        "father": "Phạm Văn Đoàn",
    },
    {
        "name": "Vũ Thị Thu Trang",
        "birth_date": "2017-11-23",
        "sex": "female",
        "mother": "Hoàng Thị Lụa",
        "father": "Vũ Văn Sáu",
    },
    {
        "name": "Đỗ Minh Quân",
        "birth_date": "2020-08-09",
        "sex": "male",
        "mother": "Ngô Thị Thêu",
        "father": "Đỗ Văn Mạnh",
    },
    {
        "name": "Nguyễn Bảo Long",
        "birth_date": "2016-02-27",
        "sex": "male",
        "mother": "Trần Thị Diệu Hiền",
        "father": "Nguyễn Đức Thắng",
    },
]


def rows(*persons: dict[str, object]) -> pl.DataFrame:
    """Facts of some persons, as `facts.facts_of` makes them."""
    known = [
        {"number_padded": False, **person, "index": i, "sheet": "", "row": i + 5} for i, person in enumerate(persons)
    ]
    return pl.DataFrame(known, schema=SCHEMA)


def child(**changed: object) -> dict[str, object]:
    """The child with some facts changed; None for what is not known."""
    return CHILD | changed
