"""What the window says of trained spaCy pipelines that can't be used: what, where, and what to do."""

from PySide6.QtCore import QCoreApplication

from reconciler.errors import Problem


def pipeline_problem_texts() -> dict[Problem, str]:
    """Return the sentences, with places for `where` and `detail`."""
    return {
        Problem.PIPELINE_MISSING: QCoreApplication.translate(
            "messages",
            "The trained pipeline {where} is not installed any more: the built-in rules are used. "
            "Install it again, or choose another.",
        ),
        Problem.PIPELINE_UNFIT: QCoreApplication.translate(
            "messages",
            "The trained pipeline {where} is for {detail}: the built-in rules are used. "
            "Install another release of it, or choose another.",
        ),
        Problem.PIPELINE_BROKEN: QCoreApplication.translate(
            "messages",
            "The trained pipeline {where} doesn't work ({detail}): the built-in rules are used. "
            "Install it again, or choose another.",
        ),
    }
