"""How one reader wants the portal to look: brightness, size of type, contrast. Kept in a cookie, read by the server,
so that the first byte is already right and nothing flashes."""

from dataclasses import dataclass, fields, replace
from urllib.parse import parse_qsl, urlencode

COOKIE = "portal_look"
COOKIE_AGE = 365 * 24 * 3600

THEMES = {"light": "浅色", "dark": "深色"}
SIZES = {"standard": "标准", "large": "大字", "extra": "特大字"}
CONTRASTS = {"normal": "标准", "high": "高对比"}
CHOICES = {"theme": THEMES, "size": SIZES, "contrast": CONTRASTS}


@dataclass(frozen=True)
class Look:
    """The three choices. 长者模式 is large type: bigger targets and a simpler page come with it."""

    theme: str = "light"
    size: str = "standard"
    contrast: str = "normal"

    @property
    def is_elder(self) -> bool:
        return self.size != "standard"

    def with_choice(self, name: str, value: str) -> "Look":
        """A copy with one choice changed; unknown names and values change nothing."""
        return replace(self, **{name: value}) if value in CHOICES.get(name, {}) else self

    def to_cookie(self) -> str:
        return urlencode({field.name: getattr(self, field.name) for field in fields(self)})


def from_cookie(raw: str) -> Look:
    """The look a cookie asks for; whatever is unknown or damaged in it is left at its default."""
    look = Look()
    for name, value in parse_qsl(raw[:200]):
        look = look.with_choice(name, value)
    return look
