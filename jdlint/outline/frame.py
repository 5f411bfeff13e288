"""Recognises what frames a job description: titles, approval blocks, visas, acquaintance sheets, site text around it."""

from __future__ import annotations

import re
from functools import lru_cache

from jdlint.outline.headings import VERB, plain

LONGEST_TITLE = 250  # characters

TYPE = re.compile(
    r"\bдолжностная\s+(?:\(\s*рабоч\w+\s*\)\s+)?инструкция|\bдолжностной\s+регламент\b|\bинструкция\s+\(?должностная\)?|"
    r"\b(?:проект|образец|форма|шаблон|текст)\s+должностной\s+инструкции|\bдолжностные\s+обязанности\s+и\s+инструкция|"
    r"\b(?:рабочая|производственная)\s+инструкция|\b(?:производственно|рабоче)-должностная\s+инструкция|"
    r"^\W*инструкция\W*$|^\W*инструкция\s+[\"«]|^\W*регламент\s+(?:государственн|муниципальн)"
)
# «Инструкция по охране труда» and the like name another document.
OTHER_TYPE = re.compile(
    r"^\W*(?:приказ|распоряжение|постановление|трудовой\s+договор|договор|соглашение|положение\s+(?:об?|по)|правила|регламент\b(?!\s+(?:государ|муницип|служ))|"
    r"инструкция\s+(?:по|о|об)\s|инструкция\s+\w+\s+(?:и\s+\w+\s+)?(?:безопасност|охран)|устав|политика|протокол|акт|справка|резюме|вакансия|заявление|контракт|кодекс|"
    r"квалификационн\w+\s+справочник|единый\s+(?:тарифно-)?квалификационн)"
)
NOT_A_TITLE = re.compile(
    r"—\s*это|–\s*это|\?|\bчто\s+(?:такое|нужно|должно|входит|\w+ть\b)|\bкак\s+(?:составить|написать|правильно|разработать)|\bразработан\w*\b|\bсоставлен\w*\b|\bутвержден\w*\b|"
    r"\bпризван\w*|\bвступа\w+\b|\bсодерж[иа]\w+|\bпрописыва\w+|\bхран[ия]т\w+|\bпересматрива\w+|\bнеобходим\w*|\bрасполага\w+|\bявля\w+|\bопределя\w+|\bраспространя\w+|"
    r"\bустанавлива\w+|\bрегламентиру\w+|\bимеет\b|\bвыда\w+|\bподписыва\w+|\bизучен\w*|\bознакомлен|\bполучил|\bсогласован\w*|\bопределен\w*|"
    r"\bсодержит\b|\bскачать\b|\bпример\b|\bобраз(?:ец|цы)\b(?!\s+должностной)|\bфорум\w*\s+по\s+\w+\s+вопрос"
)
POST_FIELD = re.compile(r"^\W*(?:(?:наименование|название)\s+)?должност[ьи](?:\s*\((?!и\b)[^)]*\))?\s*[:\t]\s*\S")
APPROVAL = re.compile(
    r"утвержда|утвержден|согласован|\(подпись|подпись\)|расшифровка|\(фамилия|инициалы|ф\.\s?и\.\s?о|м\.\s?п\.|00\.00\.00|"
    r"^\W*(?:ген(?:еральн\w+)?\.?\s+)?(?:директор\w*|руководител\w+|начальник\w*|председател\w+|ректор\w*|заведующ\w+|президент\w*|главн\w+\s+врач\w*|глав\w+)\b|"
    r"^\W*(?:приложени\w+|к\s+(?:трудовому\s+договору|приказу))|^\W*(?:приказ\w*|протокол\w*)\s+(?:от|№)|\bот\s+[«\"_\d]|№\s*[\d_]|"
    r"[«\"]\s*_*\s*\d*\s*[»\"]\s*_*|\b(?:19|20)\d\d\s*г|^\W*\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d\W*(?:г\.?)?\W*$|_{3,}|^\W*г\.\s?[а-я]|"
    r"\b(?:ооо|оао|зао|пао|ао|гбу|гуп|муп|гку|мбоу|мбдоу|мкоу|маоу|гбоу|фгбоу|фгуп|фгбу|гбуз|тоо|ип|чуп|уп|руп|общество|учреждени\w+|министерств\w+|администраци\w+|"
    r"департамент\w*|федеральн\w+|муниципальн\w+|государственн\w+|компани\w+|предприяти\w+|организаци\w+|орган\s+юридического)\b|"
    r"\(наименование|\(дата|\(место|\(должност|уполномоченн|визы|профсоюз"
)
SIGNATURES = re.compile(
    r"^\W*(?:руководитель\s+структурного\s+подразделения|наименование\s+должности\s+руководителя|согласован\w*|визы|разработа(?:л|на|но)\w?\s*:|разработчик|составил\w?|"
    r"инструкци\w+\s+(?:согласована|разработал|составил)|лист\s+(?:согласования|ознакомления)|непосредственный\s+руководитель\s*[:_\s]*_{3,}|начальник\s+(?:отдела\s+кадров|юридическ\w+)|"
    r"юрисконсульт|специалист\s+по\s+кадрам|подпис[ьи]|\(подпись|\(фамилия|\(ф\.\s?и\.\s?о|ф\.?\s?и\.?\s?о\.?\W|дата\W*(?:_|$)|[«\"]_+[»\"]|_{5,}|примечани[ея]\b|«\s*\d{1,2}\s*»)"
)
ACQUAINTANCE = re.compile(
    r"^\W*[cс]?\s*(?:(?:с\s+)?(?:настоящей\s+|данной\s+|должностной\s+)*инструкци\w+|(?:с\s+)?(?:должностн\w+\s+)?регламент\w+|)\s*(?:\w+\s+)?ознакомлен(?!и)|"
    r"^\W*ознакомлен(?!и)|экземпляр\s+(?:\w+\s+){0,4}(?:получил|на\s+руки)|(?:инструкцию|копию)\s+(?:\w+\s+){0,3}получил|лист\s+ознакомления|^\W*до\s+сведения\s+довед"
)
CLOSING = re.compile(
    r"^\W*(?:настоящ\w+\s+|данн\w+\s+)?(?:должностн\w+\s+)?(?:инструкция|регламент)\s+(?:\w+\s+){0,12}?(?:разработан|составлен|вступа|действу|хран)"
)
CONTENTS = re.compile(r"^\W*(?:содержание|оглавление)\W*$")
SITE = re.compile(
    r"https?://|www\.|\b\w+\.(?:ru|com|by|kz|рф)\b|\b(?:на|разделы|материалов|наш\w*|этого|с)\s+сайт\w*\b|\bбраузер|\bскачать|\bкомментари(?:й|и|ев)\b|\bфорум|\bмодератор|\bссылк|\bрегистрац\w+\s+на|\bвойти\b|©|\bcopyright|"
    r"\bнравится\b|\bподел(?:иться|ись|итесь)|\bпонравил|\bреклам\w+\s+на\s+сайте|\bрейтинг\b|\bпросмотр(?:ов|ы)\b|\bопубликован|\bтеги\b|\bкатегори[яи]:|\bдругие\s+(?:статьи|документы|материалы)|"
    r"\bпохожие\s+\w+|\bчитайте|\bсмотрите\s+также|\bбесплатн|\bпозвоните|\+7\s?\(|\bдневник\b|\bjavascript|\bcookie|\bсообщени[ея]\w*,?\s+потому|\bвложени[йя]\b|\bпоиск\s+по|\bв\s+избранное|"
    r"\bглавная\b\s*[/|>»]|\bнаверх\b|\bраспечатать|\bверсия\s+для\s+печати|\bпросмотра\b|\bcms\b|^\W*назад\W*$|^\W*далее\W*$|\bответить\b|\bцитировать|\bавтор:|\bподпис(?:аться|ка\s+на)|"
    r"\bзадать\s+вопрос|\bюрист\w*\s+онлайн|\bконсультаци\w+\s+юриста|\bотзыв(?:ы|ов)\b|\bкорзин|\bкупить\b|\bзаказать\b"
)  # fmt: skip
BLANK_ONLY = re.compile(r"^[\s_.…/\\«»\"()№,:;*-]*$")
SKIP_BEFORE_POST = re.compile(
    r"^\W*(?:(?:от\s+)?[\d./ -]*(?:г\.?\s*)?(?:№|n)\s*\S+|(?:от\s+)?\d[\d./ -]*(?:г\.?)?|г\.\s?\w+|\(?(?:типовая|примерная|образец|форма|место\s+составления|дата)\)?)\W*$"
)


@lru_cache(maxsize=8192)
def names_itself(text: str) -> re.Match[str] | None:
    """The words «должностная инструкция» (регламент, рабочая инструкция) where the line is a title, not a sentence about one."""
    if len(text) > 2 * LONGEST_TITLE or not (
        "нструкци" in (low := plain(text)) or "егламент" in low or "обязанности" in low
    ):
        return None  # most lines end here
    low = plain(left_column(text)).replace("_", " ")
    if len(low.strip()) > LONGEST_TITLE or OTHER_TYPE.search(low) or NOT_A_TITLE.search(_before_tail(low)):
        return None
    match = TYPE.search(low)
    if match is None or (low[: match.start()].strip(' "«№') and VERB.search(low)):
        return None
    return match if _is_heading_like(low, match) else None


def left_column(text: str) -> str:
    """The words before a wide gap: titles often share their lines with the approval block («… ИНСТРУКЦИЯ      УТВЕРЖДАЮ»)."""
    lead = len(text) - len(text.lstrip())
    return text[:lead] + re.split(r"\t|\s{3,}", text.strip())[0]


@lru_cache(maxsize=8192)
def is_other_type(text: str) -> bool:
    """Whether a line is the title of another kind of document: an order, a contract, a regulation, a safety instruction."""
    low = plain(text).strip()
    return len(low) <= LONGEST_TITLE and bool(OTHER_TYPE.search(low)) and not TYPE.search(low)


@lru_cache(maxsize=8192)
def is_approval(text: str) -> bool:
    low = plain(text)
    return bool(BLANK_ONLY.match(low) or APPROVAL.search(low)) and len(low) <= LONGEST_TITLE


@lru_cache(maxsize=8192)
def is_signature(text: str) -> bool:
    low = plain(text)
    return len(low) <= LONGEST_TITLE and bool(SIGNATURES.search(low))


@lru_cache(maxsize=8192)
def is_acquaintance(text: str) -> bool:
    return bool(ACQUAINTANCE.search(plain(text)[:LONGEST_TITLE]))


def is_closing(text: str) -> bool:
    """«Инструкция разработана в соответствии с …»: the last clause of many templates."""
    return bool(CLOSING.search(plain(text)[:LONGEST_TITLE]))


def is_contents(text: str) -> bool:
    return bool(CONTENTS.match(plain(text)))


@lru_cache(maxsize=8192)
def is_site_text(text: str) -> bool:
    """Menus, adverts, counters, forum signatures: text of the page round a job description."""
    return bool(SITE.search(plain(text)))


def is_blank(text: str) -> bool:
    """Only underscores, dots, dashes and the like."""
    return bool(BLANK_ONLY.match(text))


def _is_heading_like(low: str, match: re.Match[str]) -> bool:
    """A title begins or ends with the words, save for a number, «типовая», quotes or the post before them."""
    before = low[: match.start()].strip(' "«»,.:–—-*#')
    after = re.sub(r"\([^)]*\)\s*$", "", low[match.end() :]).strip(' "«»,.:–—-*')
    if not before or re.fullmatch(r"(?:типовая|примерная|образец|приложение\s*(?:№\s*)?\d*|№?\s*\d+)", before):
        return not re.search(r"[.!]\s+\w+\s+\w+\s+\w+", after)
    return (
        not after and len(before.split()) <= 10 and not re.search(r"\b(?:настоящ|данн|эт|сво|с|в|по)\w{0,4}$", before)
    )


def _before_tail(low: str) -> str:
    """A title without the tail that a site appends to it («… - ФОРУМ ПО …»)."""
    return re.split(r"\s[-|]\s", low)[0]
