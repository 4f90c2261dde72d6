"""Hands that know the keyboard alone."""

from playwright.sync_api import Page

HERE = "selector => document.activeElement.matches(selector)"


class Keys:
    """Hands that know the keyboard alone: `to` goes on with Tab until the field has the focus."""

    def __init__(self, page: Page) -> None:
        self.page, self.press, self.type = page, page.keyboard.press, page.keyboard.insert_text

    def to(self, selector: str) -> "Keys":
        for _ in range(120):
            self.press("Tab")
            if self.page.evaluate(HERE, selector):
                return self
        raise AssertionError(f"{selector} is never reached by Tab")

    def fill(self, name: str, words: str) -> None:
        self.to(f"[name='{name}']")
        self.type(words)
