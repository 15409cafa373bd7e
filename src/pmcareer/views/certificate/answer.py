"""What `certificate` answers with: the clocks, and what is worth its money on this way."""

from collections.abc import Mapping

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
    to_come: CertificationClock | None = None
    """What will be recommended next, where nothing is yet."""
    superseded: frozenset[str] = frozenset()
    """Those that say nothing more beside what is on record."""
    in_full: bool = False
    """One is asked for."""
    with_all: bool = False
    """Asked for by --all: those for other roles, too; of one, every fact."""

    def group_of(self, clock: CertificationClock) -> str:
        """Tell whether it is held, open, opening, waiting or shut."""
        if clock.holding:
            return "held"
        if clock.months_open_on is None:
            return "shut"
        if waits_words(clock):
            return "waiting"
        if clock.months_open_on <= self.person.today:
            return "open"
        return "opening"

    @property
    def listed(self) -> tuple[CertificationClock, ...]:
        """Those that a screen lists: what is on record, and what is for one's role or target."""
        if self.with_all:
            return self.clocks
        fitting = [each for each in self.clocks if each.holding or self._is_of_use(each)]
        return tuple(fitting) or self.clocks

    def _is_of_use(self, clock: CertificationClock) -> bool:
        return self.fits(clock) and clock.certification.id not in self.superseded

    def is_usual(self, clock: CertificationClock) -> bool:
        """Tell whether it is asked for everywhere, in somebody's industry, or by themselves."""
        item, says = clock.certification, self.person.says
        if item.only_where is None or item.id == says.get("goal_certificate"):
            return True
        return says.get("industry") in item.industries

    def fits(self, clock: CertificationClock) -> bool:
        """Tell whether it is made for the role one has or wants, or for any."""
        fit = clock.certification.fit
        return not fit or not {self.person.stands_at, self.person.target}.isdisjoint(fit)
