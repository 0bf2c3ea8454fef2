"""How far two analysts agree beyond what chance would bring about."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import sqrt

_NORMAL_95 = 1.959963984540054
_NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class Concord:
    """How often two analysts said the same of what both of them judged.

    `kappa` is None where nothing was judged by both, or both always said the same one thing: then
    chance alone would make them agree, and no figure tells the two apart. `low` and `high` are the
    bounds of its 95 % interval, None where these few say nothing of how far chance may go.
    """

    judged: int
    alike: int
    kappa: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def share(self) -> float | None:
        """The share of what both judged on which they agree, between 0 and 1; None where there is nothing."""
        return self.alike / self.judged if self.judged else None


def concord(pairs: Sequence[tuple[Hashable, Hashable]]) -> Concord:
    """Measure the agreement of two analysts, given what each said of every thing that both judged.

    Kappa is (po - pe) / (1 - pe), of the observed share of agreement and the one expected by chance
    from how often each analyst says what: J. Cohen, "A coefficient of agreement for nominal scales",
    Educational and Psychological Measurement 20 (1960), 37-46. Its standard error is the large-sample
    one of J. L. Fleiss, J. Cohen and B. S. Everitt, "Large sample standard errors of kappa and weighted
    kappa", Psychological Bulletin 72 (1969), 323-327, for a kappa that is not zero; the interval is
    1.96 of them to either side, within [-1, 1]. Where that error is nothing, as with two things judged or
    full agreement, there is no interval: one of no width would tell of a certainty that nobody has.
    """
    number = len(pairs)
    cells = Counter(pairs)
    alike = sum(count for (one, other), count in cells.items() if one == other)
    if not number:
        return Concord(0, 0)
    rows, columns = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(rows[each] * columns[each] for each in rows) / number**2
    if expected == 1.0:
        return Concord(number, alike)
    kappa = (alike / number - expected) / (1 - expected)
    # po and pe of the pairs, each weighted as the formula of 1969 does.
    diagonal = sum(
        count / number * (1 - (rows[one] + columns[one]) / number * (1 - kappa)) ** 2
        for (one, other), count in cells.items()
        if one == other
    )
    besides = (1 - kappa) ** 2 * sum(
        count / number * ((columns[one] + rows[other]) / number) ** 2
        for (one, other), count in cells.items()
        if one != other
    )
    spread = max(0.0, diagonal + besides - (kappa - expected * (1 - kappa)) ** 2)
    if spread < _NOTHING:
        return Concord(number, alike, kappa)
    reach = _NORMAL_95 * sqrt(spread / number) / (1 - expected)
    return Concord(number, alike, kappa, max(-1.0, kappa - reach), min(1.0, kappa + reach))
