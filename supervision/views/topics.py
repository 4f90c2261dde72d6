"""Topics of adopted plans whose first month has come and that are not begun."""

from django.db.models import QuerySet

from foundation.web.tables import Column
from foundation.web.views import Behind, ListPage
from supervision.models import PlanTopic
from supervision.rules.plan import may_start_topics
from supervision.views.plan import CRUMB


class TopicsToStart(Behind, ListPage):
    """Those the desk counts: all for the office, a committee its own."""

    door = may_start_topics
    title = "到期待启动的计划议题"
    crumbs = (CRUMB,)
    empty = "没有到期待启动的计划议题。"
    columns = (
        Column("议题", "title", link=lambda row: row.get_absolute_url(), primary=True),
        Column("监督形式", lambda row: str(row.kind)),
        Column("计划", lambda row: str(row.plan)),
        Column("时间", "months"),
        Column("责任工作委员会", "committee.label"),
    )

    def queryset(self) -> QuerySet[PlanTopic]:
        rows = PlanTopic.objects.to_start(self.request.user, self.on).with_names()
        return rows.order_by("plan__year", "month_from", "order", "pk")
