"""The office opens street congresses, meetings, opinions and topical deliberations to everybody, and takes them off."""

from typing import Any

from foundation.web.views import StepView
from liaison_stations.forms.council_publishing import CouncilCopyForm
from liaison_stations.forms.publishing import UnpublishForm
from liaison_stations.rules import council_publishing as rules
from liaison_stations.transitions import council_publishing as act
from liaison_stations.views.council_opinions import OpinionStep
from liaison_stations.views.deliberations import DeliberationStep
from liaison_stations.views.street_steps import CongressStep, MeetingStep


class Publishing(StepView):
    """One look at what everybody will read; `words` are the texts that may be covered."""

    template_name = "liaison_stations/publish_council.html"
    form_class = CouncilCopyForm
    title = button = "公开"
    success_message = "已公开，可以随时撤下。"
    versioned = True
    words: tuple[str, ...] = ()

    def form_kwargs(self) -> dict[str, Any]:
        originals = {name: getattr(self.object, name) for name in self.words}
        standing = {name: getattr(self.object, f"public_{name}") for name in self.words}
        return {"originals": originals, "standing": standing}


class Unpublishing(StepView):
    template_name = "components/step.html"
    form_class = UnpublishForm
    rule = rules.may_unpublish_council
    title = button = "撤下公开"
    intro = "撤下后公众立即看不到，办理情况照常保留。"
    success_message = "已撤下。"
    versioned = True


class PublishCongress(Publishing, CongressStep):
    rule = rules.may_publish_congress
    transition = act.publish_congress
    intro = (
        "公开届次、任期、名额和议政代表名单：姓名、方面、所在社区或者单位、是否主席团成员。"
        "联系电话、性别、年龄、党派不公开。会议和意见逐次、逐件公开。"
    )


class UnpublishCongress(Unpublishing, CongressStep):
    transition = act.unpublish_congress
    intro = "撤下后名单、会议和意见公众都看不到，办理情况照常保留。"


class PublishMeeting(Publishing, MeetingStep):
    rule = rules.may_publish_street_meeting
    transition = act.publish_street_meeting
    intro = "公开时间、地点、议程和表决结果。会议情况、到会名单不公开。请核对议题的文字，号码自动遮盖。"


class UnpublishMeeting(Unpublishing, MeetingStep):
    transition = act.unpublish_street_meeting


class PublishOpinion(Publishing, OpinionStep):
    rule = rules.may_publish_council_opinion
    transition = act.publish_council_opinion
    words = act.OPINION_WORDS
    intro = (
        "左边是原文，右边是公众将看到的文字，号码已自动遮盖。需要再遮盖的，把字改成*号或者【略】，不能改写。"
        "居民的姓名、照片和材料不公开。"
    )


class UnpublishOpinion(Unpublishing, OpinionStep):
    transition = act.unpublish_council_opinion


class PublishDeliberation(Publishing, DeliberationStep):
    rule = rules.may_publish_deliberation
    transition = act.publish_deliberation
    words = act.DELIBERATION_WORDS
    intro = (
        "左边是原文，右边是公众将看到的文字，号码已自动遮盖。需要再遮盖的，把字改成*号或者【略】，不能改写。"
        "参加的代表和单位公开，居民的姓名、议事情况不公开。意见逐件公开。"
    )


class UnpublishDeliberation(Unpublishing, DeliberationStep):
    transition = act.unpublish_deliberation
