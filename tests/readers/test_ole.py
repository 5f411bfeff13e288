"""A file of the old Office that is shorter than its own table says is cut, and so it is said."""

from __future__ import annotations

import struct

import pytest

from jdlint.readers._sniff import sniff
from tests.readers.test_office import refusal

NAME = "WordDocument".encode("utf-16-le")
FREE, CHAIN_END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def old_word(sectors: int, size: int = 512, unused: int = 0) -> bytes:
    """An OLE file of so many sectors: first its table, then the names; the last ones may be in no use."""
    power = size.bit_length() - 1
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, power, 6)
    entries = size // 4
    tables = -(-sectors // entries)
    head = header.ljust(44, b"\0") + struct.pack("<2L", tables, tables) + bytes(16)
    head += struct.pack("<2L", CHAIN_END, 0) + struct.pack("<109L", *range(tables), *[FREE] * (109 - tables))
    used = [TABLE] * tables + [CHAIN_END] * (sectors - tables - unused)
    fat = struct.pack(f"<{tables * entries}L", *used, *[FREE] * (tables * entries - len(used)))
    return head.ljust(size, b"\0") + fat + NAME.ljust(size * (sectors - tables), b"x")


@pytest.mark.parametrize(("sectors", "size"), [(6, 512), (128, 512), (129, 512), (300, 512), (5, 4096)])
def test_a_whole_file_is_known_by_its_names_and_a_cut_one_is_cut(sectors: int, size: int) -> None:
    whole = old_word(sectors, size)
    assert sniff(whole) == "ole-doc"
    for length in (100, 512, len(whole) // 2, len(whole) - size):
        assert sniff(whole[:length]) == "cut"


def test_sectors_in_no_use_and_the_rest_of_the_last_one_may_be_lost() -> None:
    assert sniff(old_word(40, unused=3)[: -3 * 512]) == "ole-doc"
    assert sniff(old_word(40)[:-500]) == "ole-doc"


def test_a_list_of_the_table_that_goes_on_beyond_the_end_is_cut() -> None:
    data = bytearray(old_word(6))
    data[68:72] = (900).to_bytes(4, "little")
    assert sniff(bytes(data)) == "cut"


def test_a_list_of_the_table_that_bites_its_tail_ends() -> None:
    data = bytearray(old_word(6))
    data[68:72] = (3).to_bytes(4, "little")
    data[4 * 512 : 5 * 512] = struct.pack("<128L", *[FREE] * 127, 3)
    assert sniff(bytes(data)) == "ole-doc"


@pytest.mark.parametrize("path", ["должность.doc", "должность.docx"])
def test_the_reason_is_that_the_end_is_lost(path: str) -> None:
    refused = refusal(old_word(40)[:9000], path)
    assert (refused.kind, "обрезан" in refused.reason["ru"]) == ("damaged", True)
