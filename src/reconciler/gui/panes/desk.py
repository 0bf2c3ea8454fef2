"""What the rooms around the articles share: the session, the panes, what they show, what links it."""

from dataclasses import dataclass

from reconciler.gui.panes.contents import PaneContents
from reconciler.gui.panes.pane_row import PaneRow
from reconciler.gui.panes.shown_links import ShownLinks
from reconciler.gui.session import Session


@dataclass(frozen=True, slots=True)
class Desk:
    """Lives as long as the view does; contents and links are renewed in place."""

    session: Session
    contents: PaneContents
    row: PaneRow
    links: ShownLinks
