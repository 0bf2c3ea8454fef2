"""What the window says of sources in words: languages, formats, what a statement is in its article."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from reconciler.model import StatementKind

WITH_SIGNALS = ("fr", "en")
"""The languages in which figures, dates, quotes and the like are found."""


def language_name(code: str) -> str:
    """Return the name of a language in the interface's language, or its code."""
    return language_names().get(code, code)


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
    return {
        "af": QCoreApplication.translate("messages", "Afrikaans"),
        "ar": QCoreApplication.translate("messages", "Arabic"),
        "az": QCoreApplication.translate("messages", "Azerbaijani"),
        "be": QCoreApplication.translate("messages", "Belarusian"),
        "bg": QCoreApplication.translate("messages", "Bulgarian"),
        "bn": QCoreApplication.translate("messages", "Bengali"),
        "bs": QCoreApplication.translate("messages", "Bosnian"),
        "ca": QCoreApplication.translate("messages", "Catalan"),
        "cs": QCoreApplication.translate("messages", "Czech"),
        "cy": QCoreApplication.translate("messages", "Welsh"),
        "da": QCoreApplication.translate("messages", "Danish"),
        "de": QCoreApplication.translate("messages", "German"),
        "el": QCoreApplication.translate("messages", "Greek"),
        "en": QCoreApplication.translate("messages", "English"),
        "es": QCoreApplication.translate("messages", "Spanish"),
        "et": QCoreApplication.translate("messages", "Estonian"),
        "eu": QCoreApplication.translate("messages", "Basque"),
        "fa": QCoreApplication.translate("messages", "Persian"),
        "fi": QCoreApplication.translate("messages", "Finnish"),
        "fr": QCoreApplication.translate("messages", "French"),
        "ga": QCoreApplication.translate("messages", "Irish"),
        "gl": QCoreApplication.translate("messages", "Galician"),
        "gu": QCoreApplication.translate("messages", "Gujarati"),
        "he": QCoreApplication.translate("messages", "Hebrew"),
        "hi": QCoreApplication.translate("messages", "Hindi"),
        "hr": QCoreApplication.translate("messages", "Croatian"),
        "hu": QCoreApplication.translate("messages", "Hungarian"),
        "hy": QCoreApplication.translate("messages", "Armenian"),
        "id": QCoreApplication.translate("messages", "Indonesian"),
        "is": QCoreApplication.translate("messages", "Icelandic"),
        "it": QCoreApplication.translate("messages", "Italian"),
        "ja": QCoreApplication.translate("messages", "Japanese"),
        "ka": QCoreApplication.translate("messages", "Georgian"),
        "kk": QCoreApplication.translate("messages", "Kazakh"),
        "km": QCoreApplication.translate("messages", "Khmer"),
        "kn": QCoreApplication.translate("messages", "Kannada"),
        "ko": QCoreApplication.translate("messages", "Korean"),
        "ku": QCoreApplication.translate("messages", "Kurdish"),
        "ky": QCoreApplication.translate("messages", "Kyrgyz"),
        "lb": QCoreApplication.translate("messages", "Luxembourgish"),
        "lo": QCoreApplication.translate("messages", "Lao"),
        "lt": QCoreApplication.translate("messages", "Lithuanian"),
        "lv": QCoreApplication.translate("messages", "Latvian"),
        "mk": QCoreApplication.translate("messages", "Macedonian"),
        "ml": QCoreApplication.translate("messages", "Malayalam"),
        "mn": QCoreApplication.translate("messages", "Mongolian"),
        "mr": QCoreApplication.translate("messages", "Marathi"),
        "ms": QCoreApplication.translate("messages", "Malay"),
        "mt": QCoreApplication.translate("messages", "Maltese"),
        "my": QCoreApplication.translate("messages", "Burmese"),
        "ne": QCoreApplication.translate("messages", "Nepali"),
        "nl": QCoreApplication.translate("messages", "Dutch"),
        "no": QCoreApplication.translate("messages", "Norwegian"),
        "pa": QCoreApplication.translate("messages", "Punjabi"),
        "pl": QCoreApplication.translate("messages", "Polish"),
        "ps": QCoreApplication.translate("messages", "Pashto"),
        "pt": QCoreApplication.translate("messages", "Portuguese"),
        "ro": QCoreApplication.translate("messages", "Romanian"),
        "ru": QCoreApplication.translate("messages", "Russian"),
        "si": QCoreApplication.translate("messages", "Sinhala"),
        "sk": QCoreApplication.translate("messages", "Slovak"),
        "sl": QCoreApplication.translate("messages", "Slovenian"),
        "so": QCoreApplication.translate("messages", "Somali"),
        "sq": QCoreApplication.translate("messages", "Albanian"),
        "sr": QCoreApplication.translate("messages", "Serbian"),
        "sv": QCoreApplication.translate("messages", "Swedish"),
        "sw": QCoreApplication.translate("messages", "Swahili"),
        "ta": QCoreApplication.translate("messages", "Tamil"),
        "te": QCoreApplication.translate("messages", "Telugu"),
        "tg": QCoreApplication.translate("messages", "Tajik"),
        "th": QCoreApplication.translate("messages", "Thai"),
        "tl": QCoreApplication.translate("messages", "Tagalog"),
        "tr": QCoreApplication.translate("messages", "Turkish"),
        "uk": QCoreApplication.translate("messages", "Ukrainian"),
        "ur": QCoreApplication.translate("messages", "Urdu"),
        "uz": QCoreApplication.translate("messages", "Uzbek"),
        "vi": QCoreApplication.translate("messages", "Vietnamese"),
        "zh": QCoreApplication.translate("messages", "Chinese"),
        "und": QCoreApplication.translate("messages", "language unknown"),
    }
