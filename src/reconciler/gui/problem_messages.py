"""What is wrong, where, and what to do about it: one sentence for each problem."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from reconciler.errors import Problem, UserError
from reconciler.gui.link_messages import LINK_PROBLEMS
from reconciler.gui.marking import QT_TRANSLATE_NOOP
from reconciler.gui.pipeline_messages import PIPELINE_PROBLEMS

_TEXTS: Mapping[Problem, str] = MappingProxyType(
    {
        Problem.NOT_FOUND: QT_TRANSLATE_NOOP(
            "messages", "There is no file at {where}: check the name, or choose it again."
        ),
        Problem.IS_FOLDER: QT_TRANSLATE_NOOP("messages", "{where} is a folder: choose the files inside it."),
        Problem.EMPTY: QT_TRANSLATE_NOOP(
            "messages", "{where} holds no text: choose a file with an article in it."
        ),
        Problem.BINARY: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is of a kind that can't be read: save the article as a page, PDF, Word file or text.",
        ),
        Problem.UNREADABLE: QT_TRANSLATE_NOOP(
            "messages", "{where} can't be read ({detail}): check its permissions, or copy it elsewhere first."
        ),
        Problem.TOO_LARGE: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is larger than {detail}: cut the article out of it and add that.",
        ),
        Problem.ENCRYPTED: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is protected by a password: save a copy without one and add that.",
        ),
        Problem.SCANNED: QT_TRANSLATE_NOOP(
            "messages",
            "{where} has no text in it, only pictures of pages: it needs OCR; add the text that gives.",
        ),
        Problem.NO_ARTICLE: QT_TRANSLATE_NOOP(
            "messages",
            "{where} has no article in its text: save the page as the browser shows it, or copy its text.",
        ),
        Problem.CORRUPT: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is damaged or not complete: fetch it again, or save it as plain text and add that.",
        ),
        Problem.OLD_OFFICE: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is of an old Office format: save it as .docx or plain text and add that.",
        ),
        Problem.READER_FAILED: QT_TRANSLATE_NOOP(
            "messages",
            "{where} was more than the reader of its format can take: save it as plain text and add that.",
        ),
        Problem.TOO_SLOW: QT_TRANSLATE_NOOP(
            "messages",
            "{where} took longer than {detail} to read: cut the article out of it and add that.",
        ),
        Problem.TOO_MUCH_MEMORY: QT_TRANSLATE_NOOP(
            "messages",
            "{where} takes too much memory to read: cut the article out of it and add that.",
        ),
        Problem.CHANGED_WHILE_READ: QT_TRANSLATE_NOOP(
            "messages",
            "{where} was being changed while it was read: try again once that has ended.",
        ),
        Problem.ARCHIVE_EMPTY: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is an archive with no article in it: add the articles themselves.",
        ),
        Problem.ARCHIVE_NESTED: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is an archive inside an archive: unpack it and add what it holds.",
        ),
        Problem.ARCHIVE_TOO_LARGE: QT_TRANSLATE_NOOP(
            "messages",
            "{where} unpacks to more than is read ({detail}): unpack it and add the articles themselves.",
        ),
        Problem.SEVERAL_ARTICLES: QT_TRANSLATE_NOOP(
            "messages", "{where} holds {detail} articles where one is wanted: unpack it and choose one."
        ),
        Problem.SAME_AS_ANOTHER: QT_TRANSLATE_NOOP(
            "messages", "{where} is already in this case, byte for byte: it was not added again."
        ),
        Problem.BAD_DATE: QT_TRANSLATE_NOOP(
            "messages", "“{where}” is not a date: write it like 2023-06-04, 2023-06 or 4 June 2023."
        ),
        Problem.NOT_A_DATABASE: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is empty or holds something else than a case of Reconciler: open another file.",
        ),
        Problem.NOT_A_CASE: QT_TRANSLATE_NOOP(
            "messages", "{where} is a database of another program: open a case file of Reconciler."
        ),
        Problem.DAMAGED: QT_TRANSLATE_NOOP(
            "messages", "{where} is damaged ({detail}): it was left as it is; open a backup copy of it."
        ),
        Problem.NEWER_VERSION: QT_TRANSLATE_NOOP(
            "messages", "{where} was made by a newer version of Reconciler: install that version to open it."
        ),
        Problem.CASE_GONE: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is no longer there: it was moved, deleted or replaced. Save the case under another "
            "name, or open it where it is now.",
        ),
        Problem.STRANGE_SCHEMA: QT_TRANSLATE_NOOP(
            "messages",
            "{where} holds what Reconciler did not make ({detail}): nothing of it was run or changed.",
        ),
        Problem.CASE_TOO_LARGE: QT_TRANSLATE_NOOP(
            "messages", "{where} holds more than a case can be opened with: open a backup copy of it."
        ),
        Problem.READ_ONLY: QT_TRANSLATE_NOOP(
            "messages", "{where} is open for reading only: save the case under another name to change it."
        ),
        Problem.LOCKED: QT_TRANSLATE_NOOP(
            "messages", "{where} is open in another window: close it there, or open it here for reading only."
        ),
        Problem.EXISTS: QT_TRANSLATE_NOOP("messages", "{where} is there already: choose another name."),
        Problem.DISK_FULL: QT_TRANSLATE_NOOP(
            "messages", "The disk that holds {where} is full: make room, and what waits is saved by itself."
        ),
        Problem.WRITE_FAILED: QT_TRANSLATE_NOOP(
            "messages",
            "{where} could not be written ({detail}): check its permissions; what waits is tried again.",
        ),
        Problem.NOTHING_RECOVERED: QT_TRANSLATE_NOOP(
            "messages", "Not even an article can be read from {where} any more: go back to a copy of it."
        ),
        Problem.LOG_LEFT: QT_TRANSLATE_NOOP(
            "messages",
            "All is saved, but the disk has no room to put it into {where} itself: keep “{detail}” beside "
            "it, make room, and open the case once more.",
        ),
        Problem.DECIDED_SINCE: QT_TRANSLATE_NOOP(
            "messages", "Matches of this act were decided again meanwhile ({detail}): look at them first."
        ),
        Problem.OTHER_SOURCES: QT_TRANSLATE_NOOP(
            "messages", "“{where}” compares other articles than this case. Choose a case of the same ones."
        ),
        Problem.NOT_AN_EXPORT: QT_TRANSLATE_NOOP(
            "messages",
            "“{where}” is no whole case written by Reconciler ({detail}): export it to JSON again.",
        ),
        Problem.TOO_FEW_SOURCES: QT_TRANSLATE_NOOP(
            "messages", "A comparison needs two articles: add another one beside {where}."
        ),
        **LINK_PROBLEMS,
        **PIPELINE_PROBLEMS,
    }
)


def problem_sentence(error: UserError) -> str:
    """Return one sentence that says what is wrong, where, and what to do."""
    text = QCoreApplication.translate("messages", _TEXTS[error.problem])
    return text.format(where=error.where, detail=error.detail)
