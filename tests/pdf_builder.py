"""Builds PDF files by hand: pages of words at places, so that no other program is needed.

    pdf([(72, 780, "1. Общие положения"), (72, 760, "1.1. Кассир ведёт кассу.")])

A page is a list of (x, y, words); letters are `WIDTH` points wide, whatever they are, and `SIZE` points high.
The font has no shapes, so PDFium takes the same words at the same x, one after another, for the same words printed twice.
"""

from __future__ import annotations

from collections.abc import Sequence

SIZE = 12
WIDTH = 6
HEIGHT = 842

Words = tuple[float, float, str]

TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Letters def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end"""
FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Letters /Encoding /Identity-H /DescendantFonts [ << /Type /Font "
    "/Subtype /CIDFontType2 /BaseFont /Letters /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    f"/DW {WIDTH * 1000 // SIZE} /FontDescriptor << /Type /FontDescriptor /FontName /Letters /Flags 4 "
    "/FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >> ] "
    "/ToUnicode 4 0 R >>"
)
PICTURE = b"q 500 0 0 700 40 60 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"


def pdf(*pages: Sequence[Words] | bytes) -> bytes:
    """A page given as bytes is its content stream as it is."""
    first = 5
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        FONT.encode(),
        _stream(TO_UNICODE),
    ]
    for number, page in enumerate(pages):
        content = page if isinstance(page, bytes) else b"\n".join(_shown(*words) for words in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Contents {first + 2 * number + 1} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(content))
    return _file(objects)


def _shown(x: float, y: float, words: str) -> bytes:
    codes = words.encode("utf-16-be").hex().upper()
    return f"BT /F {SIZE} Tf {x} {y} Td <{codes}> Tj ET".encode()


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content)


def _file(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
