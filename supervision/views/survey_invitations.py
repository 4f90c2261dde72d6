"""The questionnaires a deputy is invited to fill in and has not answered."""

from django.db.models import QuerySet

from foundation.web.tables import Column
from foundation.web.views import Behind, ListPage
from supervision.models import OnlineSurvey
from supervision.rules.surveys import may_list_invitations


class Invitations(Behind, ListPage):
    """One that is answered or over is gone."""

    door = may_list_invitations
    template_name = "components/list_page.html"
    title = "请您填写的问卷"
    empty = "没有请您填写的问卷。"
    columns = (
        Column("问卷", "title", link=lambda row: row.public_url, primary=True),
        Column("调查对象", "audience"),
        Column("截止日期", "closes_on", kind="date"),
    )

    def queryset(self) -> QuerySet[OnlineSurvey]:
        return OnlineSurvey.objects.waiting_for(self.request.user, self.on)
