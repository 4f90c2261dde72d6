"""Yes, or no because. The same verdict feeds the button, the guard and the test."""

from dataclasses import dataclass

from foundation.workflow.refusals import Refused


@dataclass(frozen=True)
class Verdict:
    """The answer of a rule: `reason` is the Chinese sentence of a refusal, `code` its short word (state, role…)."""

    allowed: bool
    reason: str = ""
    code: str = ""

    def __bool__(self) -> bool:
        return self.allowed

    def __and__(self, other: "Verdict") -> "Verdict":
        """Both must allow; the first refusal is the one that is told."""
        return other if self.allowed else self

    def __or__(self, other: "Verdict") -> "Verdict":
        """One of them must allow; when none does, the last refusal is the one that is told."""
        return self if self.allowed else other

    def require(self) -> None:
        """Raises Refused when not allowed."""
        if not self.allowed:
            raise Refused(self.reason, self.code)


def allow() -> Verdict:
    """The verdict yes."""
    return Verdict(True)


def refuse(reason: str, code: str = "refused") -> Verdict:
    """The verdict no. `reason` must be a full Chinese sentence that says what to do next."""
    return Verdict(False, reason, code)


def when(condition: object, reason: str, code: str = "state") -> Verdict:
    """Allows while `condition` holds."""
    return allow() if condition else refuse(reason, code)
