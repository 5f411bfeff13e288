"""Lines of the frame are known by their words, and other lines are passed over by a quick look alone."""

from __future__ import annotations

import pytest

from jdlint.outline.frame import ACQUAINTANCE_SIGNS, is_acquaintance

ACQUAINTED = (
    "С инструкцией ознакомлен: ____",
    "C должностной инструкцией под роспись ознакомлена",
    "С регламентом ОЗНАКОМЛЕНЫ",
    "Ознакомился: Петров",
    "До  сведения доведено",
    "Экземпляр инструкции на руки получил",
    "экземпляр инструкции на руки",
    "Копию инструкции получила",
    "Инструкцию на руки получил",
    "Лист ознакомления",
    "Инструкция получена: ____",
    "Должностная инструкция работнику вручена ____",
    "Копия инструкции выдана ____",
    "Инструкцию прочла, обязуюсь соблюдать ____",
    "Инструкцию изучил: ____________ Петров",
)


@pytest.mark.parametrize("line", ACQUAINTED)
def test_acquaintance_is_known_by_its_words(line: str) -> None:
    assert is_acquaintance(line)


@pytest.mark.parametrize(
    "line",
    [
        "Знакомит работников с инструкцией",
        "Ведёт лист учёта",
        "Доводит до сведения директора",
        "Получил премию",
        "Инструкция по охране труда выдаётся под роспись.",
        "Экземпляр договора выдан клиенту.",
        "Получает экземпляр договора.",
        "Прочитал заявку.",
    ],
)
def test_a_duty_is_no_acquaintance(line: str) -> None:
    assert not is_acquaintance(line)


@pytest.mark.parametrize("sign", ACQUAINTANCE_SIGNS)
def test_every_sign_is_needed(sign: str) -> None:
    assert any([one for one in ACQUAINTANCE_SIGNS if one in line.lower()] == [sign] for line in ACQUAINTED)
