"""`python -m sosach` and the command `sosach`."""

import signal
import sys

# Ways in which a system asks a command to end; they end it as Ctrl-C does, so that nothing half-done is left behind.
_ASKED_TO_END = ("SIGTERM", "SIGHUP")


def main() -> int:
    """Runs the command line; the exit code is 0 done, 1 a check did not hold, 2 input or usage that cannot be used."""
    from sosach.cli.allocator import keep_pages

    keep_pages()  # before anything loads Polars
    from sosach.cli.main import run

    for name in _ASKED_TO_END:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # `nohup` asks to be left alone
            signal.signal(number, signal.default_int_handler)
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
