"""The inspector: one match with its statements, the reasons for it, verdict, note and history."""

from reconciler.gui.inspector.inspector_panel import InspectorPanel

__all__ = ["InspectorPanel"]
