"""Closed sets of words: what a key may say in a file, on the command line and in JSON.

Each set stands here once, as a type with the tuple of its words. The module loads nothing, so that
the menu may offer the same words that the rules accept.
"""

from typing import Literal, get_args

SIDES = ("ways-of-working", "power-skills", "business-acumen")
"""The sides of PMI's Talent Triangle, which a curriculum has that names no others."""

UnitSide = Literal["giving-back", "practising"]
"""What units of a renewal are given for beside learning on a side: up to a most of each."""
UNIT_SIDES = get_args(UnitSide)

Background = Literal["technical", "business", "consulting", "pmo", "other"]
BACKGROUNDS = get_args(Background)

Education = Literal["secondary", "associate", "bachelor", "master", "mba", "gac"]
EDUCATIONS = get_args(Education)

Projects = Literal["small-simple", "large-complex", "mixed"]
PROJECTS = get_args(Projects)

PmoType = Literal["project", "programme", "portfolio", "centre-of-excellence"]
PMO_TYPES = get_args(PmoType)

PortfolioService = Literal[
    "investment-appraisal", "prioritisation", "resource-management", "benefits"
]
"""The four services that make a PMO a portfolio's: each is a skill as well."""
PORTFOLIO_SERVICES = get_args(PortfolioService)
Service = Literal[PortfolioService, "reporting", "governance", "methods", "support"]
SERVICES = get_args(Service)

Situation = Literal["contract", "break"]
"""How somebody works, or does not, just now: no post, and said in the profile's `context`."""
SITUATIONS = get_args(Situation)

SayingKey = Literal[
    "pmo-type",
    "pmo-services",
    "culture",
    "context",
    "projects",
    "background",
    "education",
    "mentor",
]
"""Keys of the profile, as they are typed, whose words may change something in a plan."""
SAYING_KEYS = get_args(SayingKey)

CLEARED = "cleared"
"""The choice that takes an answer back."""

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS = get_args(Weekday)

Rhythm = Literal["daily", "weekly", "monthly"]
"""How often a practice is repeated."""
RHYTHMS = get_args(Rhythm)

Rater = Literal["self", "manager", "peer"]
RATERS = get_args(Rater)
Assessor = Literal[Rater, "certificate"]
ASSESSORS = get_args(Assessor)

Mode = Literal["real", "simulated"]
"""Whether an exercise was done on real work."""
Part = Literal["led", "supported", "shadowed"]
"""What one did oneself of an exercise."""

State = Literal["open", "started", "deferred", "finished", "covered"]
StepState = Literal["open", "started", "deferred", "awaited", "done"]
"""How a step stands, by its own record; awaited is somebody's answer to what was asked."""
"""How an exercise stands in a plan."""

Confidence = Literal["read", "third-party", "reported", "judgement"]
"""How a fact of a certificate is known: read at the issuer, by somebody who did, told by others."""
Aspect = Literal["eligibility", "exam", "fee", "renewal"]
"""What of a certificate is known in one way, and may be in another than the rest."""
ASPECTS = get_args(Aspect)

Complexity = Literal["simple", "moderate", "complex", "very-complex"]
"""How complex a project was, the least first."""
COMPLEXITIES = get_args(Complexity)

JobStepCount = Literal[
    "initiatives", "projects", "contacts", "employers", "applications", "interviews"
]
"""What tells how far a step of the job search is."""
JOB_STEP_COUNTS = get_args(JobStepCount)

StarQuestion = Literal[
    "conflict", "failure", "influence", "deadline", "change", "risk", "stakeholder", "data"
]
"""The eight classic questions of an interview."""
STAR_QUESTIONS = get_args(StarQuestion)

WorkKind = Literal[
    "technical",
    "analysis",
    "hands-on",
    "delivery",
    "leading",
    "programme",
    "people",
    "guiding",
    "pmo",
    "portfolio",
    "business",
    "risk",
    "agile",
    "complex",
    "very-complex",
    "construction",
    "scheduling",
    "change",
    "product",
]
"""What a month of a post may be spent on."""
WORK_KINDS = get_args(WorkKind)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Months as screens name them, in every language setting."""

Moment = Literal[
    "project-close",
    "missed-week",
    "yearly",
    "half-yearly",
    "eight-weekly",
    "once",
    "monthly",
    "weekly",
]
"""When a question is asked; of several that are due the rarest, further left, goes first."""
MOMENTS = get_args(Moment)
PromptMoment = Literal[Moment, "first-run"]
"""When a question is asked, its place in the first run too."""

DriftCause = Literal["pace", "scope", "bias", "calendar", "gates", "moves", "remainder"]
"""Why the date of a plan moved."""
DRIFT_CAUSES = get_args(DriftCause)

STORY_PARTS = ("situation", "task", "action", "result")
"""The keys of what a STAR story tells, in its order."""

EntryKind = Literal[
    "finished",
    "worked",
    "practised",
    "deferred",
    "assessed",
    "experience",
    "closed",
    "certified",
    "profile",
    "answered",
    "rated",
    "did",
    "learned",
    "lesson",
    "story",
    "baseline",
    "void",
]
ENTRY_KINDS = get_args(EntryKind)

Table = Literal[
    "skills",
    "exercises",
    "roles",
    "moves",
    "traits",
    "certifications",
    "practices",
    "prompts",
    "steps",
    "advice",
    "options",
    "resources",
    "frameworks",
    "industries",
]
"""The tables of a curriculum."""
TABLES = get_args(Table)
BESIDE = ("sides", "profile")
"""Arrays of tables beside them, whose rows are nothing to learn, to do or to look up."""
KINDS = {
    "exercise": "exercises",
    "skill": "skills",
    "role": "roles",
    "practice": "practices",
    "certification": "certifications",
    "trait": "traits",
    "prompt": "prompts",
    "step": "steps",
    "advice": "advice",
    "option": "options",
    "resource": "resources",
    "framework": "frameworks",
    "industry": "industries",
}
"""What one item is called, to its table; of two items with one id the earlier kind is meant."""
ONE = {table: kind for kind, table in KINDS.items()}

Listable = Literal[
    "exercises",
    "skills",
    "roles",
    "routes",
    "practices",
    "certifications",
    "moves",
    "advice",
    "resources",
    "steps",
    "job-steps",
    "gates",
    "prompts",
    "options",
    "traits",
    "frameworks",
    "industries",
]
"""What `list` can list: every table, as it is typed, their gates, and the routes worked out."""
LISTABLE = get_args(Listable)

LEVELS = ("none", "aware", "practised", "competent", "proficient", "expert")
"""What the levels 0 to 5 of a skill are called."""

LEAST_WEIGHT, MOST_WEIGHT = 0.5, 1.5
"""How far answers may move the weight of a skill, those of the role and of rules included."""
EVERY_DETOUR = "all"
"""What an answer says of detours that means every one."""
