"""What thinc calls of `blis.py`, by NumPy's own product.

The compiled module holds all kernels of BLIS a second time, 17 MB beside those of `blis.cy`. Only pipelines
with a trained model multiply matrices, and NumPy does it as well.
"""

import numpy
from numpy.typing import NDArray

Matrix = NDArray[numpy.floating]


def gemm(  # noqa: PLR0917  # as BLIS has them
    A: Matrix,  # noqa: N803  # names as in BLIS
    B: Matrix,  # noqa: N803
    out: Matrix | None = None,
    trans1: bool = False,
    trans2: bool = False,
    alpha: float = 1.0,
    beta: float = 1.0,
) -> Matrix:
    """Return alpha * A @ B, either turned if asked for, added to `beta` times `out` where that is given."""
    product = numpy.matmul(A.T if trans1 else A, B.T if trans2 else B)
    if alpha != 1.0:
        product *= alpha
    if out is None:
        return product
    if beta == 0.0:
        out[...] = product
    else:
        out *= beta
        out += product
    return out
