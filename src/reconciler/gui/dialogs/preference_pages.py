"""The pages of the preferences: what each offers, in which words."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reconciler.gui.dialogs.choices import ChoiceBox, FontBox, SizeBox
from reconciler.gui.dialogs.parts import text_label
from reconciler.gui.source_messages import language_name
from reconciler.language.trained import Installed
from reconciler.settings import Motion, Preferences, ThemeChoice, login_name

Take = Callable[[Preferences], None]


class Page(QWidget):
    """Headings, fields with their labels, and a quiet sentence below where one is needed.

    `current` answers the preferences as they are now: several pages change the same value. A page that
    `fills` has a part that takes all the room there is.
    """

    fills = False

    def __init__(self, value: Preferences, take: Take, parent: QWidget) -> None:
        super().__init__(parent)
        self._take = take
        self.current: Callable[[], Preferences] = lambda: value
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 20, 24, 12)
        self._layout.setSpacing(10)
        self._layout.addWidget(text_label(self.title(), self, role="heading"))
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(10)
        self._layout.addLayout(self._form)
        self._build()
        if not self.fills:
            self._layout.addStretch(1)
        self.show_value(value)

    def title(self) -> str:
        """Return what the page is called."""
        raise NotImplementedError

    def show_value(self, value: Preferences) -> None:
        """Show these preferences."""
        raise NotImplementedError

    def _build(self) -> None:
        raise NotImplementedError

    def _row(self, name: str, words: str, field: QWidget, hint: str = "") -> None:
        field.setObjectName(name)
        field.setAccessibleName(words.replace("&", ""))
        self._form.addRow(words, field)
        if hint:
            field.setAccessibleDescription(hint)
            self._form.addRow("", text_label(hint, self, role="quiet"))

    def _box(self, name: str, words: str, change: Callable[[bool], Preferences], hint: str = "") -> QCheckBox:
        box = QCheckBox(words, self)
        box.setObjectName(name)
        box.toggled.connect(lambda on: self._take(change(on)))
        self._layout.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        if hint:
            box.setAccessibleDescription(hint)
            row = QHBoxLayout()
            row.setContentsMargins(26, 0, 0, 0)
            row.addWidget(text_label(hint, self, role="quiet"))
            self._layout.addLayout(row)
        return box


class GeneralPage(Page):
    """The language of the interface, and who the analyst is."""

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("General")

    def _build(self) -> None:
        self.setObjectName("general")
        system = QLocale(QLocale.system().language()).nativeLanguageName() or "English"
        self._language = ChoiceBox(
            (("", self.tr("As the system ({language})").format(language=system)),
             ("fr", "Français"), ("en", "English")),
            self,
        )  # fmt: skip
        self._language.chosen.connect(lambda code: self._take(replace(self.current(), language=code)))
        self._row("language", self.tr("&Language"), self._language)
        self._analyst = QLineEdit(self)
        self._analyst.setFixedWidth(self.fontMetrics().horizontalAdvance("m") * 20)
        self._analyst.editingFinished.connect(
            lambda: self._take(replace(self.current(), analyst=self._analyst.text().strip()))
        )
        self._row(
            "analyst",
            self.tr("&Analyst"),
            self._analyst,
            self.tr(
                "The name that your decisions are kept under, your login name while it is empty; those made "
                "before keep theirs."
            ),
        )
        self._analyst.setPlaceholderText(login_name())
        self._blind = self._box(
            "blind",
            self.tr("&Hide confidence and reasons"),
            lambda on: replace(self.current(), blind=on),
            self.tr("Blind mode, for those who fear to be led; each decision records it."),
        )

    def show_value(self, value: Preferences) -> None:
        """Show these preferences."""
        self._language.show_choice(value.language)
        self._analyst.setText(value.analyst)
        self._blind.setChecked(value.blind)


class ColoursPage(Page):
    """Theme, colours for colour-blind readers, motion."""

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Colours and motion")

    def _build(self) -> None:
        self.setObjectName("colours")
        self._theme = ChoiceBox(
            (
                (ThemeChoice.SYSTEM, self.tr("As the system")),
                (ThemeChoice.LIGHT, self.tr("Light")),
                (ThemeChoice.DARK, self.tr("Dark")),
                (ThemeChoice.CONTRAST, self.tr("High contrast")),
            ),
            self,
        )
        self._theme.chosen.connect(
            lambda word: self._take(replace(self.current(), theme=ThemeChoice(str(word))))
        )
        self._row("theme", self.tr("&Theme"), self._theme)
        self._motion = ChoiceBox(
            (
                (Motion.SYSTEM, self.tr("As the system")),
                (Motion.ON, self.tr("Allowed")),
                (Motion.OFF, self.tr("None")),
            ),
            self,
        )
        self._motion.chosen.connect(
            lambda word: self._take(replace(self.current(), motion=Motion(str(word))))
        )
        self._row(
            "motion",
            self.tr("&Motion"),
            self._motion,
            self.tr(
                "Without motion menus don’t slide, nothing fades or blinks, and no bar moves to and fro."
            ),
        )
        self._safe = self._box(
            "safe_colours",
            self.tr("&Colours that colour-blind readers can tell apart"),
            lambda on: replace(self.current(), safe_colours=on),
            self.tr(
                "Without it confirmed is green and rejected red. Shapes and words tell them apart as well."
            ),
        )

    def show_value(self, value: Preferences) -> None:
        """Show these preferences."""
        self._theme.show_choice(value.theme)
        self._motion.show_choice(value.motion)
        self._safe.setChecked(value.safe_colours)


class TextPage(Page):
    """Face and size for each pane, the space between lines, the longest line."""

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Text")

    def _build(self) -> None:
        self.setObjectName("text")
        self._fonts = (FontBox(self), FontBox(self), FontBox(self))
        self._sizes = (SizeBox(self), SizeBox(self), SizeBox(self))
        panes = (
            ("left", self.tr("&Left article"), self.tr("Left article: size")),
            ("right", self.tr("&Right article"), self.tr("Right article: size")),
            ("inspector", self.tr("&Inspector"), self.tr("Inspector: size")),
        )
        for (name, words, size_words), font, size in zip(panes, self._fonts, self._sizes, strict=True):
            font.setObjectName(f"{name}_font")
            font.setAccessibleName(words.replace("&", ""))
            size.setObjectName(f"{name}_size")
            size.setAccessibleName(size_words)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(font)
            row.addWidget(size)
            row.addStretch(1)
            self._form.addRow(words, row)
            label = self._form.labelForField(row)
            if label is not None:
                label.setBuddy(font)  # type: ignore[attr-defined]  # addRow makes a QLabel of a text
        for place, font in enumerate(self._fonts):
            font.chosen.connect(lambda family, place=place: self._set_font(place, str(family)))
        for place, size in enumerate(self._sizes):
            size.chosen.connect(lambda points, place=place: self._set_size(place, float(points)))
        self._spacing = ChoiceBox(
            (
                (1.2, self.tr("Tight")),
                (1.38, self.tr("Usual")),
                (1.6, self.tr("Wide")),
                (1.9, self.tr("Very wide")),
            ),
            self,
        )
        self._spacing.chosen.connect(
            lambda much: self._take(replace(self.current(), line_spacing=float(much)))
        )
        self._row("line_spacing", self.tr("Line &spacing"), self._spacing)
        self._measure = ChoiceBox(
            (
                (30, self.tr("Narrow")),
                (40, self.tr("Usual")),
                (52, self.tr("Wide")),
                (0, self.tr("As wide as the pane")),
            ),
            self,
        )
        self._measure.chosen.connect(lambda ems: self._take(replace(self.current(), measure=int(ems))))
        self._row(
            "measure",
            self.tr("Reading &width"),
            self._measure,
            self.tr("The usual width holds about 75 letters: in longer lines the eye loses its place."),
        )

    def _set_font(self, place: int, family: str) -> None:
        value = self.current()
        changed = (
            replace(value, left_font=family),
            replace(value, right_font=family),
            replace(value, inspector_font=family),
        )
        self._take(changed[place])

    def _set_size(self, place: int, points: float) -> None:
        value = self.current()
        changed = (
            value.with_left_size(points),
            replace(value, right_step=points - value.text_size),
            replace(value, inspector_step=points - value.text_size),
        )
        self._take(changed[place])

    def show_value(self, value: Preferences) -> None:
        """Show these preferences."""
        fonts = (value.left_font, value.right_font, value.inspector_font)
        for font, family in zip(self._fonts, fonts, strict=True):
            font.show_choice(family)
        sizes = (value.text_size, value.right_size, value.inspector_size)
        for size, points in zip(self._sizes, sizes, strict=True):
            size.show_choice(points)
        self._spacing.show_choice(value.line_spacing)
        self._measure.show_choice(value.measure)


class ShownPage(Page):
    """What stands in the window beside the articles' text."""

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("What is shown")

    def _build(self) -> None:
        self.setObjectName("shown")
        self._overview = self._box(
            "overview", self.tr("&Overview strips beside the articles"),
            lambda on: replace(self.current(), overview=on),
            self.tr("Each shows the whole article and what of it is in view."),
        )  # fmt: skip
        self._ribbons = self._box(
            "ribbons", self.tr("&Ribbons between the articles"),
            lambda on: replace(self.current(), ribbons=on),
        )  # fmt: skip
        self._signals = self._box(
            "signals", self.tr("Si&gnals underlined in the articles"),
            lambda on: replace(self.current(), signals=on),
            self.tr("Figures, dates, names, quotes and the like; the View menu chooses kinds."),
        )  # fmt: skip
        self._linked = self._box(
            "linked_scrolling", self.tr("&Linked scrolling"),
            lambda on: replace(self.current(), linked_scrolling=on),
            self.tr("Scrolling one article brings what corresponds in the other level with it."),
        )  # fmt: skip

    def show_value(self, value: Preferences) -> None:
        """Show these preferences."""
        self._overview.setChecked(value.overview)
        self._ribbons.setChecked(value.ribbons)
        self._signals.setChecked(value.signals)
        self._linked.setChecked(value.linked_scrolling)


class PipelinesPage(Page):
    """Which trained spaCy pipeline is used for each language that one is installed for."""

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Trained pipelines")

    def _build(self) -> None:
        self.setObjectName("pipelines")
        self._boxes: dict[str, ChoiceBox] = {}
        self._words = text_label("", self, role="quiet")
        self._layout.insertWidget(1, self._words)
        self._words.setText(self.tr("Looking for trained pipelines…"))

    def offer(self, found: Sequence[Installed]) -> None:
        """Offer what is installed, and what is set though it is not there any more."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self._boxes.clear()
        if not found:
            self._words.setText(
                self.tr(
                    "No trained spaCy pipeline is installed, and none is needed: names and dictionary forms "
                    "are found by built-in rules. One that is installed as a package of the program’s "
                    "Python, such as fr_core_news_md, is offered here."
                )
            )
        else:
            self._words.setText(
                self.tr(
                    "A trained spaCy pipeline tells names and dictionary forms better than the built-in "
                    "rules do, and takes longer. Signals are read again at once; “Align the rest again” "
                    "looks for matches with it."
                )
            )
        chosen = dict(self.current().pipelines)
        for language in sorted({each.language for each in found} | set(chosen)):
            self._offer(language, [each for each in found if each.language == language], chosen.get(language))

    def _offer(self, language: str, found: Sequence[Installed], chosen: str | None) -> None:
        choices = [("", self.tr("None: built-in rules"))]
        choices += [(each.name, f"{each.name} {each.version}".strip()) for each in found]
        if chosen is not None and chosen not in [each.name for each in found]:
            choices.append((chosen, self.tr("{name} (not installed)").format(name=chosen)))
        box = ChoiceBox(choices, self)
        box.show_choice(chosen or "")
        box.chosen.connect(lambda name: self._choose(language, str(name)))
        self._boxes[language] = box
        self._row(f"pipeline_{language}", language_name(language).capitalize(), box)

    def _choose(self, language: str, name: str) -> None:
        value = self.current()
        kept = {one: other for one, other in value.pipelines if one != language}
        if name:
            kept[language] = name
        self._take(value.with_pipelines(tuple(sorted(kept.items()))))

    def show_value(self, value: Preferences) -> None:
        """Show these preferences."""
        for language, box in self._boxes.items():
            box.show_choice(dict(value.pipelines).get(language, ""))
