import json
import os
from pathlib import Path

import pytest

from sosach.findings.notices import Refused
from sosach.store import home


def test_a_new_home_has_its_places_and_a_name_of_its_own(tmp_path):
    one, other = home.create(tmp_path / "a"), home.create(tmp_path / "b")
    assert one.exists
    assert one.snapshots.is_dir()
    assert one.originals.is_dir()
    assert home.identity(one).name != home.identity(other).name


def test_making_it_again_keeps_its_name(tmp_path):
    first = home.identity(home.create(tmp_path / "a"))
    assert home.identity(home.create(tmp_path / "a")) == first


@pytest.mark.parametrize("name", ["OneDrive - UBND xã", "Google Drive", "Dropbox", "GoogleDrive", "iCloud"])
def test_F88_a_folder_that_is_copied_behind_our_back_is_refused(tmp_path, name):
    with pytest.raises(Refused, match="tự đồng bộ"):
        home.create(tmp_path / name / "so-sach")
    assert not (tmp_path / name).exists()


def test_a_network_drive_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(home, "_filesystem", lambda folder: "cifs")
    with pytest.raises(Refused, match="ổ mạng"):
        home.create(tmp_path / "a")


def test_the_file_system_is_that_of_the_nearest_mount():
    assert home._filesystem(Path("/proc/self")) == "proc"


def test_F88_a_folder_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused, match="Không ghi được"):
        home.create(tmp_path / "file" / "a")


def test_F88_a_read_only_home_is_refused(tmp_path, monkeypatch):
    home.create(tmp_path / "a")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Refused, match="Không ghi được"):
        home.existing(tmp_path / "a")


def test_a_folder_without_a_campaign_is_told(tmp_path):
    with pytest.raises(Refused, match="chưa có chiến dịch"):
        home.existing(tmp_path)


def test_F101_a_home_of_a_newer_program_is_left_alone(tmp_path):
    made = home.create(tmp_path / "a")
    made.mark.write_text(json.dumps({"home": "x", "format": home.FORMAT + 1}))
    with pytest.raises(Refused, match="bản mới hơn"):
        home.existing(tmp_path / "a")


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"home": "x", "format": "y"}'])
def test_a_damaged_mark_is_told(tmp_path, content):
    made = home.create(tmp_path / "a")
    made.mark.write_text(content)
    with pytest.raises(Refused, match="bị hỏng"):
        home.identity(made)


@pytest.mark.parametrize(
    ("platform", "names", "expected"),
    [
        ("linux", {"XDG_DATA_HOME": "/d"}, "/d/sosach"),
        ("win32", {"LOCALAPPDATA": "C:/Users/Phạm Văn Ả/AppData/Local"}, "C:/Users/Phạm Văn Ả/AppData/Local/SoSach"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Application Support/SoSach"),
    ],
)
def test_F110_the_default_lies_in_the_data_folder_of_the_user(monkeypatch, platform, names, expected):
    monkeypatch.setattr("sys.platform", platform)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert home.default_folder().as_posix() == expected
