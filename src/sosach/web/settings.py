"""Django's settings for the pages, on top of those of the database.

Read from the environment: `SOSACH_HTTPS` (the pages are reached through TLS: cookies are secure, HTTP is turned away),
`SOSACH_HOSTS` (further names by which they are reached, with commas between). The key that signs cookies lies in the
home; `serving` brings it. `SOSACH_TIMING` is for measurements, see `frame.timing`.
"""

import os
from pathlib import Path

from sosach.store.settings import DATABASES, DEFAULT_AUTO_FIELD, INSTALLED_APPS, PASSWORD_HASHERS, SOSACH_HOME

__all__ = ["DATABASES", "DEFAULT_AUTO_FIELD", "PASSWORD_HASHERS", "SOSACH_HOME"]

_ROOM = Path(__file__).parent
HTTPS = os.environ.get("SOSACH_HTTPS", "") == "1"

DEBUG = False
SECRET_KEY = "replaced by that of the home when the pages are served, which no other home shares"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *filter(None, os.environ.get("SOSACH_HOSTS", "").split(","))]

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.staticfiles"]

ROOT_URLCONF = "sosach.web.urls"
WSGI_APPLICATION = "sosach.web.wsgi.application"
APPEND_SLASH = False  # every address is written as it is

MIDDLEWARE = [
    *(["sosach.web.frame.timing.timing"] if os.environ.get("SOSACH_TIMING", "") == "1" else []),
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sosach.web.frame.headers.headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "sosach.web.frame.signed_in.signed_in",
    "sosach.web.frame.refusals.refusals",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# A page's templates lie beside its view.
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_ROOM / "frame" / "templates", _ROOM / "pages"],
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "sosach.web.frame.around.around"],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "sosach.web.frame.templatetags.desk",
            ],
            "libraries": {"desk": "sosach.web.frame.templatetags.desk"},
        },
    }
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [_ROOM / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True  # straight from the package: nothing has to be collected
WHITENOISE_AUTOREFRESH = False

LANGUAGE_CODE = "vi"
USE_I18N = True
LOCALE_PATHS = [_ROOM / "locale"]
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
FORMAT_MODULE_PATH = ["sosach.web.formats"]
USE_THOUSAND_SEPARATOR = True

# Sessions: in the database, ended after a quarter of an hour without a sign of life, at the latest after a working day.
SESSION_ENGINE = "sosach.store.sign_in.session_store"
SESSION_COOKIE_AGE = 15 * 60
SESSION_LONGEST = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sosach" if HTTPS else "sosach"
CSRF_COOKIE_NAME = "__Host-sosach-csrf" if HTTPS else "sosach-csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "sosach.web.frame.refusals.forged"

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# On 127.0.0.1 nothing leaves the machine, and there is no certificate for it.
SILENCED_SYSTEM_CHECKS = [] if HTTPS else [f"security.W{number}" for number in ("004", "008", "011", "012", "016")]

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 << 20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

# What goes wrong is written down without what was asked for: addresses carry no personal data, values are not logged.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.request": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "sosach.web": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
