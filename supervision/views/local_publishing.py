"""The office opens plans and meetings of street committees and presidiums to everybody, and takes them off."""

from typing import Any

from supervision.forms import publishing as forms
from supervision.models import LocalMeeting, LocalYear
from supervision.rules import local_publishing as rules
from supervision.transitions import local_publishing as act
from supervision.views.local_steps import LocalStep


class Unpublishing(LocalStep):
    title = button = "撤下公开"
    form_class = forms.TakeOffForm
    rule = rules.may_unpublish_local
    intro = "撤下后公众立即看不到，办理情况照常保留。"
    success_message = "已撤下。"


class PublishLocalYear(LocalStep):
    model = LocalYear
    title = button = "网上公开"
    form_class = forms.CheckedForm
    rule = rules.may_publish_local_year
    transition = act.publish_local_year
    intro = (
        "公开总体要求、通过计划的会议和各个事项的类别、完成时间、是否完成，号码自动遮盖。"
        "负责人、完成情况的文字和年终报告不公开。以后增加、完成的事项随时显示。"
    )
    success_message = "已公开，可以随时撤下。"


class UnpublishLocalYear(Unpublishing):
    model = LocalYear
    transition = act.unpublish_local_year


class PublishLocalMeeting(LocalStep):
    model = LocalMeeting
    template_name = "supervision/publish_copy.html"
    title = button = "网上公开"
    form_class = forms.CopyForm
    rule = rules.may_publish_local_meeting
    transition = act.publish_local_meeting
    intro = (
        "公开时间、地点、应到和到会人数、议题和议定事项。会议情况、到会名单和会议材料不公开。"
        "左边是原文，右边是公众将看到的文字，号码已自动遮盖。需要再遮盖的，把字改成*号或者【略】，不能改写。"
    )
    success_message = "已公开，可以随时撤下。"

    def form_kwargs(self) -> dict[str, Any]:
        meeting = self.object
        topics = ("议题", meeting.topics, meeting.public_topics)
        return {"texts": {"topics": topics, "decisions": ("议定事项", meeting.decisions, meeting.public_decisions)}}


class UnpublishLocalMeeting(Unpublishing):
    model = LocalMeeting
    transition = act.unpublish_local_meeting
