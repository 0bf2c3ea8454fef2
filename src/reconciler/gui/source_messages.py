"""What the window says of sources in words: languages, formats, what a statement is in its article."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from reconciler.gui.marking import QT_TRANSLATE_NOOP
from reconciler.model import StatementKind

WITH_SIGNALS = ("fr", "en")
"""The languages in which figures, dates, quotes and the like are found."""
_LANGUAGES: Mapping[str, str] = {
    "af": QT_TRANSLATE_NOOP("messages", "Afrikaans"),
    "ar": QT_TRANSLATE_NOOP("messages", "Arabic"),
    "az": QT_TRANSLATE_NOOP("messages", "Azerbaijani"),
    "be": QT_TRANSLATE_NOOP("messages", "Belarusian"),
    "bg": QT_TRANSLATE_NOOP("messages", "Bulgarian"),
    "bn": QT_TRANSLATE_NOOP("messages", "Bengali"),
    "bs": QT_TRANSLATE_NOOP("messages", "Bosnian"),
    "ca": QT_TRANSLATE_NOOP("messages", "Catalan"),
    "cs": QT_TRANSLATE_NOOP("messages", "Czech"),
    "cy": QT_TRANSLATE_NOOP("messages", "Welsh"),
    "da": QT_TRANSLATE_NOOP("messages", "Danish"),
    "de": QT_TRANSLATE_NOOP("messages", "German"),
    "el": QT_TRANSLATE_NOOP("messages", "Greek"),
    "en": QT_TRANSLATE_NOOP("messages", "English"),
    "es": QT_TRANSLATE_NOOP("messages", "Spanish"),
    "et": QT_TRANSLATE_NOOP("messages", "Estonian"),
    "eu": QT_TRANSLATE_NOOP("messages", "Basque"),
    "fa": QT_TRANSLATE_NOOP("messages", "Persian"),
    "fi": QT_TRANSLATE_NOOP("messages", "Finnish"),
    "fr": QT_TRANSLATE_NOOP("messages", "French"),
    "ga": QT_TRANSLATE_NOOP("messages", "Irish"),
    "gl": QT_TRANSLATE_NOOP("messages", "Galician"),
    "gu": QT_TRANSLATE_NOOP("messages", "Gujarati"),
    "he": QT_TRANSLATE_NOOP("messages", "Hebrew"),
    "hi": QT_TRANSLATE_NOOP("messages", "Hindi"),
    "hr": QT_TRANSLATE_NOOP("messages", "Croatian"),
    "hu": QT_TRANSLATE_NOOP("messages", "Hungarian"),
    "hy": QT_TRANSLATE_NOOP("messages", "Armenian"),
    "id": QT_TRANSLATE_NOOP("messages", "Indonesian"),
    "is": QT_TRANSLATE_NOOP("messages", "Icelandic"),
    "it": QT_TRANSLATE_NOOP("messages", "Italian"),
    "ja": QT_TRANSLATE_NOOP("messages", "Japanese"),
    "ka": QT_TRANSLATE_NOOP("messages", "Georgian"),
    "kk": QT_TRANSLATE_NOOP("messages", "Kazakh"),
    "km": QT_TRANSLATE_NOOP("messages", "Khmer"),
    "kn": QT_TRANSLATE_NOOP("messages", "Kannada"),
    "ko": QT_TRANSLATE_NOOP("messages", "Korean"),
    "ku": QT_TRANSLATE_NOOP("messages", "Kurdish"),
    "ky": QT_TRANSLATE_NOOP("messages", "Kyrgyz"),
    "lb": QT_TRANSLATE_NOOP("messages", "Luxembourgish"),
    "lo": QT_TRANSLATE_NOOP("messages", "Lao"),
    "lt": QT_TRANSLATE_NOOP("messages", "Lithuanian"),
    "lv": QT_TRANSLATE_NOOP("messages", "Latvian"),
    "mk": QT_TRANSLATE_NOOP("messages", "Macedonian"),
    "ml": QT_TRANSLATE_NOOP("messages", "Malayalam"),
    "mn": QT_TRANSLATE_NOOP("messages", "Mongolian"),
    "mr": QT_TRANSLATE_NOOP("messages", "Marathi"),
    "ms": QT_TRANSLATE_NOOP("messages", "Malay"),
    "mt": QT_TRANSLATE_NOOP("messages", "Maltese"),
    "my": QT_TRANSLATE_NOOP("messages", "Burmese"),
    "ne": QT_TRANSLATE_NOOP("messages", "Nepali"),
    "nl": QT_TRANSLATE_NOOP("messages", "Dutch"),
    "no": QT_TRANSLATE_NOOP("messages", "Norwegian"),
    "pa": QT_TRANSLATE_NOOP("messages", "Punjabi"),
    "pl": QT_TRANSLATE_NOOP("messages", "Polish"),
    "ps": QT_TRANSLATE_NOOP("messages", "Pashto"),
    "pt": QT_TRANSLATE_NOOP("messages", "Portuguese"),
    "ro": QT_TRANSLATE_NOOP("messages", "Romanian"),
    "ru": QT_TRANSLATE_NOOP("messages", "Russian"),
    "si": QT_TRANSLATE_NOOP("messages", "Sinhala"),
    "sk": QT_TRANSLATE_NOOP("messages", "Slovak"),
    "sl": QT_TRANSLATE_NOOP("messages", "Slovenian"),
    "so": QT_TRANSLATE_NOOP("messages", "Somali"),
    "sq": QT_TRANSLATE_NOOP("messages", "Albanian"),
    "sr": QT_TRANSLATE_NOOP("messages", "Serbian"),
    "sv": QT_TRANSLATE_NOOP("messages", "Swedish"),
    "sw": QT_TRANSLATE_NOOP("messages", "Swahili"),
    "ta": QT_TRANSLATE_NOOP("messages", "Tamil"),
    "te": QT_TRANSLATE_NOOP("messages", "Telugu"),
    "tg": QT_TRANSLATE_NOOP("messages", "Tajik"),
    "th": QT_TRANSLATE_NOOP("messages", "Thai"),
    "tl": QT_TRANSLATE_NOOP("messages", "Tagalog"),
    "tr": QT_TRANSLATE_NOOP("messages", "Turkish"),
    "uk": QT_TRANSLATE_NOOP("messages", "Ukrainian"),
    "ur": QT_TRANSLATE_NOOP("messages", "Urdu"),
    "uz": QT_TRANSLATE_NOOP("messages", "Uzbek"),
    "vi": QT_TRANSLATE_NOOP("messages", "Vietnamese"),
    "zh": QT_TRANSLATE_NOOP("messages", "Chinese"),
    "und": QT_TRANSLATE_NOOP("messages", "language unknown"),
}


def language_name(code: str) -> str:
    """Return the name of a language in the interface's language, or its code."""
    return QCoreApplication.translate("messages", _LANGUAGES[code]) if code in _LANGUAGES else code


def language_words(code: str) -> str:
    """Return the name of a source's language; one in which no signals are found is called so."""
    if code in WITH_SIGNALS:
        return language_name(code)
    return QCoreApplication.translate("messages", "{language} (no signals)").format(
        language=language_name(code)
    )


def without_signals(codes: Iterable[str]) -> str:
    """Return a sentence on the languages among these in which no signals are found, or nothing."""
    names = sorted({language_name(code) for code in codes if code not in WITH_SIGNALS})
    if not names:
        return ""
    listed = QCoreApplication.translate("messages", ", ", "between the members of a list").join(names)
    return QCoreApplication.translate(
        "messages",
        "Figures, dates, quotes and the like are found in French and English only, not in: {languages}.",
    ).format(languages=listed)


def statement_kind_word(kind: StatementKind) -> str:
    """Return what a statement is in its article."""
    words = {
        StatementKind.TITLE: QCoreApplication.translate("messages", "title"),
        StatementKind.HEADING: QCoreApplication.translate("messages", "heading"),
        StatementKind.LEAD: QCoreApplication.translate("messages", "lead"),
        StatementKind.SENTENCE: QCoreApplication.translate("messages", "sentence"),
        StatementKind.BOILERPLATE: QCoreApplication.translate("messages", "not part of the article"),
        StatementKind.METADATA: QCoreApplication.translate("messages", "date, byline or address"),
    }
    return words[kind]


def media_type_name(media_type: str) -> str:
    """Return what a format is called, or the type as it is registered."""
    names = {
        "text/plain": QCoreApplication.translate("messages", "Plain text"),
        "text/markdown": "Markdown",
        "text/html": QCoreApplication.translate("messages", "Web page (HTML)"),
        "multipart/related": QCoreApplication.translate("messages", "Saved web page (MHTML)"),
        "application/pdf": "PDF",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": QCoreApplication.translate(
            "messages", "Word document (DOCX)"
        ),
        "application/vnd.oasis.opendocument.text": QCoreApplication.translate(
            "messages", "OpenDocument text (ODT)"
        ),
        "application/rtf": QCoreApplication.translate("messages", "Rich text (RTF)"),
        "message/rfc822": QCoreApplication.translate("messages", "Mail (EML)"),
    }
    return names.get(media_type, media_type)


def size_words(size: int) -> str:
    """Return so many bytes as people write them."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def language_names() -> Mapping[str, str]:
    """Return the names in the interface's language, by ISO 639-1 code."""
    return {code: language_name(code) for code in _LANGUAGES}
