"""What Excel shows of a cell: the number format decides, and for a padded number it decides what is meant.

Number formats: ECMA-376 part 1, 18.8.31. Separators are printed as the code has them; dates always as dd/mm/yyyy.
"""

import re
from typing import Final

import polars as pl

from sosach.intake.styles import is_date
from sosach.text.cells import DATE, MARKS, NUMBER, SHOWN, UNCACHED, marked, words

_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[[^\]]*\]|(?P<exponent>[Ee][+-]0+)|(?P<place>[0#?])|(?P<mark>[.,%])|(?P<other>.)'
)
_SECTION: Final = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*')
_WIDEST_INTEGER: Final = 11  # digits that General shows before it turns to 2.7E+10


def general(cells: pl.Series) -> pl.Series:
    """What Excel shows of marked cells whose format is General, dates as dd/mm/yyyy; null where nothing is shown."""
    frame = cells.alias("cell").to_frame()
    cell, bare = pl.col("cell"), words(pl.col("cell"))
    long = marked(cell, NUMBER) & ~bare.str.contains(rf"^-?\d{{1,{_WIDEST_INTEGER}}}$")
    iso = bare.str.slice(8, 2) + "/" + bare.str.slice(5, 2) + "/" + bare.str.slice(0, 4)
    text = pl.when(marked(cell, DATE)).then(iso).when(~marked(cell, UNCACHED)).then(bare)
    answer = frame.select(text=text, long=long.fill_null(value=False))
    if not answer["long"].any():
        return answer["text"]
    rare = frame.filter(answer["long"]).unique()
    rare = rare.with_columns(pl.Series("said", [_general(float(v[1:])) for v in rare["cell"]], dtype=pl.String))
    joined = frame.join(rare, on="cell", how="left", maintain_order="left")
    return joined.select(text=pl.coalesce("said", answer["text"])).to_series()


def in_format(cells: pl.DataFrame) -> pl.DataFrame:
    """What number and date cells are and show in their formats.

    Args:
        cells: `cell` (marked) and `code` (the number format).

    Returns:
        `cell` and `text`, in the same order: a padded number becomes SHOWN, a date without a day becomes plain text.
    """
    plain, width = pl.col("cell").str.slice(1), pl.col("code").str.len_bytes().cast(pl.Int64)
    simple = pl.col("code").str.contains("^0{2,}$") & pl.col("cell").str.contains(rf"^{NUMBER}\d{{1,15}}$")
    padded = pl.when(plain.str.len_bytes() < width).then(pl.lit(SHOWN) + plain.str.zfill(width)).otherwise("cell")
    answers = cells.select(is_=pl.when(simple).then(padded), text=pl.when(simple).then(plain.str.zfill(width)))
    rare = cells.filter(answers["is_"].is_null()).unique()
    said = [_in_format(cell, code) for cell, code in rare.select("cell", "code").iter_rows()]
    rare = rare.with_columns(
        pl.Series("said", [cell for cell, _ in said], dtype=pl.String),
        pl.Series("as", [text for _, text in said], dtype=pl.String),
    )
    joined = cells.join(rare, on=["cell", "code"], how="left", maintain_order="left")
    return pl.concat([answers, joined.select("said", "as")], how="horizontal").select(
        cell=pl.coalesce("is_", "said"), text=pl.coalesce("text", "as")
    )


def number_in_format(value: float, code: str) -> str:
    """A number as this format shows it."""
    section, size = _section(value, code)
    tokens = [_token(found) for found in _TOKEN.finditer(section)]
    if not any(kind == "place" for kind, _ in tokens):
        return _without_places(tokens, value)
    size *= 100 ** sum(text == "%" for kind, text in tokens if kind == "mark")
    point = next((i for i, token in enumerate(tokens) if token == ("mark", ".")), len(tokens))
    decimals = sum(kind == "place" for kind, _ in tokens[point:])
    exponent = next((text for kind, text in tokens if kind == "exponent"), None)
    if exponent:
        return _scientific(size, decimals, exponent)
    whole, _, fraction = f"{size:.{decimals}f}".partition(".")
    return _filled(tokens[:point], whole) + _fraction(tokens[point:], fraction)


def _in_format(cell: str, code: str) -> tuple[str, str]:
    if cell.startswith(DATE):
        bare = cell[1:]
        text = f"{bare[5:7]}/{bare[:4]}" if "m" in code.lower() else bare[:4]
        return text, text
    if not cell.startswith(NUMBER) or is_date(code):
        return cell, cell.lstrip("".join(MARKS))
    plain = cell[1:]
    text = number_in_format(float(plain), code)
    digits = re.sub(r"\D", "", text)
    padded = plain.isdigit() and len(digits) > len(plain) and digits.endswith(plain)
    return (SHOWN + text if padded else cell), text


def _general(value: float) -> str:
    """General: eleven characters, then the scientific form with six digits."""
    if value.is_integer() and abs(value) < 10**_WIDEST_INTEGER:
        return f"{value:.0f}"
    if 1e-4 <= abs(value) < 10**_WIDEST_INTEGER:
        return f"{value:.10g}"
    mantissa, exponent = f"{value:.5E}".split("E")
    trimmed = mantissa.rstrip("0").rstrip(".")
    return f"{trimmed}E{exponent}"


def _section(value: float, code: str) -> tuple[str, float]:
    """The part of the code that this number uses, and the number without the sign that the part has of its own."""
    parts = [part for part in _SECTION.findall(code) if part]
    if value < 0 and len(parts) > 1:
        return parts[1], -value
    if value == 0 and len(parts) > 2:
        return parts[2], value
    return (parts[0] if parts else "General"), value


def _token(found: re.Match[str]) -> tuple[str, str]:
    """Kind (`place`, `mark`, `exponent`, `text`) and text of a piece of a format code."""
    kind = found.lastgroup
    if kind in ("place", "mark", "exponent"):
        return kind, found.group()
    return "text", (found.group(kind) if kind else "")


def _without_places(tokens: list[tuple[str, str]], value: float) -> str:
    text = "".join(text for _, text in tokens)
    plain = f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else _general(value)
    return (
        re.sub(r"general|@", plain, text, count=1, flags=re.IGNORECASE)
        if re.search(r"general|@", text, re.IGNORECASE)
        else text
    )


def _scientific(value: float, decimals: int, exponent: str) -> str:
    mantissa, _, power = f"{value:.{decimals}E}".partition("E")
    width = exponent.count("0")
    sign = "-" if power.startswith("-") else "+" if exponent[1] == "+" else ""
    return f"{mantissa}E{sign}{power[1:].lstrip('0').rjust(width, '0')}"


def _filled(tokens: list[tuple[str, str]], whole: str) -> str:
    """The whole number laid into the places from the right, the first place taking what is left."""
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    places = [i for i, (kind, _) in enumerate(tokens) if kind == "place"]
    grouped = any(token == ("mark", ",") and places and places[0] < i < places[-1] for i, token in enumerate(tokens))
    if digits == "0" and places and all(tokens[i][1] == "#" for i in places):
        digits = ""
    shown: list[str] = []
    laid = 0
    for number in range(len(tokens) - 1, -1, -1):
        kind, text = tokens[number]
        if kind == "text" or text == "%":
            shown.append(text)
        for digit in _laid(text, digits, laid, number == places[0]) if kind == "place" else "":
            shown.append("," if grouped and laid and laid % 3 == 0 else "")
            shown.append(digit)
            laid += 1
    return sign + "".join(reversed(shown))


def _laid(place: str, digits: str, laid: int, first: bool) -> str:
    """The digits that go into this place, last one first."""
    left = digits[: len(digits) - laid] if laid < len(digits) else ""
    if not left:
        return {"0": "0", "?": " "}.get(place, "")
    return left[::-1] if first else left[-1]


def _fraction(tokens: list[tuple[str, str]], fraction: str) -> str:
    """The decimals; places marked # drop trailing zeros."""
    shown, taken = [], 0
    for kind, text in tokens:
        if kind == "place":
            rest = fraction[taken:]
            shown.append("" if text == "#" and not rest.strip("0") else fraction[taken])
            taken += 1
        elif kind == "text" or text in (".", "%"):
            shown.append(text)
    return "".join(shown)
