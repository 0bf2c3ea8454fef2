"""Trained spaCy pipelines that the user has installed, where the analyst wants them used.

A pipeline says which words are names, of what type, and what the dictionary form of a word is; our
rules say the rest, and where a statement begins and ends. This module imports spaCy only to load one:
to list what is installed, nothing of it is run.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from reconciler.errors import Problem, UserError
from reconciler.model import Span
from reconciler.signals import NameType

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_GROUP = "spacy_models"
"""The entry points by which a package says that it holds a trained pipeline."""
_UNUSED = ("parser", "senter", "textcat", "textcat_multilabel")
"""Parts that take time and say nothing of a word; boundaries are those of our own rules."""
_TYPES: Mapping[str, NameType] = MappingProxyType(
    {
        "PER": NameType.PERSON, "PERSON": NameType.PERSON,
        "LOC": NameType.PLACE, "GPE": NameType.PLACE, "FAC": NameType.PLACE,
        "ORG": NameType.ORGANISATION,
        "MISC": NameType.OTHER, "NORP": NameType.OTHER, "EVENT": NameType.OTHER, "LAW": NameType.OTHER,
        "PRODUCT": NameType.OTHER, "WORK_OF_ART": NameType.OTHER,
    }
)  # fmt: skip
"""What the labels of entities mean that are names; other labels are numbers and dates."""
_SMALL = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})
_TRIAL = "A word."


@dataclass(frozen=True, slots=True)
class Installed:
    """A trained pipeline: its name or its folder, its language by ISO 639-1, its version."""

    name: str
    language: str
    version: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a pipeline says of one token.

    An empty `lemma`, and `is_name` None, where it says nothing of it; `name_type` is None for what is
    no name. `is_small` words (articles, prepositions) have no weight of their own.
    """

    lemma: str = ""
    is_name: bool | None = None
    name_type: NameType | None = None
    is_small: bool = False


class WordReader(Protocol):
    """Says of each token of a statement what is known of it; it has a name, and a version or ""."""

    @property
    def name(self) -> str:
        """What it is called where it is installed."""

    @property
    def version(self) -> str:
        """Which release it is."""

    def read(self, text: str, tokens: Sequence[Span]) -> Sequence[Told]:
        """Return what is known, for each token in order.

        Raises:
            UserError: PIPELINE_BROKEN.
        """


def installed() -> tuple[Installed, ...]:
    """Return the pipelines that are installed as packages, by language and name; none is imported."""
    from importlib.metadata import entry_points

    found = {
        point.name: Installed(
            point.name, point.name.partition("_")[0], point.dist.version if point.dist else ""
        )
        for point in entry_points(group=_GROUP)
    }
    return tuple(sorted(found.values(), key=lambda each: (each.language, each.name)))


def described(name: str) -> Installed:
    """Return what a pipeline says of itself, by its name or by the folder that it lies in.

    Raises:
        UserError: PIPELINE_MISSING, PIPELINE_BROKEN.
    """
    for each in installed():
        if each.name == name:
            return each
    path = Path(name) / "meta.json"
    if not path.is_file():
        raise UserError(Problem.PIPELINE_MISSING, name)
    try:
        meta = json.loads(path.read_text(encoding="utf-8"))
        return Installed(name, str(meta["lang"]), str(meta.get("version", "")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(Problem.PIPELINE_BROKEN, name, _words_of(error)) from error


class TrainedReader:
    """Reads statements with a trained pipeline; what was read once is remembered."""

    def __init__(self, nlp: "Language", known: Installed) -> None:
        self._nlp = nlp
        self.name, self.version = known.name, known.version
        # Statements are read for their signals and again for each alignment.
        self._read = lru_cache(maxsize=20_000)(self._told)

    @classmethod
    def load(cls, name: str, language: str) -> "TrainedReader":
        """Load a pipeline by its name or its folder, and try it on a sentence.

        Raises:
            UserError: PIPELINE_MISSING; PIPELINE_UNFIT, it is made for another version of spaCy or
                another language; PIPELINE_BROKEN, with what it says itself.
        """
        known = described(name)
        if known.language != language:
            raise UserError(Problem.PIPELINE_UNFIT, name, known.language)
        import spacy

        try:
            _require_version(name)
            reader = cls(spacy.load(name, exclude=_UNUSED), known)
        except UserError:
            raise
        except Exception as error:  # a package of anyone's: whatever it raises, the program goes on without
            raise UserError(Problem.PIPELINE_BROKEN, name, _words_of(error)) from error
        reader.read(_TRIAL, (Span(0, 1), Span(2, 6), Span(6, 7)))
        return reader

    def read(self, text: str, tokens: Sequence[Span]) -> Sequence[Told]:
        """Return what the pipeline says of each token.

        Raises:
            UserError: PIPELINE_BROKEN, with what it says itself.
        """
        try:
            return self._read(text, tuple(tokens))
        except Exception as error:  # as above
            raise UserError(Problem.PIPELINE_BROKEN, self.name, _words_of(error)) from error

    def _told(self, text: str, tokens: tuple[Span, ...]) -> tuple[Told, ...]:
        from reconciler.language.pipelines import make_doc

        doc = self._nlp(make_doc(self._nlp.vocab, text, tokens))
        by_start = {token.idx: token for token in doc}
        tells_names = doc.has_annotation("ENT_IOB") or doc.has_annotation("POS")
        return tuple(_told_of(doc, by_start[span.start], tells_names=tells_names) for span in tokens)


def _told_of(doc: "Doc", token: "Token", *, tells_names: bool) -> Told:
    name_type = _TYPES.get(token.ent_type_)
    is_name = name_type is not None or (token.pos_ == "PROPN" and token.ent_type_ == "")
    if is_name and name_type is None:
        name_type = NameType.OTHER
    lemma = token.lemma_ if doc.has_annotation("LEMMA") else ""
    # Some leave the token itself as its lemma where they know none; so do our dictionaries.
    return Told(lemma.strip(), is_name if tells_names else None, name_type, token.pos_ in _SMALL)


def _require_version(name: str) -> None:
    """Refuse a pipeline of another spaCy before it is loaded: it would break, or answer nonsense."""
    from importlib import import_module

    from spacy import about
    from spacy.util import is_compatible_version, is_package

    folder = Path(name)
    if is_package(name):
        folder = Path(import_module(name).__file__ or "").parent
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    wanted = str(meta.get("spacy_version", ""))
    if wanted and not is_compatible_version(about.__version__, wanted):
        raise UserError(Problem.PIPELINE_UNFIT, name, f"spaCy {wanted}")


def _words_of(error: Exception) -> str:
    return " ".join(str(error).split())[:160] or type(error).__name__
