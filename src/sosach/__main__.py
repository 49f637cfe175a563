"""`python -m sosach` and the command `sosach`."""

import sys


def main() -> int:
    """Runs the command line; the exit code is 0 done, 1 a check did not hold, 2 input or usage that cannot be used."""
    from sosach.cli.allocator import keep_pages
    from sosach.cli.main import run

    keep_pages()
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
