"""All addresses: found by walking the folder of pages, each module of which declares its own."""

import importlib
import pkgutil

from django.urls import path

import sosach.web.pages as room
from sosach.web.frame.page import pages

for found in sorted(module.name for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")):
    importlib.import_module(found)

urlpatterns = [path(page.route, page.view, name=page.name) for page in pages()]

handler404 = "sosach.web.frame.refusals.not_here"
handler400 = "sosach.web.frame.refusals.not_understood"
handler500 = "sosach.web.frame.refusals.broken"
