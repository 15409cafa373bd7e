"""`pmcareer certificate`: a certificate earned, or where one stands with one or all of them."""

from datetime import date

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import home_of
from pmcareer.domain.coaching.none_to_pay import none_to_pay
from pmcareer.domain.coaching.recommended import named_ahead, recommended
from pmcareer.domain.gates.certificates import certification_clocks, clock_for, is_unsaid
from pmcareer.domain.gates.offers import usual_for
from pmcareer.domain.logbook.entries import Certified
from pmcareer.domain.plan.planner import own_pace_of, roles_ahead
from pmcareer.domain.words.day_spellings import is_length
from pmcareer.domain.words.days import day_of, past_day
from pmcareer.domain.words.lookup import certification_named
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.errors import WrongValue
from pmcareer.settings import Settings
from pmcareer.views.certificate.answer import Certificates
from pmcareer.views.parts.stored import Stored

EXPIRES = "--expires"


def run(
    settings: Settings,
    certification: str,
    *,
    on: str,
    expires: Typed = None,
    note: Typed = None,
    dry_run: bool = False,
) -> Stored:
    """Record a certificate on the day it was earned."""
    home = home_of(settings)

    meant = certification_named(home.curriculum, certification).id
    earned = past_day(on, settings.today)
    until = if_typed(_last_day, expires, earned, settings.today)
    # Even one that is valid for a day runs out on the next.
    if until is not None and until <= earned:
        raise WrongValue(EXPIRES, expires, f"a day after {earned}")
    entry = entry_for(settings, Certified, certification=meant, expires=until, on=on, note=note)

    return stored(settings, home, entry, dry_run=dry_run)


def _last_day(expires: str, earned: date, today: date) -> date:
    """Read the day on which a certificate runs out; "3 years" are those after it was earned."""
    begin = earned if is_length(expires) else today
    return day_of(expires, begin, EXPIRES, ahead=True, ends=True, lengths=True)


def every(settings: Settings, *, with_all: bool = False) -> Certificates:
    """Read the clock of every certification, and choose what is worth its money."""
    home = home_of(settings)
    person, pace = home.person, own_pace_of(home.person)
    clocks = certification_clocks(person, pace.to_divide_by)
    roles = roles_ahead(person)
    chosen = recommended(person, roles, clocks)
    return Certificates(
        person=person,
        pace=pace,
        clocks=clocks,
        titles=home.titles,
        recommended=chosen,
        none_to_pay=None if chosen else none_to_pay(person, roles, clocks),
        named=named_ahead(person, roles),
        usual=usual_for(person),
        is_unsaid=is_unsaid(person),
        with_all=with_all,
        problems=home.problems,
    )


def one(settings: Settings, certification: str, *, with_all: bool = False) -> Certificates:
    """Read the clock of one certification, and give what is known of it."""
    home = home_of(settings)
    meant = certification_named(home.curriculum, certification)
    pace = own_pace_of(home.person)
    return Certificates(
        person=home.person,
        pace=pace,
        clocks=(clock_for(home.person, meant, pace.to_divide_by),),
        titles=home.titles,
        in_full=True,
        with_all=with_all,
        problems=home.problems,
    )


def titles(settings: Settings) -> tuple[tuple[str, str], ...]:
    """List what can be earned, each with its title, for whoever has to choose."""
    known = home_of(settings).curriculum.certifications
    return tuple((each.id, each.title) for each in known if not each.retired)
