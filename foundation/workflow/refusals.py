"""One family of refusals. A transition raises, the page shows `reason` and keeps what was typed."""


class Refused(Exception):
    """The act was refused. `reason` is a Chinese sentence for the person, `code` a short word for programs.

    `field` names the argument that was wrong, where it was one alone: a page tells it there.
    """

    def __init__(self, reason: str, code: str = "refused", *, field: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code
        self.field = field


class StaleVersion(Refused):
    """Somebody else changed the row since the page was opened (F36)."""

    def __init__(self, reason: str = "同事已先一步办理，页面内容已变化，请刷新后再办。") -> None:
        super().__init__(reason, "stale")
