"""Every citation of an act in a document: «приказ Минтруда от 29.10.2021 № 766н», «129-ФЗ», «ГОСТ Р 7.0.97-2025».

In whatever order kind, issuer, date, number and title stand; matched against the normalised text of each segment.
"""

from __future__ import annotations

from jdlint.language.citations.articles import Article, labour_articles
from jdlint.language.citations.citation import Citation, Country, around, countries_in, country_in
from jdlint.language.citations.find import citations, number_of

__all__ = [
    "Article",
    "Citation",
    "Country",
    "around",
    "citations",
    "countries_in",
    "country_in",
    "labour_articles",
    "number_of",
]
