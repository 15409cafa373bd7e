"""How a command ends: what it has stored, and signals that wait until that is said."""

import signal
from collections.abc import Callable
from types import FrameType

from pmcareer.cli import streams

INTERRUPTED = 130
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""What asks a program to end; not every system knows all of them."""

Note = Callable[[str], None]
"""Tells the user something that is no result."""
Handler = Callable[[int, FrameType | None], object] | int | None


class Ended(KeyboardInterrupt):
    """A signal ends the command before it has stored anything."""

    def __init__(self, number: int) -> None:
        super().__init__()
        # As shells count: 130 after Ctrl-C, 143 after `kill`, 129 when the terminal is closed.
        self.exit_code = 128 + number


class Outcome:
    """What one run has stored so far, and who may interrupt it.

    From `watch` on a signal ends the command tidily: what it has begun is taken back. From `hold`
    on, just before a file is swapped, signals are noted and change nothing any more: the entry is
    stored, the answer is given, and the exit code says so.
    """

    def __init__(self, *, as_json: bool = False, note: Note = streams.note) -> None:
        self.stored: tuple[str, ...] = ()
        """Ids of the entries that are stored."""
        self._as_json = as_json
        self._note = note
        self._notes: list[str] = []
        self._said: set[str] = set()
        self.is_stored = False
        """True once something is written, if only a file that is no entry."""
        self._is_held = False
        self._noted = 0
        self._handlers: dict[int, Handler] = {}

    def say(self, sentence: str) -> None:
        """Tell the user something that is no result, once."""
        # What is missing in the state folder is missing for each file that a command writes.
        if sentence in self._said:
            return
        self._said.add(sentence)
        # A script reads one object where its command fails: notes wait until it has not.
        if self._as_json:
            self._notes.append(sentence)
        else:
            self._note(sentence)

    def tell(self) -> None:
        """Say what has waited for the answer."""
        for sentence in self._notes:
            self._note(sentence)
        self._notes.clear()

    def keep(self, stored: tuple[str, ...]) -> None:
        """Note what is stored: from here on nothing is a failure."""
        self.stored += stored
        self.is_stored = True

    def watch(self) -> None:
        """Let signals end the command by an exception, so that whoever writes can tidy up."""
        if self._handlers:
            return
        for name in SIGNALS:
            number = getattr(signal, name, None)
            # What `nohup` or a shell's background had ignored stays so.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._catch(number)

    def _catch(self, number: int) -> None:
        try:
            self._handlers[number] = signal.signal(number, self._meet)
        except ValueError:
            # Outside the main thread, where no signal arrives either.
            return

    def _meet(self, number: int, _: FrameType | None) -> None:
        if not self._is_held:
            raise Ended(number)
        self._noted = number

    def hold(self) -> None:
        """Keep signals waiting from here to the end of the program."""
        # A command that runs somebody's editor lets signals be until here.
        self.watch()
        # One instruction decides: a signal before it ends the command and one after it waits.
        self._is_held = True
        # No call of the system is cut short either, where there is a mask: not on Windows.
        self._mask(is_blocked=True)

    def _mask(self, *, is_blocked: bool) -> None:
        if hasattr(signal, "pthread_sigmask"):
            how = signal.SIG_BLOCK if is_blocked else signal.SIG_UNBLOCK
            signal.pthread_sigmask(how, self._handlers)

    def resume(self) -> None:
        """Let signals through again, as nothing was swapped after all; one that waited ends it.

        Raises:
            Ended: there was one.
        """
        if not self.is_stored:
            self._mask(is_blocked=False)
            self._is_held = False
            if self._noted:
                raise Ended(self._noted)

    def let_go(self) -> None:
        """Give signals back to whoever had them; those that waited have waited long enough."""
        self._is_held = True
        self._mask(is_blocked=False)
        for number, handler in self._handlers.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        self._handlers = {}
