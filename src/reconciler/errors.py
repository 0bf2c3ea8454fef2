"""Failures.

    ReconcilerError
    ├── UserError            the user can mend it: what, where and what to do
    │   ├── ReadingError     an article could not be read
    │   └── CaseError        a case file could not be opened or written
    │       └── NotSavedError    an act was not written; nothing in memory changed
    └── Cancelled            the user stopped a long piece of work

Anything else that is raised is a fault of ours.

The core raises a `Problem` with its facts, never a sentence: `gui.messages` and `cli` put it
into words.
"""

from enum import StrEnum


class Problem(StrEnum):
    """What went wrong, as far as the user can do something about it."""

    NOT_FOUND = "not_found"
    IS_FOLDER = "is_folder"
    EMPTY = "empty"
    BINARY = "binary"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    ENCRYPTED = "encrypted"
    SCANNED = "scanned"
    NO_ARTICLE = "no_article"
    CORRUPT = "corrupt"
    OLD_OFFICE = "old_office"
    READER_FAILED = "reader_failed"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    CHANGED_WHILE_READ = "changed_while_read"
    ARCHIVE_EMPTY = "archive_empty"
    ARCHIVE_NESTED = "archive_nested"
    ARCHIVE_TOO_LARGE = "archive_too_large"
    SEVERAL_ARTICLES = "several_articles"
    SAME_AS_ANOTHER = "same_as_another"
    BAD_DATE = "bad_date"
    NOT_A_DATABASE = "not_a_database"
    NOT_A_CASE = "not_a_case"
    DAMAGED = "damaged"
    NEWER_VERSION = "newer_version"
    CASE_GONE = "case_gone"
    STRANGE_SCHEMA = "strange_schema"
    CASE_TOO_LARGE = "case_too_large"
    READ_ONLY = "read_only"
    LOCKED = "locked"
    EXISTS = "exists"
    DISK_FULL = "disk_full"
    WRITE_FAILED = "write_failed"
    LOG_LEFT = "log_left"
    NOTHING_RECOVERED = "nothing_recovered"
    TOO_FEW_SOURCES = "too_few_sources"
    DECIDED_SINCE = "decided_since"
    OTHER_SOURCES = "other_sources"
    NOT_AN_EXPORT = "not_an_export"
    PIPELINE_MISSING = "pipeline_missing"
    PIPELINE_UNFIT = "pipeline_unfit"
    PIPELINE_BROKEN = "pipeline_broken"
    LINK_INVALID = "link_invalid"
    LINK_PRIVATE = "link_private"
    LINK_PROXY = "link_proxy"
    LINK_UNREACHABLE = "link_unreachable"
    LINK_UNTRUSTED = "link_untrusted"
    LINK_SLOW = "link_slow"
    LINK_CUT_SHORT = "link_cut_short"
    LINK_REDIRECTS = "link_redirects"
    LINK_LOGIN = "link_login"
    LINK_REFUSED = "link_refused"
    LINK_TOO_OFTEN = "link_too_often"
    LINK_WITHHELD = "link_withheld"
    LINK_GONE = "link_gone"
    LINK_SERVER_FAULT = "link_server_fault"
    LINK_ANSWER = "link_answer"
    LINK_EMPTY = "link_empty"
    LINK_NOT_TEXT = "link_not_text"


class ReconcilerError(Exception):
    """The root of all failures that this program names."""


class UserError(ReconcilerError):
    """Something the user can mend.

    `where` names the file or the thing concerned, `detail` adds a fact (a size, a version, the
    system's own word) that the sentence may quote.
    """

    def __init__(self, problem: Problem, where: str, detail: str = "") -> None:
        super().__init__(f"{problem}: {where}" + (f" ({detail})" if detail else ""))
        self.problem = problem
        self.where = where
        self.detail = detail


class ReadingError(UserError):
    """An article could not be read."""


class CaseError(UserError):
    """A case file could not be opened or written."""


class NotSavedError(CaseError):
    """An act could not be written to disk. Nothing in memory has changed; trying again is safe."""


class Cancelled(ReconcilerError):
    """Long work stopped because the user asked for it."""
