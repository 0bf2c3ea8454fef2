"""Asks for addresses to fetch: nothing is asked of any site before Enter."""

from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reconciler.gui.arrivals import LinkArrival, completed_link
from reconciler.gui.dialogs.parts import fit_height, text_label

LINES = 3


class AddLinkDialog(QDialog):
    """`links_accepted` carries the addresses, one arrival each."""

    links_accepted = Signal(object)

    def __init__(self, addresses: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("add_link")
        self.setWindowTitle(self.tr("Add link"))
        label = text_label(self.tr("Address of the article, or several, one in each line:"), self)
        self.field = AddressField(addresses, self)
        self._sites = text_label("", self)
        self._sites.setMinimumHeight(self.fontMetrics().lineSpacing() + 4)
        note = text_label(
            self.tr(
                "The page at the address is fetched, and nothing that it refers to: no pictures, no scripts, "
                "no cookies. The site sees the address of this machine, as it would with a browser."
            ),
            self,
            role="quiet",
        )
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._fetch = QPushButton(self.tr("Fetch"), self)
        self._fetch.setProperty("role", "primary")
        self._fetch.setDefault(True)
        self._fetch.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self._fetch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        for part in (label, self.field, self._sites, note):
            layout.addWidget(part)
        layout.addLayout(foot)
        self.field.textChanged.connect(self._explain)
        self.field.entered.connect(self.accept)
        self._explain()
        fit_height(self, 580)
        self.field.setFocus()
        self.field.selectAll()

    def links(self) -> tuple[LinkArrival, ...]:
        """Return the addresses, each once."""
        typed = (completed_link(line) for line in self.field.toPlainText().split("\n") if line.strip())
        return tuple(LinkArrival(link) for link in dict.fromkeys(typed))

    def accept(self) -> None:
        """Hand the addresses over."""
        links = self.links()
        if links and self._fetch.isEnabled():
            super().accept()
            self.links_accepted.emit(links)

    def _explain(self) -> None:
        """Say which sites would be asked."""
        links = self.links()
        sites = [site_of(link.url) for link in links]
        if not links:
            words, problem = "", False
        elif None in sites:
            wrong = links[sites.index(None)].url[:80]
            words, problem = (
                self.tr("“{address}” is no address with http or https.").format(address=wrong),
                True,
            )
        else:
            names = ", ".join(dict.fromkeys(site for site in sites if site))
            words, problem = self.tr("Will be asked: {sites}").format(sites=names), False
        self._fetch.setEnabled(bool(links) and not problem)
        self._sites.setText(words)
        self._sites.setProperty("role", "alarm" if problem else "")
        self._sites.style().unpolish(self._sites)
        self._sites.style().polish(self._sites)


class AddressField(QPlainTextEdit):
    """A few lines; Enter is done, Shift+Enter begins another line."""

    entered = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(self.tr("Addresses"))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setPlaceholderText("https://")
        self.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for the end."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def site_of(address: str) -> str | None:
    """Return the site that an address leads to as it is asked for, or None for what is no address."""
    try:
        parts = urlsplit(address)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            return None
        return parts.hostname.encode("idna").decode("ascii")
    except ValueError:
        return None
