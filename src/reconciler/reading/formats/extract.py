"""What a reader takes out of a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extract:
    """The article that stood in a file, before anything is cleaned or completed.

    `text` has one paragraph a line, the title first where the format names one. `published` is as
    the file says it, normalised later. `left_out` are the passages taken for furniture (menus,
    running heads, page numbers, captions), in order, so that the analyst can see them.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    left_out: tuple[str, ...] = ()
