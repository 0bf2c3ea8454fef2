"""The style sheet over Qt's Fusion style: made from a theme, used by the whole window."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from reconciler.gui.theme import Theme
from reconciler.resources import resource_path

FRAME = QSize(8, 40)
"""What a desktop puts around a window, in pixels."""
_SHEET = """
* {{ outline: none; }}
QMainWindow, QWidget#workspace, StartPage, StartPage > QWidget > QWidget {{ background: {ground}; }}
QToolTip {{ color: {text}; background: {raised}; border: 1px solid {line}; padding: 4px 6px; }}
QMenuBar {{ background: {page}; color: {text}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 5px 9px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {raised}; }}
QMenu {{ background: {page}; color: {text}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_fill}; color: {text}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolBar {{ background: {page}; border: none; border-bottom: 1px solid {line};
    padding: 4px 12px; spacing: 4px; }}
QToolBar::separator {{ background: transparent; width: 10px; }}
QStatusBar {{ background: {page}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QSplitter::handle {{ background: {line}; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {heading}pt; font-weight: 600; }}
QLabel[role="quiet"] {{ color: {quiet}; }}
QLabel[role="alarm"] {{ color: {alarm}; font-weight: 600; }}
NoticeBar > QFrame[role="notice"] {{ background: {differs_fill}; border: none;
    border-bottom: 1px solid {line}; }}
NoticeBar > QFrame[role="alarm"] {{ background: {alarm_fill}; border: none;
    border-bottom: 1px solid {line}; }}
QPushButton {{ background: {raised}; color: {text}; border: 1px solid {line}; border-radius: 4px;
    padding: 4px 12px; }}
QPushButton:hover {{ background: {line}; }}
QPushButton:focus {{ border: 1px solid {accent}; }}
QPushButton:disabled {{ color: {faint}; background: {ground}; }}
QPushButton:checked {{ background: {accent_fill}; border-color: {accent}; }}
QPushButton[role="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent};
    font-weight: 600; }}
QPushButton[role="primary"]:disabled {{ color: {faint}; background: {raised}; border-color: {line}; }}
QPushButton[role="primary"]:hover:enabled {{ background: {accent_strong}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[role="chip"] {{ border-radius: 9px; padding: 2px 9px; background: {raised};
    border: 1px solid {raised}; }}
QPushButton[role="chip"]:hover {{ border-color: {quiet}; }}
QPushButton[role="chip"]:checked {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton[role="chip"]:focus {{ border: 1px solid {accent}; }}
QPushButton[role="chip"]:checked:focus {{ border: 2px solid {text}; }}
FilterChips QPushButton {{ padding: 2px 7px; min-height: 18px; }}
QueueList {{ background: transparent; }}
QPushButton[role="quiet"] {{ background: transparent; border: 1px solid transparent; color: {quiet};
    padding: 2px 8px; }}
QPushButton[role="quiet"]:hover, QPushButton[role="quiet"]:focus {{ border-color: {line}; color: {text}; }}
QPushButton[role="row"] {{ background: {page}; text-align: left; padding: 0; }}
QPushButton[role="row"]:hover {{ background: {raised}; }}
QPushButton[role="row"]:focus {{ border: 1px solid {accent}; background: {accent_fill}; }}
QFrame#tour_bubble {{ background: {page}; border: 1px solid {accent}; border-radius: 8px; }}
QListWidget#guide_contents {{ background: {ground}; padding: 12px 8px; }}
QListWidget#guide_contents::item {{ padding: 6px 8px; border-radius: 4px; color: {text}; }}
QListWidget#guide_contents::item:selected {{ background: {accent_fill}; color: {text}; }}
QTextEdit {{ background: {page}; color: {text}; border: none; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QLineEdit, QPlainTextEdit, QComboBox {{ background: {page}; color: {text}; border: 1px solid {line};
    border-radius: 4px; padding: 3px 8px; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 1px solid {accent}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ background: {page}; color: {text}; border: 1px solid {line};
    selection-background-color: {accent_fill}; selection-color: {text}; }}
QListWidget#preferences_contents {{ background: {ground}; padding: 12px 8px; border: none;
    border-right: 1px solid {line}; }}
QListWidget#preferences_contents::item {{ padding: 7px 8px; border-radius: 4px; color: {text}; }}
QListWidget#preferences_contents::item:selected {{ background: {accent_fill}; color: {text}; }}
QListWidget#preferences_contents::item:selected:focus {{ border: 1px solid {accent}; }}
QScrollArea > QWidget > Page {{ background: {page}; }}
QTreeWidget#key_list {{ background: {page}; color: {text}; border: 1px solid {line}; border-radius: 4px; }}
QTreeWidget#key_list:focus {{ border-color: {accent}; }}
QTreeWidget#key_list::item {{ padding: 3px 4px; }}
QTreeWidget#key_list::item:selected {{ background: {accent_fill}; color: {text}; }}
QHeaderView::section {{ background: {page}; color: {quiet}; border: none;
    border-bottom: 1px solid {line}; padding: 4px 6px; }}
QCheckBox {{ spacing: 8px; color: {text}; padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
QCheckBox:focus {{ border-color: {accent}; }}
QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {quiet}; border-radius: 3px;
    background: {page}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{check}"); }}
QCheckBox:disabled {{ color: {faint}; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; }}
QProgressBar::chunk {{ background: {confirmed}; border-radius: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {scroll}; border-radius: 4px; min-height: 28px; min-width: 28px;
    margin: 1px; }}
QScrollBar::handle:hover {{ background: {quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    base = QApplication.font().pointSizeF()
    if theme.contrast:
        faint = theme.line
    else:
        faint = theme.quiet.darker(135) if theme.dark else theme.quiet.lighter(150)
    return _SHEET.format(
        arrow=resource_path("icons", "arrow-dark.svg" if theme.dark else "arrow-light.svg").as_posix(),
        check=resource_path("icons", "check-dark.svg" if theme.dark else "check-light.svg").as_posix(),
        title=f"{max(22.0, base * 1.9):.1f}",
        heading=f"{max(10.5, base * 1.12):.1f}",
        text=theme.text.name(),
        quiet=theme.quiet.name(),
        faint=faint.name(),
        ground=theme.ground.name(),
        page=theme.page.name(),
        raised=theme.raised.name(),
        line=theme.line.name(),
        scroll=(theme.line.lighter(150) if theme.dark else theme.line.darker(118)).name(),
        accent=theme.accent.name(),
        accent_strong=(theme.accent.lighter(112) if theme.dark else theme.accent.darker(112)).name(),
        accent_fill=theme.accent_fill.name(),
        on_accent=theme.on_accent.name(),
        differs_fill=theme.differs_fill.name(),
        alarm=theme.alarm.name(),
        alarm_fill=theme.alarm_fill.name(),
        confirmed=theme.confirmed.ink.name(),
    )
