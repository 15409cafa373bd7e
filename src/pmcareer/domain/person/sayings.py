"""What somebody has said of themselves over time: in the profile, and by answers they picked.

An answer that speaks of the profile says it on its own day, as long as it counts: a newer word of
the profile goes before it, and who takes the answer back says what was said without it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.ground.vocabulary import EVERY_DETOUR
from pmcareer.domain.logbook.entries import Entry, Profile
from pmcareer.domain.logbook.logbook import of_kind, oldest_first
from pmcareer.domain.person.nearer import nearer_target
from pmcareer.domain.person.picked import Picked, picked_of
from pmcareer.domain.person.said import say, values_in
from pmcareer.domain.person.situations import context_words
from pmcareer.domain.words.optional import only_said

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.answers import Says

PLAIN = ("projects", "pmo_type", "background")
"""Keys that are said as they are."""
Values = Mapping[str, Any]


def sayings_of(curriculum: Curriculum, entries: Sequence[Entry]) -> tuple[Profile, ...]:
    """List what was said in the profile, and what the answers that count say in it."""
    picked = [each for each in picked_of(curriculum, entries) if _speaks(each)]
    # Few answers speak of the profile: then it is what stands in the logbook.
    if not picked:
        return of_kind(entries, Profile)
    return tuple(_in_order(_Speaking(curriculum=curriculum, entries=entries), picked))


def _speaks(picked: Picked) -> bool:
    # What a file leaves out is not set, nor is what stands there as it would be without.
    says = picked.effects.profile
    return says != type(says).model_construct()


def _in_order(speaking: "_Speaking", picked: Iterable[Picked]) -> Iterator[Profile]:
    """Go through both from the oldest on: what an answer says may rest on what was said before."""
    by_entry = grouped(picked, _entry_id)
    values: dict[str, Any] = {}
    for entry in oldest_first(speaking.entries):
        saying = None
        if isinstance(entry, Profile):
            saying = entry
        elif entry.id in by_entry:
            said = speaking.said_by(by_entry[entry.id], values)
            saying = Profile(on=entry.on, at=entry.at, id=entry.id, **said)
        if saying:
            say(values, values_in(saying))
            yield saying


def _entry_id(picked: Picked) -> str:
    return getattr(picked.entry, "id", "")


@frozen
class _Speaking:
    """Works out what an answer says of the profile, by what was said before it."""

    curriculum: Curriculum
    entries: Sequence[Entry]

    def said_by(self, picked: Sequence[Picked], values: Values) -> dict[str, Any]:
        """Put together what the answers of one entry say."""
        said: dict[str, Any] = {}
        services: dict[str, None] = {}
        for each in picked:
            says = each.effects.profile
            services.update(dict.fromkeys(says.pmo_services or ()))
            if says.pmo_services is not None:
                said["pmo_services"] = tuple(services)
            if each.entry is not None:
                said |= self._said(says, {**values, **said}, each.entry.on)
        return said

    def _said(self, says: "Says", values: Values, day: date) -> dict[str, Any]:
        said = {key: getattr(says, key) for key in PLAIN if getattr(says, key) is not None}
        if says.context:
            said["context"] = ", ".join(_added(context_words(values), says.context))
        if says.looking and "looking" not in values:
            said["looking"] = day
        if says.without or says.offers:
            said["without"] = self._without(says, values.get("without", ()))
        said |= self._hours(says, day)
        return said | self._target(says, values)

    def _without(self, says: "Says", before: Iterable[str]) -> tuple[str, ...]:
        unwanted = _added(before, self._detours(says.without))
        welcome = set(self._detours(says.offers))
        return tuple(name for name in unwanted if name not in welcome)

    def _detours(self, names: Sequence[str]) -> Sequence[str]:
        if EVERY_DETOUR not in names:
            return names
        return [role.id for role in self.curriculum.roles if role.detour]

    def _hours(self, says: "Says", day: date) -> dict[str, Any]:
        hours = says.hours_per_week
        if isinstance(hours, str):
            # Medians are Python's statistics, which few starts need.
            from pmcareer.domain.person.hours_kept import hours_kept  # noqa: PLC0415

            hours = hours_kept(self.curriculum, self.entries, day)
        return only_said({"hours_per_week": hours})

    def _target(self, says: "Says", values: Values) -> dict[str, str]:
        """Find the role to head for instead of the one that one headed for."""
        before = values.get("target") or self.curriculum.goal_role
        before = self.curriculum.now_called("roles", before)
        target = says.target.get(before)
        if says.nearer:
            target = nearer_target(self.curriculum, values.get("role"), before)
        return {"target": target} if target and target in self.curriculum.role else {}


def _added(before: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before, *more)))
