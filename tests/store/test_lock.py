import subprocess
import sys
import threading
import time

import pytest

from sosach.findings.notices import Refused
from sosach.store.home import create
from sosach.store.lock import alone, serving

_HOLD = """
import sys
from pathlib import Path
from sosach.store.home import Home
from sosach.store.lock import serving
with serving(Home(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_F89_a_second_serve_is_refused_and_the_lock_dies_with_its_process(tmp_path):
    home = create(tmp_path / "home")
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(home.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Refused, match="đang chạy"), serving(home):
            pass
        holder.kill()
    with serving(home):
        pass


def test_after_serving_the_home_is_free(tmp_path):
    home = create(tmp_path / "home")
    for _ in range(2):
        with serving(home):
            pass


def test_who_waits_for_a_lock_gets_it_when_it_is_free(tmp_path):
    place, freed = tmp_path / "x.lock", threading.Event()

    def hold():
        with alone(place, "home_busy"):
            freed.set()
            time.sleep(0.2)

    holder = threading.Thread(target=hold)
    holder.start()
    assert freed.wait(5)
    with pytest.raises(Refused, match="đang ghi"), alone(place, "home_busy"):
        pass
    with alone(place, "home_busy", wait=5):
        pass
    holder.join()
