"""Where pmcareer is entered, by its name and by `python -m pmcareer`.

Nothing is loaded before Ctrl-C ends it without a traceback.
"""

import gc
import os
from typing import NoReturn

INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line, and leave with its exit code."""
    # One command and out: garbage that is collected on the way, libraries' own as they load first
    # of all, leaves nobody better off.
    gc.disable()
    try:
        from pmcareer.cli.main import main as run  # noqa: PLC0415 -- to load it takes a moment

        run()
    except KeyboardInterrupt as interrupt:
        # Before the command began, or after its answer was out.
        os._exit(getattr(interrupt, "exit_code", INTERRUPTED))


if __name__ == "__main__":
    main()
