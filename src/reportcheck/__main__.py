"""``python -m reportcheck``."""

import gc

gc.set_threshold(1_000_000, 20, 100)  # ahead of the imports, see ``cli.main``

import sys  # noqa: E402

from reportcheck.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
