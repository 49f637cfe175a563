"""What goes back into the national software, and what the software made of it."""

from django.apps import AppConfig


class App(AppConfig):
    """Named after its folder."""

    name = "sosach.store.upload"
    label = "upload"
