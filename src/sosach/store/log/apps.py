"""The log: every change as an event, in a chain that shows when somebody has altered it."""

from django.apps import AppConfig


class App(AppConfig):
    """Named after its folder."""

    name = "sosach.store.log"
    label = "log"
