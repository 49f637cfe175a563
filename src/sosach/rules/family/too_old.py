"""By the years on record a parent was unusually old: mostly a slip in a year, or a grandparent in the parent's place.

A mother of more than 52 and a father of more than 75 years exist, but are rarer than either fault. Adoptive parents
may be older lawfully, hence a warning only.
"""

from sosach.findings.finding import Group, Severity
from sosach.rules.parents import age_at_birth, age_shown
from sosach.rules.rule import Rule, rule

OLDEST_MOTHER = 52  # years
OLDEST_FATHER = 75


def _of(who: str, oldest: int, label: str, sentence: str) -> Rule:
    return rule(
        __name__,
        who=who,
        label=label,
        severity=Severity.WARNING,
        group=Group.BASIC_INFO,
        field=f"{who}_birth_year",
        # The lesser of the two possible ages must be beyond the limit.
        broken=age_at_birth(who) - 1 > oldest,
        message=sentence,
        next_step="Đối chiếu giấy khai sinh.",
        needs=("birth_date",),
        yields_to=("birth_date_future",),
        words={"age": age_shown(who)},
        reason=(
            "Tuổi này khi có con hiếm gặp; thường là gõ nhầm năm sinh hoặc ghi ông, bà vào chỗ của cha, mẹ. Cha mẹ "
            "nuôi có thể lớn tuổi nên chỉ đề nghị đối chiếu."
        ),
    )


RULES = (
    _of(
        "mother",
        OLDEST_MOTHER,
        "Tuổi mẹ cao",
        "Mẹ sinh năm {mother_birth_year}, tức {age} tuổi khi sinh trẻ; có thể năm sinh ghi nhầm hoặc đây là bà.",
    ),
    _of(
        "father",
        OLDEST_FATHER,
        "Tuổi cha cao",
        "Cha sinh năm {father_birth_year}, tức {age} tuổi khi trẻ ra đời; có thể năm sinh ghi nhầm hoặc đây là ông.",
    ),
)
