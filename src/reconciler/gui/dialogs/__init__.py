"""Dialogs. All are opened with `open()`: none runs an event loop of its own."""

from reconciler.gui.dialogs.about import AboutDialog, AboutFacts
from reconciler.gui.dialogs.fault_dialog import FaultDialog
from reconciler.gui.dialogs.key_sheet import KeySheet
from reconciler.gui.dialogs.source_properties import SourcePropertiesDialog

__all__ = ["AboutDialog", "AboutFacts", "FaultDialog", "KeySheet", "SourcePropertiesDialog"]
