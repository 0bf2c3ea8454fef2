"""How good the aligner's model is on sets that it did not see: figures, and a picture of its calibration."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from aligner_fitting import fit
from aligner_sets import Judged, Set, Vector
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

from reconciler.alignment.linking import shown
from reconciler.alignment.model import (
    Weights,
    confidence,
    parts_of,
    same_event,
)

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Scored:
    """The judged pairs of two documents with the confidence of each, and which of them are shown."""

    record: Judged
    sure: Vector
    shown: NDArray[np.bool_]

    @property
    def linked(self) -> Vector:
        """Which are links."""
        return self.record.linked


def scored_by(model: Weights, record: Judged) -> Scored:
    """Score a pair of documents as the program does."""
    sure = confidence(parts_of(record.evidence, record.level, model).total)
    together = float(confidence(np.array(same_event(record.level, model))))
    marks = np.zeros(len(sure), dtype=np.bool_)
    marks[shown(record.evidence, sure, together, model.rule)] = True
    return Scored(record, sure[record.seen], marks[record.seen])


def held_out(sets: list[tuple[Set, list[Judged]]], by_fold: bool) -> Iterator[tuple[Set, list[Scored]]]:
    """Yield each set scored by models that did not see what they are scored on."""
    for one, records in sets:
        if not one.share:
            continue
        groups = sorted({record.group for record in records})
        fold = {group: number % FOLDS for number, group in enumerate(groups)} if by_fold else {}
        scored: list[Scored] = []
        for number in range(FOLDS if by_fold else 1):
            rest = [
                (other, [each for each in some if not _is_held_out(one, other, fold.get(each.group), number)])
                for other, some in sets
            ]
            model = fit(rest)
            tried = (record for record in records if not by_fold or fold[record.group] == number)
            scored += [scored_by(model, record) for record in tried]
        yield one, scored


def _is_held_out(one: Set, other: Set, fold: int | None, number: int) -> bool:
    """Say whether a record of a set must not be seen by the model that one set is scored with."""
    same = one.file == other.file or (one.corpus != "" and one.corpus == other.corpus)
    return same and fold in (None, number)


def picture(scored: list[tuple[Set, list[Scored]]]) -> str:
    """Return the reliability plot as SVG: one line a set, the share that was right by confidence shown."""
    inks = ("#00795C", "#0B5FA5", "#C27A00", "#8A6BA8", "#B4532A", "#22252A", "#5B8DB8")
    size = 'width="620" height="460" font-family="sans-serif" font-size="12"'
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" {size}>']
    lines.append('<rect width="620" height="460" fill="#FFFFFF"/>')
    lines.append('<path d="M60 420 L420 60" stroke="#7A7F87" stroke-dasharray="4 4"/>')
    lines.append('<path d="M60 60 V420 H420" fill="none" stroke="#22252A"/>')
    for tenth in range(0, 11, 2):
        at = 36 * tenth
        lines.append(f'<text x="{60 + at}" y="438" text-anchor="middle">{10 * tenth} %</text>')
        lines.append(f'<text x="52" y="{424 - at}" text-anchor="end">{10 * tenth} %</text>')
    lines.append('<text x="240" y="454" text-anchor="middle">confidence shown</text>')
    lines.append('<text x="60" y="44">right, of what was shown (at least 8 a point)</text>')
    drawn = [(one, records) for one, records in scored if any(each.linked.any() for each in records)]
    for number, (one, records) in enumerate(drawn):
        ink = inks[number % len(inks)]
        points = [f"{60 + 360 * sure:.0f},{420 - 360 * right:.0f}" for sure, right in _reliability(records)]
        lines.append(f'<polyline points="{" ".join(points)}" fill="none" stroke="{ink}" stroke-width="2"/>')
        lines += [
            f'<circle cx="{point.split(",")[0]}" cy="{point.split(",")[1]}" r="4" fill="{ink}"/>'
            for point in points
        ]
        lines.append(f'<text x="440" y="{80 + 22 * number}" fill="{ink}">{one.file}</text>')
    return "\n".join([*lines, "</svg>", ""])


def _reliability(records: list[Scored]) -> Iterator[tuple[float, float]]:
    linked = np.concatenate([each.linked[each.shown] for each in records])
    shown = np.concatenate([each.sure[each.shown] for each in records])
    place = np.minimum((shown * 10).astype(int), 9)
    for one in np.unique(place):
        if (place == one).sum() >= 8:
            yield float(shown[place == one].mean()), float(linked[place == one].mean())


def figures(scored: list[Scored]) -> str:
    """Return F1, average precision, the error of calibration of what is shown, and false links a pair."""
    linked = np.concatenate([each.linked for each in scored])
    sure = np.concatenate([each.sure for each in scored])
    proposed = np.concatenate([each.shown for each in scored])
    missed = sum(each.record.missed for each in scored)
    right = float((linked * proposed).sum())
    f1 = 2 * right / max(proposed.sum() + linked.sum() + missed, 1)
    truth, scores = np.append(linked, np.ones(missed)), np.append(sure, np.zeros(missed))
    precision = average_precision_score(truth, scores) if truth.any() else float("nan")
    wrong = (proposed.sum() - right) / len(scored)
    error = _calibration_error(linked[proposed], sure[proposed])
    return f"F1 {f1:.3f}  AP {precision:.3f}  ECE {error:.3f}  false links a pair {wrong:.2f}"


def _calibration_error(truth: Vector, sure: Vector, bins: int = 10) -> float:
    if not len(sure):
        return float("nan")
    place = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = (
        abs(truth[place == one].mean() - sure[place == one].mean()) * (place == one).mean()
        for one in np.unique(place)
    )
    return float(sum(gaps))
