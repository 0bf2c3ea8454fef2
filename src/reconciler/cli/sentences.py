"""What the command line says: one sentence each, with what is wrong, where, and what to do."""

from reconciler.errors import Problem, UserError
from reconciler.export.plain import one_line
from reconciler.export.words import words
from reconciler.model import Difference, Source, Verdict, shown_confidence

_PROBLEMS = {
    Problem.NOT_FOUND: "{where}: there is no such file; check the name.",
    Problem.IS_FOLDER: "{where} is a folder; name the files in it.",
    Problem.EMPTY: "{where} holds no text; name a file with an article in it.",
    Problem.BINARY: "{where} is of a kind that can't be read; save it as a page, PDF, Word file or text.",
    Problem.UNREADABLE: "{where} can't be read{detail}; check its permissions, or copy it elsewhere.",
    Problem.TOO_LARGE: "{where} is larger than can be read{detail}; cut the article out of it.",
    Problem.ENCRYPTED: "{where} is protected by a password; save a copy without one and name that.",
    Problem.SCANNED: "{where} has no text in it, only pictures of pages: it needs OCR; name what that gives.",
    Problem.NO_ARTICLE: "{where} has no article in its text; save it as the browser shows it, or its text.",
    Problem.CORRUPT: "{where} is damaged or not complete{detail}; fetch it again, or save it as plain text.",
    Problem.OLD_OFFICE: "{where} is of an old Office format; save it as .docx or plain text and name that.",
    Problem.READER_FAILED: "{where} was more than the reader of its format can take; save it as plain text.",
    Problem.TOO_SLOW: "{where} took too long to read{detail}; cut the article out of it, or save it as text.",
    Problem.TOO_MUCH_MEMORY: "{where} takes too much memory to read{detail}; cut the article out of it.",
    Problem.CHANGED_WHILE_READ: "{where} was being changed while it was read; try again once that has ended.",
    Problem.ARCHIVE_EMPTY: "{where} is an archive with no article in it; name the articles themselves.",
    Problem.ARCHIVE_NESTED: "{where} is an archive inside an archive; unpack it and name what it holds.",
    Problem.ARCHIVE_TOO_LARGE: "{where} unpacks to too much{detail}; unpack it and name the articles.",
    Problem.SEVERAL_ARTICLES: "{where} holds several articles{detail}; unpack it and name one of them.",
    Problem.SAME_AS_ANOTHER: "{where} is byte for byte the same as another of these; name each article once.",
    Problem.BAD_DATE: "“{where}” is not a date; write it like 2023-06-04, 2023-06 or 2023.",
    Problem.NOT_A_DATABASE: "{where} is empty or holds something else; name a file that Reconciler made.",
    Problem.NOT_A_CASE: "{where} is a database of another program; name a file that Reconciler made.",
    Problem.DAMAGED: "{where} is damaged{detail}; go back to a copy of it, or try: reconciler recover.",
    Problem.NEWER_VERSION: "{where} was made by a newer version of Reconciler; install that to open it.",
    Problem.CASE_GONE: "{where} is gone: it was moved, deleted or replaced; name it where it is now.",
    Problem.STRANGE_SCHEMA: (
        "{where} holds what Reconciler did not make{detail}, nothing of it was run; take out the case in it:"
        " reconciler recover."
    ),
    Problem.CASE_TOO_LARGE: "{where} holds more than a case can be opened with; go back to a copy of it.",
    Problem.READ_ONLY: "{where} can't be written; copy it to a place where it can.",
    Problem.LOCKED: "{where} is open in a window of Reconciler{detail}; close it there first.",
    Problem.EXISTS: "{where} is there already and was not touched; choose another name.",
    Problem.DISK_FULL: "{where} could not be written, the disk is full; make room and try again.",
    Problem.WRITE_FAILED: "{where} could not be written{detail}; check the folder and its permissions.",
    Problem.NOTHING_RECOVERED: "{where}: not even an article can be read of it; go back to a copy of it.",
    Problem.LOG_LEFT: (
        "{where} is saved, but the disk has no room to put all into the one file{detail}; keep that beside"
        " it, make room, and open the case once more."
    ),
    Problem.DECIDED_SINCE: "{where}: its matches were decided again since{detail}; look at them first.",
    Problem.OTHER_SOURCES: "{where} compares other articles than this case; name a case of the same ones.",
    Problem.NOT_AN_EXPORT: "{where} is no whole case written by Reconciler{detail}; export it to JSON again.",
    Problem.TOO_FEW_SOURCES: "A comparison needs two articles; name another one beside {where}.",
    Problem.PIPELINE_MISSING: "{where}: no trained pipeline of this name is installed; check the name.",
    Problem.PIPELINE_UNFIT: "{where} can't be used here, it is for {fact}; install another release of it.",
    Problem.PIPELINE_BROKEN: "{where}: this trained pipeline doesn't work{detail}; install it again.",
    Problem.LINK_INVALID: "{where} is no link that can be fetched{detail}; give a http or https address.",
    Problem.LINK_PRIVATE: "{where} leads into a private network{detail}; save the page and name the file.",
    Problem.LINK_PROXY: "{where} would go through a proxy, unchecked; save the page and name the file.",
    Problem.LINK_UNREACHABLE: "{where} can't be reached{detail}; check the address and the connection.",
    Problem.LINK_UNTRUSTED: "{where} can't prove who it is{detail}; look at it in a browser.",
    Problem.LINK_SLOW: "{where} took longer than 20 seconds; save the page and name the file.",
    Problem.LINK_CUT_SHORT: "{where} did not answer as a web server does{detail}; save the page instead.",
    Problem.LINK_REDIRECTS: "{where} sends on and on; save the page from a browser and name the file.",
    Problem.LINK_LOGIN: "{where} asks for a login or a subscription{detail}; save the page as you see it.",
    Problem.LINK_REFUSED: "{where} refuses programs{detail}; save the page from a browser and name the file.",
    Problem.LINK_TOO_OFTEN: "{where} was asked too often{detail}; wait a while, or save the page.",
    Problem.LINK_WITHHELD: "{where} is withheld for legal reasons{detail}; save it where it can be seen.",
    Problem.LINK_GONE: "{where} is not there{detail}; check the address, or look in a web archive.",
    Problem.LINK_SERVER_FAULT: "{where} has trouble of its own{detail}; try again later.",
    Problem.LINK_ANSWER: "{where} answered without a page{detail}; look at it in a browser.",
    Problem.LINK_EMPTY: "{where} holds hardly any text; save the page as you see it in a browser.",
    Problem.LINK_NOT_TEXT: "{where} is no article{detail}; give the address of the page with its text.",
}

_LANGUAGES = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "uk": "Ukrainian",
    "und": "language unknown",
}


def problem_sentence(error: UserError) -> str:
    """Return the one line that tells the user of a problem."""
    detail = f" ({error.detail})" if error.detail else ""
    return one_line(_PROBLEMS[error.problem].format(where=error.where, detail=detail, fact=error.detail))


def source_line(source: Source, statements: int) -> str:
    """Return outlet, date, language and length of a source, in one line."""
    date = source.published or "no date"
    if source.published and source.published_assumed:
        date += " (assumed)"
    language = _LANGUAGES.get(source.language, source.language)
    counted = f"{statements} statement" + ("" if statements == 1 else "s")
    return one_line(" · ".join((source.outlet or "outlet not stated", date, language, counted)))


def difference_words(difference: Difference, longest: int | None = None) -> str:
    """Return what differs, in words: ``attribution lost: “selon le ministère” | nothing``.

    `longest` is how many characters of a side are shown: a quote can be a paragraph.
    """
    return words("en").difference(difference, longest)


def contradiction_words(left: str, right: str, longest: int) -> str:
    """Return that the analyst holds two texts to contradict, with so many characters of each."""
    say = words("en")
    return f"{say('judged_contradicts')}{say('colon')}{say.sides(one_line(left), one_line(right), longest)}"


def standing_words(confidence: float, verdict: Verdict | None) -> str:
    """Return how likely a match is, and what the analyst said of it where they did."""
    percent = round(shown_confidence(confidence) * 100)
    strength = "strong" if percent >= 75 else "likely" if percent >= 50 else "weak"
    return f"{percent} %\n{verdict or strength}"
