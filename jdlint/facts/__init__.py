"""What a document says about one question each: extracted once, when first asked for, by the module of that name.

A fact has `extract(document)`. What rules may select of it says `OBSERVES`: each status of its observations with the
values that a message may quote. It is a literal, for it is read without importing the module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module

from jdlint import registry
from jdlint.language.pipeline import whole_doc
from jdlint.model import Document, Fact


class Facts(Mapping[str, Fact]):
    """The facts of one document by name, each computed when first asked for and then kept."""

    def __init__(self) -> None:
        self._known: dict[str, Fact] = {}
        self._document: Document | None = None

    def bind(self, document: Document) -> None:
        """Say whose facts these are; facts may ask for each other through `document.facts`."""
        self._document = document

    def __getitem__(self, name: str) -> Fact:
        if name not in self._known:
            if name not in names() or self._document is None:
                raise KeyError(name)
            self._known[name] = import_module(f"{__name__}.{name}").extract(self._document)
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(names())

    def __len__(self) -> int:
        return len(names())


def names() -> tuple[str, ...]:
    """The facts there are: the modules of this package."""
    return registry.names(__name__)


@cache
def observable() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The facts that rules may select from, with what each says in `OBSERVES`."""
    said = {name: registry.declared(__name__, name, "OBSERVES") for name in names()}
    return {name: statuses for name, statuses in said.items() if statuses}


def attach(document: Document, pipeline: str = "", assumed: str = "ru", *, forced: bool = False) -> Document:
    """A copy of the document that computes its facts when they are asked for, reading words by a trained `pipeline`.

    `assumed` is the country whose law is taken where the document names none, of all where `forced`: ru, by or kz.
    """
    facts = Facts()
    attached = replace(
        document, facts=facts, pipeline=pipeline, assumed=assumed.upper(), forced=forced, make_doc=whole_doc
    )
    facts.bind(attached)
    return attached
