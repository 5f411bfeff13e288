"""Deferred declarations behave as those of the standard library, and no expression in the program is a broken one."""

import dataclasses
import gc
import pickle
import pkgutil
import re
from dataclasses import FrozenInstanceError, field, replace
from importlib import import_module
from typing import Any, ClassVar

import pytest

import jdlint
from jdlint import deferred
from jdlint.deferred import cached_property, dataclass, regex


@dataclass(frozen=True, slots=True)
class Post:
    name: str
    unit: str = ""
    duties: list[str] = field(default_factory=list, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy(Post):
    salary: int


@dataclass
class Draft:
    text: str
    words: int = field(init=False)
    seen: dict[str, int] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.words = len(self.text.split())


@dataclass(frozen=True)
class Title:
    text: str

    @cached_property
    def length(self) -> int:
        return len(self.text)


@dataclass(eq=False, slots=True)
class Thing:
    name: str = "вещь"


@dataclass(frozen=True, slots=True)
class Nothing:
    """No fields."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    line: int


def test_equal_fields_make_equal_instances_with_equal_hashes() -> None:
    assert Post("кассир", "склад") == Post("кассир", "склад", ["считает"])
    assert Post("кассир") != Post("кассир", "склад")
    assert hash(Post("кассир", duties=["считает"])) == hash(Post("кассир"))
    assert len({Title("а"), Title("а"), Title("б")}) == 2
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


def test_an_heir_is_not_its_ancestor() -> None:
    assert Vacancy(name="кассир", salary=1) != Post("кассир")
    assert Post("кассир") != object()


def test_what_may_change_has_no_hash() -> None:
    with pytest.raises(TypeError):
        hash(Draft("два слова"))


def test_without_equality_an_instance_equals_itself_alone() -> None:
    assert Thing() != Thing()
    assert len({Thing(), Thing()}) == 2


def test_nothing_is_assigned_to_what_is_frozen() -> None:
    for post in (Post("кассир"), Vacancy(name="кассир", salary=1), Title("а")):
        with pytest.raises(FrozenInstanceError):
            post.name = "другой"  # type: ignore[misc, union-attr]
        with pytest.raises(FrozenInstanceError):
            del post.name  # type: ignore[union-attr]


def test_each_instance_has_a_default_of_its_own() -> None:
    one, other = Post("кассир"), Post("кассир")
    assert one.duties == other.duties == []
    assert one.duties is not other.duties


def test_missing_and_unknown_arguments_are_errors() -> None:
    with pytest.raises(TypeError, match=r"Post.__init__\(\) missing 1 required positional argument: 'name'"):
        Post()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="salary"):
        Vacancy("кассир")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected"):
        Post("кассир", wage=1)  # type: ignore[call-arg]


def _fresh(decorate: object) -> type[Any]:
    class Order:
        code: str
        count: int = 1
        lines: list[str] = field(default_factory=list)
        total: int = field(init=False)
        note: str = field(default="", kw_only=True)
        kind: ClassVar[str] = "заказ"

        def __post_init__(self) -> None:
            object.__setattr__(self, "total", self.count * 2)

    return decorate(frozen=True, slots=True)(Order)  # type: ignore[no-any-return, operator]


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (("а",), {}),
        (("а", 2, ["б"]), {"note": "в"}),
        ((), {"code": "а", "lines": []}),
        ((), {}),
        (("а", 1, [], ""), {}),
        (("а",), {"code": "б"}),
        (("а",), {"total": 1}),
        (("а",), {"kind": "б"}),
    ],
)
def test_the_first_instances_are_made_as_all_later_ones(args: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, standard = _fresh(dataclass), _fresh(dataclasses.dataclass)

    def outcome(kind: type[Any]) -> object:
        try:
            return dataclasses.asdict(kind(*args, **named))
        except TypeError as error:
            return str(error).rpartition(".")[2]

    assert [outcome(ours) for _ in range(20)] == [outcome(standard)] * 20


def test_what_is_computed_after_init_is_there() -> None:
    assert Draft("два слова").words == 2
    assert Title("три").length == 3
    assert Post("кассир").unit == ""


def test_a_changed_copy_keeps_the_rest() -> None:
    assert replace(Vacancy(name="кассир", salary=1), unit="склад") == Vacancy(name="кассир", unit="склад", salary=1)


def test_an_instance_is_shown_with_its_fields() -> None:
    assert repr(Vacancy(name="кассир", salary=1)) == "Vacancy(name='кассир', unit='', duties=[], salary=1)"
    assert repr(Draft("слово")) == "Draft(text='слово', words=1)"
    own: list[str] = []
    post = Post("кассир", duties=own)
    own.append(post)  # type: ignore[arg-type]
    assert repr(post) == "Post(name='кассир', unit='', duties=[...])"


def test_an_instance_is_pickled() -> None:
    assert pickle.loads(pickle.dumps(Vacancy(name="кассир", salary=1))) == Vacancy(name="кассир", salary=1)


def test_the_standard_library_takes_the_class_for_its_own() -> None:
    assert [one.name for one in dataclasses.fields(Vacancy)] == ["name", "unit", "duties", "salary"]
    assert dataclasses.asdict(Draft("а")) == {"text": "а", "words": 1, "seen": {}}
    heir = dataclasses.make_dataclass("Heir", ["extra"], bases=(Title,), frozen=True)
    assert heir("а", 2).extra == 2
    with pytest.raises(TypeError, match="frozen"):
        dataclasses.make_dataclass("Heir", ["extra"], bases=(Title,))


def test_options_that_are_not_ours_are_left_to_the_standard_library() -> None:
    assert Place(1) < Place(2)


def test_an_expression_is_compiled_when_it_is_used() -> None:
    words = regex(r"кас+ир", re.IGNORECASE)
    assert words.pattern == r"кас+ир"
    assert [found.group() for found in words.finditer("Кассир и кассир")] == ["Кассир", "кассир"]
    assert regex(rb"\d+").search(b"a1").span() == (1, 2)  # type: ignore[union-attr]


def test_a_broken_expression_is_told_at_its_use() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("")


def test_every_expression_of_the_program_compiles() -> None:
    for module in pkgutil.walk_packages(jdlint.__path__, "jdlint."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    gc.unfreeze()  # a command that ran before leaves what it declared out of sight
    declared = [one for one in gc.get_objects() if isinstance(one, deferred._Regex)]
    assert len(declared) > 300
    for one in declared:
        re.compile(one.pattern, one._flags)


def test_a_cached_property_is_computed_once() -> None:
    asked: list[str] = []

    class Clause:
        """A clause."""

        @cached_property
        def words(self) -> list[str]:
            """Its words."""
            asked.append("words")
            return ["считает"]

    clause = Clause()
    assert clause.words is clause.words
    assert asked == ["words"]
    assert Clause.words.__doc__ == "Its words."
    assert Clause().words is not clause.words
