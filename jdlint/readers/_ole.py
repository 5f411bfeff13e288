"""The container of .doc and .xls ([MS-CFB]): a small file system, whose table tells how long the file must be."""

from __future__ import annotations

from array import array
from sys import byteorder

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = 512
LITTLE_ENDIAN = b"\xfe\xff"
SECTOR_SIZES = {9: 512, 12: 4096}  # by the power of two that the header names
TABLE_LIST = 76  # in the header, the first sectors of the table
MORE_TABLE_LIST = 68  # in the header, the sector in which the list goes on
FREE = 0xFFFFFFFF
LAST_SECTOR = 0xFFFFFFFA  # what is greater is no sector but a sign


def is_cut(data: bytes) -> bool:
    """Whether a sector in use lies wholly beyond the end of the file. False where the header makes no sense."""
    if len(data) < HEADER:
        return True
    size = SECTOR_SIZES.get(int.from_bytes(data[30:32], "little"))
    if size is None or data[28:30] != LITTLE_ENDIAN:
        return False
    there = (len(data) - 1) // size  # sectors, the first of which stands behind one with the header
    table = _table_sectors(data, size, there)
    if table is None or any(sector >= there for sector in table):
        return True
    for place, sector in reversed(list(enumerate(table))):
        entries = _numbers(data, (sector + 1) * size, size // 4)
        used = next((at for at in range(len(entries) - 1, -1, -1) if entries[at] != FREE), None)
        if used is not None:
            return place * (size // 4) + used >= there
    return False


def _table_sectors(data: bytes, size: int, there: int) -> list[int] | None:
    """The sectors of the table in order; None where the list of them is cut off."""
    found = list(_numbers(data, TABLE_LIST, (HEADER - TABLE_LIST) // 4))
    following = int.from_bytes(data[MORE_TABLE_LIST : MORE_TABLE_LIST + 4], "little")
    for _ in range(there // (size // 4) + 1):
        if following > LAST_SECTOR:
            break
        if following >= there:
            return None
        *more, following = _numbers(data, (following + 1) * size, size // 4)
        found += more
    return [sector for sector in found if sector <= LAST_SECTOR]


def _numbers(data: bytes, start: int, count: int) -> array[int]:
    numbers = array("I", data[start : start + count * 4].ljust(count * 4, b"\xff"))
    if byteorder == "big":
        numbers.byteswap()
    return numbers
