"""By the years on record a parent was not yet fifteen when the child was born.

Years alone leave the age open by one, so only those speak who were fourteen at the very most.
"""

from sosach.findings.finding import Group, Severity
from sosach.rules.parents import YOUNGEST, age_at_birth, age_shown
from sosach.rules.rule import Rule, Variant, rule


def _of(who: str, label: str, parent: str, when_born: str) -> Rule:
    year = f"{{{who}_birth_year}}"
    return rule(
        __name__,
        who=who,
        label=label,
        severity=Severity.WARNING,
        group=Group.BASIC_INFO,
        field=f"{who}_birth_year",
        broken=age_at_birth(who) < YOUNGEST,
        variants=(
            Variant(
                when=age_at_birth(who) < 1,
                message=(
                    f"{parent} sinh năm {year}, không trước năm sinh của trẻ ({{birth_year}}); một trong hai năm "
                    f"sinh cần xem lại."
                ),
            ),
            Variant(
                message=f"{parent} sinh năm {year}, tức {{age}} tuổi {when_born}; một trong hai năm sinh cần xem lại.",
            ),
        ),
        next_step="Đối chiếu giấy khai sinh.",
        needs=("birth_date",),
        yields_to=("birth_date_future",),
        words={"age": age_shown(who)},
        reason=(
            "Làm cha, làm mẹ trước 15 tuổi rất hiếm, còn gõ nhầm năm sinh hoặc chép năm sinh của người khác thì "
            "thường gặp. Không kết luận về gia đình, chỉ đề nghị xem lại hai năm sinh."
        ),
    )


RULES = (
    _of("mother", "Tuổi mẹ thấp", "Mẹ", "khi sinh trẻ"),
    _of("father", "Tuổi cha thấp", "Cha", "khi trẻ ra đời"),
)
