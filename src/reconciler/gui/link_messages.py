"""What the window says of links that can't be fetched: what, where, and what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from reconciler.errors import Problem
from reconciler.gui.marking import QT_TRANSLATE_NOOP

LINK_PROBLEMS: Mapping[Problem, str] = MappingProxyType(
    {
        Problem.LINK_INVALID: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is no link that can be fetched: give an address with http or https and no password.",
        ),
        Problem.LINK_PRIVATE: QT_TRANSLATE_NOOP(
            "messages",
            "{where} leads into a private network ({detail}): save the page from a browser and add the file.",
        ),
        Problem.LINK_PROXY: QT_TRANSLATE_NOOP(
            "messages",
            "{where} would go through a proxy, where nothing can be checked: save the page and add the file.",
        ),
        Problem.LINK_UNREACHABLE: QT_TRANSLATE_NOOP(
            "messages",
            "{where} can't be reached ({detail}): check the address and the connection.",
        ),
        Problem.LINK_UNTRUSTED: QT_TRANSLATE_NOOP(
            "messages",
            "{where} can't prove that it is the site it says ({detail}): look at it in a browser.",
        ),
        Problem.LINK_SLOW: QT_TRANSLATE_NOOP(
            "messages",
            "{where} took longer than 20 seconds: try again, or save the page and add the file.",
        ),
        Problem.LINK_CUT_SHORT: QT_TRANSLATE_NOOP(
            "messages",
            "{where} broke off or gave no proper answer ({detail}): try again, or save the page.",
        ),
        Problem.LINK_REDIRECTS: QT_TRANSLATE_NOOP(
            "messages",
            "{where} sends on from page to page, often for want of cookies: save the page from a browser.",
        ),
        Problem.LINK_LOGIN: QT_TRANSLATE_NOOP(
            "messages",
            "{where} asks for a login or a subscription: save the page as you see it, add the file.",
        ),
        Problem.LINK_REFUSED: QT_TRANSLATE_NOOP(
            "messages",
            "{where} refuses programs: save the page from a browser and add the file.",
        ),
        Problem.LINK_TOO_OFTEN: QT_TRANSLATE_NOOP(
            "messages",
            "{where} was asked too often: wait a while, or save the page from a browser and add the file.",
        ),
        Problem.LINK_WITHHELD: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is withheld for legal reasons: save the page where it can be seen and add the file.",
        ),
        Problem.LINK_GONE: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is not there: check the address, or look for the page in a web archive.",
        ),
        Problem.LINK_SERVER_FAULT: QT_TRANSLATE_NOOP(
            "messages",
            "The site of {where} has trouble of its own ({detail}): try again later.",
        ),
        Problem.LINK_ANSWER: QT_TRANSLATE_NOOP(
            "messages",
            "{where} answered without a page ({detail}): look at it in a browser.",
        ),
        Problem.LINK_EMPTY: QT_TRANSLATE_NOOP(
            "messages",
            "{where} holds hardly any text: save the page as you see it in a browser and add the file.",
        ),
        Problem.LINK_NOT_TEXT: QT_TRANSLATE_NOOP(
            "messages",
            "{where} is no article ({detail}): give the address of the page with its text.",
        ),
    }
)
"""The sentences, with places for `where` and `detail`."""
