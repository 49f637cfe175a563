"""The mark on the other letter: hoà for hòa, thuý for thúy."""

from sosach.population.harm import untidiness
from sosach.registers.field import Kind

_OTHER_WAY = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "õa": "oã",
    "ọa": "oạ",
    "ùy": "uỳ",
    "úy": "uý",
    "ủy": "uỷ",
    "ụy": "uỵ",
}

UNTIDINESS = untidiness(__name__, Kind.NAME, lambda name: name.str.replace_many(_OTHER_WAY), share=0.2)
