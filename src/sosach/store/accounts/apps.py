"""Whose campaign it is, who takes part, and who may do what."""

from django.apps import AppConfig


class App(AppConfig):
    """Named after its folder."""

    name = "sosach.store.accounts"
    label = "accounts"
