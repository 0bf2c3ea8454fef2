"""The case as a report and as tables: values in, bytes out.

`reconciler.case.dossier` makes a case into values, `rendering.rendered` those into a file's bytes, and
`writing.write_whole` puts them where they belong, whole or not at all.
"""
