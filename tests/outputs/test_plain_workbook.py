import openpyxl

from sosach.outputs.plain_workbook import write_plain_workbook


def test_texts_stand_as_they_were_given(tmp_path):
    rows = [["Họ tên", "Số"], ["Nguyễn Văn An", "027215600001"], ["", "=1+1"]]
    write_plain_workbook(tmp_path / "a.xlsx", {"Một": rows, "Hai": []})
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Một", "Hai"]
    told = [[cell.value for cell in row] for row in book["Một"]]
    assert told == [["Họ tên", "Số"], ["Nguyễn Văn An", "027215600001"], [None, "=1+1"]]
    assert book["Một"]["B3"].data_type == "s"
