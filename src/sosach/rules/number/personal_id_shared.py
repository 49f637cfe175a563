"""Two persons of one register carry one number (Law on Identity 26/2023/QH15, Art. 12: it is repeated for nobody).

A number that only lost its zeros counts as the number it was. Two rows about one person are no sharing: a person may be
written twice (`row_same_person`) and may lawfully draw two benefits.
"""

import polars as pl

from sosach.findings.finding import Group, Severity
from sosach.ids import personal_id
from sosach.rules.identity import compared, dates_differ, own_name, same
from sosach.rules.numbers import NUMBER, contradicts, fits
from sosach.rules.rule import OTHER, Variant, rule
from sosach.text.folding import without_marks

_WHOLE = pl.coalesce(NUMBER, personal_id.padded(pl.col("personal_id__digits")))

_NAME, _OTHER_NAME = own_name(""), own_name(OTHER)
_UNMARKED, _OTHER_UNMARKED = without_marks(_NAME), without_marks(_OTHER_NAME)
# A keyboard without marks writes the same name; “Hùng” and “Hưng” may be twins.
_TYPED_BARE = (_UNMARKED == _OTHER_UNMARKED) & ((_NAME == _UNMARKED) | (_OTHER_NAME == _OTHER_UNMARKED))
_SAME_NAME = same(own_name) | _TYPED_BARE.fill_null(value=False)

RULE = rule(
    __name__,
    label="Hai người một số",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=~_SAME_NAME | dates_differ(),
    variants=(
        Variant(
            when=_SAME_NAME,
            message=(
                "Số này cũng đứng ở {other_at} của người cùng họ tên nhưng khác ngày sinh; có thể là một người ghi "
                "hai lần, hoặc một dòng ghi nhầm số."
            ),
        ),
        Variant(
            when=fits(_WHOLE, side=OTHER) & contradicts(_WHOLE),
            message="Số này cũng đứng ở {other_at} và khớp năm sinh, giới tính của dòng đó, nhưng không khớp dòng này.",
        ),
        Variant(
            message=(
                "Số này cũng đứng ở {other_at} của một người khác; mỗi số chỉ cấp cho một người nên ít nhất một dòng "
                "ghi nhầm."
            ),
        ),
    ),
    next_step="Mở cả hai, đối chiếu giấy tờ.",
    optional=("birth_date", "sex", "full_name__suggestion"),
    facts=compared("full_name"),
    yields_to=("row_same_person",),
    together=((_WHOLE,),),
    reason=(
        "Luật Căn cước 26/2023/QH15, Điều 12: số định danh không lặp lại ở người khác. Hai trẻ sinh đôi cùng một số "
        "cũng là một ô ghi nhầm; một người có hai dòng hưởng hai loại trợ cấp thì không phải."
    ),
)
