"""What a command loads: the curriculum, the logbook, and the person that they tell of."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem, Problems
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.person.unknown_work import unknown_work
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import CURRICULUM, Settings
from pmcareer.storage.curriculum.reading import read_curriculum
from pmcareer.storage.logbook.missing import lost_entries, read_receipts
from pmcareer.storage.logbook.noticing import noticed
from pmcareer.storage.logbook.reading import Basis, logbook_on, read_bytes
from pmcareer.views.parts.text import plural

if TYPE_CHECKING:
    from pmcareer.domain.words.titles import Titles

UNKNOWN_NAMED = 3


# Both files are read at once, so that a broken one is named before a mistyped word; the rest is
# worked out when a command asks for it.
@frozen
class Home:
    """Everything that was read, on the user's day."""

    read: Curriculum
    """The curriculum as its file has it."""
    logbook: Logbook
    settings: Settings
    basis: Basis
    """What of the logbook's file the rest is worked out from: an entry is only added to that."""
    lost: Problems = ()
    """That entries are gone which were stored."""
    beside: Problems = ()
    """That a copy of the logbook lies beside it."""

    @property
    def today(self) -> date:
        """The user's day."""
        return self.settings.today

    @cached_property
    def person(self) -> Person:
        """Whose logbook it is."""
        return person_of(self.read, self.logbook, self.today)

    @property
    def curriculum(self) -> Curriculum:
        """The curriculum as this person sees it: in their trade, if they named one."""
        return self.person.curriculum

    def person_saying(self, *, target: Typed = None, role: Typed = None) -> Person:
        """Return the person who says these roles, as they are typed; for a plan, and not kept."""
        if target is None and role is None:
            return self.person
        # What looks a typed word up is loaded by whoever typed one.
        from pmcareer.domain.words.lookup import role_id, target_id  # noqa: PLC0415

        roles = self.curriculum
        return self.person.saying(target=target_id(roles, target), role=role_id(roles, role))

    @cached_property
    def titles(self) -> "Titles":
        """The title of everything that has an id."""
        from pmcareer.domain.words.titles import Titles  # noqa: PLC0415 -- few commands show all

        return Titles(self.curriculum)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What of the logbook is not read; first of all, that it is another curriculum's."""
        unread = (*self.logbook.problems, *self.logbook.uncounted)
        return *self._foreign(), *self.lost, *self.beside, *unread

    def _foreign(self) -> Iterator[Problem]:
        unknown = unknown_work(self.person)
        if unknown.is_most:
            exercises = plural(unknown.total, "exercise")
            some = ", ".join(unknown.names[:UNKNOWN_NAMED])
            yield Problem(
                file=str(self.settings.logbook),
                message=(
                    f"{len(unknown.names)} of the {exercises} in it are unknown to the curriculum "
                    f'in use, "{self.curriculum.title}": {some}.'
                ),
                hint=self._own_curriculum,
                severity="warning",
            )

    @property
    def _own_curriculum(self) -> str:
        """Say what to type to have the curriculum that the logbook was kept with."""
        beside = self.settings.home / CURRICULUM
        used = self.settings.curriculum
        if used is None:
            return f"Name theirs: --curriculum FILE, or put it beside the logbook as {beside}."
        if used == beside:
            return f"Name theirs: --curriculum FILE. Were they shipped, take {beside} away."
        return "Name theirs with --curriculum FILE, or leave the option out."


def home_of(settings: Settings) -> Home:
    """Read what nearly every command needs."""
    curriculum = read_curriculum(settings.curriculum)
    # First the receipts: what is stored from here on is in the logbook, and not missed.
    receipts = read_receipts(settings.logbook, settings.state)
    basis = Basis(raw=read_bytes(settings.logbook), is_locked=settings.is_alone())
    logbook = logbook_on(basis, settings.logbook)
    lost = lost_entries(settings.logbook, settings.state, logbook, receipts)
    return Home(
        read=curriculum,
        logbook=logbook,
        settings=settings,
        basis=basis,
        lost=lost,
        beside=noticed(settings.logbook),
    )
