"""The page in a web archive (MHTML): what Confluence and Word's «single file web page» save, often as .doc."""

from __future__ import annotations

import re

from jdlint.deferred import regex
from jdlint.model import ReadError

HOLDS_PARTS = regex(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
MAX_PARTS_IN_PARTS = 20  # the parser of mail calls itself for each


def page_in(data: bytes) -> tuple[str, bytes]:
    """Its content type (text/html or text/plain) and its bytes, UTF-8 where the archive says what they are.

    Raises ReadError where there is no page.
    """
    from email import message_from_bytes  # 15 ms that hardly any file needs

    if len(HOLDS_PARTS.findall(data)) > MAX_PARTS_IN_PARTS:
        raise _damaged("его части вложены слишком глубоко", "its parts are nested too deeply")
    parts = [(part.get_content_type(), part) for part in message_from_bytes(data).walk() if not part.is_multipart()]
    for wanted in ("text/html", "text/plain"):
        for kind, part in parts:
            content = part.get_payload(decode=True)
            if kind == wanted and isinstance(content, bytes) and content.strip():
                return kind, _recoded(content, part.get_content_charset())
    raise _damaged("в нём нет самой страницы", "it holds no page")


def _recoded(content: bytes, charset: str | None) -> bytes:
    try:
        return content.decode(charset or "ascii").encode()
    except (LookupError, ValueError):
        return content  # the page may say it itself


def _damaged(ru: str, en: str) -> ReadError:
    return ReadError("damaged", f"Веб-архив (MHTML) повреждён: {ru}", f"The web archive (MHTML) is damaged: {en}")
