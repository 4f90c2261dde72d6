"""One suggestion of the demonstration year and those who work on it."""

from dataclasses import dataclass
from datetime import datetime

from congress_portal.demo.district import District
from congress_portal.demo.subjects import Subject
from deputies.models import Level, Mandate
from suggestions.models import Assignment, Suggestion
from suggestions.states import AssignmentState


@dataclass
class Road:
    """One suggestion and those who work on it. `days` is how long ago it was handed in.

    `earlier` is the suggestion of the year before that the deputy names as raised already.
    """

    district: District
    subject: Subject
    place: str
    lead: Mandate
    days: int
    serial: int
    suggestion: Suggestion | None = None
    earlier: Suggestion | None = None

    @property
    def clerk(self):
        """Who keeps this suggestion: the district's liaison clerk, or the clerk of the township."""
        return self.district.users["xiangzhen" if self.lead.level == Level.TOWNSHIP else "lianluo1"]

    @property
    def clerk_of_place(self):
        """Who works for the township or street itself."""
        return self.district.clerks[self.place]

    def at(self, after: int, hour: int = 10) -> datetime:
        """A moment `after` days after the paper was handed in, at the latest on the day of loading."""
        return self.district.at(max(self.days - after, 0), hour, self.serial % 60)

    def parts(self) -> list[Assignment]:
        rows = self.suggestion.assignments.select_related("unit").order_by("pk")
        return [part for part in rows if part.state != AssignmentState.RELEASED]

    def officer(self, part: Assignment):
        return self.district.officers[self._key(part)]

    def head(self, part: Assignment):
        return self.district.heads[self._key(part)]

    def _key(self, part: Assignment) -> str:
        return next(key for key, unit in self.district.organisations.items() if unit.pk == part.unit_id)

    def part(self, subject: Subject) -> dict[str, str]:
        """One matter of a paper that is taken apart, worded for this place."""
        proposals = "\n".join(f"{n}、{self.say(text)}" for n, text in enumerate(subject.proposals, 1))
        return {"title": self.say(subject.title), "facts": self.say(subject.facts), "proposals": proposals}

    def say(self, text: str) -> str:
        return text.format(place=self.place)
