"""The registers: imports, persons and their current values."""

from django.apps import AppConfig


class App(AppConfig):
    """Named after its folder."""

    name = "sosach.store.registers"
    label = "registers"
