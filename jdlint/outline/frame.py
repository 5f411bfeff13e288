"""Recognises what frames a job description: approval blocks, visas, acquaintance sheets, contents, site text."""

from __future__ import annotations

import re
from functools import lru_cache

from jdlint.deferred import regex
from jdlint.outline.naming import LONGEST_TITLE
from jdlint.outline.wording import Wordings, plain

APPROVAL_BEGINS = Wordings("""
    генеральн*? директор*|руководител*|начальник*|председател*|ректор*|заведующ*|президент*|глава|главы|главный|главного
    приложени*
    к трудовому договору
    к приказу
    приказ*|протокол* от
    г
""")
APPROVAL_SAYS = Wordings("""
    утвержда*|утвержден*|согласован*|подпись|расшифровка|фамилия|инициалы|визы|профсоюз*|уполномоченн*
    ооо|оао|зао|пао|ао|гбу|гуп|муп|гку|мбоу|мбдоу|мкоу|маоу|гбоу|фгбоу|фгуп|фгбу|гбуз|тоо|ип|чуп|уп|руп
    общество|учреждени*|министерств*|администраци*|департамент*|федеральн*|муниципальн*|государственн*|компани*|предприяти*|организаци*
    орган юридического
    наименование|дата|место
""")
APPROVAL_FORMS = regex(
    r"""_{3,} | №\s*[\d_] | \bот\s+[«"_\d] | \bм\.\s?п\. | \bф\.\s?и\.\s?о | (?:19|20)\d\d\s*г
    | ^\W*(?:(?:19|20)\d\d[./-]\d\d[./-]\d\d|\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2})\W*(?:г\.?)?\W*$
    | [«"]\s*[_\d\s]*[»"]\s*_ | «\s*\d+\s*»""",
    re.VERBOSE,
)
SIGNATURES = Wordings("""
    руководитель структурного подразделения
    наименование должности руководителя
    согласован*|визы|разработчик|составил*|юрисконсульт|подпись|фамилия|разработал*
    инструкци* согласован*|разработал*|составил*
    лист согласования|ознакомления
    начальник отдела кадров
    начальник юридическ*
    специалист по кадрам
    ф и о
    фио
""")
SIGNATURE_FORMS = regex(r"\W*(?:дата\W*(?:_|$)|[«\"]\s*_+\s*[»\"]|_{5,}|«\s*\d{1,2}\s*»)|_{5,}")
ACQUAINTANCE_BEGINS = Wordings("""
    с|c? _3 инструкци*|регламент* _2 ознакомлен|ознакомлена|ознакомлены|ознакомился
    ознакомлен|ознакомлена|ознакомлены|ознакомился
    до сведения доведен*
    должностная|рабочая? инструкция _3 получена|вручена|выдана
    экземпляр|копия должностн*|рабоч*? инструкции на? руки? мне|мной|мною|работником|работнику? получен*|вручен*|выдан*
    экземпляр|копия мне|мной|мною получен*|вручен*|выдан*
    инструкцию|экземпляр|копию инструкции? получил*|прочитал*|прочел|прочла|изучил*
    получил*|прочитал*|прочел|прочла и? инструкци*|экземпляр*|копию
    получил*|прочитал*|прочел|прочла _3 инструкци*
""")
ACQUAINTANCE_SAYS = Wordings("""
    экземпляр _4 получил*
    экземпляр _4 на руки
    инструкцию|копию _3 получил*
    лист ознакомления
""")
ACQUAINTANCE_SIGNS = (
    "ознаком",
    "сведения",
    "экземпляр",
    "получ",
    "вручен",
    "выдан",
    "проч",
    "изучил",
)  # no wording above is without one
CLOSING = Wordings("""
    настоящ*|данн*? должностн*? инструкция|регламент _12 разработан*|составлен*|вступа*|действу*|хран*
""")
CONTENTS = Wordings("содержание|оглавление")
SITE = Wordings("""
    https|http|www|copyright|браузер*|скачать|комментарий|комментарии|комментариев|форум*|модератор*|ссылк*|войти|cookie|javascript|cms
    на|разделы|материалов|наш*|этого|с сайт*
    нравится|понравил*|поделиться|поделись|поделитесь|рейтинг|просмотров|просмотры|просмотра|опубликован*|теги|похожие|читайте|бесплатн*|позвоните|дневник
    категория|категории инструкции|бланки|документы|статьи
    другие статьи|документы|материалы
    смотрите также
    вложений|вложения
    поиск по
    в избранное
    версия для печати
    наверх|распечатать|ответить|цитировать|корзин*|купить|заказать|автор
    подписаться|подписка
    задать вопрос
    отзывы|отзывов
    юрист* онлайн
    консультаци* юриста
    регистраци* на
    сообщение|сообщения потому
""")
SITE_FORMS = regex(r"©|\+7\s?\(|\w\.(?:ru|com|by|kz|рф)\b|\bглавная\s*[/|>»]")
BLANK_ONLY = regex(r"[\s_.…/\\«»\"()№,:;*-]*")


def opens_approval(text: str) -> bool:
    """Whether a line is the head of an approval block: «УТВЕРЖДАЮ», «У Т В Е Р Ж Д Е Н О»."""
    return len(text) <= LONGEST_TITLE and plain(text).replace(" ", "").strip('«"').startswith(
        ("утверждаю", "утвержден")
    )


@lru_cache(maxsize=32768)
def is_approval(text: str) -> bool:
    if len(text) > LONGEST_TITLE:
        return False
    said = APPROVAL_BEGINS.begin(text) or APPROVAL_SAYS.occur(text) or opens_approval(text)
    return said or is_blank(text) or bool(APPROVAL_FORMS.search(plain(text)))


@lru_cache(maxsize=32768)
def is_signature(text: str) -> bool:
    return len(text) <= LONGEST_TITLE and (SIGNATURES.begin(text) or bool(SIGNATURE_FORMS.match(plain(text))))


@lru_cache(maxsize=32768)
def is_acquaintance(text: str) -> bool:
    begins = text[:LONGEST_TITLE]
    low = plain(begins)
    if not any(sign in low for sign in ACQUAINTANCE_SIGNS):
        return False  # most clauses end here
    return ACQUAINTANCE_BEGINS.begin(begins) or ACQUAINTANCE_SAYS.occur(begins)


def is_closing(text: str) -> bool:
    """«Инструкция разработана в соответствии с …»: the last clause of many templates."""
    return CLOSING.begin(text[:LONGEST_TITLE])


def is_contents(text: str) -> bool:
    return CONTENTS.are(text)


@lru_cache(maxsize=32768)
def is_site_text(text: str) -> bool:
    """Menus, adverts, counters, forum signatures: text of the page round a job description."""
    return SITE.occur(text) or bool(SITE_FORMS.search(plain(text)))


def is_blank(text: str) -> bool:
    """Only underscores, dots, dashes and the like."""
    return BLANK_ONLY.fullmatch(text) is not None
