import io
import tarfile

import pytest

from sosach.findings.notices import Refused
from sosach.store.backup.archive import write_backup
from sosach.store.backup.unpacking import unpack
from sosach.store.sealing import new_key, seal, unseal
from sosach.store.start import current
from tests.store.people import KEY


@pytest.fixture
def backup(campaign, tmp_path):
    """A good backup."""
    write_backup(current(), tmp_path / "b.age", [KEY.recipient], unit="xã Hòa Mẫu", on="2026-06-18")
    return tmp_path / "b.age"


def refusal(file, tmp_path, key=KEY):
    folder = tmp_path / "opened"
    folder.mkdir(exist_ok=True)
    with pytest.raises(Refused) as refused:
        unpack(file, key, folder)
    return refused.value.notice.code


def resealed(backup, change):
    """The same backup with its archive changed by somebody who has the recipients."""
    plain = unseal(backup.read_bytes(), KEY, "b.age")
    parts, out = {}, io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(plain)) as members:
        for member in members:
            parts[member.name] = members.extractfile(member).read()
    parts = change(parts)
    with tarfile.open(fileobj=out, mode="w") as members:
        for name, content in parts.items():
            about = tarfile.TarInfo(name)
            about.size = len(content)
            members.addfile(about, io.BytesIO(content))
    backup.write_bytes(seal(out.getvalue(), [KEY.recipient]))


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.999])
def test_F102_one_changed_byte_is_found(backup, tmp_path, share):
    content = bytearray(backup.read_bytes())
    content[int(len(content) * share)] ^= 1
    backup.write_bytes(bytes(content))
    assert refusal(backup, tmp_path) == "seal_broken"


@pytest.mark.parametrize("left", [25, 100, 5000, -1])
def test_F102_a_backup_cut_short_is_found(backup, tmp_path, left):
    backup.write_bytes(backup.read_bytes()[:left])
    assert refusal(backup, tmp_path) == "seal_broken"


def test_F102_another_key_is_told_from_damage(backup, tmp_path):
    assert refusal(backup, tmp_path, new_key()) == "seal_other_key"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"age-encryption"])
def test_a_file_of_another_kind_is_told(tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    assert refusal(tmp_path / "x", tmp_path) == "backup_none"


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert refusal(tmp_path / "x", tmp_path) == "backup_gone"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda parts: parts | {"home.json": b"{}"}, "backup_strange"),
        (lambda parts: parts | {"more.txt": b"x"}, "backup_strange"),
        (lambda parts: {name: parts[name] for name in parts if name != "recipients.txt"}, "backup_lacks"),
        (lambda parts: {name: parts[name] for name in parts if name != "manifest.json"}, "backup_none"),
        (lambda parts: parts | {"manifest.json": b"[]"}, "backup_none"),
        (
            lambda parts: parts | {"manifest.json": parts["manifest.json"].replace(b'"format": 1', b'"format": 99')},
            "backup_newer",
        ),
    ],
    ids=["altered", "more", "lacking", "no manifest", "empty manifest", "newer"],
)
def test_what_does_not_fit_its_manifest_is_refused(backup, tmp_path, change, code):
    resealed(backup, change)
    assert refusal(backup, tmp_path) == code


@pytest.mark.parametrize("path", ["../outside.txt", "/outside.txt", "a/../../outside.txt", "C:outside.txt", "a\\b"])
def test_no_file_of_a_backup_lands_outside(backup, tmp_path, path):
    def change(parts):
        told = parts["manifest.json"].replace(b'"recipients.txt"', f'"{path}"'.replace("\\", "\\\\").encode())
        return {"manifest.json": told} | {
            (path if name == "recipients.txt" else name): content
            for name, content in parts.items()
            if name != "manifest.json"
        }

    resealed(backup, change)
    assert refusal(backup, tmp_path) == "backup_strange"
    assert not list(tmp_path.rglob("outside.txt"))
