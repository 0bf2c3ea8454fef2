#!/bin/sh
# Print the program's version.
sed -n 's/^__version__ = "\(.*\)"/\1/p' "$(dirname "$0")/../src/reconciler/__init__.py"
