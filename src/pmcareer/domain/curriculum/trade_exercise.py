"""An exercise as it is done in a trade."""

from pydantic import Field

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.record import Id


class TradeExercise(Exercise):
    """An exercise in the words of an industry."""

    done_in: Id = Field(exclude=True)
    """The industry whose words it has."""

    @property
    def industry(self) -> str:
        """The industry whose words it has."""
        return self.done_in
