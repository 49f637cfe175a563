"""Why an answer of the police waits, and what the next step is, in the words of the office; no numbers, no names."""

from sosach.campaign.outcome import Whom, Why
from sosach.forms.police_reason import Reason

WHY_WORDS = {
    Why.TWO_ANSWERS: "Hai dòng của tệp trả lời khác nhau cho một người.",
    Why.TWO_RETURNS: "Lần trả trước ghi kết quả khác cho dòng này.",
    Why.PERSON_GONE: "Hồ sơ đã gộp hoặc không còn trong sổ từ sau ngày chuyển danh sách.",
    Why.NO_RESULT: "Cột “Kết quả” chưa nêu kết quả nào trong danh sách chọn.",
    Why.UNREADABLE: "Có ô trả lời chưa đọc được thành số, ngày, họ tên hoặc giới tính.",
    Why.CONTRADICTS_ITSELF: "Kết quả ghi không tìm thấy hoặc chưa khai sinh, trong khi có thông tin đúng kèm theo.",
    Why.MATCH_DIFFERS: "Kết quả ghi khớp, trong khi cột trả lời ghi khác hồ sơ.",
    Why.NO_NUMBER: "Kết quả ghi khớp, trong khi hồ sơ chưa có số định danh đủ 12 chữ số.",
    Why.NUMBER_MISSING: "Kết quả ghi cấp hoặc bổ sung số, nhưng cột “Số định danh đúng” để trống.",
    Why.NOTHING_GIVEN: "Kết quả ghi sửa thông tin, nhưng các cột thông tin đúng để trống.",
    Why.CHANGED_MEANWHILE: "Hồ sơ đã đổi từ sau ngày chuyển danh sách, khác với trả lời.",
    Why.FACT_CHANGED: "Họ tên, ngày sinh hoặc giới tính khác hồ sơ; sổ hộ tịch là căn cứ ưu tiên nên cần quyết định.",
    Why.NUMBER_IMPOSSIBLE: "Số trả lời không đúng cấu trúc số định danh.",
    Why.NUMBER_DISAGREES: "Số trả lời chưa khớp giới tính hoặc năm sinh của hồ sơ, hoặc hồ sơ thiếu các thông tin này.",
    Why.NUMBER_OF_OTHER: "Số này đang đứng ở hồ sơ của người khác; mỗi số chỉ cấp cho một người.",
    Why.NUMBER_TWICE: "Tệp ghi một số cho hai người.",
    Why.STRONGER_SOURCE: "Số hiện có lấy từ nguồn đứng trước kết quả của Công an; cần quyết định.",
    Why.SECOND_OFFICIAL: "Số hiện có đúng cấu trúc; thay bằng số khác cần người thứ hai đồng ý.",
}

REASON_WORDS = {
    Reason.UNREGISTERED: "Chưa đăng ký khai sinh",
    Reason.DECEASED: "Đã mất",
    Reason.MOVED: "Cư trú nơi khác",
    Reason.DUPLICATE: "Trùng hồ sơ",
    Reason.WRONG_FACTS: "Thông tin khác với cơ sở dữ liệu dân cư",
    Reason.NOT_COLLECTED: "Công an chưa thu nhận",
}

STEP_WORDS = {
    Whom.CIVIL_REGISTRATION: "Đối chiếu sổ hộ tịch, hướng dẫn gia đình đăng ký.",
    Whom.OFFICE: "Xem ghi chú của Công an rồi quyết định.",
    Whom.COLLABORATOR: "Hỏi gia đình, xem giấy khai sinh.",
    Whom.POLICE: "Công an thu nhận, trả ở đợt sau.",
}
