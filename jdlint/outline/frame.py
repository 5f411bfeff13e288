"""Recognises what frames a job description: titles, approval blocks, visas, acquaintance sheets, site text."""

from __future__ import annotations

import re
from functools import lru_cache

from jdlint.deferred import regex
from jdlint.outline.guides import is_guide
from jdlint.outline.headings import has_verb
from jdlint.outline.wording import Wordings, plain, said_in, words_of

LONGEST_TITLE = 250  # characters
LONGEST_NAME_BEFORE = 10  # words of a post that may stand before «должностная инструкция»

TYPE = Wordings("""
    должностная рабоч*? инструкция
    инструкция должностная
    должностной регламент
    рабочая|производственная|производственно-должностная|рабоче-должностная инструкция
    проект|образец|форма|шаблон|текст должностной инструкции
""")
BARE_TYPE = Wordings("""
    инструкция
    регламент государственн*|муниципальн*
""")
PLURAL_TYPE = Wordings("должностные|рабочие инструкции|обязанности")
# «Инструкция по охране труда» and the like name another document.
OTHER_TYPE = Wordings("""
    приказ|распоряжение|постановление|договор|соглашение|правила|устав|политика|протокол|акт|справка|резюме|вакансия|заявление|контракт|кодекс
    трудовой договор
    положение о|об|по
    регламент
    инструкция по|о|об
    инструкция _2 безопасност*|охраны|охране
    квалификационный справочник
    единый тарифно-квалификационный|квалификационный
""")
BEFORE_TYPE = Wordings("""
    типовая|примерная|образец|твоя|ваша|наша
    приложение
""")
SENTENCE_ABOUT = Wordings("""
    что такое|нужно|должно|входит|учесть|писать|включить|указать
    как составить|написать|правильно|разработать
    разработан*|составлен*|утвержден*|призван*|вступа*|содержи*|содержа*|прописыва*|хранит*|пересматрива*|необходим*|располага*|явля*|определя*|распространя*
    устанавлива*|регламентиру*|имеет|выда*|подписыва*|изучен*|ознакомлен*|получил*|согласован*|определен*|скачать|пример
    документ который
    это
""")
POST_FIELD = regex(
    r"\W*(?:(?:наименование|название)\s+)?должност[ьи](?:\s*\((?!и\b)[^)]*\))?(?:\s*[:|]\s*|\t\s*|\s{3,})\S",
    re.IGNORECASE,
)
BARE_POST_FIELD = regex(r"\W*(?:(?:наименование|название)\s+)?(?:должност[ьи]|професси[яи])(?:\s*\([^)]*\))?\W*")
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
    инструкцию|экземпляр|копию инструкции? получил*|прочитал*|прочел|прочла
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
WIDE_GAP = regex(r"\s(?:(?<=\t)|\s{2,})")
SPACED_LETTERS = regex(r"(?<!\w)(?:\w ){4,}\w(?!\w)")
CELL = regex(r"\S(?:[^\t]*?\S)??(?=\t|\s{3,}|\s*$)")
PIPED_CELL = regex(r"[^\s|](?:[^\t|]*?[^\s|])??(?=\t|\s{3,}|\s*\||\s*$)")
NO_POST = regex(
    r"""\W*(?:(?:от\s+)?[\d./\s-]*(?:г\.?\s*)?(?:№|n)\s*\S+ | (?:от\s+)?\d[\d./\s-]*(?:г\.?)? | г\.\s?\w+
    | (?=\S*\d)[a-zа-я\d]{1,6}(?:[-./][a-zа-я\d]{1,6}){1,4}
    | \(?(?:типовая|примерная|образец|форма|место\s+составления|дата)\)?
    | (?:издание|редакция|ред|версия|экземпляр|экз|лист|листов|страница|стр|код|шифр|индекс|дата\s+\w+)\b
      [\s:.№]*[\w./-]*(?:\s+(?:из|на)\s+\d+)?(?:\s+лист\w*)?
    | (?:взамен|введен\w*|действует|срок\s+действия)\b.{0,50})\W*""",
    re.VERBOSE,
)


@lru_cache(maxsize=32768)
def names_itself(text: str) -> tuple[int, int] | None:
    """Where «должностная инструкция» (регламент, рабочая инструкция) stands in the plain left column of a title.

    None where the words stand in a sentence about a job description, or not at all.
    """
    low = plain(text)
    if not ("нструкци" in low or "егламент" in low or "н с т р у к ц и" in low) or len(low) > 2 * LONGEST_TITLE:
        return None  # most lines end here
    low = title_column(text)
    found = find_type(low)
    if found is None or len(low) > LONGEST_TITLE or _is_about_one(_before_tail(low)):
        return None
    start, end = found
    return (start, end) if _frames_a_title(low, start, end) else None


def title_column(text: str) -> str:
    """The plain form of a line's left column without blanks: a title apart from the approval block beside it."""
    low = plain(left_column(text)).replace("_", " ").strip()
    return SPACED_LETTERS.sub(lambda match: match[0].replace(" ", ""), low)


def left_column(text: str) -> str:
    """The words before a wide gap: titles often share their lines with the approval block («… УТВЕРЖДАЮ»).

    In a header row («Холдинг», a tab, «Должностная инструкция», a tab, «ДИ-01») it is the cell that names the type.
    """
    begin, end = title_cell(text)
    return text[begin:end]


@lru_cache(maxsize=32768)
def title_cell(text: str) -> tuple[int, int]:
    """Where the left column of a line stands, or the cell of a header row that says what the document is."""
    if text.count("|") < 2 and not WIDE_GAP.search(text):
        begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return (begin, end) if begin < end else (0, len(text))
    cell_form = PIPED_CELL if text.count("|") > 1 else CELL
    cells = [match.span() for match in cell_form.finditer(text)] or [(0, len(text))]
    if len(cells) > 1 and not _says_type(text[slice(*cells[0])]):
        return next((cell for cell in cells[1:] if _says_type(text[slice(*cell)])), cells[0])
    return cells[0]


def _says_type(cell: str) -> bool:
    """Whether a cell begins with «должностная инструкция»."""
    return TYPE.begin(cell)


@lru_cache(maxsize=32768)
def is_other_type(text: str) -> bool:
    """Whether a line is the title of another kind of document: an order, a contract, a regulation."""
    if len(text) > LONGEST_TITLE:
        return False
    return is_guide(text) or (OTHER_TYPE.begin(text) and not TYPE.occur(text))


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


def names_several(text: str) -> bool:
    """«Должностные инструкции модераторов»: a title in the plural, which menus use too."""
    return len(text) <= LONGEST_TITLE and PLURAL_TYPE.begin(text)


def is_type_alone(text: str) -> bool:
    """«ДОЛЖНОСТНЫЕ ОБЯЗАННОСТИ» and nothing else: the post stands on the next line."""
    return PLURAL_TYPE.are(text)


def is_post_field(text: str) -> bool:
    """«Должность: кассир», with a colon, a tab or a wide gap."""
    return POST_FIELD.match(text) is not None


def is_bare_post_field(text: str) -> bool:
    """«Должность» and nothing else: the left cell of a row whose right one names the post."""
    return BARE_POST_FIELD.fullmatch(plain(text)) is not None


def is_contents(text: str) -> bool:
    return CONTENTS.are(text)


@lru_cache(maxsize=32768)
def is_site_text(text: str) -> bool:
    """Menus, adverts, counters, forum signatures: text of the page round a job description."""
    return SITE.occur(text) or bool(SITE_FORMS.search(plain(text)))


def is_blank(text: str) -> bool:
    """Only underscores, dots, dashes and the like."""
    return BLANK_ONLY.fullmatch(text) is not None


def find_type(text: str) -> tuple[int, int] | None:
    """Where «должностная инструкция» or a name like it stands in a text, sentence or not."""
    words, said = words_of(text), said_in(text)
    for position, word in enumerate(words):
        end = TYPE.end_at(said, position)
        if end > 0:
            return word.start, words[end - 1].end
    end = BARE_TYPE.end_at(said, 0)
    if end > 0 and (end == len(words) or end > 1 or text[words[0].end :].lstrip()[:1] in ('"', "«")):
        return words[0].start, words[end - 1].end
    return None


def _is_about_one(low: str) -> bool:
    if "?" in low or is_guide(low):
        return True
    return OTHER_TYPE.begin(low) and not BARE_TYPE.begin(low) or SENTENCE_ABOUT.occur(low)


def _frames_a_title(low: str, start: int, end: int) -> bool:
    """A title begins or ends with the words, save for a number, «типовая», quotes or the post before them."""
    before = low[:start].strip(' "«»,.:–—-*#')
    after = re.sub(r"\([^)]*\)\s*$", "", low[end:]).strip(' "«»,.:–—-*')
    if not before or BEFORE_TYPE.begin(before) or re.fullmatch(r"(?:№\s*)?\d+", before):
        return not re.search(r"[.!]\s+\w+\s+\w+\s+\w+", after)
    if after or has_verb(before) or len(before.split()) > LONGEST_NAME_BEFORE:
        return False
    return not re.search(r"\b(?:настоящ|данн|эт|сво|с|в|по|к)\w{0,4}$", before)


def _before_tail(low: str) -> str:
    """A title without the tail that a site appends to it («… - ФОРУМ ПО …»)."""
    return re.split(r"\s[-|]\s", low)[0]
