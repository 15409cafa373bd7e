"""Run pmcareer on a command line, and look at its stack each millisecond of the processor; `parts.py` starts it.

The last line of stderr is a JSON object: part → samples.
"""

import gc
import json
import os
import signal
import sys
from collections import Counter
from types import FrameType

SECONDS = 0.001
OURS = f"{os.sep}site-packages{os.sep}pmcareer{os.sep}"
IMPORTING = "<frozen importlib"
DRAWING = f"cli{os.sep}show.py"
PLACES = {part: f"storage{os.sep}{part}{os.sep}" for part in ("curriculum", "logbook")}

samples: Counter[str] = Counter()


def look(_: int, frame: FrameType | None) -> None:
    """Count a sample for one part."""
    samples[part_of(frame)] += 1


def part_of(frame: FrameType | None) -> str:
    """Name what the innermost frame works on that tells it."""
    imports = False
    while frame:
        file, name = frame.f_code.co_filename, frame.f_code.co_name
        ours = file.partition(OURS)[2]
        if name == "<module>" and file != __file__:
            return "our modules" if ours else "libraries"
        if ours and imports:
            return "our modules"
        imports = imports or file.startswith(IMPORTING)
        for part, place in PLACES.items():
            if ours.startswith(place):
                return part
        if name == "drawn" and ours == DRAWING:
            return "drawing"
        frame = frame.f_back
    return "libraries" if imports else "computing, and the rest"


def main() -> None:
    """Do as the program does when it starts, and tell what was seen."""
    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, SECONDS, SECONDS)
    gc.disable()
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"
    # What is loaded is looked at, too.
    from pmcareer.cli.main import put_off_plugins, run  # noqa: PLC0415

    put_off_plugins()
    code = run(sys.argv[1:], os.environ, is_last=True)
    signal.setitimer(signal.ITIMER_PROF, 0)
    sys.stdout.flush()
    print(f"\n{json.dumps(samples)}", file=sys.stderr, flush=True)
    os._exit(code)


if __name__ == "__main__":
    main()
