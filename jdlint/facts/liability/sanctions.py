"""Finds sanctions on the employee that no labour code knows: fines, deductions, deprivation of pay, paying from one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.facts.liability.limits import BREACH, limits
from jdlint.facts.liability.passages import Passage, passages
from jdlint.model import Document, Observation, Span

_SUM = (
    r"\d[\d.,]*(?:\ \d{3})*\ ?(?:руб\w*\.?|р\.?(?!\S)|тенге|тг\.?|б\.?р\.?|копе\w+|тыс\w*\.?|%|процент\w*|мрп|базов\w+)"
)
_WAGE = r"(?:заработн\w+\ плат\w+|зарплат\w*|заработк\w+|оклад\w*|жаловани\w+|з\ ?/\ ?п|зп|денежн\w+\ довольстви\w+|вознаграждени\w+|преми[йяюие]\w*|оплат\w+\ труда|получк\w+)"
_STAFF = r"(?:работник\w*|сотрудник\w*|персонал\w*|подчиненн\w*|виновн\w*|исполнител\w+)"
_PAYS = r"(?:погаша|погаси|выкупа|возмещ|возмести|компенсир|покрыва|восполня|гасит|гасят|оплачива|оплат(?:ит|ить|ят)|вноси|внест)\w*"

_FINE = re.compile(
    rf"""(?<!\S)
    (?: (?:обязан\w?\ )?(?:взима|взыскива|удержива|налага|наклад|выплачива|плат[ия]|заплат|уплат|уплачива|подверга|применя|облага|наказыва|вычита|назнача|начисля|снима|караетс|предусмотр|устанавлива)\w*
        \ (?:(?!за\ )[\w-]+\ ){{0,3}}? )?
    (?: о?штраф\w* ) (?:\ санкци\w+)?
    (?: \ (?:в\ (?:размере|сумме)\ |до\ |от\ |-\ )*(?:{_SUM} | (?:[а-я]+\ ){{1,3}}рубл\w+) )?""",
    re.VERBOSE,
)
_NO_FINE = re.compile(r"(?<!\S)штрафн\w+ (?:площад|стоян|изолят|балл|очк|батал)")
_OF_THE_STATE = re.compile(
    r"(?<!\S)(?:коап|кобап|об админ|админ|уголов|госорган|государ|надзор|контролир|налог|фнс|гибдд|гаи|дпс|инспе|суд(?!\S)|суд[аоуеё]\w{0,2}(?!\S)|бюджет|фонд|пен[иеья]|неустой"
    r"|контраг|постав|покуп|клиент|заказч|подряд|аренд|абонент|читат|посет|пассаж|договорн|парков|страхов|таможен|банк|ведомст|мчс|роспотреб|претенз)\w*"
    r"|(?<!\S)законодательств\w*(?! о труде)(?<!трудового законодательства)(?<!трудовым законодательством)"
)
_ON_THE_EMPLOYER = re.compile(
    r"(?<!\S)(?:на |к |в адрес |у )?(?:предприяти|организаци|компани|обществ|работодател|учреждени|фирм|юридическ|школ|больниц)\w*"
    r"|(?<!\S)(?:повл[её]к|привед|вызва|наложенн|предъявленн|выставленн|полученн|уплат|выплат|учет|начислени|расчет|сверк|недопущ|предотвр|избеж)\w*"
)
_AIMED = re.compile(
    rf"(?<!\S)(?:{_STAFF}|ему|его|ее|ей)(?!\S)|(?<!\S)(?:оштраф\w+|штраф(?:ова|у[ею]т)\w*)|(?<!\S)систем\w+\ штраф|(?<!\S)обязан\w?\ (?:заплат|уплат|внести|выплат)\w*|{_SUM}"
    rf"|(?<!\S)(?:взимается|налагается|накладывается|удерживается|подвергается|платит|выплачивает|уплачивает|оплачивает|облагается|наказывается)(?!\S)",
    re.VERBOSE,
)
_DEDUCTION = re.compile(
    rf"""(?<!\S)(?:
        (?:удерж|вычит|вычет|вычт|высчит|взыск|взыщ|списыва|снима|{_PAYS[3:-4]})\w* \ (?:(?!за\ )\S+\ ){{0,9}}?(?:из|с|со|за\ счет)\ (?:\S+\ ){{0,3}}?{_WAGE}
      | (?:из|с|со|за\ счет)\ (?:[\w-]+\ ){{0,3}}?{_WAGE}\ (?:\S+\ ){{0,6}}?(?:удерж|вычит|вычет|вычт|высчит|взыск|взыщ|списыва|снима|погаша|возмеща)\w*
      | (?:удерж|вычет|вычит|снима)\w*\ (?:\S+\ ){{0,2}}?(?:{_SUM})\ (?:(?:из|с|от)\ )?(?:\S+\ ){{0,3}}?{_WAGE}
      | (?:удерживает|вычитает|высчитывает|взыскивает)ся\ с\ (?:виновн\w+\ )?{_STAFF}
    )""",
    re.VERBOSE,
)
_DEPRIVATION = re.compile(
    rf"""(?<!\S)(?:
        в\ (?:пределах|размере|рамках|счет)\ (?:\S+\ ){{0,2}}?(?:переменн|премиальн|бонусн|стимулирующ)\w+\ (?:част|выплат|надбавк|доплат)\w*(?:\ {_WAGE})?
      | в\ размере\ (?:до\ )?{_SUM}\ (?:от\ |месячн\w+\ |должностн\w+\ |его\ )*{_WAGE}
      | (?:лиша|лишен|лиши|урез)\w*\ (?:\S+\ ){{0,5}}?(?:преми\w+|бонус\w*|надбав\w+|доплат\w*|стимулирующ\w+|зарплат\w*|заработн\w+\ плат\w+|отпуск\w*|переменн\w+\ част\w+)
      | о?депреми\w+ | депремиров\w+
      | (?:размер\w*\ )?(?:преми\w+|бонус\w*|надбав\w+|зарплат\w+|заработн\w+\ плат\w+|оклад\w*)\ (?:\S+\ ){{0,3}}?(?:не\ (?:выплачива|начисля)\w+|снижа\w+|уменьша\w+|снима\w+|лиша\w+)
      | (?:снижа|снижени|уменьша|уменьшени|снима|снят|невыплат|отмен)\w*\ (?:\S+\ ){{0,4}}?(?:преми\w+|бонус\w*|надбав\w+|заработн\w+\ плат\w+|зарплат\w*|оклад\w*)
    )""",
    re.VERBOSE,
)
_OWN_MEANS = re.compile(
    rf"""(?<!\S)(?:
        {_PAYS}\ (?:\S+\ ){{0,7}}?(?:из|за\ счет|за)\ (?:собственн|личн|сво[ийейюих])\w*\ (?:\S+\ )?(?:средств\w*|счет\w*|карман\w*|денег|деньг\w*|кошельк\w*|чаев\w+)
      | (?:из|за\ счет|за)\ (?:собственн|личн|сво[ийейюих])\w*\ (?:\S+\ )?(?:средств\w*|счет\w*|карман\w*|денег|деньг\w*|кошельк\w*)\ (?:\S+\ ){{0,5}}?{_PAYS}
      | {_PAYS}\ (?:\S+\ ){{0,4}}?(?:из\ (?:своих\ |полученных\ )?чаев\w+|за\ счет\ (?:виновн\w+\ )?(?:{_STAFF}|продавц\w+|кассир\w*|водител\w+|официант\w*|смен\w+))
      | (?:переделыва|исправля|устраня)\w*\ (?:\S+\ ){{0,4}}?(?:за\ (?:свой|собственный|личный)\ счет|бесплатно)
      | (?:за\ (?:свой|собственный|личный)\ счет)\ (?:\S+\ ){{0,3}}?(?:переделыва|исправля|устраня)\w*
    )""",
    re.VERBOSE,
)
_LAWFUL = re.compile(
    r"(?<!\S)(?:алимент|исполнительн|ндфл|налог|подоходн|взнос|аванс|заявлени|согласи|соглашени|добровол|среднего|среднемесячн|средний)\w*|(?<!\S)(?:137|138|248|241|238)(?!\S)"
)
_LOSS = re.compile(
    r"(?<!\S)(?:недостач|порч|испорч|брак|ущерб|утрат|утер|бо[йяе]|поврежд|перерасход|стоимост|просроч|потер|излиш|убыт|разбит|полом|растрат)\w*"
)
_BY_RULES = re.compile(
    r"(?<!\S)(?:положени\w+ (?:об? (?:преми|оплат|материальн|стимул|систем)|по оплат)|локальн\w+ (?:норматив|акт|правов)|коллективн\w+ договор|135(?!\S)|предложени|представлени|ходатайств|вноси|инициир|рекоменд)"
)
_BOOKKEEPING = re.compile(
    r"(?<!\S)(?:правильност|своевременност|обоснованност|полнот|точност|расчет|учет|рассчитыва|начислени|начисля|произвед|производит|осуществл|осуществля|контрол|оформл|ведомост|готовит|бухгалт)\w*"
)
_BELARUS = re.compile(r"беларус|(?<!\w)РБ(?!\w)")
_AMOUNT = re.compile(rf"(?<!\S){_SUM}", re.VERBOSE)


def sanctions(document: Document) -> Iterator[Observation]:
    """One observation a clause, at the first words that threaten the employee."""
    belarusian = _BELARUS.search(document.text) is not None
    fines = _columns_of_fines(document)
    everything = list(passages(document))
    rows = {index: span for index, one in enumerate(everything) if (span := _row_of_fines(one, fines)) is not None}
    for index, passage in enumerate(everything):
        if rows and _announces_rows(passage):
            continue
        found = rows.get(index) or _sanction(passage, belarusian)
        if found is not None:
            words = " ".join(document.text[found.start : found.end].replace("\u00ad", "").split())
            yield Observation("sanction", found, values={"text": words})


def _announces_rows(passage: Passage) -> bool:
    """A heading, a lead-in or the head of a table that speaks of fines: its rows are reported, not the words above."""
    text = passage.words.text
    return (
        "штраф" in text
        and _AMOUNT.search(text) is None
        and (passage.is_heading or text.endswith(":") or "размер штраф" in text)
    )


def _sanction(passage: Passage, belarusian: bool) -> Span | None:
    text = passage.words.text
    if passage.on_knowledge:
        return None
    for pattern, is_one in (
        (_FINE, _is_fine),
        (_DEDUCTION, _is_deduction),
        (_DEPRIVATION, _is_deprivation),
        (_OWN_MEANS, _is_own_means),
    ):
        for match in pattern.finditer(text):
            start, end = passage.words.sentence_at(match.start())
            if pattern is _DEPRIVATION and belarusian:
                continue  # a disciplinary measure there (art. 198 of the Belarusian code)
            if is_one(passage, text[start:end], match):
                return passage.span(match.start(), match.end())
    return None


def _is_fine(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if _NO_FINE.match(match[0][match[0].find("штраф") :] + match.string[match.end() : match.end() + 12]):
        return False
    aimed = _AIMED.search(sentence)
    if _OF_THE_STATE.search(sentence) and not re.search(rf"(?<!\S)с {_STAFF}", sentence):
        return False
    if _ON_THE_EMPLOYER.search(sentence) and not aimed:
        return False
    if re.search(r"(?<!\S)не (?:\S+ )?(?:применя|налага|взима|штраф|допуска)", sentence):
        return False
    return passage.on_responsibility or aimed is not None or passage.heading == "" and "систем" in sentence


def _is_deduction(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if _LAWFUL.search(sentence) or any(limit.by_labour_law for limit in limits(passage.words, item=True)):
        return False
    blamed = _LOSS.search(sentence) or BREACH.search(sentence)
    if _BOOKKEEPING.search(sentence) and not (blamed and passage.on_responsibility):
        return False
    return passage.on_responsibility or blamed is not None or "виновн" in sentence or match[0].startswith(("из ", "с "))


def _is_deprivation(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if _BY_RULES.search(sentence) or _LAWFUL.search(sentence) or _BOOKKEEPING.search(sentence):
        return False
    if re.search(r"(?<!\S)не (?:лиша|допуска|примен)", sentence):
        return False
    if match[0].startswith(("лиш", "депрем", "одепрем", "в ")):
        return passage.on_responsibility or match[0].startswith(("лиш", "депрем"))
    return passage.on_responsibility or BREACH.search(sentence) is not None


def _is_own_means(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if _LAWFUL.search(sentence) or re.search(
        r"(?<!\S)(?:отпуск|работодател|обучени|проезд|клиент|заказчик)\w*", match[0]
    ):
        return False
    return passage.on_responsibility or bool(_LOSS.search(sentence) or re.match(r"переделыва|исправля", match[0]))


def _columns_of_fines(document: Document) -> frozenset[tuple[int, int]]:
    """Table and column whose head says «Штраф» or «Размер штрафа»."""
    found = set()
    for line in document.lines:
        if line.cell is not None and len(line.text) < 80:
            low = line.text.lower()
            if "штраф" in low and not _AMOUNT.search(low) and not _OF_THE_STATE.search(low):
                found.add((line.cell.table, line.cell.column))
    return frozenset(found)


def _row_of_fines(passage: Passage, fines: frozenset[tuple[int, int]]) -> Span | None:
    """An amount in a column of fines, or in a list under a heading that names them."""
    amount = _AMOUNT.search(passage.words.text)
    if amount is None:
        return None
    cell = passage.line.cell
    in_column = cell is not None and (cell.table, cell.column) in fines
    under = [
        words for words in (passage.heading, passage.under) if "штраф" in words and not _OF_THE_STATE.search(words)
    ]
    return passage.span(*amount.span()) if in_column or under else None
