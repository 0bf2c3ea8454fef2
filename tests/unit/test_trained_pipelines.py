"""A trained spaCy pipeline that is installed: used where it is asked for, done without where it can't be."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from tests import trained

from reconciler.case import Case
from reconciler.cli import main
from reconciler.errors import Problem, UserError
from reconciler.language import Languages
from reconciler.language.trained import Installed, described, installed
from reconciler.model import Segment, SignalKind, StatementKind, WordKind
from reconciler.settings import Preferences, PreferencesFile
from reconciler.signals import NameType, NameValue, decode

TEXT = "Baker blorpaid on Friday."
OTHER = "A spokesman said that Baker blorpaid. The harbour was closed by the storm."
Install = Callable[..., Path]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages in which the tiny pipeline is installed."""
    folder = tmp_path_factory.mktemp("site")
    trained.install(folder)
    return folder


@pytest.fixture
def tiny(site: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of the tiny pipeline, which can be found."""
    monkeypatch.syspath_prepend(str(site))
    return trained.NAME


def kinds(languages: Languages, text: str = TEXT) -> dict[str, WordKind]:
    return {word.norm: word.kind for word in languages.words(text, "en")}


def names(languages: Languages, text: str = TEXT) -> list[tuple[str, NameType]]:
    segments = [Segment(0, len(text), StatementKind.SENTENCE)]
    (signals,) = languages.signals(text, segments, "en", None)
    values = [decode(each) for each in signals if each.kind is SignalKind.NAME]
    return [(value.key, value.type) for value in values if isinstance(value, NameValue)]


def test_what_is_installed_is_listed_with_language_and_version(tiny: str) -> None:
    assert Installed(tiny, "en", "1.2.3") in installed()


def test_without_being_asked_for_it_is_not_used(tiny: str) -> None:
    del tiny
    languages = Languages()
    assert kinds(languages)["baker"] is WordKind.WORD
    assert names(languages) == []
    assert languages.in_use({"en"}) == ()


def test_it_tells_names_and_dictionary_forms_that_no_rule_knows(tiny: str) -> None:
    languages = Languages([("en", tiny)])
    words = {word.norm: word for word in languages.words(TEXT, "en")}
    assert words["baker"].kind is WordKind.NAME
    assert words["blorpaid"].lemma == "blorpay"
    assert names(languages) == [("baker", NameType.PERSON)]
    assert kinds(languages, "The baker spoke.")["baker"] is WordKind.WORD
    assert languages.in_use({"en", "fr"}) == (f"{tiny} 1.2.3",)
    assert languages.in_use({"fr"}) == ()
    assert languages.faults({"en", "fr"}) == ()


def test_statements_are_cut_by_our_own_rules_all_the_same(tiny: str) -> None:
    with_it, without = Languages([("en", tiny)]), Languages()
    assert with_it.segment(OTHER, "en") == without.segment(OTHER, "en")


def test_one_may_lie_in_a_folder(site: Path) -> None:
    folder = next((site / trained.NAME).glob("*-1.2.3"))
    assert described(str(folder)).language == "en"
    assert names(Languages([("en", str(folder))])) == [("baker", NameType.PERSON)]


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        ({"spacy_version": ">=2.1.0,<2.2.0"}, Problem.PIPELINE_UNFIT),
        ({"broken": True}, Problem.PIPELINE_BROKEN),
    ],
)
def test_one_that_cannot_be_used_is_told_of_and_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: dict[str, bool | str], problem: Problem
) -> None:
    name = f"en_{problem}"
    trained.install(tmp_path, name=name, **made)  # type: ignore[arg-type]  # each value fits its key
    monkeypatch.syspath_prepend(str(tmp_path))
    languages = Languages([("en", name)])
    assert names(languages) == names(Languages())
    (fault,) = languages.faults({"en"})
    assert (fault.problem, fault.where) == (problem, name)
    assert languages.in_use({"en"}) == ()


def test_one_that_breaks_over_a_statement_is_left_out_from_there(
    tiny: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    languages = Languages([("en", tiny)])
    assert kinds(languages)["baker"] is WordKind.NAME

    def breaks(*_given: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(Language, "__call__", breaks)
    assert kinds(languages, "Baker rested.")["baker"] is WordKind.WORD
    (fault,) = languages.faults({"en"})
    assert (fault.problem, fault.detail) == (Problem.PIPELINE_BROKEN, "out of order")


@pytest.mark.parametrize(
    ("language", "name", "problem"),
    [("en", "en_nowhere", Problem.PIPELINE_MISSING), ("fr", trained.NAME, Problem.PIPELINE_UNFIT)],
)
def test_one_that_is_not_there_or_of_another_language(
    tiny: str, language: str, name: str, problem: Problem
) -> None:
    del tiny
    languages = Languages([(language, name)])
    assert languages.words("Des mots", language)
    assert [fault.problem for fault in languages.faults({language})] == [problem]


@pytest.mark.parametrize("meta", ["", "[]", "{}", '{"lang": '])
def test_a_folder_that_says_nothing_of_itself(tmp_path: Path, meta: str) -> None:
    (tmp_path / "meta.json").write_text(meta)
    with pytest.raises(UserError) as told:
        described(str(tmp_path))
    assert told.value.problem is Problem.PIPELINE_BROKEN


def test_preferences_keep_which_are_used(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    PreferencesFile(path).update(Preferences().with_pipelines((("en", "en_tiny"), ("fr", "fr_tiny"))))
    assert PreferencesFile.load(path).value.pipelines == (("en", "en_tiny"), ("fr", "fr_tiny"))
    for damaged in ("7", '["en"]', '[["en"], 3, ["fr", "x", "y"]]'):
        path.write_text(f'{{"pipelines": {damaged}}}')
        assert PreferencesFile.load(path).value.pipelines == ()


def write(folder: Path) -> list[str]:
    for name, text in (("a.txt", TEXT), ("b.txt", OTHER)):
        (folder / name).write_text(f"Storm over the harbour\n\n{text} It rained all night long.\n")
    return [str(folder / "a.txt"), str(folder / "b.txt")]


def test_compare_uses_what_it_is_told_to_and_the_case_says_so(
    tiny: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = write(tmp_path)
    for number, chosen in enumerate(([], ["--pipeline", tiny])):
        case_path = tmp_path / f"{number}.reconciler"
        assert main(["compare", *files, "--case", str(case_path), *chosen]) == 0
        with Case.open(case_path) as case:
            (run,) = case.runs.values()
            used = [f"{tiny} 1.2.3"] if chosen else []
            assert json.loads(run.settings)["pipelines"] == used
            (said,) = (each for each in case.statements(case.sources[0].id) if each.text.startswith("Baker"))
            assert bool([each for each in said.signals if each.text == "Baker"]) is bool(chosen)
    assert not capsys.readouterr().err


def test_compare_refuses_one_that_it_cannot_use_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = write(tmp_path)
    case_path = tmp_path / "c.reconciler"
    assert main(["compare", *files, "--case", str(case_path), "--pipeline", "en_nowhere"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "en_nowhere" in told
    assert not case_path.exists()
