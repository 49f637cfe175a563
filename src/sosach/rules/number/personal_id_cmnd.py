"""The old identity-card number of nine digits (Law on Identity 26/2023, Art. 46: of no use since 01/01/2025)."""

from sosach.findings.finding import Group, Severity
from sosach.rules.numbers import NUMBER, birth_year, fault, words
from sosach.rules.rule import Variant, rule

# The paper was issued from the age of 14 and lost its use at the end of 2024: who was born later never had one.
_NEVER_OLD_ENOUGH = 2011

RULE = rule(
    __name__,
    label="Số CMND cũ",
    severity=Severity.ERROR,
    group=Group.WRONG_ID,
    field=NUMBER,
    broken=fault(NUMBER, "cmnd"),
    variants=(
        Variant(
            when=birth_year() >= _NEVER_OLD_ENOUGH,
            message=(
                "Số “{value}” đúng dạng chứng minh nhân dân cũ, trong khi {person} sinh năm {birth_year} chưa đến "
                "tuổi được cấp giấy này, nên có thể là số của người lớn trong nhà."
            ),
        ),
        Variant(
            message=(
                "Số “{value}” có {digits} chữ số, đúng dạng chứng minh nhân dân cũ không còn giá trị sử dụng từ "
                "01/01/2025, nên cần thay bằng số định danh 12 chữ số."
            ),
        ),
    ),
    next_step="Xem giấy khai sinh, chuyển Công an.",
    optional=("birth_date",),
    words=words(),
    unverified=True,
    reason=(
        "Luật Căn cước 26/2023/QH15, Điều 46: chứng minh nhân dân có giá trị sử dụng chậm nhất đến hết ngày "
        "31/12/2024. Số cũ vẫn có ích để tìm người, nhưng không thay cho số định danh."
    ),
)
