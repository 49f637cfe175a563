"""Which commune of today an address means, told only when it is certain.

An address with a district is written the old way: its commune and province are those before 1 July 2025, even where a
commune of today has the same name (Cao Đức in Gia Bình). An address with a province alone is written the new way,
unless no commune of that province has the name today. A commune that was split is told with all its successors, and a
name that may mean two places is left to people. A commune in no list, as the one at home may be (renamed yesterday, or
invented), is unknown unless the caller names it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from sosach.people import place_index as index
from sosach.people.address import Address, split
from sosach.people.choices import either_of
from sosach.people.place_index import Named
from sosach.people.place_names import CommuneName, Reading, communes_ending, province_of, readings, short_district
from sosach.refdata import places

STATES = pl.Enum(["good", "old_name", "old_name_split", "ambiguous", "unknown"])

# Commune, district and province stand in the last three parts; a comma in front tells that something stands before.
_COUNTRY = r"(?i)[\s,–-]+(?:việt nam|viet nam|vn)\W*$"
_BEFORE = r"^.*(?P<end>,(?:[^,]*,){2}[^,]*)$"

_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "commune": pl.String,
    "province": pl.String,
    "place_state": STATES,
    "place_new": pl.String,
    "place_old": pl.String,
    "candidates": pl.String,
}


@dataclass(frozen=True, slots=True)
class _Told:
    """What an address means."""

    state: str
    communes: tuple[str, ...] = ()  # codes of today
    old: Named | None = None
    besides: str | None = None  # something else that it may mean, in words


@dataclass(frozen=True, slots=True)
class _Home:
    """The commune at home."""

    code: str
    text: str  # as it is printed
    key: str  # its name in words without marks
    letters: str
    province: str | None  # code of today


def read(given: pl.Series, *, home: tuple[str, str, str] | None = None) -> pl.DataFrame:
    """The place of every address.

    Args:
        given: distinct addresses.
        home: code, name and province of the commune whose register it is; its own name, and the names of the communes
            it was made from, are understood without a province, and it need not stand in any list.

    Returns:
        `commune` and `province` (codes of today, null when unknown), `place_state`, `place_new` (the commune of today
        as it is printed), `place_old` (the former commune, where the address names one) and `candidates` (the communes
        it may be, for people).
    """
    at_home = _home(*home) if home else None
    end = pl.col("text").str.replace(_COUNTRY, "").str.replace(_BEFORE, "${end}")
    ends = given.alias("text").to_frame().select(end=end)
    distinct = ends["end"].unique(maintain_order=True)
    rows = [_row(_told(address, at_home), address, at_home) for address in split(distinct)]
    answers = pl.DataFrame(rows, schema=_SCHEMA, orient="row").with_columns(end=distinct)
    return ends.join(answers, on="end", how="left", maintain_order="left").drop("end")


@lru_cache(maxsize=64)
def _home(code: str, name: str, province: str) -> _Home:
    (own,) = split([name])
    kind_ends = next((at for at in (2, 1) if own.kind_before(at)[0] and len(own.words) > at), 0)
    key, letters = " ".join(own.words[kind_ends:]), " ".join(own.letters[kind_ends:])
    (place,) = split([province])
    named = province_of(place)
    listed = places.communes().get(code)
    text = index.today_text(code) if listed else f"{name}, {province}"
    return _Home(code, text, key, letters, listed.province if listed else named.lies_in if named else None)


def _row(told: _Told, address: Address, home: _Home | None) -> tuple[str | None, ...]:
    """One row of the answer."""
    certain = told.communes[0] if told.state in ("good", "old_name") else None
    if certain is None:
        named = province_of(address)
        province = named.lies_in if named else None
    else:
        province = home.province if home and certain == home.code else places.communes()[certain].province
    return (
        certain,
        province,
        told.state,
        _text(certain, home) if certain else None,
        index.before_text(told.old) if told.old else None,
        _candidates(told, home) if certain is None else None,
    )


def _candidates(told: _Told, home: _Home | None) -> str | None:
    """The communes it may be; their province only where it is not the same for all."""
    texts = [_text(code, home) for code in told.communes]
    names = [text.partition(", ")[0] for text in texts]
    one_province = len({text.partition(", ")[2] for text in texts}) == 1 and len(texts) > 1
    listed = [*(names if one_province else texts), *([told.besides] if told.besides else [])]
    return either_of(listed) if listed else None


def _text(code: str, home: _Home | None) -> str:
    return home.text if home and code == home.code else index.today_text(code)


def _told(address: Address, home: _Home | None) -> _Told:
    for reading in readings(address, home.key if home else None):
        if reading.districts:
            told = _with_district(reading, home)
        else:
            told = _with_province(reading, home) if reading.province else _alone(reading, home)
        if told:
            return _beside_home(told, reading, home)
    return _by_initials(address) or _Told("unknown")


def _beside_home(told: _Told, reading: Reading, home: _Home | None) -> _Told:
    """Without a district, a commune of the name that the one at home has may be either."""
    if home is None or reading.districts or home.code in told.communes or not _at_home(reading, home):
        return told
    return _Told("ambiguous", (*told.communes, home.code))


def _with_district(reading: Reading, home: _Home | None) -> _Told | None:
    """The old way; a commune of today with the district still printed behind it; the commune at home."""
    name, districts, province = reading.commune, set(reading.districts or ()), reading.province
    known = [unit for unit in index.communes_before().get(name.key, ()) if unit.district in districts]
    old = _fitting(_of_province(known, reading), name, near=True)
    if old:
        return _of_old(old)
    today = [
        unit
        for unit in index.communes_today().get(name.key, ())
        if districts & index.districts_within(unit.code) and (province is None or unit.province == province.lies_in)
    ]
    fitting = _fitting(today, name, near=True)
    if fitting:
        return _of_today(fitting)
    return _at_home(reading, home)


def _with_province(reading: Reading, home: _Home | None) -> _Told | None:
    """The new way; a former commune whose district was left out; the commune at home."""
    name = reading.commune
    today = _fitting(_todays(reading), name, near=False)
    old = _fitting(_of_province(index.communes_before().get(name.key, ()), reading), name, near=False)
    if today and not (old and _is_of_another_kind(today, name) and not _is_of_another_kind(old, name)):
        return _certain_today(today, old, reading, home)
    return _of_old(old) if old else _at_home(reading, home)


def _todays(reading: Reading) -> list[Named]:
    """The communes of today in the province; where the province is gone, those made from communes of it."""
    province = reading.province
    if province is None or reading.commune.kind == "thị trấn":
        return []
    units = [unit for unit in index.communes_today().get(reading.commune.key, ()) if unit.province == province.lies_in]
    if province.today:
        return units
    former = places.districts_before()
    return [u for u in units if any(former[d].province == province.before for d in index.districts_within(u.code))]


def _certain_today(today: list[Named], old: list[Named], reading: Reading, home: _Home | None) -> _Told:
    """A commune of today, unless the words may as well mean a former district or a former commune at home."""
    told = _of_today(today)
    if told.state != "good":
        return told
    code = told.communes[0]
    is_home = home is not None and code == home.code
    district = _district_so_called(reading)
    if district and not (is_home and reading.commune.parts_before < 2):
        return _Told("ambiguous", (code,), besides=f"nơi khác thuộc {district.kind} {district.name} cũ")
    if home and not is_home and any(home.code in places.successors(unit.code) for unit in old):
        return _Told("ambiguous", (code, home.code))
    return told


def _district_so_called(reading: Reading) -> places.District | None:
    """The former district of the province that a name without its kind may mean as well."""
    if reading.commune.kind or reading.province is None:
        return None
    codes = index.district_names().get(reading.commune.key, ())
    within = (code for code in codes if places.province_today(code).code == reading.province.lies_in)
    code = next(within, None)
    return places.districts_before()[code] if code else None


def _alone(reading: Reading, home: _Home | None) -> _Told | None:
    """A commune's name and nothing else: only home is understood so."""
    if home is None:
        return None
    if told := _at_home(reading, home):
        return told
    known = index.communes_before().get(reading.commune.key, ())
    old = _fitting([u for u in known if home.code in places.successors(u.code)], reading.commune, near=False)
    return _of_old(old) if old else None


def _at_home(reading: Reading, home: _Home | None) -> _Told | None:
    if home is None or reading.commune.key != home.key:
        return None
    if reading.province is not None and home.province not in (None, reading.province.lies_in):
        return None
    same = reading.commune.letters in (home.key, home.letters)
    return _Told("good", (home.code,)) if same else None


def _by_initials(address: Address) -> _Told | None:
    """“Cao Đức, GB, BN”, when there is one such commune in a district and a province of such initials."""
    initials, end = short_district(address)
    districts = index.districts_by_initials().get(initials, ()) if initials else ()
    for name in communes_ending(address, end) if districts else ():
        known = [unit for unit in index.communes_before().get(name.key, ()) if unit.district in districts]
        told = _of_old(_fitting(known, name, near=False))
        if told.state == "old_name":
            return told
    return None


def _of_province(units: Sequence[Named], reading: Reading) -> list[Named]:
    """Former communes of the province so called before; if there are none, of the one where it lies today."""
    province = reading.province
    if province is None:
        return list(units)
    strict = [unit for unit in units if unit.province == province.before]
    return strict or [u for u in units if places.provinces_before()[u.province].today == province.lies_in]


def _fitting(units: Iterable[Named], name: CommuneName, *, near: bool) -> list[Named]:
    """The units that the words fit best: in kind, then in marks.

    Args:
        units: units of this name without marks.
        name: the words.
        near: whether wrong marks are forgiven, because a district limits what can be meant.
    """
    every = list(units)
    of_kind = [unit for unit in every if name.kind in unit.kinds] or every
    if not name.marked:
        return of_kind
    exact = [unit for unit in of_kind if unit.letters == name.letters]
    return exact or (of_kind if near or name.letters == name.key else [])


def _is_of_another_kind(units: list[Named], name: CommuneName) -> bool:
    return name.kind is not None and not any(name.kind in unit.kinds for unit in units)


def _of_today(units: list[Named]) -> _Told:
    codes = tuple(dict.fromkeys(unit.code for unit in units))
    return _Told("good" if len(codes) == 1 else "ambiguous", codes)


def _of_old(units: list[Named]) -> _Told:
    """What became of former communes; those of June 2025 are meant before older ones of the name."""
    latest = [unit for unit in units if _is_latest(unit)] or units
    living = [unit for unit in latest if places.successors(unit.code)]
    if not living:
        return _Told("unknown", old=latest[0] if latest else None)
    todays = tuple(dict.fromkeys(code for unit in living for code in places.successors(unit.code)))
    if len(todays) == 1:
        return _Told("old_name", todays, old=living[0])
    one = len({unit.code for unit in living}) == 1
    return _Told("old_name_split", todays, old=living[0]) if one else _Told("ambiguous", todays)


def _is_latest(unit: Named) -> bool:
    now = places.communes_before().get(unit.code)
    return now is not None and (now.name, now.district) == (unit.name, unit.district)
