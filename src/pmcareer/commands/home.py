"""What a command loads: the curriculum, the logbook, and the person that they tell of."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.words.lookup import Titles, role_id, target_id
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook


# Both files are read at once, so that a broken one is named before a mistyped word; the rest is
# worked out when a command asks for it.
@dataclass(frozen=True, kw_only=True)
class Home:
    """Everything that was read, on the user's day."""

    curriculum: Curriculum
    logbook: Logbook
    today: date

    @cached_property
    def person(self) -> Person:
        """Whose logbook it is."""
        return person_of(self.curriculum, self.logbook, self.today)

    def person_saying(self, *, target: Typed = None, role: Typed = None) -> Person:
        """Return the person who says these roles, as they are typed; for a plan, and not kept."""
        roles = self.curriculum
        return self.person.saying(target=target_id(roles, target), role=role_id(roles, role))

    @cached_property
    def titles(self) -> Titles:
        """The title of everything that has an id."""
        return Titles(self.curriculum)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What of the logbook could not be read."""
        return self.logbook.problems


def home_of(settings: Settings) -> Home:
    """Read what nearly every command needs."""
    return Home(
        curriculum=read_curriculum(settings.curriculum),
        logbook=read_logbook(settings.logbook),
        today=settings.today,
    )
