"""Acts and bodies: a reference planted in a clean document is the one finding of its rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planting import Clean
from tests.reports import told_of
from tests.test_planted_defects import CLEAN
from tests.test_planted_defects_of_text import added

PLANTED = (
    ("LAW001", "Проходит медицинский осмотр по приказу Минздравсоцразвития России от 12.04.2011 № 302н."),
    ("LAW001", "Оформляет документы по ГОСТ Р 6.30-2003."),
    ("LAW002", "Сообщает о кражах в милицию."),
    ("LAW003", "Соблюдает Трудовой кодекс Республики Казахстан."),
    ("LAW004", "Соблюдает порядок, установленный приказом Минтруда России."),
    ("LAW005", "Проходит медицинский осмотр в соответствии со ст. 213 ТК РФ."),
)


@pytest.mark.parametrize(("rule", "words"), PLANTED)
@pytest.mark.parametrize("clean", CLEAN, ids=lambda one: one.name)
def test_a_planted_reference_is_the_only_finding(clean: Clean, rule: str, words: str, tmp_path: Path) -> None:
    planted = added(clean, rule, "duties", words)
    assert told_of(planted.draft.text, rule, tmp_path / clean.file) == [(rule, planted.line)]
