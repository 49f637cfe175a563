"""How people prove who they are: passwords, one-time codes, sessions, lock-out."""

from django.apps import AppConfig


class App(AppConfig):
    """Named after its folder."""

    name = "sosach.store.sign_in"
    label = "sign_in"
