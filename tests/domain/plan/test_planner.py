"""The recommended way is the first of all, also where not all are gone along to find it."""

from datetime import date

from pmcareer.domain.forecast.dates import median_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import NO_EARLIER, Planner
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import TODAY, a_logbook, a_profile, finished

DONE = (
    ("pln-01", 117, "2026-07-28"),
    ("pln-02", 478, "2026-08-10"),
    ("gov-05", 243, "2026-10-21"),
    ("tec-01", 778, "2026-11-17"),
    ("thl-02", 479, "2026-08-27"),
)


def test_no_way_that_is_left_aside_is_earlier_than_the_recommended_one():
    # Its middle months alone are longer than another way's, and its P50 is earlier.
    said = a_profile(
        role="senior-pm",
        since=date(2018, 8, 1),
        target="portfolio-pmo",
        hours_per_week=20.0,
        on="2026-01-01",
    )
    done = (finished(name, minutes=spent, on=on) for name, spent, on in DONE)
    person = person_of(read_curriculum(None), a_logbook(said, *done), TODAY)
    planner = Planner(person=person)
    medians = {each.route.id: median_of(each.finish_days) for each in planner.candidates}
    recommended = medians[planner.recommended.route.id]
    assert recommended <= NO_EARLIER * min(medians.values())
    assert planner.ranked[0] is planner.recommended
