"""One person of the cast at a browser of one's own, who clicks and types, and looks at each page twice."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from foundation.accounts.models import User
from tests.cast import PASSWORD

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
TOO_WIDE = """(size) => {
  document.documentElement.dataset.size = size;
  return document.documentElement.scrollWidth - innerWidth;
}"""
# The pages that were looked at already in this test: address without numbers, heading, state of the case.
Seen = set[str]


class Hand:
    """`opens`, `follows`, `fills`, `chooses`, `ticks`, `presses`; `looks` checks the page at both widths."""

    def __init__(self, page: Page, address: str, accessible: Callable[[Page], None], seen: Seen, size: dict) -> None:
        self.page, self.address, self.accessible, self.seen, self.size = page, address, accessible, seen, size
        # Off where one form of page comes many times under other headings: it is looked at once.
        self.by_heading = True
        page.set_viewport_size(size)

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def signs_in(self, user: User) -> "Hand":
        self.page.goto(f"{self.address}/login/")
        self.looks()
        self.page.get_by_label("用户名或手机号").fill(user.username)
        self.page.get_by_label("密码").fill(PASSWORD)
        self.presses("登录")
        return self.sees(f"{user.name}，您好")

    def opens_desk(self) -> "Hand":
        """Back to the desk by the mark at the top."""
        self.page.locator("a.brand:visible").first.click()
        return self.sees("您好")

    def finds(self, title: str, card: str) -> "Hand":
        """From the desk to the paper that waits under this card."""
        self.opens_desk()
        row = self.main.get_by_role("region", name=card).get_by_role("link", name=title)
        row.click()
        return self.sees(title)

    def follows(self, words: str) -> "Hand":
        """A link by its words; the name of a unit in brackets may stand behind them."""
        name = re.compile(rf"^\s*{re.escape(words)}\s*(（.*）)?\s*$")
        link = self.page.get_by_role("link", name=name).locator("visible=true")
        folded = self.page.locator("details.nav-fold:not([open])")
        behind = folded.filter(has=self.page.get_by_role("link", name=name, include_hidden=True))
        if not link.count() and (fold := behind.locator("visible=true")).count():
            fold.first.locator("summary").click()
        link.first.click()
        return self.looks()

    def fills(self, **words: str) -> "Hand":
        """Types into fields by the names of their form."""
        for name, text in words.items():
            self.main.locator(f"[name='{name}']:visible").fill(text)
        return self

    def picks(self, **words: str) -> "Hand":
        """Chooses in drop-down lists by what they say."""
        for name, text in words.items():
            self.main.locator(f"select[name='{name}']").select_option(label=text)
        return self

    def chooses(self, *words: str) -> "Hand":
        """Radio buttons and boxes by their labels, long ones by their beginning."""
        for text in words:
            whole = self.main.get_by_label(text, exact=True)
            (whole if whole.count() else self.main.get_by_label(text)).check()
        return self

    def ticks_all(self, legend: str) -> "Hand":
        """Every box of a group, one after the other."""
        for box in self.main.get_by_role("group", name=legend).get_by_role("checkbox").all():
            assert not box.is_checked(), "a box was ticked beforehand"
            box.check()
        return self

    def presses(self, words: str) -> "Hand":
        """A button; the page that follows is looked at."""
        self.page.get_by_role("button", name=words, exact=True).locator("visible=true").first.click()
        return self.looks()

    def sees(self, *words: str) -> "Hand":
        for text in words:
            expect(self.main.get_by_text(text).locator("visible=true").first).to_be_visible()
        return self.looks()

    def reads(self, *words: str) -> "Hand":
        """The message above the page."""
        for text in words:
            expect(self.page.get_by_role("status").get_by_text(text).first).to_be_visible()
        return self

    def looks(self, *, anew: bool = False) -> "Hand":
        """No WCAG violation, nothing wider than the window even at the largest type; both widths, each kind once."""
        self.page.wait_for_load_state()
        marks = self.page.locator("main h1, .case-head .badge").all_inner_texts() if self.by_heading else []
        kind = " ".join([re.sub(r"\d+", "", self.page.url), *marks])
        if kind in self.seen and not anew:
            return self
        self.seen.add(kind)
        for size in (PHONE, DESK):
            self.page.set_viewport_size(size)
            for type_size in ("extra", "standard"):
                wide = self.page.evaluate(TOO_WIDE, type_size)
                assert wide <= 0, f"{self.page.url} is {wide} px too wide at {size['width']}, type {type_size}"
            self.accessible(self.page)
        self.page.set_viewport_size(self.size)
        return self
