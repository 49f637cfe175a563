"""The places of the State's lists by their names, as words of an address: of today, before 1 July 2025, and older."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from sosach.people.address import split
from sosach.refdata import places

U = TypeVar("U", places.Province, places.District)

# Abbreviations that everybody understands, and former or local ways of writing.
_CITY_SINCE_2025 = "46"  # Thừa Thiên Huế

_ALSO = {
    "79": ("HCM", "TPHCM", "Sài Gòn", "TP HCM"),
    "01": ("HN",),
    "46": ("Thừa Thiên Huế", "Thừa Thiên - Huế", "TT Huế", "TTH"),
    "77": ("BRVT", "BR VT", "Bà Rịa Vũng Tàu"),
    "66": ("Đắc Lắc", "Đắk Lắc", "Đăk Lăk", "Daklak"),
    "67": ("Đắc Nông", "Đăk Nông", "Daknong"),
    "06": ("Bắc Cạn",),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A commune by one of its names."""

    code: str
    name: str
    letters: str  # the name's words with their marks
    kinds: tuple[str, ...]
    district: str | None  # code; None for a commune of today
    province: str  # code: of the province of today, or of the former one


@dataclass(frozen=True, slots=True)
class ProvinceName:
    """What a name of a province means."""

    before: str | None  # code of the province so called before the reform
    today: str | None  # code of the province so called today
    kinds: frozenset[str]

    @property
    def lies_in(self) -> str:
        """The province of today where the area so called lies or lay."""
        return self.today or places.provinces_before()[str(self.before)].today


@dataclass(frozen=True, slots=True)
class Endings:
    """Names, and how many words the names have that end in a word, the most first."""

    known: Set[str]
    sizes: Mapping[str, tuple[int, ...]]


@lru_cache(maxsize=8)
def endings(names: tuple[str, ...] | frozenset[str]) -> Endings:
    """The names for looking up from their end."""
    sizes: dict[str, set[int]] = {}
    for name in names:
        parts = name.split(" ")
        sizes.setdefault(parts[-1], set()).add(len(parts))
    return Endings(frozenset(names), {last: tuple(sorted(found, reverse=True)) for last, found in sizes.items()})


@cache
def province_endings() -> Endings:
    """The names of provinces of today and before."""
    return endings(frozenset(province_names()))


@cache
def district_endings() -> Endings:
    """The names of districts."""
    return endings(frozenset(district_names()))


@cache
def commune_endings() -> Endings:
    """The names of communes of today and before."""
    return endings(frozenset((*communes_today(), *communes_before())))


@cache
def names_ending_with_district() -> frozenset[str]:
    """The names of communes of today that read like a former commune and its district: Nam Ban Lâm Hà."""
    return frozenset(name for name in communes_today() if any(map(_is_commune_in_district, _halves(name))))


def _halves(name: str) -> list[tuple[str, str]]:
    parts = name.split(" ")
    return [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]


def _is_commune_in_district(names: tuple[str, str]) -> bool:
    commune, district = names
    return any(unit.district in district_names().get(district, ()) for unit in communes_before().get(commune, ()))


def words(names: Iterable[str]) -> list[tuple[str, str]]:
    """The words of names without and with their marks, each joined by spaces."""
    return [(" ".join(address.words), " ".join(address.letters)) for address in split(names)]


@cache
def province_names() -> Mapping[str, ProvinceName]:
    """Provinces of today and before by name."""
    spelt = [
        (name, province)
        for code, province in places.provinces_before().items()
        for name in (province.name, *_ALSO.get(code, ()))
    ]
    keys = words(name for name, _ in spelt)  # all at once: taking them apart one by one takes longer than a workbook
    before = {key: province for (key, _), (_, province) in zip(keys, spelt, strict=True)}
    todays = list(places.provinces().values())
    today = dict(zip((key for key, _ in words(p.name for p in todays)), todays, strict=True))
    return {key: _province(before.get(key), _today(key, before, today)) for key in before.keys() | today.keys()}


def _today(
    key: str, before: Mapping[str, places.Province], today: Mapping[str, places.Province]
) -> places.Province | None:
    """The province of today of this name, also by an abbreviation of its name."""
    if key in today or key not in before:
        return today.get(key)
    same = [province for province in today.values() if province.name == before[key].name]
    return same[0] if same else None


def _province(before: places.Province | None, today: places.Province | None) -> ProvinceName:
    kinds = {kind for unit in (before, today) if unit for kind in (unit.kind, unit.former_kind) if kind}
    if before and before.code == _CITY_SINCE_2025:
        kinds.add("tỉnh")
    return ProvinceName(before.code if before else None, today.code if today else None, frozenset(kinds))


@cache
def district_names() -> Mapping[str, tuple[str, ...]]:
    """The codes of districts by name, also by names they had."""
    districts = places.districts_before().values()
    spelt = [(name, district.code) for district in districts for name in (district.name, *district.former_names)]
    found: dict[str, list[str]] = {}
    for (key, _), (_, code) in zip(words(name for name, _ in spelt), spelt, strict=True):
        if code not in found.setdefault(key, []):
            found[key].append(code)
    return {key: tuple(codes) for key, codes in found.items()}


@cache
def communes_today() -> Mapping[str, tuple[Named, ...]]:
    """The communes of today by name."""
    units = list(places.communes().values())
    keys = words(unit.name for unit in units)
    return _grouped(
        (key, Named(unit.code, unit.name, letters, (unit.kind, unit.former_kind), None, unit.province))
        for unit, (key, letters) in zip(units, keys, strict=True)
    )


@cache
def communes_before() -> Mapping[str, tuple[Named, ...]]:
    """The communes of June 2025 and of older lists by name."""
    units = [*places.communes_before().values(), *places.older_names()]
    keys = words(unit.name for unit in units)
    provinces = {code: district.province for code, district in places.districts_before().items()}
    return _grouped(
        (key, Named(unit.code, unit.name, letters, (unit.kind,), unit.district, provinces[unit.district]))
        for unit, (key, letters) in zip(units, keys, strict=True)
    )


@cache
def districts_by_initials() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The codes of the districts of June 2025 by their own initials and those of their province."""
    provinces = {p.code: _initials(key) for p, (key, _) in _spelt(places.provinces_before().values())}
    found: dict[tuple[str, str], list[str]] = {}
    for district, (key, _) in _spelt(places.districts_before().values()):
        found.setdefault((_initials(key), provinces[district.province]), []).append(district.code)
    return {initials: tuple(codes) for initials, codes in found.items()}


def _spelt(units: Iterable[U]) -> Iterable[tuple[U, tuple[str, str]]]:
    kept = list(units)
    return zip(kept, words(unit.name for unit in kept), strict=True)


def _initials(key: str) -> str:
    return "".join(word[0] for word in key.split(" "))


def _grouped(entries: Iterable[tuple[str, Named]]) -> Mapping[str, tuple[Named, ...]]:
    found: dict[str, list[Named]] = {}
    for key, unit in entries:
        found.setdefault(key, []).append(unit)
    return {key: tuple(units) for key, units in found.items()}


@cache
def districts_within(commune: str) -> frozenset[str]:
    """The former districts from which a commune of today was made."""
    return _districts_of_communes().get(commune, frozenset())


@cache
def _districts_of_communes() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code, unit in places.communes_before().items():
        for today in places.successors(code):
            found.setdefault(today, set()).add(unit.district)
    return {today: frozenset(districts) for today, districts in found.items()}


def today_text(code: str) -> str:
    """“xã Cao Đức, tỉnh Bắc Ninh”."""
    unit = places.communes()[code]
    province = places.provinces()[unit.province]
    return f"{unit.full_name}, {province.kind} {province.name}"


def before_text(unit: Named) -> str:
    """“xã Vạn Ninh, huyện Gia Bình, tỉnh Bắc Ninh”."""
    district = places.districts_before()[str(unit.district)]
    province = places.provinces_before()[district.province]
    return f"{unit.kinds[0]} {unit.name}, {district.kind} {district.name}, {province.kind} {province.name}"
