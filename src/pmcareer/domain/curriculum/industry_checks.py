"""Problems of industries: what nothing serves, what says nothing, what asks for the retired."""

from collections.abc import Iterator
from functools import partial

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.industries import Industry, NeedRule
from pmcareer.domain.curriculum.links import Finding, Said, findings
from pmcareer.domain.curriculum.name_checks import plain_name
from pmcareer.domain.curriculum.reach_checks import Reach
from pmcareer.domain.curriculum.trades import in_trade


def industry_problems(curriculum: Curriculum) -> Iterator[Finding]:
    """Judge every industry, alone and as it would change the curriculum."""
    for alone in (_idle_rules, _told_twice):
        yield from findings(curriculum, ("industries",), alone)
    for within in (_retired, _names_of_no_role, _needs_that_nothing_serves):
        yield from findings(curriculum, ("industries",), partial(within, curriculum))


def _idle_rules(industry: Industry) -> Said:
    for rule in industry.needs:
        if not (rule.add or rule.least or rule.most < NeedRule(skill=rule.skill).most):
            mend = "Say add, least or most, or take it out."
            yield "needs", f"the rule for {rule.skill} changes nothing.", mend
        elif rule.least > rule.most:
            message = f"{rule.skill} can't be at least {rule.least} and at most {rule.most}."
            yield "needs", message, "Make least the smaller one."


def _told_twice(industry: Industry) -> Said:
    seen: set[str] = set()
    for row in industry.exercises:
        if row.id in seen:
            yield "exercises", f"'{row.id}' is reworded twice.", "Keep one of them."
        seen.add(row.id)


def _retired(curriculum: Curriculum, industry: Industry) -> Said:
    """Name what is asked for and retired; what is only reworded may be."""
    added = [row.exercise for row in industry.adds]
    for key, names in (("adds", added), ("first", industry.first), ("bridge", industry.bridge)):
        for name in names:
            exercise = curriculum.exercise.get(name)
            if exercise and exercise.retired:
                yield key, f"'{name}' is retired.", "Ask for what took its place, or take it out."


def _names_of_no_role(curriculum: Curriculum, industry: Industry) -> Said:
    known: set[str] = set()
    for role in curriculum.roles:
        known.update(map(plain_name, (role.title, *role.aliases)))
    for name in industry.names:
        if plain_name(name) not in known:
            yield "names", f"no role is called '{name}'.", "Give a role this alias, or take it out."


def _needs_that_nothing_serves(curriculum: Curriculum, industry: Industry) -> Said:
    """Name levels that are needed here alone, and to which no exercise leads."""
    here = in_trade(curriculum, industry.id, industry.id)
    reach = Reach(here)
    for role in here.roles:
        before = curriculum.role[role.id].needs
        changed = dict(role.needs.items() - before.items())
        raised = role.model_copy(update={"needs": changed})
        for _, message, mend in reach.needs_that_nothing_serves(raised):
            yield "needs", f"{role.id}: {message}", mend
