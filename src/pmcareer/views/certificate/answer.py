"""What `certificate` answers with: the clocks, and what is worth its money on this way."""

from collections.abc import Mapping

from pmcareer.domain.coaching.none_to_pay import NoneToPay
from pmcareer.domain.coaching.recommended import Recommendation
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.gates.certificates import CertificationClock
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.views.certificate.words import waits_words
from pmcareer.views.parts.answer import Answer


@frozen
class Certificates(Answer):
    """The clocks of all certifications, or of the one that is asked for."""

    person: Person
    pace: PaceBasis
    """What the study of certificates is counted at."""
    clocks: tuple[CertificationClock, ...]
    titles: Mapping[str, str]
    recommended: tuple[Recommendation, ...] = ()
    """At most two, for the next role and the one after it."""
    none_to_pay: NoneToPay | None = None
    """Why nothing is recommended, where nothing is."""
    usual: frozenset[str] = frozenset()
    """Those that are asked for everywhere, or where somebody works."""
    is_unsaid: bool = False
    """Nobody said since when they hold a role that is project work."""
    named: frozenset[str] = frozenset()
    """Those for the roles ahead that are of use to somebody."""
    in_full: bool = False
    """One is asked for."""
    with_all: bool = False
    """Asked for by --all: those for other roles, too; of one, every fact."""

    def group_of(self, clock: CertificationClock) -> str:
        """Tell whether it is held, asked for elsewhere, open, opening, waiting or shut."""
        if clock.holding:
            return "held"
        if clock.id not in self.usual:
            return "elsewhere"
        if clock.months_open_on is None:
            return "shut"
        if waits_words(clock):
            return "waiting"
        if clock.months_open_on <= self.person.today:
            return "open"
        return "opening"

    @property
    def listed(self) -> tuple[CertificationClock, ...]:
        """Those that a screen lists: what is on record, and what is named for the roles ahead."""
        if self.with_all:
            return self.clocks
        return tuple(each for each in self.clocks if each.holding or self.is_named(each))

    def is_named(self, clock: CertificationClock) -> bool:
        """Tell whether it is for the roles ahead."""
        return clock.id in self.named
