"""None of father, mother and guardian is named.

One of them is enough: a father left blank is lawful (a child whose father is not established, Law on Civil Status and
Decree 123/2015), a child may be raised by a grandmother. Of beneficiaries only those under 16 are asked, and the
carer who draws the benefit counts as well. A name that is merged over the rows of several children is not missing.
"""

import polars as pl

from sosach.dates.age import SIXTEEN
from sosach.findings.finding import Group, Severity
from sosach.rules import ages
from sosach.rules.parents import columns, named, under_a_merge
from sosach.rules.rule import rule

_FAMILY = ("father_name", "mother_name", "guardian_name")
_COVERED = tuple(f"{name}__covered" for name in (*_FAMILY, "carer_name"))

RULES = (
    rule(
        __name__,
        label="Chưa có người thân",
        severity=Severity.ERROR,
        group=Group.BASIC_INFO,
        field="mother_name",
        registers=frozenset({"children"}),
        broken=~pl.any_horizontal(named(name) | under_a_merge(name) for name in _FAMILY),
        message=("Hồ sơ chưa ghi cha, mẹ hoặc người giám hộ, trong khi cần ít nhất một người để liên hệ và đối chiếu."),
        next_step="Hỏi thôn người đang chăm sóc.",
        optional=(*columns(*_FAMILY), *_COVERED),
        any_of=_FAMILY,
        reason=(
            "Cha, mẹ hoặc người giám hộ là thông tin cơ bản theo mục II.1.b của kế hoạch. Chỉ cần một người; phần "
            "cha để trống là hợp lệ khi chưa xác định cha (Nghị định 123/2015/NĐ-CP)."
        ),
    ),
    rule(
        __name__,
        label="Chưa có người thân",
        severity=Severity.ERROR,
        group=Group.BASIC_INFO,
        field="mother_name",
        registers=frozenset({"beneficiaries"}),
        broken=lambda context: (
            ~pl.any_horizontal(named(name) | under_a_merge(name) for name in (*_FAMILY, "carer_name"))
            & (ages.oldest(context.on) < SIXTEEN)
        ),
        message=(
            "Hồ sơ của người dưới 16 tuổi chưa ghi cha, mẹ, người giám hộ hoặc người chăm sóc, trong khi cần ít nhất "
            "một người để liên hệ và đối chiếu."
        ),
        next_step="Hỏi thôn người đang chăm sóc.",
        optional=(*columns(*_FAMILY, "carer_name"), *_COVERED),
        any_of=(*_FAMILY, "carer_name"),
        reason=(
            "Kế hoạch coi cha, mẹ, người giám hộ là thông tin cơ bản của cả đối tượng bảo trợ; với người từ đủ 16 "
            "tuổi ô này thường trống một cách hợp lý nên chỉ hỏi người dưới 16 tuổi."
        ),
    ),
)
