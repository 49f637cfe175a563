"""Names of places at the end of an address: what may be its commune, its district, its province."""

from collections.abc import Iterator
from dataclasses import dataclass

from sosach.people import place_index as index
from sosach.people.address import COMMA, Address

_DISTRICT_KINDS = frozenset({"huyện", "quận", "thị xã", "thành phố"})
_COMMUNE_KINDS = frozenset({"xã", "phường", "thị trấn", "đặc khu"})


@dataclass(frozen=True, slots=True)
class CommuneName:
    """Words that stand where the commune's name stands."""

    key: str
    letters: str  # the words with their marks
    kind: str | None  # the kind before them
    marked: bool  # whether the address is written with marks at all
    parts_before: int  # how many parts of the address stand before it


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of reading the end of an address."""

    commune: CommuneName
    districts: tuple[str, ...] | None  # codes of the districts so called; None: no district is named
    province: index.ProvinceName | None


def readings(address: Address, home: str | None) -> Iterator[Reading]:
    """All ways of reading the end of an address, those that name more units first.

    A province alone tells more than a district alone; a commune's name alone comes last.

    Args:
        address: the address.
        home: the name of the commune at home in its words, which may stand in no list.
    """
    yield from _with_district_in_name(address)
    for districts, province, at in _above(address):
        for commune in _communes(address, at, home):
            yield Reading(commune, districts, province)


def _with_district_in_name(address: Address) -> Iterator[Reading]:
    """Communes of today whose name ends with a district's: Nam Ban Lâm Hà is no Nam Ban in Lâm Hà."""
    for province, at in _provinces(address, len(address.words)):
        for commune in _communes(address, at, None):
            if commune.key in index.names_ending_with_district():
                yield Reading(commune, None, province)


def _above(address: Address) -> Iterator[tuple[tuple[str, ...] | None, index.ProvinceName | None, int]]:
    """What may stand behind the commune: districts, province, and where they begin."""
    end = len(address.words)
    provinces = list(_provinces(address, end))
    for province, at in provinces:
        yield from ((districts, province, begin) for districts, begin in _districts(address, at))
    yield from ((None, province, at) for province, at in provinces)
    yield from ((districts, None, begin) for districts, begin in _districts(address, end))
    yield None, None, end


def short_district(address: Address) -> tuple[tuple[str, str] | None, int]:
    """The initials of district and province with which an address ends, and where they begin: “Cao Đức, GB, BN”."""
    at = len(address.words) - 2
    if at < 1 or not (address.gaps[at] and address.gaps[at + 1]):
        return None, at
    return (address.words[at], address.words[at + 1]), at


def communes_ending(address: Address, end: int) -> Iterator[CommuneName]:
    """The names of communes that end right before a word, the longest first."""
    return _communes(address, end, None)


def province_of(address: Address) -> index.ProvinceName | None:
    """The province that the address ends with."""
    return next((province for province, _ in _provinces(address, len(address.words))), None)


def _provinces(address: Address, end: int) -> Iterator[tuple[index.ProvinceName, int]]:
    for name, begin in _names_ending(address, end, index.province_endings()):
        province = index.province_names()[name]
        kind, start = address.kind_before(begin)
        if kind is None or kind in province.kinds:
            yield province, start


def _districts(address: Address, end: int) -> Iterator[tuple[tuple[str, ...], int]]:
    for name, begin in _names_ending(address, end, index.district_endings()):
        kind, start = address.kind_before(begin)
        if kind in _DISTRICT_KINDS or (kind is None and not name.isdigit()):
            yield index.district_names()[name], start


def _communes(address: Address, end: int, home: str | None) -> Iterator[CommuneName]:
    listed = _names_ending(address, end, index.commune_endings())
    at_home = _names_ending(address, end, index.endings((home,))) if home else ()
    for name, begin in dict.fromkeys((*listed, *at_home)):
        kind, start = address.kind_before(begin)
        bare = kind is None and address.parted_at(begin) and not name.isdigit()
        if kind in _COMMUNE_KINDS or bare:
            letters = " ".join(address.letters[begin:end])
            yield CommuneName(name, letters, kind, address.is_marked(), address.parts_before(start))


def _names_ending(address: Address, end: int, names: index.Endings) -> Iterator[tuple[str, int]]:
    """The names that end right before a word, the longest first, and where they begin."""
    for size in names.sizes.get(address.words[end - 1], ()) if end > 0 else ():
        begin = end - size
        if begin >= 0 and COMMA not in address.gaps[begin + 1 : end]:
            name = " ".join(address.words[begin:end])
            if name in names.known:
                yield name, begin
