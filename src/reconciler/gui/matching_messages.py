"""What the window says of what counts as a match, of aligning again, and of what was learnt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from reconciler.alignment import FEWEST, FEWEST_OF_A_KIND, MIDDLE
from reconciler.gui.evidence_words import reason_word

if TYPE_CHECKING:
    from reconciler.alignment import Lesson, ReasonName
    from reconciler.gui.learning import Ground

ABOUT_EQUAL = 0.15
"""A shift of the log-odds, or a tenth of a scale, that nobody would notice."""
A_LOT = 0.75
LEAST_SCALE_CHANGE = 0.1


@dataclass(frozen=True, slots=True)
class Effect:
    """What aligning again does to what nobody has decided: proposals that go, and new ones."""

    fewer: int
    more: int


def reach_words(reach: float) -> str:
    """Return what a place between "whole statement" (0) and "part of it" (1) makes of a match."""
    if reach <= 0:
        return QCoreApplication.translate(
            "messages", "Two statements match as a whole. What only one of them says counts strongly against."
        )
    if reach < MIDDLE:
        return QCoreApplication.translate(
            "messages", "Rather whole statements. What only one of them says counts against a match."
        )
    if reach == MIDDLE:
        return QCoreApplication.translate(
            "messages", "The usual. A long statement matches a short one if most of the short one is in it."
        )
    if reach < 1:
        return QCoreApplication.translate(
            "messages", "Parts count as well. A statement of which much is in a longer one gains."
        )
    return QCoreApplication.translate(
        "messages", "A part is enough. What two statements share counts, however much one says beside it."
    )


def lesson_words(lesson: "Lesson") -> str:
    """Return what was learnt from how many decisions."""
    parts = [_level_words(lesson.shift), *_worth_words(lesson.scales)]
    between = QCoreApplication.translate("messages", "; ", "between the parts of a sentence")
    return MatchingCounts().learnt(lesson.decisions).format(what=between.join(parts))


def _level_words(shift: float) -> str:
    size = abs(shift)
    if size < ABOUT_EQUAL:
        return QCoreApplication.translate("messages", "you are about as strict as the program")
    if shift < 0:
        return (
            QCoreApplication.translate("messages", "you are a little stricter than the program")
            if size < A_LOT
            else QCoreApplication.translate("messages", "you are stricter than the program")
        )
    return (
        QCoreApplication.translate("messages", "you take a little more for a match than the program")
        if size < A_LOT
        else QCoreApplication.translate("messages", "you take more for a match than the program")
    )


def _worth_words(scales: "Mapping[ReasonName, float]") -> list[str]:
    """Return which reasons count for more and for less than they did, the most changed first."""
    listed = sorted(scales.items(), key=lambda each: (-abs(each[1] - 1.0), each[0]))
    more = [_in_running_text(name) for name, scale in listed if scale >= 1.0 + LEAST_SCALE_CHANGE]
    less = [_in_running_text(name) for name, scale in listed if scale <= 1.0 - LEAST_SCALE_CHANGE]
    words = []
    if less:
        text = QCoreApplication.translate("messages", "counts for less than before: {reasons}")
        words.append(text.format(reasons=_listed(less)))
    if more:
        text = QCoreApplication.translate("messages", "counts for more than before: {reasons}")
        words.append(text.format(reasons=_listed(more)))
    return words


def _in_running_text(name: str) -> str:
    word = reason_word(name)
    return word[:1].lower() + word[1:]


def _listed(words: list[str]) -> str:
    return QCoreApplication.translate("messages", ", ", "between the members of a list").join(words)


def learning_words(ground: "Ground", lesson: "Lesson | None") -> str:
    """Return what is learnt from the decisions so far, or when that will begin."""
    decided = len(ground.judgements)
    if not ground.settings.learn:
        return QCoreApplication.translate("messages", "Off: proposals are ranked as the program came.")
    if decided < FEWEST:
        return MatchingCounts().learns_from(FEWEST).format(so_far=decided)
    if not ground.teaches:
        return QCoreApplication.translate(
            "messages", "Learns once at least {count} matches are confirmed and {count} rejected."
        ).format(count=FEWEST_OF_A_KIND)
    if lesson is None:
        return QCoreApplication.translate("messages", "Learning from your decisions…")
    return lesson_words(lesson)


class MatchingCounts(QObject):
    """Counted things: lupdate takes a text for one with plurals in the methods of an object alone."""

    def learnt(self, decisions: int) -> str:
        """Return what is filled with what was learnt from so many decisions."""
        return self.tr("Learnt from %n decision(s): {what}.", None, decisions)

    def learns_from(self, fewest: int) -> str:
        """Return what is filled with how many decisions there are, of so many that it takes."""
        return self.tr("Learns from %n decision(s) on; {so_far} so far.", None, fewest)

    def changed(self, effect: Effect) -> str:
        """Return how the proposals change."""
        if not effect.fewer and not effect.more:
            return self.tr("the same proposals")
        parts = []
        if effect.fewer:
            parts.append(self.tr("%n proposal(s) less", None, effect.fewer))
        if effect.more and effect.fewer:
            parts.append(self.tr("%n more", "proposals", effect.more))
        elif effect.more:
            parts.append(self.tr("%n proposal(s) more", None, effect.more))
        return ", ".join(parts)

    def aligned_again(self, effect: Effect) -> str:
        """Return what aligning again changed."""
        text = self.tr("Aligned again: {changes}; what you decided stands.")
        return text.format(changes=self.changed(effect))

    def foreseen(self, effect: Effect) -> str:
        """Return what aligning again would change."""
        text = self.tr("Aligning again gives {changes}; what you decided stands.")
        return text.format(changes=self.changed(effect))
