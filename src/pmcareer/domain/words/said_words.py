"""What the words of a profile are called, and what people say in their place."""

from collections.abc import Mapping

from pmcareer.domain.words.choices import Choice

PROJECTS = (
    Choice(id="small-simple", title="Small and simple"),
    Choice(id="large-complex", title="Large and complex", aliases=("big",)),
    Choice(id="mixed", title="Some of both", aliases=("both", "either")),
)
PMO_TYPES = (
    Choice(id="project", title="Project office", aliases=("projects", "PMO")),
    Choice(id="programme", title="Programme office", aliases=("program office", "programmes")),
    Choice(id="portfolio", title="Portfolio office", aliases=("enterprise PMO", "EPMO")),
    Choice(
        id="centre-of-excellence",
        title="Centre of excellence",
        aliases=("center of excellence", "CoE"),
    ),
)
PMO_SERVICES = (
    Choice(id="investment-appraisal", title="Investment appraisal", aliases=("business cases",)),
    Choice(id="prioritisation", title="Prioritisation", aliases=("prioritization",)),
    Choice(id="resource-management", title="Resource management", aliases=("capacity",)),
    Choice(id="benefits", title="Benefits"),
    Choice(id="reporting", title="Reporting", aliases=("reports", "dashboards")),
    Choice(id="governance", title="Governance", aliases=("stage gates", "reviews")),
    Choice(id="methods", title="Methods", aliases=("templates", "standards")),
    Choice(id="support", title="Support for projects", aliases=("administration",)),
)
EDUCATIONS = (
    Choice(
        id="secondary",
        title="Secondary school",
        aliases=("high school", "A-levels", "GED", "Abitur"),
    ),
    Choice(id="associate", title="Associate degree", aliases=("two-year college", "HND")),
    Choice(
        id="bachelor",
        title="Bachelor's degree",
        aliases=("BSc", "BA", "BEng", "undergraduate", "university", "college"),
    ),
    Choice(
        id="master",
        title="Master's degree or higher",
        aliases=("MSc", "MA", "MEng", "PhD", "doctorate", "postgraduate"),
    ),
    Choice(id="mba", title="MBA", aliases=("master of business administration",)),
    Choice(id="gac", title="Degree that PMI's GAC accredits", aliases=("accredited degree",)),
)
CHOICES: Mapping[str, tuple[Choice, ...]] = {
    "projects": PROJECTS,
    "pmo_type": PMO_TYPES,
    "pmo_services": PMO_SERVICES,
    "education": EDUCATIONS,
}
"""A key of the profile to the words that it takes."""
