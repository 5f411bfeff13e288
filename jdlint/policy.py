"""Which rules judge which file, and how: the command line's wishes and the closest configuration put together."""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint import config
from jdlint.config import Config, parameters_of, table_of, words_of_rules
from jdlint.config.keys import Limits
from jdlint.deferred import dataclass
from jdlint.discover import Globs
from jdlint.model import JdlintError
from jdlint.packs import Selection, load_rules, select, unknown_words
from jdlint.packs.files import no_pack
from jdlint.packs.overrides import parameters_in, with_parameters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jdlint.config import Scoped
    from jdlint.model import Rule
    from jdlint.records import Source


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says of the configuration: `file` is used for everything, `isolated` wants none.

    `rules` are packs and rule files besides those that the configuration names.
    `jurisdiction`, where it is given, is the country by whose law every document is judged. A `preset` sets aside
    `preset` and `select` of the configuration.
    """

    selection: Selection = field(default_factory=Selection)
    file: str = ""
    isolated: bool = False
    cache: bool = True
    rules: tuple[str, ...] = ()
    jurisdiction: str = ""
    preset: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """How files are judged: all `rules` there are, severities and parameters set, and the editions to report.

    `jurisdiction` is the country of documents that name none, of all documents where it is `forced`. `unwanted` are
    codes, or their beginnings, that the user has set aside by name for all files.
    """

    rules: tuple[Rule, ...]
    selected: frozenset[str]
    ignores: tuple[tuple[Globs, tuple[str, ...]], ...] = ()
    jurisdiction: str = "ru"
    forced: bool = False
    unwanted: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    pipeline: str = ""  # the trained spaCy pipeline that reads words, where one is configured
    _by_country: dict[str, tuple[Rule, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def rules_for(self, country: str) -> tuple[Rule, ...]:
        """The rules that judge the documents of a country (ru, by, kz), one edition of each code."""
        if country not in self._by_country:
            best = {rule.code: rule for one in ("any", country) for rule in self.rules if rule.jurisdiction == one}
            chosen = (rule for rule in self.rules if best.get(rule.code) is rule)
            self._by_country[country] = tuple(rule.in_country(country) for rule in chosen)
        return self._by_country[country]

    def sets_aside(self, rule: Rule, path: Path) -> bool:
        """Whether the user has said by name that a rule is not for a file (absolute path)."""
        here = [code for globs, codes in self.ignores if globs.match(path) for code in codes]
        return rule.code.startswith(tuple(map(str.upper, (*self.unwanted, *here))))

    def selected_for(self, path: Path) -> frozenset[str]:
        """The editions to report of a file (absolute path): those that its path makes nobody wait for are left out."""
        without = tuple(code.upper() for globs, codes in self.ignores if globs.match(path) for code in codes)
        return frozenset(code for code in self.selected if not code.startswith(without)) if without else self.selected


class Policies:
    """The policy of every file: that of the closest configuration, made once for each."""

    def __init__(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self._files: dict[Path, Path | None] = {}  # by folder
        self._configs: dict[Path | None, Config] = {}
        self._policies: dict[Path | None, Policy] = {}
        self._excludes: dict[Path | None, tuple[Globs, ...]] = {}

    def of(self, path: Path) -> Policy:
        """The policy for a file (absolute path). Raises JdlintError with everything wrong in its configuration."""
        file = self._file(path.parent)
        if file not in self._policies:
            self._policies[file] = _policy(self.config(path.parent), self.wishes)
        return self._policies[file]

    def prepare(self, paths: Iterable[Path]) -> None:
        """Make the policies of all files. Raises JdlintError with what is wrong in any of their configurations."""
        problems = []
        for path in {self._file(path.parent): path for path in paths}.values():
            try:
                self.of(path)
            except JdlintError as error:
                problems += str(error).splitlines()
        if problems:
            raise JdlintError("\n".join(dict.fromkeys(problems)))

    def config(self, folder: Path) -> Config:
        """What governs a folder (absolute path), its problems not yet raised."""
        file = self._file(folder)
        if file not in self._configs:
            self._configs[file] = config.load(file) if file else Config()
        return self._configs[file]

    def excluded(self, path: Path, is_directory: bool) -> bool:
        """Whether the configuration leaves a path out (absolute path)."""
        file = self._file(path.parent)
        if file not in self._excludes:
            self._excludes[file] = _globs(self.config(path.parent).exclude)
        return any(globs.match(path, is_directory=is_directory) for globs in self._excludes[file])

    def _file(self, folder: Path) -> Path | None:
        if self.wishes.isolated:
            return None
        if self.wishes.file:
            return Path(self.wishes.file).absolute()
        if folder not in self._files:
            self._files[folder] = config.closest(folder)
        return self._files[folder]


def _policy(config: Config, wishes: Wishes) -> Policy:
    rules = _rules(config, wishes)
    _note_unknown_codes(config, rules)
    rules = tuple(_configured(rule, config, parameters_in(rules, rule.code)) for rule in rules)
    _note_a_missing_pipeline(config)
    _raise_problems(config)
    written = config.written
    forced = wishes.jurisdiction or written.force_jurisdiction
    return Policy(
        rules=rules,
        selected=_selected(rules, config, wishes),
        ignores=tuple((globs, codes) for scoped, codes in config.per_file_ignores for globs in _globs([scoped])),
        jurisdiction=forced or written.jurisdiction,
        forced=bool(forced),
        unwanted=(*written.ignore, *wishes.selection.without),
        limits=written.limits,
        pipeline=written.language.model,
    )


def _note_a_missing_pipeline(config: Config) -> None:
    """The trained pipeline that is configured must be installed; here it is loaded."""
    name = config.written.language.model
    if not name:
        return
    from jdlint.language.pipeline import load  # spaCy costs 0.7 s: only for those who ask for it

    try:
        load(name)
    except JdlintError as error:
        source = next(one for one in reversed(config.sources) if "language" in table_of(one))
        source.complain_of(("language", "model"), error)


def _selected(rules: Sequence[Rule], config: Config, wishes: Wishes) -> frozenset[str]:
    """Raises JdlintError, with the line of the configuration where that alone leaves no rule."""
    written = config.written
    only = () if wishes.preset else written.select
    configured = Selection(only, written.extend_select, written.ignore)
    try:
        return select(rules, wishes.selection, configured, wishes.preset or written.preset)
    except JdlintError as error:
        guilty = next((key for key in ("ignore", "select", "preset") if key in config.origins), "")
        if not guilty or wishes.selection != Selection() or wishes.preset:
            raise
        path, line = config.origins[guilty]
        raise JdlintError(f"{path}:{line}: {error}") from error


def _rules(config: Config, wishes: Wishes) -> tuple[Rule, ...]:
    """All rules, the configured packs' among them. Raises JdlintError with what is wrong in packs and configuration."""
    packs = _packs(config)
    try:
        return load_rules(cache=wishes.cache, further=[*packs, *map(Path, wishes.rules)])
    except JdlintError as error:
        _raise_problems(config, str(error))
        raise


def _raise_problems(config: Config, *further: str) -> None:
    if problems := config.problems:
        raise JdlintError("\n".join([*map(str, problems), *further]))


def _packs(config: Config) -> list[Path]:
    """The packs that are there; those that are not become problems of the configuration."""
    wrong = {pack: fault for pack in config.rule_packs if (fault := no_pack(pack))}
    for source in config.sources:
        for index, name in enumerate(_listed(source, "rule-packs")):
            if (fault := wrong.get(Path(source.path).parent / name)) is not None:
                source.complain(("rule-packs", index), f"{name}: {fault[0]}", f"{name}: {fault[1]}")
    return [pack for pack in config.rule_packs if pack not in wrong]


def _listed(source: Source, key: str) -> list[str]:
    data = table_of(source).get(key, [])
    return [one if isinstance(one, str) else "" for one in (data if isinstance(data, list) else [data])]


def _note_unknown_codes(config: Config, rules: Sequence[Rule]) -> None:
    codes = {rule.code for rule in rules}
    for source in config.sources:
        for trail, word in words_of_rules(source):
            for ru, en in unknown_words(rules, [word], whole=trail[0] == "rules").values():
                source.complain(trail, ru, en)
            if trail[0] == "rules" and word not in codes and word.upper() in codes:
                ru, en = f"вместо {word!r} нужно {word.upper()}", f"{word!r} should be {word.upper()}"
                source.complain(trail, ru, en)


def _configured(rule: Rule, config: Config, known: tuple[str, ...]) -> Rule:
    """The rule with the severity and the parameters that the configuration gives it; `known`: those of all editions."""
    table = config.written.rules.get(rule.code)
    if table is not None and table.severity is not None:
        rule = replace(rule, severity=table.severity)
    for source in reversed(config.sources):  # as written: other mistakes must not hide one in the parameters
        if given := parameters_of(source, rule.code):
            return with_parameters(rule, given, known, source, ("rules", rule.code, "parameters"))
    return rule


def _globs(scoped: Sequence[Scoped]) -> tuple[Globs, ...]:
    """Patterns of one folder together, since `!` takes back what a pattern before it said."""
    folders = dict.fromkeys(folder for folder, _ in scoped)
    return tuple(Globs(folder, [pattern for one, pattern in scoped if one == folder]) for folder in folders)
