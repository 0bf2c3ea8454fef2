"""Run the program: ``python -m reconciler``."""

import sys

if __name__ == "__main__":
    if sys.argv[1:2] == [
        "--read-one-file"
    ]:  # what `reading.child` starts; it needs nothing else of the program
        from reconciler.reading import child

        child.main(sys.argv[2:])
    from reconciler.cli import main

    sys.exit(main())
