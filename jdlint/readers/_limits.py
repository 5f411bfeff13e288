"""How long a text may be: a reader stops at the limit, before a huge file has taken all the time and memory."""

from __future__ import annotations

from jdlint.model import ReadError

MAX_LINES = 200_000
"""Where nobody says less."""

LONG = 50
"""A line counts as one more for so many characters: what reads lines takes time for each, and for what is in them."""


def too_many_lines(most: int) -> ReadError:
    shown = f"{most:,}"
    return ReadError(
        "too-large",
        f"Текст длиннее {shown.replace(',', ' ')} строк (длинная считается за несколько, по {LONG} знаков). "
        "Разделите файл или поднимите предел lines в разделе [limits] настроек jdlint.toml",
        f"The text is longer than {shown} lines (a long one counts as several, {LONG} characters each). "
        "Split the file, or raise lines under [limits] in the configuration jdlint.toml",
    )
