"""Colours that can be read: contrast of all tokens, and what is really painted in light and dark."""

from collections import Counter
from itertools import combinations
from math import dist

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from reconciler.gui.main_window import MainWindow
from reconciler.gui.style import style_sheet
from reconciler.gui.theme import MatchState, Theme, dark, light
from reconciler.gui.themes import familiar, high_contrast

NAMED = {
    "light": light(), "dark": dark(),
    "contrast": high_contrast(dark=False), "dark contrast": high_contrast(dark=True),
}  # fmt: skip
THEMES = [pytest.param(theme, id=name) for name, theme in NAMED.items()]
THEMES += [pytest.param(familiar(theme), id=f"{name}, green and red") for name, theme in NAMED.items()]


def luminance(color: QColor) -> float:
    """Relative luminance after WCAG 2.2."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio after WCAG 2.2, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_stands_out_from_every_ground_it_is_set_on(theme: Theme) -> None:
    states = [theme.state(state) for state in MatchState]
    grounds = [
        theme.ground,
        theme.page,
        theme.raised,
        theme.accent_fill,
        theme.differs_fill,
        theme.alarm_fill,
    ]
    pairs = [(theme.text, ground) for ground in (*grounds, theme.mark, *(state.fill for state in states))]
    pairs += [(theme.quiet, ground) for ground in (theme.ground, theme.page, theme.raised)]
    pairs += [(theme.on_accent, theme.accent), (theme.on_accent, theme.confirmed.ink)]
    pairs += [(theme.differs, ground) for ground in (theme.page, theme.ground)]
    pairs += [(theme.differs, theme.differs_fill), (theme.alarm, theme.page), (theme.alarm, theme.ground)]
    pairs += [(state.ink, ground) for state in states for ground in (theme.page, theme.ground, state.fill)]
    weak = [
        (one.name(), other.name(), round(contrast(one, other), 2))
        for one, other in pairs
        if contrast(one, other) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_out_from_the_page(theme: Theme) -> None:
    marks = [theme.state(state).ink for state in MatchState] + [theme.accent, *theme.sources]
    marks += [theme.differs, theme.alarm, *theme.signals.values()]
    weak = [
        mark.name() for mark in marks if min(contrast(mark, theme.page), contrast(mark, theme.ground)) < 3
    ]
    assert weak == []


def lightness_and_hue(color: QColor) -> tuple[float, float, float]:
    """Return a colour in Oklab (Ottosson, 2020), in which distances are as they are seen."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (color.redF(), color.greenF(), color.blueF()))
    cones = (
        0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
        0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
        0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
    )
    long, middle, short = (each ** (1 / 3) for each in cones)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@pytest.mark.parametrize("theme", THEMES)
def test_twelve_sources_have_hues_that_can_be_told_apart_and_their_letters_be_read(theme: Theme) -> None:
    hues = [theme.source(place) for place in range(12)]
    near = [
        (one.name(), other.name())
        for one, other in combinations(hues, 2)
        if dist(lightness_and_hue(one), lightness_and_hue(other)) < 0.06
    ]
    assert near == []
    least = 7.0 if theme.contrast else 4.5
    assert [hue.name() for hue in hues if contrast(theme.page, hue) < least] == []
    assert [hue.name() for hue in hues if contrast(theme.ground, hue) < 3] == []


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.usefixtures("qapp")
def test_high_contrast_is_high(is_dark: bool) -> None:
    theme = high_contrast(dark=is_dark)
    inks = [theme.text, theme.quiet, theme.accent, theme.alarm, theme.differs]
    inks += [theme.state(state).ink for state in MatchState]
    grounds = (theme.page, theme.ground)
    assert min(contrast(ink, ground) for ink in inks for ground in grounds) >= 7
    assert contrast(theme.line, theme.page) >= 4.5
    assert theme.line.name() in style_sheet(theme)


def painted(widget: QWidget) -> Counter[str]:
    """Count the colours of what a widget paints."""
    image = widget.grab().toImage()
    return Counter(
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(image.height())
    )


def test_the_articles_are_readable_after_a_change_of_theme(window: MainWindow) -> None:
    for theme in (dark(), light(), dark()):
        window.apply_theme(theme)
        for view in window.panes.views():
            colors = painted(view)
            assert colors[theme.page.name()] > colors.total() * 0.1
            assert colors[theme.text.name()] > 200
            other = light() if theme.dark else dark()
            assert colors[other.text.name()] == 0
