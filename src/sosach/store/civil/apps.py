"""The births book beside the register of children: who is who, and what becomes of the differences."""

from django.apps import AppConfig


class App(AppConfig):
    """Named after its folder."""

    name = "sosach.store.civil"
    label = "civil"
