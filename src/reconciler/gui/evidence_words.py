"""What evidence is called: kinds of signal and difference, causes, reasons and their weight."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from reconciler.gui.marking import QT_TRANSLATE_NOOP
from reconciler.gui.messages import listed
from reconciler.model import Difference, Outcome, SignalKind

LEAST_SAID = 0.15
"""Log-odds below which a reason says next to nothing: four hundredths at an even chance."""

_KINDS: Mapping[SignalKind, str] = MappingProxyType(
    {
        SignalKind.QUOTE: QT_TRANSLATE_NOOP("messages", "quote"),
        SignalKind.FIGURE: QT_TRANSLATE_NOOP("messages", "figure"),
        SignalKind.DATE: QT_TRANSLATE_NOOP("messages", "date"),
        SignalKind.NAME: QT_TRANSLATE_NOOP("messages", "name"),
        SignalKind.ATTRIBUTION: QT_TRANSLATE_NOOP("messages", "attribution"),
        SignalKind.CERTAINTY: QT_TRANSLATE_NOOP("messages", "certainty"),
        SignalKind.NEGATION: QT_TRANSLATE_NOOP("messages", "negation"),
    }
)


def kind_word(kind: SignalKind) -> str:
    """Return what a kind of signal, and of difference, is called."""
    return QCoreApplication.translate("messages", _KINDS[kind])


def kind_title(kind: SignalKind) -> str:
    """Return what a kind of signal is called at the beginning of a line."""
    word = kind_word(kind)
    return word[:1].upper() + word[1:]


def kind_words(kinds: Iterable[SignalKind]) -> str:
    """Return several kinds of signal as a list, in the order of the kinds."""
    among = set(kinds)
    return listed(kind_word(kind) for kind in SignalKind if kind in among)


def agreement_words(agreeing: Iterable[Difference]) -> str:
    """Return in what two statements agree, with why where they don't say the very same: figure (rounding)."""
    causes: dict[SignalKind, list[str]] = {}
    for each in agreeing:
        of_kind = causes.setdefault(each.kind, [])
        if each.cause and cause_word(each.cause) not in of_kind:
            of_kind.append(cause_word(each.cause))
    return listed(
        f"{kind_word(kind)} ({listed(causes[kind])})" if causes[kind] else kind_word(kind)
        for kind in SignalKind
        if kind in causes
    )


def outcome_word(outcome: Outcome, given: str = "") -> str:
    """Return how a signal compares across a match; `given` is the letter of the one source that has it."""
    match outcome:
        case Outcome.AGREES:
            return QCoreApplication.translate("messages", "agrees")
        case Outcome.DIFFERS:
            return QCoreApplication.translate("messages", "differs")
        case Outcome.MISSING:
            return QCoreApplication.translate("messages", "only in {letter}").format(letter=given)


_CAUSES: Mapping[str, str] = MappingProxyType(
    {
        "contradiction": QT_TRANSLATE_NOOP("messages", "contradiction"),
        "revision": QT_TRANSLATE_NOOP("messages", "contradiction or revision"),
        "other_scope": QT_TRANSLATE_NOOP("messages", "other scope"),
        "rounding": QT_TRANSLATE_NOOP("messages", "rounding"),
        "bound": QT_TRANSLATE_NOOP("messages", "within the bound"),
        "coarser": QT_TRANSLATE_NOOP("messages", "less exact"),
        "attribution_lost": QT_TRANSLATE_NOOP("messages", "attribution lost"),
        "other_source": QT_TRANSLATE_NOOP("messages", "other source"),
        "hedge_lost": QT_TRANSLATE_NOOP("messages", "hedge lost"),
        "quote_changed": QT_TRANSLATE_NOOP("messages", "quote changed"),
        "quote_shortened": QT_TRANSLATE_NOOP("messages", "quote shortened"),
        "quote_paraphrased": QT_TRANSLATE_NOOP("messages", "in other words"),
        "quote_marks_lost": QT_TRANSLATE_NOOP("messages", "quotation marks lost"),
    }
)


def cause_word(cause: str) -> str:
    """Return why two statements differ in a signal."""
    known = _CAUSES.get(cause)
    return QCoreApplication.translate("messages", known) if known else cause.replace("_", " ")


def difference_title(kind: SignalKind, cause: str | None) -> tuple[str, str]:
    """Return what a difference is called and its cause; the cause alone where it says the kind as well."""
    word = cause_word(cause) if cause else ""
    if word.startswith(kind_word(kind)):
        return word[:1].upper() + word[1:], ""
    return kind_title(kind), word


_ABSENT: Mapping[SignalKind, str] = MappingProxyType(
    {
        SignalKind.QUOTE: QT_TRANSLATE_NOOP("messages", "not quoted"),
        SignalKind.ATTRIBUTION: QT_TRANSLATE_NOOP("messages", "nobody named"),
        SignalKind.CERTAINTY: QT_TRANSLATE_NOOP("messages", "plainly said"),
        SignalKind.NEGATION: QT_TRANSLATE_NOOP("messages", "not denied"),
    }
)


_NOT_GIVEN: str = QT_TRANSLATE_NOOP("messages", "not given")


def absent_word(kind: SignalKind) -> str:
    """Return what stands in the place of a signal on the side that does not have it."""
    return QCoreApplication.translate("messages", _ABSENT.get(kind, _NOT_GIVEN))


_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "words": QT_TRANSLATE_NOOP("messages", "Words"),
        "names": QT_TRANSLATE_NOOP("messages", "Names"),
        "numbers": QT_TRANSLATE_NOOP("messages", "Figures"),
        "wording": QT_TRANSLATE_NOOP("messages", "Wording"),
        "neighbours": QT_TRANSLATE_NOOP("messages", "Neighbours"),
        "place": QT_TRANSLATE_NOOP("messages", "Place in the article"),
        "dates": QT_TRANSLATE_NOOP("messages", "Dates"),
        "third_source": QT_TRANSLATE_NOOP("messages", "Third source"),
        "articles": QT_TRANSLATE_NOOP("messages", "Starting point"),
        "reach": QT_TRANSLATE_NOOP("messages", "Whole or part"),
        "learnt": QT_TRANSLATE_NOOP("messages", "Your decisions"),
        "only_counterpart": QT_TRANSLATE_NOOP("messages", "Stands out"),
    }
)


def reason_word(name: str) -> str:
    """Return what one part of a proposal's explanation is called; it may speak for a match or against."""
    known = _REASONS.get(name)
    return QCoreApplication.translate("messages", known) if known else name.replace("_", " ")


_HINTS: Mapping[str, str] = MappingProxyType(
    {
        "words": QT_TRANSLATE_NOOP("messages", "Words that both have; rare ones count for more."),
        "names": QT_TRANSLATE_NOOP("messages", "Names that both have."),
        "numbers": QT_TRANSLATE_NOOP("messages", "Equal figures, or other ones on both sides."),
        "wording": QT_TRANSLATE_NOOP("messages", "How close the very wording is."),
        "neighbours": QT_TRANSLATE_NOOP("messages", "Whether the statements around match as well."),
        "place": QT_TRANSLATE_NOOP(
            "messages", "Whether both stand in the same part of their article, as its title for one."
        ),
        "dates": QT_TRANSLATE_NOOP("messages", "The same day, or another one on both sides."),
        "third_source": QT_TRANSLATE_NOOP("messages", "Whether a third source has the like."),
        "articles": QT_TRANSLATE_NOOP(
            "messages",
            "What any two statements of these articles begin with, by what the articles share.",
        ),
        "reach": QT_TRANSLATE_NOOP("messages", "What this case counts as a match."),
        "learnt": QT_TRANSLATE_NOOP("messages", "What your decisions taught the program."),
    }
)


def reason_hint(name: str) -> str:
    """Return what a part of a proposal's explanation looks at, in a sentence; empty for one of old."""
    known = _HINTS.get(name)
    return QCoreApplication.translate("messages", known) if known else ""


def says_something(value: float) -> bool:
    """Whether what a reason adds to the log-odds is worth a word."""
    return abs(value) >= LEAST_SAID


def weight_word(value: float) -> str:
    """Return how much a reason says for or against a match, from what it adds to the log-odds."""
    size = abs(value)
    if not says_something(value):
        return QCoreApplication.translate("messages", "says next to nothing")
    little, some, much = (
        (
            QCoreApplication.translate("messages", "speaks a little for it"),
            QCoreApplication.translate("messages", "speaks for it"),
            QCoreApplication.translate("messages", "speaks strongly for it"),
        )
        if value > 0
        else (
            QCoreApplication.translate("messages", "speaks a little against it"),
            QCoreApplication.translate("messages", "speaks against it"),
            QCoreApplication.translate("messages", "speaks strongly against it"),
        )
    )
    return little if size < 0.75 else some if size < 2.0 else much
