"""A short run of the fuzz harness: a damaged file is an article or a `ReadingError`, never anything else.

The long runs are made by hand (``tests/benchmarks/fuzz_readers.py``).
"""

import pytest
from tests.benchmarks import fuzz_readers

from reconciler.reading.recognise import Format

INPUTS = {Format.DOCX: 20, Format.HTML: 40, Format.MHTML: 40, Format.PDF: 60}


@pytest.mark.parametrize("kind", Format)
def test_a_damaged_file_is_read_or_refused(kind: Format) -> None:
    found, answers = fuzz_readers.first(kind, INPUTS.get(kind, 80))
    assert not found
    # Neither all refused nor all read: the damage reaches the readers, and matters.
    assert len(answers) > 1


def test_an_input_is_the_same_each_time() -> None:
    for kind in Format:
        made = {fuzz_readers.mutated(kind, 1, number) for number in range(20)}
        assert made == {fuzz_readers.mutated(kind, 1, number) for number in range(20)}
        assert len(made) > 10
