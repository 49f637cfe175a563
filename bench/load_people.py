"""The people at the desk of `load.py`: sessions that sign in, read pages, find forms in them and send them back, as browsers do.

Standard library only. Nobody thinks here; `load.py` waits between two visits. Whatever is asked is written down as a `Visit`.
"""

from __future__ import annotations

import base64
import hmac
import http.client
import random
import re
import struct
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

READING, DECISION = "reading", "decision"
_SYLLABLES = ("nguyen thi", "tran van", "le thi", "hoang", "nong van", "pham thi", "vu", "do thi")
_GIVEN = ("hoa", "linh", "duc", "minh anh", "trang", "hai", "mai", "phuc", "ngoc", "tuan")


@dataclass(frozen=True, slots=True)
class Visit:
    """One request and its answer."""

    kind: str  # READING or DECISION
    name: str  # of the page
    wall: float  # milliseconds until the whole answer had come
    server: float  # of which the server's own time, by the clock
    cpu: float  # and its processor time
    status: int
    said: str = ""  # of an answer that is an error: what the page says


@dataclass(slots=True)
class Form:
    """A form of a page: where it goes, what it says as it stands."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: set[tuple[str, str]] = field(default_factory=set)


class Page(HTMLParser):
    """Links and forms of a page; a control may belong to a form by name, before or after it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._named: dict[str, Form] = {}
        self._inside: Form | None = None
        self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        told = {name: value or "" for name, value in attrs}
        if tag == "a" and told.get("href", "").startswith(("/", "?")):
            self.links.append(told["href"])
        elif tag == "form":
            self._inside = self._form(told.get("id", ""))
            self._inside.action = told.get("action", "")
            self.forms.append(self._inside)
        elif tag in ("input", "button", "select", "option"):
            self._control(tag, told)

    def handle_endtag(self, tag: str) -> None:
        """Its end."""
        if tag == "form":
            self._inside = None

    def _form(self, name: str) -> Form:
        return self._named.setdefault(name, Form("")) if name else Form("")

    def _control(self, tag: str, told: dict[str, str]) -> None:
        form = self._form(told["form"]) if "form" in told else self._inside
        name = told.get("name", "")
        if tag == "select":
            self._select = name
            if form is not None:
                form.fields[name] = ""
        elif tag == "option":
            if form is not None and self._select and "selected" in told:
                form.fields[self._select] = told.get("value", "")
        elif form is not None and name and "disabled" not in told:
            if tag == "button":
                form.buttons.add((name, told.get("value", "")))
            elif told.get("type") not in ("radio", "checkbox") or "checked" in told:
                form.fields[name] = told.get("value", "")

    def form(self, part: str) -> Form | None:
        """The first form whose address holds something."""
        return next((one for one in self.forms if part in one.action), None)


class Session:
    """A browser of one person."""

    def __init__(self, port: int, person: dict[str, str], visits: list[Visit]) -> None:
        self.person, self.visits, self.recording = person, visits, False
        self._port, self._cookies = port, {}
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def get(self, address: str, name: str, kind: str = READING) -> Page:
        """Opens a page."""
        return self._ask("GET", address, None, name, kind, {})

    def post(self, address: str, told: dict[str, str], name: str, kind: str, part: bool = False) -> Page:
        """Sends a form; where that leads to another page, it is a visit of its own."""
        return self._ask("POST", address, told, name, kind, {"HX-Request": "true"} if part else {})

    def sign_in(self) -> None:
        """By the door, with name, password and a one-time code where one is asked for."""
        told = self._form_of("/dang-nhap") | {"name": self.person["name"], "password": self.person["password"]}
        page = self.post("/dang-nhap", told, "sign in", DECISION)
        if self.person["secret"]:
            code = one_time_code(self.person["secret"], time.time())
            token = page.forms[0].fields["csrfmiddlewaretoken"]
            page = self.post("/dang-nhap/ma", {"csrfmiddlewaretoken": token, "code": code}, "sign in", DECISION)
        if page.form("/dang-xuat") is None:
            raise SystemExit(f"{self.person['name']} could not sign in")

    def _form_of(self, address: str) -> dict[str, str]:
        return dict(self.get(address, "sign in").forms[0].fields)

    def _ask(
        self, method: str, address: str, told: dict[str, str] | None, name: str, kind: str, extra: dict[str, str]
    ) -> Page:
        headers = {
            "Cookie": "; ".join(f"{key}={value}" for key, value in self._cookies.items()),
            "User-Agent": "Firefox/140 Linux",
            **extra,
        }
        body = None
        if told is not None:
            body = urlencode(told).encode()
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        start = time.perf_counter()
        self._connection.request(method, address, body, headers)
        response = self._connection.getresponse()
        text = response.read().decode("utf-8", "replace")
        wall = (time.perf_counter() - start) * 1000
        for cookie in response.headers.get_all("Set-Cookie", []):
            key, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[key] = value
        if self.recording:
            spent = dict(re.findall(r"(\w+);dur=([\d.]+)", response.headers.get("Server-Timing", "")))
            said = " ".join(re.findall(r"<h[12][^>]*>([^<]*)", text)[-2:]) if response.status >= 400 else ""
            told = (float(spent.get("app", 0)), float(spent.get("cpu", 0)), response.status, said)
            self.visits.append(Visit(kind, name, wall, *told))
        if response.status in (301, 302, 303):
            return self.get(response.headers["Location"], f"{name}, then the page", READING)
        return Page(text)


def one_time_code(secret: str, moment: float) -> str:
    """RFC 6238, as an app on a telephone does it."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(moment // 30)), "sha1")
    place = digest[-1] & 0x0F
    return f"{(int(struct.unpack('>I', digest[place : place + 4])[0]) & 0x7FFF_FFFF) % 10**6:06d}"


class Visitor:
    """Somebody at work: one act after another, as their role has them."""

    def __init__(self, session: Session, number: int, dice: random.Random) -> None:
        self.session, self.dice, self.number = session, dice, number
        self.role = session.person["role"]
        self.page: Page | None = None  # of the review, where somebody is just looking at a person
        self._filters = ""

    def acts(self) -> Iterator[None]:
        """Works on and on; a pause is due at every step."""
        weights = _ACTS[self.role]
        while True:
            act = self.dice.choices(list(weights), list(weights.values()))[0]
            yield from getattr(self, f"_{act}")()

    def _home(self) -> Iterator[None]:
        self.session.get("/", "home")
        yield

    def _plain(self, address: str, name: str) -> Iterator[None]:
        self.session.get(address, name)
        yield

    def _progress(self) -> Iterator[None]:
        return self._plain(self.dice.choice(["/tien-do", "/tien-do?so=beneficiaries"]), "progress")

    def _calendar(self) -> Iterator[None]:
        return self._plain("/lich", "calendar")

    def _log(self) -> Iterator[None]:
        return self._plain("/nhat-ky", "log")

    def _civil(self) -> Iterator[None]:
        return self._plain("/ho-tich", "civil")

    def _duplicates(self) -> Iterator[None]:
        return self._plain("/trung/children", "duplicates")

    def _hamlets(self) -> Iterator[None]:
        return self._plain("/thon", "hamlets")

    def _police(self) -> Iterator[None]:
        return self._plain("/cong-an", "police")

    def _upload(self) -> Iterator[None]:
        return self._plain("/tai-len", "upload")

    def _reports(self) -> Iterator[None]:
        return self._plain("/bao-cao", "reports")

    def _approvals(self) -> Iterator[None]:
        return self._plain("/cho-duyet", "approvals")

    def _review(self) -> Iterator[None]:
        """The queue, by one of its filters; every decider begins in another hamlet."""
        page = self.session.get("/ra-soat/children", "review")
        yield
        facets = [link for link in page.links if link.startswith("?")]
        by_hamlet = [link for link in facets if "thon=" in link]
        chosen = by_hamlet[self.number % len(by_hamlet)] if by_hamlet and self.dice.random() < 0.7 else None
        address = chosen or (self.dice.choice(facets) if facets else "")
        self.page = self.session.get(f"/ra-soat/children{address}", "review, filtered")
        yield

    def _next(self) -> Iterator[None]:
        """The person after this one, or before."""
        ways = [
            link for link in (self.page.links if self.page else []) if link.startswith("/ra-soat/") and "ho-so=" in link
        ]
        if not ways:
            yield from self._review()
            return
        self.page = self.session.get(self.dice.choice(ways), "review, next person")
        yield

    def _decide(self) -> Iterator[None]:
        """Accepts, sets aside, corrects, asks; sometimes takes it back."""
        if self.page is None or self.page.form("/quyet-dinh") is None:
            yield from self._review()
        form = self.page.form("/quyet-dinh") if self.page else None
        if form is None:
            return
        act = self._what(form)
        told = form.fields | {"act": act}
        if act == "edit":
            self._corrected(told)
        self.page = self.session.post(form.action, told, f"decision: {act}", DECISION, part=True)
        yield
        back = self.page.form("/hoan-tac/")
        if back is not None and self.dice.random() < 0.12:
            self.page = self.session.post(back.action, back.fields, "decision: undo", DECISION, part=True)
            yield

    def _what(self, form: Form) -> str:
        can = {value for name, value in form.buttons if name == "act"}
        wanted = {"accept": 50, "leave": 18, "edit": 16, "hamlet": 8, "police": 8}
        ways = {act: weight for act, weight in wanted.items() if act in can}
        return self.dice.choices(list(ways), list(ways.values()))[0]

    def _corrected(self, told: dict[str, str]) -> None:
        for name in ("value-mother_name", "value-father_name", "value-guardian_name"):
            if name in told:
                told[name] = (
                    f"Hoàng Thị {self.dice.choice(('Sen', 'Thơm', 'Xuân', 'Mận', 'Nụ'))} {self.dice.choice(('Hương', 'Hạnh', 'Hoa', 'Hồng'))}"
                )
                break
        told |= {"evidence": "Giấy khai sinh số 12/2016", "reason": "Gõ nhầm khi nhập"}

    def _search(self) -> Iterator[None]:
        """Types a name: every pause in typing asks the server; then the card of whom was found."""
        page, words = (
            self.session.get("/tim", "search page"),
            f"{self.dice.choice(_SYLLABLES)} {self.dice.choice(_GIVEN)}",
        )
        yield
        token = next(form.fields["csrfmiddlewaretoken"] for form in page.forms if "csrfmiddlewaretoken" in form.fields)
        for length in sorted({max(2, len(words) // 3), max(3, 2 * len(words) // 3), len(words)}):
            page = self.session.post(
                "/tim/nhanh",
                {"q": words[:length], "csrfmiddlewaretoken": token},
                "search while typing",
                READING,
                part=True,
            )
            time.sleep(0.3)
        cards = [link for link in page.links if link.startswith("/ho-so/")]
        if cards:
            yield
            self.session.get(self.dice.choice(cards), "person")
        yield

    def _answers(self) -> Iterator[None]:
        """The police type some answers of the first batch that still waits."""
        page = self.session.get("/cong-an", "police")
        yield
        address = next((link for link in page.links if link.endswith("/tra-loi")), None)
        if address is None:
            return
        page = self.session.get(address, "police answers")
        yield
        form = next((one for one in page.forms if any(name.startswith("result-") for name in one.fields)), None)
        if form is None:
            return
        for name in [one for one in form.fields if one.startswith("result-")][:3]:
            form.fields[name] = "Không tìm thấy"
        self.session.post(address, form.fields, "police: answers typed", DECISION)
        yield


_DECIDER = {
    "decide": 46,
    "next": 14,
    "review": 12,
    "search": 9,
    "home": 6,
    "progress": 3,
    "calendar": 2,
    "police": 2,
    "duplicates": 1,
    "log": 1,
    "civil": 1,
    "upload": 1,
    "approvals": 1,
    "reports": 1,
}
_FIELD = {"home": 25, "hamlets": 35, "search": 25, "progress": 10, "calendar": 5}
_COUNTS = {"home": 40, "progress": 40, "calendar": 20}
_ACTS: dict[str, dict[str, int]] = {
    "operator": _DECIDER,
    "culture": _DECIDER,
    "police": {"answers": 50, "police": 25, "home": 15, "search": 10},
    "registry": {"civil": 45, "search": 30, "home": 20, "progress": 5},
    "clinic": {"home": 25, "hamlets": 20, "upload": 20, "search": 35},
    "collaborator": _FIELD,
    "union": _FIELD,
    "leader": {"home": 30, "progress": 25, "calendar": 15, "reports": 15, "log": 5, "search": 10},
    "province": _COUNTS,
    "service_centre": _COUNTS,
}
