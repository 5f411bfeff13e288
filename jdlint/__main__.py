"""`python -m jdlint` does what the command `jdlint` does."""

from jdlint.cli import run

if __name__ == "__main__":
    run()
