"""Which column of a sheet is which field, when headings are taken together.

No two columns are one field. Where two headings claim the same, their neighbours may tell whose fact each is (after
“Họ tên mẹ” a “Năm sinh” is the mother's), then the surer heading wins, then what stands in the cells. A name whose
owner nobody can tell is asked for, never guessed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sosach.findings.notices import refused
from sosach.intake.headings import ROLE, WHOLE, Claim, Heading, claim_of
from sosach.intake.wording import words_of
from sosach.registers.field import Field, Kind
from sosach.registers.register import Register

# Facts that say nothing without their owner: two columns of one heading must be told apart.
_OWNED = ("full_name", "birth_date", "personal_id")
_ATTRIBUTES = (
    "birth_date",
    "personal_id",
    "old_id",
    "guardian_relation",
    "carer_relation",
    "ethnicity",
    "nationality",
    "address",
    "phone",
    "sex",
)

_TABLE = 3  # facts that stand twice when two tables stand side by side
_ENOUGH = 5  # cells from which the contents may overrule a heading
_DATE = re.compile(r"^\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\s*$|^\s*(?:19|20)\d\d\s*$|^\s*[34]\d{4}\s*$")
_NUMBER = re.compile(r"\d[\d\s.'’-]{7,}")
_LETTERS = re.compile(r"[^\W\d_]")
_GROWN_UP = re.compile(r"^\s*\d{3}[01]\d{8}\s*$")  # the fourth digit of a number given in the last century
_NUMBER_KINDS = (Kind.PERSONAL_ID, Kind.OLD_ID)


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column below a heading."""

    letter: str
    heading: Heading
    sample: tuple[str, ...] = ()  # some of its cells, as shown
    merged_with_next: bool = False  # one cell heads this column and the next


@dataclass(frozen=True, slots=True)
class Mapped:
    """The columns of a sheet and what they were found to be."""

    claims: Mapping[str, Claim]  # by letter
    forced: frozenset[str]  # letters that the caller named

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(claim.field for claim in self.claims.values())

    def column_of(self, field: str) -> str | None:
        """The letter of the field's only column, or of the front of a name; None when it has none or several."""
        letters = [letter for letter, c in self.claims.items() if c.field == field and c.part in (None, "front")]
        return letters[0] if len(letters) == 1 else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mapping is made, for messages."""

    file: str
    sheet: str


def map_columns(
    columns: Sequence[SheetColumn], register: Register, wanted: Sequence[tuple[str, str]], place: Place
) -> Mapped:
    """Finds the field of every column.

    Args:
        columns: from left to right.
        register: the register to map to.
        wanted: (field, heading or @ and letter) that the caller named; those must hold.
        place: for messages.

    Raises:
        Refused: a named column is not there, or two columns of one heading cannot be told apart.
    """
    forced = _forced(columns, register, wanted, place)
    taken = {claim.field for claim in forced.values()}
    claims: dict[str, Claim] = {}
    for column in columns:
        claim = claim_of(column.heading, register)
        if (
            claim
            and column.letter not in forced
            and claim.field not in taken
            and _plausible(column, register.by_name[claim.field])
        ):
            claims[column.letter] = claim
    claims |= _spread_date(columns, claims, register)
    claims = _name_in_parts(columns, claims)
    claims = _owners_told(columns, claims, register)
    claims = _number_needed(_parted(_without_lonely_marks(claims)), columns, register)
    rivals = _rivals(claims)
    _refuse_side_by_side(rivals, {c.letter: c for c in columns}, claims, place)
    for group in rivals:
        _settle(group, claims, {c.letter: c for c in columns}, register, place)
    found = {**claims, **forced}
    return Mapped({c.letter: found[c.letter] for c in columns if c.letter in found}, frozenset(forced))


def _forced(
    columns: Sequence[SheetColumn], register: Register, wanted: Sequence[tuple[str, str]], place: Place
) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for field, heading in wanted:
        if field not in register.by_name:
            raise refused("map_field_register", value=field, register_label=register.label)
        letter = named_column(columns, heading)
        if letter is None:
            raise refused("map_unknown", value=f"{field}={heading}"[:40], sheet=place.sheet, file=place.file)
        found[letter] = Claim(field, WHOLE + 1)
    return found


def named_column(columns: Sequence[SheetColumn], heading: str) -> str | None:
    """The letter of the column that the caller names."""
    if heading.startswith("@"):
        letter = heading[1:].strip().upper()
        return letter if any(column.letter == letter for column in columns) else None
    asked = words_of(heading.replace(" / ", " ")).folded
    whole = {words_of(c.heading.text.replace(" / ", " ")).folded: c.letter for c in reversed(columns)}
    lowest = {words_of(c.heading.parts[-1]).folded: c.letter for c in reversed(columns) if c.heading.parts}
    return whole.get(asked) or lowest.get(asked)


def _plausible(column: SheetColumn, field: Field) -> bool:
    """Whether the cells can be what the heading says; only a plain contradiction overrules it."""
    cells = column.sample
    if len(cells) < _ENOUGH:
        return True
    if field.kind in _NUMBER_KINDS:
        return _share(cells, _DATE) < 0.6 or _share(cells, _NUMBER) > 0.2
    if field.kind is Kind.NAME:
        return _share(cells, _LETTERS) > 0.2
    return True


def _share(cells: Iterable[str], pattern: re.Pattern[str]) -> float:
    hits = [bool(pattern.search(cell)) for cell in cells]
    return sum(hits) / max(len(hits), 1)


def _spread_date(columns: Sequence[SheetColumn], claims: Mapping[str, Claim], register: Register) -> dict[str, Claim]:
    """Columns “Ngày”, “Tháng”, “Năm” side by side are the date of birth where no other column is."""
    if "birth_date" not in register.by_name or any(claim.field == "birth_date" for claim in claims.values()):
        return {}
    words = [words_of(column.heading.parts[-1]).full if column.heading.parts else "" for column in columns]
    for number in range(len(columns) - 2):
        if words[number : number + 3] == ["ngay", "thang", "nam"]:
            parts = zip(columns[number : number + 3], ("day", "month", "year"), strict=True)
            return {column.letter: Claim("birth_date", ROLE, part) for column, part in parts}
    return {}


def _name_in_parts(columns: Sequence[SheetColumn], claims: dict[str, Claim]) -> dict[str, Claim]:
    """A name in several columns: “Họ đệm” and “Tên”, “Họ”, “Tên đệm” and “Tên”, or one heading merged over them."""
    told = dict(claims)
    for number, first in enumerate(columns):
        run = _parts_of_name(columns[number:], claims)
        if run and (claims[first.letter].part or (first.merged_with_next and first.heading == run[-1].heading)):
            for column, part in zip(run, ("front", "middle") if len(run) > 2 else ("front",), strict=False):
                told[column.letter] = replace(told[column.letter], part=part)
            told[run[-1].letter] = replace(told[run[-1].letter], part="back")
            return {letter: c for letter, c in told.items() if c.field != "full_name" or c.part or c.relative}
    whole = {letter: replace(claim, part=None) if claim.part == "front" else claim for letter, claim in told.items()}
    return {letter: claim for letter, claim in whole.items() if claim.part != "middle"}


def _parts_of_name(columns: Sequence[SheetColumn], claims: Mapping[str, Claim]) -> Sequence[SheetColumn]:
    """The first columns if they hold one name in parts, its last word in the last of them."""
    run: list[SheetColumn] = []
    for column in columns[:3]:
        claim = claims.get(column.letter)
        if claim is None or claim.field != "full_name" or (run and claim.part == "front"):
            break
        run.append(column)
        if len(run) > 1 and claim.part is None:
            return run
    return ()


def _owners_told(columns: Sequence[SheetColumn], claims: dict[str, Claim], register: Register) -> dict[str, Claim]:
    """Facts that stand after a relative's name, and that the person has elsewhere, are the relative's."""
    owner: str | None = None
    told = dict(claims)
    for number, column in enumerate(columns):
        claim = claims.get(column.letter)
        if claim is None or claim.part not in (None, "front", "middle", "back") or len(column.heading.parts) > 1:
            owner = owner if claim is None else None
            continue
        if claim.field == "full_name" or claim.relative or claim.field == "household_head":
            owner = claim.relative if claim.field.endswith("_name") and claim.field != "full_name" else None
            if claim.field == "full_name" and (other := _other_name(columns[number + 1 :], claims, told, register)):
                told[column.letter], owner = other, other.relative
            continue
        if claim.field not in _ATTRIBUTES:
            owner = None
        elif owner and _elsewhere(column, claim, claims, register):
            field = _field_of(owner, claim.field, register)
            told.pop(column.letter)
            if field and field not in {c.field for c in told.values()}:
                told[column.letter] = Claim(field, ROLE, relative=owner)
    return told


def _other_name(
    after: Sequence[SheetColumn], claims: Mapping[str, Claim], told: Mapping[str, Claim], register: Register
) -> Claim | None:
    """A second name column whose next column is a relation is the guardian's or the carer's."""
    follower = claims.get(after[0].letter) if after else None
    who = follower.field.removesuffix("_relation") if follower and follower.field.endswith("_relation") else None
    earlier = sum(claim.field == "full_name" for claim in told.values()) > 1
    if who and earlier and f"{who}_name" in register.by_name and f"{who}_name" not in {c.field for c in told.values()}:
        return Claim(f"{who}_name", ROLE, relative=who)
    return None


def _field_of(owner: str, attribute: str, register: Register) -> str | None:
    """The relative's field for this fact of the person."""
    names = {"birth_date": (f"{owner}_birth_date", f"{owner}_birth_year")}.get(attribute, (f"{owner}_{attribute}",))
    return next((name for name in names if name in register.by_name), None)


def _elsewhere(column: SheetColumn, claim: Claim, claims: Mapping[str, Claim], register: Register) -> bool:
    """Whether another column has this fact of the person, or the numbers here are plainly grown-ups'."""
    if any(other.field == claim.field for letter, other in claims.items() if letter != column.letter):
        return True
    grown_up = claim.field == "personal_id" and register.name != "beneficiaries" and len(column.sample) >= _ENOUGH
    return grown_up and _share(column.sample, _GROWN_UP) > 0.6


def _without_lonely_marks(claims: dict[str, Claim]) -> dict[str, Claim]:
    """Columns “Nam” and “Nữ” give way to a column that tells the sex in words."""
    plain_sex = any(c.field == "sex" and c.part is None for c in claims.values())
    return {letter: c for letter, c in claims.items() if not (plain_sex and c.field == "sex" and c.part)}


def _parted(claims: dict[str, Claim]) -> dict[str, Claim]:
    """A whole date ranks above one in parts."""
    whole = {c.field for c in claims.values() if c.part is None}
    days = {"day", "month", "year", "day_month"}
    return {letter: c for letter, c in claims.items() if not (c.part in days and c.field in whole)}


def _number_needed(claims: dict[str, Claim], columns: Sequence[SheetColumn], register: Register) -> dict[str, Claim]:
    """A column “CMND” is the person's number when there is no other, unless it says that it is the old one."""
    if "personal_id" in {c.field for c in claims.values()} or "personal_id" not in register.by_name:
        return claims
    told = dict(claims)
    for column in columns:
        if (
            column.letter in claims
            and claims[column.letter].field == "old_id"
            and "cu" not in words_of(column.heading.text).folded
        ):
            told[column.letter] = Claim("personal_id", ROLE)
    return told


def _rivals(claims: Mapping[str, Claim]) -> list[list[str]]:
    """Letters of columns that claim the same."""
    groups: dict[tuple[str, str | None], list[str]] = {}
    for letter, claim in claims.items():
        groups.setdefault(claim.key, []).append(letter)
    return [letters for letters in groups.values() if len(letters) > 1]


def _refuse_side_by_side(
    rivals: Sequence[Sequence[str]], columns: Mapping[str, SheetColumn], claims: Mapping[str, Claim], place: Place
) -> None:
    """Refuses a second table beside the first: name and more facts stand twice, under the same words."""
    alike = [pair for pair in rivals if len({words_of(columns[letter].heading.text).folded for letter in pair}) == 1]
    names = [pair for pair in alike if claims[pair[0]].field == "full_name"]
    if names and len(alike) >= _TABLE:
        first, second = (columns[letter] for letter in names[0][:2])
        raise refused(
            "tables_side_by_side",
            sheet=place.sheet,
            file=place.file,
            column=first.heading.text,
            cell=first.letter,
            cell_2=second.letter,
        )


def _settle(
    group: list[str], claims: dict[str, Claim], columns: Mapping[str, SheetColumn], register: Register, place: Place
) -> None:
    """Leaves one of the rivals; the others become what else they may be, or nothing."""
    field = register.by_name[claims[group[0]].field]
    texts = {words_of(columns[letter].heading.text).folded for letter in group}
    best = max(claims[letter].sureness for letter in group)
    surest = [letter for letter in group if claims[letter].sureness == best]
    one_cell = any(columns[letter].merged_with_next for letter in group)
    if len(texts) == 1 and field.name in _OWNED and len(surest) > 1 and not one_cell:
        first, second = (columns[letter] for letter in surest[:2])
        raise refused(
            "header_twice",
            sheet=place.sheet,
            file=place.file,
            column=first.heading.text,
            cell=first.letter,
            cell_2=second.letter,
        )
    winner = max(
        surest,
        key=lambda letter: (_fitting(columns[letter], field), bool(columns[letter].sample), -surest.index(letter)),
    )
    for letter in group:
        if letter != winner:
            del claims[letter]


def _fitting(column: SheetColumn, field: Field) -> float:
    """How well the cells fit the kind, in steps of a tenth so that chance decides nothing."""
    pattern = {Kind.PERSONAL_ID: re.compile(r"^\D*(?:\d\D?){12}$"), Kind.DATE: _DATE}.get(field.kind)
    return round(_share(column.sample, pattern), 1) if pattern and column.sample else 0.0
