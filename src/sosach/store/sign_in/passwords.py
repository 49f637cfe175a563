"""Which passwords are good enough, and how they are kept (Argon2id).

Length and rarity count, not kinds of letters, and nobody is made to change a password every half year: ASVS 5.0, 6.2.
"""

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from sosach.findings.notices import refused

LEAST = 10  # letters
_MOST = 200
_TELLING = ("sosach", "ubnd", "treem", "congan", "matkhau", "password")  # words that are tried first here


def refuse_weak(password: str, name: str) -> None:
    """Refuses what would be guessed.

    Args:
        password: as it was typed.
        name: of the account.

    Raises:
        Refused: it is too short, too long, well known, or leans on the name.
    """
    if not LEAST <= len(password) <= _MOST:
        raise refused("sign_in_password_length", least=LEAST)
    plain = password.casefold()
    rest = plain
    for word in (*_TELLING, *name.casefold().split()):
        rest = rest.replace(word, "")
    if len(rest.strip("0123456789 .@!")) < 4 or len(set(plain)) < 5:
        raise refused("password_guessed")
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError as failure:
        raise refused("password_guessed") from failure


def kept(password: str) -> str:
    """What is kept of a password."""
    return make_password(password)


def is_right(password: str, encoded: str | None) -> bool:
    """Whether it is the one; takes as long when there is none, so that time does not tell who has an account."""
    if encoded is None:
        make_password(password)
        return False
    return check_password(password, encoded)
