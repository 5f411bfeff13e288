"""A rule to begin with: a commented file that passes its own examples, one for every kind that people write."""

from __future__ import annotations

from pathlib import Path

from jdlint.model import JdlintError
from jdlint.packs.rulefile import is_code
from jdlint.records import unknown

CODE = "XXX000"
"""What stands in the templates for the code, and in small letters at the end of the name, which is nobody else's."""

_FOLDER = Path(__file__).with_name("templates")


def template(code: str, kind: str, name: str) -> str:
    """What stands in the file, called `name`, of a new rule.

    Raises JdlintError where the code is none, or where nobody has written such a beginning.
    """
    if not is_code(code):
        raise JdlintError(f"{code!r}: код, это три латинские буквы и три цифры: FRM001 / a code such as FRM001")
    known = tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))
    if kind not in known:
        raise JdlintError(" / ".join(unknown("нет заготовки вида", "no template of the kind", kind, known)))
    text = (_FOLDER / f"{kind}.yaml").read_text("utf-8")
    return text.replace(f" {CODE}.yaml", f" {name}").replace(CODE, code).replace(CODE.lower(), code.lower())
