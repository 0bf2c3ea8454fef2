"""Claims: what the sources say together, as connected components of statements over matches."""

from collections.abc import Iterable, Sequence

from reconciler.model import Claim, ClaimBasis, Match, Standing, Statement, StatementId, Verdict


def build(statements: Sequence[Statement], matches: Iterable[tuple[Match, Standing]]) -> tuple[Claim, ...]:
    """Join the statements by confirmed matches, or by the proposals while nothing is confirmed.

    `statements` are all of the case in its order; claims come in the order of their first
    statement. A statement that nothing joins is a claim of its own if it is of a kind that is
    matched. Rejected and unsure matches join nothing.
    """
    matches = tuple(matches)
    joined = [match for match, standing in matches if standing.verdict is Verdict.CONFIRMED]
    basis = ClaimBasis.CONFIRMED
    if not joined:
        joined = [match for match, standing in matches if standing.verdict is None]
        basis = ClaimBasis.PROPOSED
    roots: dict[StatementId, StatementId] = {}
    for match in joined:
        roots[_root(roots, match.left)] = _root(roots, match.right)
    groups: dict[StatementId, list[StatementId]] = {}
    for statement in statements:
        if statement.id in roots or statement.kind.is_matched:
            groups.setdefault(_root(roots, statement.id), []).append(statement.id)
    return tuple(Claim(tuple(members), basis) for members in groups.values())


def _root(roots: dict[StatementId, StatementId], statement: StatementId) -> StatementId:
    root = statement
    while (above := roots.setdefault(root, root)) != root:
        root = above
    while statement != root:
        above = roots[statement]
        roots[statement] = root
        statement = above
    return root
