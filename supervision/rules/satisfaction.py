"""Whether those concerned are satisfied enough: exact counting, no database."""

from dataclasses import dataclass
from fractions import Fraction

from foundation.ballots.wording import percent
from foundation.workflow import Verdict, when
from supervision.states.problem import VoiceGrade

CONTENT = (VoiceGrade.SATISFIED, VoiceGrade.BASICALLY)


@dataclass(frozen=True)
class Satisfaction:
    """The grades of one round ("" not stated) and the share in per cent that is asked.

    The share is content (满意、基本满意) over all who stated a grade; whoever said nothing counts in neither.
    """

    grades: tuple[str, ...]
    wanted: int

    @property
    def stated(self) -> int:
        return sum(bool(grade) for grade in self.grades)

    @property
    def content(self) -> int:
        return sum(grade in CONTENT for grade in self.grades)

    @property
    def is_reached(self) -> bool:
        """Somebody has spoken, and the share is reached: 100 × content ≥ wanted × stated."""
        return self.stated > 0 and 100 * self.content >= self.wanted * self.stated

    @property
    def words(self) -> str:
        """The formula beside its result, as it is shown."""
        asked = f"征求{len(self.grades)}人，表示意见{self.stated}人"
        if not self.stated:
            return f"{asked}。"
        share = f"{self.content}÷{self.stated}＝{percent(Fraction(self.content, self.stated))}%"
        return f"{asked}，满意和基本满意{self.content}人，满意率{share}，要求≥{self.wanted}%。"

    @property
    def verdict(self) -> Verdict:
        """The rule's answer with the figures in it."""
        if not self.stated:
            return when(False, "这一问题须征求有关代表、群众意见后才能销号，请先征求意见。", "state")
        return when(self.is_reached, f"满意率没有达到销号要求，请退回整改或者继续征求意见。{self.words}", "state")
