"""A run over the cast's deputies, and one deputy's report anywhere on its road."""

from datetime import datetime

import pytest

from congress_portal.reports.deputies.transitions.check import check
from congress_portal.reports.deputies.transitions.confirm import confirm
from congress_portal.reports.deputies.transitions.words import open_words, write_words
from congress_portal.reports.models import AnnualReport, DeputyReport
from congress_portal.reports.transitions.ask import ask
from congress_portal.reports.transitions.build import build
from foundation.accounts.models import Membership
from foundation.accounts.roles import Role
from tests.cast import IN_OFFICE_SINCE, Cast
from tests.congress_portal.reports.conftest import DAY
from tests.deputies.duty import line
from tests.deputies_cast import Register

WORDS = {"summary": "走访选民二十户。", "problems": "调研不够深入。", "plan": "多到联络站接待选民。"}


class Year:
    """Leads the reports of 2026 on: built for all by He, sent out, then Lin's own road; Deng convenes Lin's group."""

    def __init__(self, cast: Cast, register: Register) -> None:
        self.cast, self.register = cast, register
        facts = {"user": cast.deng, "role": Role.GROUP_CONVENER, "from_date": IN_OFFICE_SINCE}
        Membership.objects.get_or_create(**facts)

    def built(self) -> AnnualReport:
        line(self.register.lin, "inspection")
        asked = ask(by=self.cast.he, at=DAY, kind="deputies", year=2026)
        return build(asked.pk, clock=lambda: DAY)

    def own(self, seat: str = "lin") -> DeputyReport:
        return DeputyReport.objects.of_year(2026).get(deputy=getattr(self.register, seat).deputy)

    def opened(self, at: datetime = DAY) -> DeputyReport:
        open_words(self.built().pk, by=self.cast.he, at=at)
        return self.own()

    def written(self) -> DeputyReport:
        return write_words(self.opened().pk, by=self.cast.lin, at=DAY, **WORDS)

    def checked(self) -> DeputyReport:
        return check(self.written().pk, by=self.cast.deng, at=DAY)

    def confirmed(self) -> DeputyReport:
        return confirm(self.checked().pk, by=self.cast.xu, at=DAY)


@pytest.fixture
def year(cast: Cast, register: Register) -> Year:
    return Year(cast, register)
