"""What stands around a pair counts the same whether all pairs were looked at or some."""

import numpy as np
import pytest
from numpy.typing import NDArray

from reconciler.alignment.surroundings import WITHIN, Surroundings

HEIGHT, WIDTH = 7, 5


def around(values: NDArray[np.float64], row: int, column: int) -> float:
    """Add up what stands around one pair, as it is defined."""
    total = 0.0
    for (other_row, other_column), value in np.ndenumerate(values):
        down, across = abs(other_row - row), abs(other_column - column)
        if 0 < max(down, across) <= WITHIN:
            total += max(value, 0.0) * np.exp(-(down**2 + across**2) / (2 * WITHIN**2))
    return total


@pytest.mark.parametrize("share", [1.0, 0.6])
def test_the_vicinity_is_the_sum_of_what_speaks_for_the_pairs_around(share: float) -> None:
    chance = np.random.default_rng(3)
    looked_at = chance.random((HEIGHT, WIDTH)) <= share
    values = np.where(looked_at, chance.normal(size=(HEIGHT, WIDTH)), 0.0)
    rows, columns = np.nonzero(looked_at)
    found = Surroundings((HEIGHT, WIDTH), rows, columns).vicinity(values[looked_at])
    wanted = [
        around(values, row, column) for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    ]
    assert found == pytest.approx(wanted, abs=1e-12)
