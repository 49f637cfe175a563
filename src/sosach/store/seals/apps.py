"""The key with which the home seals the rows of lists that leave the office."""

from django.apps import AppConfig


class App(AppConfig):
    """Named after its folder."""

    name = "sosach.store.seals"
    label = "seals"
