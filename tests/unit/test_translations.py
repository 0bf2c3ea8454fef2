"""Every text of the window is translated, what is filled into it kept, and what is shipped is up to date."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "fr")
NARROW, WIDE = "\u202f", "\u00a0"


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a translation file; a text with plurals has several forms."""

    context: str
    source: str
    comment: str
    has_plurals: bool
    is_finished: bool
    forms: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.context}: {self.source}"


@dataclass(frozen=True, slots=True)
class Marked:
    """One text that is marked for translation in the code."""

    where: str
    context: str
    source: str
    is_counted: bool


def messages(language: str) -> list[Message]:
    """Read a translation file."""
    return [
        _message(context.findtext("name", ""), element)
        for context in ET.parse(FOLDER / f"reconciler_{language}.ts").iter("context")  # noqa: S314  # our own file
        for element in context.iter("message")
    ]


def _message(context: str, element: ET.Element) -> Message:
    translation = element.find("translation")
    assert translation is not None
    has_plurals = element.get("numerus") == "yes"
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return Message(
        context,
        element.findtext("source", ""),
        element.findtext("comment", ""),
        has_plurals,
        translation.get("type") is None,
        tuple(forms) if has_plurals else (translation.text or "",),
    )


FRENCH = messages("fr")
EVERY = [message for language in LANGUAGES for message in messages(language)]


def marked_in(path: Path) -> Iterator[Marked]:
    """Find the texts of tr(), translate() and QT_TRANSLATE_NOOP() in a module."""

    def walk(node: ast.AST, within: str) -> Iterator[Marked]:
        if isinstance(node, ast.ClassDef):
            within = node.name
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [each.value if isinstance(each, ast.Constant) else None for each in node.args]
            where = f"{path.relative_to(ROOT)}:{node.lineno}"
            counted = bool(node.keywords)
            match name, given:
                case "tr", [str(text), *more]:
                    yield Marked(where, within, text, counted or len(more) > 1)
                case "translate" | "QT_TRANSLATE_NOOP", [str(context), str(text), *more]:
                    yield Marked(where, context, text, counted or len(more) > 1)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, within)

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), "")


def filled_in(text: str) -> set[str]:
    """Return the places of a text that the program fills."""
    return set(re.findall(r"\{\w*\}|%L?n", text))


@pytest.mark.parametrize("message", EVERY, ids=str)
def test_a_text_is_translated_and_takes_what_the_program_fills_in(message: Message) -> None:
    assert message.is_finished
    assert all(message.forms)
    for form in message.forms:
        assert filled_in(form) == filled_in(message.source)
    if message.has_plurals:
        assert len(message.forms) == 2
        assert "(s)" not in "".join(message.forms)


@pytest.mark.parametrize("message", FRENCH, ids=str)
def test_a_french_text_keeps_mnemonic_and_ellipsis_and_has_french_typography(message: Message) -> None:
    for form in message.forms:
        assert len(re.findall(r"&\w", form)) == len(re.findall(r"&\w", message.source))
        assert form.endswith("…") == message.source.endswith("…")
        assert form.startswith(" ") == message.source.startswith(" ")
        assert "..." not in form
        assert not re.search(r"[“”\"]", form)
        assert not re.search(rf"[^{NARROW}{WIDE}][;!?»]", form), "a narrow space goes before"
        assert not re.search(rf"[^{NARROW}{WIDE}]:(?!/)", form), "a space that does not break goes before"
        assert not re.search(rf"«(?![{NARROW}{WIDE}])", form), "a space that does not break goes behind"
        assert not re.search(rf"[^{NARROW}{WIDE}]%(?!L?n)", form)
        if "as Qt's dates" not in message.comment:
            assert "'" not in form


def test_no_text_of_the_code_is_overlooked() -> None:
    """The tool lupdate overlooks some calls without a word, and takes some counted texts for plain ones."""
    known = {(message.context, message.source): message for message in FRENCH}
    marked = [each for path in sorted((ROOT / "src").rglob("*.py")) for each in marked_in(path)]
    assert len(marked) > 300
    overlooked = [each for each in marked if (each.context, each.source) not in known]
    assert overlooked == []
    without_plurals = [
        each for each in marked if each.is_counted and not known[each.context, each.source].has_plurals
    ]
    assert without_plurals == []


def test_what_is_shipped_is_what_the_code_says_now(tmp_path: Path) -> None:
    """Gathering and compiling once more changes nothing."""
    tools = Path(sys.executable).parent
    if shutil.which("pyside6-lupdate", path=tools) is None or shutil.which("sh") is None:
        pytest.skip("needs a POSIX shell and the tools of PySide6")
    for language in LANGUAGES:
        shutil.copy(FOLDER / f"reconciler_{language}.ts", tmp_path)
    script = ROOT / "packaging" / "translations.sh"
    environment = {"VENV": str(tools.parent), "PATH": "/usr/bin:/bin"}
    subprocess.run(["sh", script, str(tmp_path)], check=True, timeout=120, env=environment)
    for language in LANGUAGES:
        for suffix in (".ts", ".qm"):
            name = f"reconciler_{language}{suffix}"
            assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), (
                f"{name} is out of date: run packaging/translations.sh and translate what is unfinished"
            )
