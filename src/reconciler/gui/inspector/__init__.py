"""The inspector: one match with its statements, the reasons for it, verdict, note and history."""
