"""The demo step by step: what is done on which day, by which command, and what somebody else does in between."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

import polars as pl

from sosach.cli.demo.births import accept_entries
from sosach.cli.demo.made_up import Asked, Truth, answered_by_households, answered_by_police
from sosach.cli.demo.software import exported_again
from sosach.population.population import population
from sosach.usecases.made_up_files import EXPORTED_BEFORE, write_made_up_files

SEED, ON = 2026, date(2026, 6, 18)  # the day for which the commune is made up
END = date(2026, 7, 7)  # the day on which it is left to whoever looks at it
EXPORTED = ON - timedelta(days=EXPORTED_BEFORE)

_HAMLETS = 3  # that send their lists back
_FOUND = 2  # children met on each of them
_ENTERED = 5
_ACCEPTED = 10  # children about whom the births book is followed


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is done: by a command, or by other people."""

    title: str
    day: date
    call: tuple[str, ...] = ()  # a command line without `sosach`
    act: Callable[[], str] | None = None  # what others do; gives what there is to see
    ends: int = 0  # exit code of the command


@dataclass(frozen=True)
class Script:
    """The demo of one commune.

    Attributes:
        folder: where files go.
        home: where the campaign lies.
        plan: the plan file.
        size: about how many children.
    """

    folder: Path
    home: Path
    plan: Path
    size: int

    @cached_property
    def truths(self) -> dict[str, Truth]:
        """The truth about every child, by record code."""
        people = [*population(self.size, SEED, ON).of("children").to_dicts(), *self.entered]
        return {row["record_code"]: row for row in people}

    @cached_property
    def entered(self) -> list[Truth]:
        """Children whom somebody enters in the software while the campaign runs."""
        people = population(_ENTERED * 20, SEED + 1, ON).of("children").sort("birth_date", descending=True)
        known = pl.col("personal_id").is_not_null() & pl.col("birth_cert_no").is_not_null()
        rows = people.filter(known & (pl.col("birth_date") < "2026")).head(_ENTERED).to_dicts()
        return [row | {"record_code": f"TE278{number:05d}"} for number, row in enumerate(rows, 1)]

    def steps(self) -> Iterator[Step]:
        """Every step, in the order of days; what a step finds decides about some that follow."""
        yield from self._beginning()
        yield from self._sending(1, date(2026, 6, 18))
        yield from self._births_and_households()
        yield from self._receiving(1, date(2026, 6, 24), self.file("tre-em.xlsx"))
        yield from self._confirming(1, date(2026, 6, 25))
        yield from self._sending(2, date(2026, 6, 25))
        yield from self._receiving(2, date(2026, 7, 1), self._export(1))
        yield from self._confirming(2, date(2026, 7, 6))
        yield from self._papers()
        yield from self._care()

    def file(self, name: str) -> Path:
        """A file of the demo."""
        return self.folder / name

    def _beginning(self) -> Iterator[Step]:
        children, start, plan = self.file("tre-em.xlsx"), date(2026, 6, 4), str(self.plan)
        yield Step("Xã có tệp kết xuất từ phần mềm, bừa bộn như thật", start, act=self._exports)
        yield Step(
            "Mở chiến dịch theo kế hoạch; khóa khôi phục ghi một lần ra tệp riêng",
            start,
            ("campaign", "start", "--plan", plan, "--recovery-key", str(self.file("khoa-khoi-phuc.txt"))),
        )
        yield Step("Lịch của kế hoạch: mốc nào không kịp", start, ("campaign", "calendar"))
        yield Step("Kiểm tra sổ trẻ em, không cần chiến dịch", start, ("check", str(children), "--plan", plan))
        yield Step("Tìm trẻ ghi hai lần", start, ("duplicates", str(children), "--plan", plan))
        for register, name in (("children", "tre-em.xlsx"), ("beneficiaries", "bao-tro.xlsx")):
            told = ("import", register, str(self.file(name)), "--as-of", EXPORTED.isoformat())
            yield Step(f"Nhập {name} vào chiến dịch", start, told)
        yield Step("Nhập lại đúng tệp đó: không có gì thay đổi", start, ("import", "children", str(children)))
        extended = ("--until", "2026-07-10", "--document", "Công văn số 12/SYT")
        yield Step(
            "Danh sách Công an không kịp hạn 18/6: gia hạn theo văn bản",
            date(2026, 6, 15),
            ("campaign", "extend", "children", *extended, "--reason", "Danh sách Công an trả sau hạn"),
        )
        lists = ("visits", "send", "--all", "--out", str(self.file("phieu-thon")))
        yield Step("Lập phiếu rà soát tại hộ cho mọi thôn", date(2026, 6, 16), lists)

    def _births_and_households(self) -> Iterator[Step]:
        births, day = str(self.file("khai-sinh.xlsx")), date(2026, 6, 22)
        yield Step("Đối chiếu với sổ đăng ký khai sinh", day, ("civil", "compare", births))
        yield Step(
            "Xem trẻ khác sổ khai sinh; mười trẻ đầu lấy theo sổ, mỗi trẻ một quyết định có số quyển",
            day,
            act=lambda: accept_entries(day, _ACCEPTED),
        )
        yield Step("Cộng tác viên ba thôn đi hỏi, gặp thêm vài trẻ", day, act=self._households)
        for path in sorted(self.file("phieu-thon-da-dien").glob("*.xlsx")):
            told = ("visits", "receive", str(path))
            yield Step(f"Nhận phiếu đã điền: {path.name}", date(2026, 6, 23), told)

    def _sending(self, number: int, thursday: date) -> Iterator[Step]:
        told = ("--out", str(self._list(number)), "--minutes", str(self.file(f"cong-an/bien-ban-{number}")))
        title = f"Thứ Năm: lập đợt {number} chuyển Công an xã"
        yield Step(title, thursday, ("police", "send", "children", *told))
        reports = str(self.file(f"bao-cao/tuan-{number}"))
        friday = thursday + timedelta(days=1)
        yield Step("Thứ Sáu: báo cáo tuần", friday, ("report", "weekly", "--out", reports))
        yield from self._approving(friday, reports)

    def _approving(self, friday: date, reports: str) -> Iterator[Step]:
        from sosach.store.reports.selectors import snapshots

        number = snapshots("weekly")[0].number
        yield Step("Lãnh đạo duyệt: từ đó không sửa được nữa", friday, ("report", "approve", number))
        yield Step("In lại, không còn chữ DỰ THẢO", friday, ("report", "weekly", "--out", reports))

    def _papers(self) -> Iterator[Step]:
        """What is signed, printed and read out."""
        from sosach.store.police.selectors import batches

        day, out = date(2026, 7, 6), ("--out", str(self.file("giay-to")))
        for code in [one.code for one in batches("children")]:
            yield Step(f"Biên bản bàn giao đợt {code}, danh sách in kèm", day, ("papers", "minutes", code, *out))
        yield Step("Phiếu rà soát tại hộ để in, mỗi trang một mã QR", day, ("papers", "sheets", *out))
        yield Step("Danh sách trẻ chưa đăng ký khai sinh, công văn", day, ("papers", "letters", *out))
        yield Step("Thông báo cho gia đình, bài đọc loa", day, ("papers", "notice", *out))
        for kind, name in (("monthly", "thang"), ("final", "tong-ket")):
            told = ("report", kind, "--out", str(self.file(f"bao-cao/{name}")))
            yield Step(f"Báo cáo {'tháng' if kind == 'monthly' else 'tổng kết'}", day, told)

    def _receiving(self, number: int, wednesday: date, base: Path) -> Iterator[Step]:
        sent, back = self._list(number), self.file(f"cong-an/dot-{number}-tra-ve.xlsx")
        if sent.exists():
            told = ("police", "receive", str(back))
            minutes = ("--minutes", str(self.file(f"cong-an/bien-ban-{number}")))
            act = self._police(sent, back)
            yield Step("Công an ghi kết quả, tệp trả về không còn như lúc gửi", wednesday, act=act)
            yield Step("Thứ Tư: nhận kết quả", wednesday, (*told, *minutes))
            yield Step("Nhận nhầm lần nữa: không có gì thay đổi", wednesday, told)
            yield from self._decide_about_answer(wednesday)
        files = ("--base", str(base), "--out", str(self._upload(number)))
        title = "Đưa kết quả vào tệp của phần mềm, chỉ sửa đúng các ô đã có căn cứ, kèm chứng minh"
        yield Step(title, wednesday, ("upload", "prepare", "children", *files))

    def _list(self, number: int) -> Path:
        return self.file(f"cong-an/dot-{number}.xlsx")

    def _upload(self, number: int) -> Path:
        return self.file(f"cap-nhat/lan-{number}.xlsx")

    def _export(self, number: int) -> Path:
        return self.file(f"tre-em-ket-xuat-lai-{number}.xlsx")

    def _decide_about_answer(self, day: date) -> Iterator[Step]:
        from sosach.store.police.selectors import conflicts

        waiting = conflicts("children")  # what the step before has left
        if waiting:
            code = waiting[0].line.code
            said = ("current", "--reason", "Số Công an ghi là của trẻ khác; giữ nguyên, hỏi lại")
            yield Step(f"Một kết quả của Công an còn chờ: {code}", day, ("police", "decide", code, *said))

    def _confirming(self, number: int, day: date) -> Iterator[Step]:
        export, first = self._export(number), number == 1

        def act() -> str:
            count = exported_again(self._upload(number), export, self.entered if first else (), forgets=first)
            return f"{export}: {count} trẻ"

        more = "; quên một giá trị, có năm trẻ mới nhập chưa có số" if first else ""
        yield Step(f"Đưa tệp lần {number} vào phần mềm, phần mềm kết xuất lại{more}", day, act=act)
        yield Step(
            "Đối chiếu: phần mềm đã nhận những gì; chưa nhận thì nêu tên và mở lại"
            if first
            else "Đối chiếu: đã nhận đủ",
            day,
            ("upload", "confirm", "children", str(export), "--as-of", day.isoformat()),
            ends=int(first),
        )

    def _care(self) -> Iterator[Step]:
        kept = self.file("sao-luu/so-sach.age")
        yield Step("Sao lưu, đọc lại và so từng byte", END, ("backup", str(kept)))
        key = str(self.file("khoa-khoi-phuc.txt"))
        other = str(self.file("may-khac"))
        yield Step("Khôi phục trên “máy khác”", END, ("restore", str(kept), "--key-file", key, "--home", other))
        yield Step("Tình hình chiến dịch", END, ("campaign", "status"))
        yield Step("Lời nhắc cho tổ chức chậm", END, ("campaign", "remind", "--out", str(self.file("nhac-viec"))))
        yield Step("Nhật ký nguyên vẹn từ đầu đến cuối", END, ("log", "verify"))

    def _exports(self) -> str:
        files = write_made_up_files(self.folder, self.size, SEED, ON)
        return "\n".join(f"{file.path}: {file.persons} người" for file in files)

    def _households(self) -> str:
        from sosach.store.civil.models import Alone
        from sosach.store.registers.selectors import facts
        from sosach.store.visits.models import Line, Visit

        back = self.file("phieu-thon-da-dien")
        back.mkdir(exist_ok=True)
        unlisted = Alone.objects.filter(person__register="births", person__left="", why="new")
        known = facts(list(unlisted.order_by("person").values_list("person", flat=True)[: _HAMLETS * _FOUND]))
        met = iter(known.values())
        written = []
        for visit in Visit.objects.exclude(file_name="").order_by("-questions")[:_HAMLETS]:
            lines = Line.objects.filter(visit=visit).select_related("person")
            asked = {
                line.code: Asked(line.asks, line.field, self.truths.get(line.person.record_code or ""))
                for line in lines
            }
            found = [child for _, child in zip(range(_FOUND), met, strict=False)]
            answered_by_households(self.file("phieu-thon") / visit.file_name, back / visit.file_name, asked, found)
            written.append(f"{back / visit.file_name}: gặp thêm {len(found)} trẻ")
        return "\n".join(written)

    def _police(self, sent: Path, back: Path) -> Callable[[], str]:
        def act() -> str:
            from sosach.store.police.models import Line

            lines = Line.objects.filter(batch__file_name=sent.name).select_related("person")
            truths = {line.code: self._truth(line.person.record_code) for line in lines}
            answered_by_police(sent, back, truths)
            return f"{back}: {len(truths)} dòng, có dòng thiếu, dòng lạ, dòng bị gõ đè, số của người khác"

        return act

    def _truth(self, code: str | None) -> Truth:
        return self.truths.get(code or "", {"personal_id": None, "birth_cert_no": None})
