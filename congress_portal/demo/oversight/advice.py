"""Experts asked about a matter with a deputy group, and two drafts at the legislative contact points."""

from datetime import timedelta
from typing import Any

from congress_portal.demo.district import District
from deputies.models import DeputyGroup
from supervision.models import ExpertField
from supervision.transitions import contact_points, experts, point_publishing

# name, pool, fields, employer, title
EXPERTS = (
    ("沈明哲", "legislation", ("law",), "省大学法学院", "教授"),
    ("陆文静", "legislation", ("law", "society"), "正衡律师事务所合伙人", "一级律师"),
    ("庄伟", "supervision", ("finance",), "财经学院会计系", "副教授"),
    ("葛秋实", "supervision", ("urban",), "市规划设计院", "高级工程师"),
)
# place, name, host, head
POINTS = (
    ("石桥镇", "石桥村立法联系点", "石桥村村民委员会", "石桥村党群服务中心一楼", "何大山"),
    ("东湖街道", "望湖社区立法联系点", "望湖社区居民委员会", "望湖路18号社区服务站", "尹建军"),
)


def tell(district: District) -> None:
    """One matter closed, one open; one draft told back, one being asked about."""
    pool = _engaged(district)
    _matters(district, pool)
    _drafts(district)


def _engaged(district: District) -> dict[str, Any]:
    made, office = {}, district.users["lianluo1"]
    for name, pool, codes, employer, title in EXPERTS:
        fields = list(ExpertField.objects.filter(code__in=codes))
        made[name] = experts.engage_expert(
            name=name,
            pool=pool,
            specialities=fields,
            employer=employer,
            title=title,
            engaged_by="区五届人大常委会第五十次主任会议",
            by=office,
            at=district.at(260),
        )
    return made


def _matters(district: District, pool: dict[str, Any]) -> None:
    committee, by = district.organisations["urban"], district.users["gongwei"]
    group = DeputyGroup.objects.get(name="石桥镇第一代表小组")
    asked = [pool["沈明哲"], pool["葛秋实"]]
    at = district.at(120)
    matter = experts.ask_experts(
        title="物业管理执法检查重点条款",
        text="哪些条款群众反映集中、应当逐条对照检查？",
        committee=committee,
        experts=asked,
        group=group,
        due_on=at.date() + timedelta(days=14),
        by=by,
        at=at,
    )
    words = ("建议重点检查维修资金使用和公共收益公示两项。", "建议抽查十年以上小区的消防设施维护记录。")
    for advice, text in zip(matter.advice.order_by("pk"), words, strict=True):
        day = district.at(112)
        experts.enter_advice(advice.pk, text=text, given_on=day.date(), by=by, at=day)
    deputy = district.users["daibiao1"]
    experts.say_in_matter(matter.pk, text="建议入户走访，听听业主怎么说。", by=deputy, at=district.at(111))
    for advice in matter.advice.all():
        experts.weigh_advice(advice.pk, fate="adopted", by=by, at=district.at(108))
    result = "三条意见全部写入执法检查方案。"
    experts.close_matter(matter.pk, result=result, by=by, at=district.at(107))
    experts.ask_experts(
        title="老旧小区加装电梯补贴办法",
        text="补贴标准和分摊办法怎样规定更公平？",
        committee=committee,
        experts=[pool["陆文静"], pool["葛秋实"]],
        group=group,
        due_on=district.day + timedelta(days=12),
        by=by,
        at=district.at(4),
    )


def _drafts(district: District) -> None:
    office = district.users["lianluo1"]
    points = {
        place: contact_points.found_point(
            name=name,
            organisation=district.organisations[place],
            host=host,
            address=address,
            head=head,
            approved_by="区五届人大常委会第五十次主任会议",
            by=office,
            at=district.at(250),
        )
        for place, name, host, address, head in POINTS
    }
    for point in points.values():
        how_to = "工作日9:00—17:00到联系点当面提出，也可以写成书面意见投入门口的意见箱。"
        point_publishing.publish_point(point.pk, how_to=how_to, by=office, at=district.at(240))
    source, at = "市人大常委会法制工作委员会", district.at(90)
    draft = contact_points.put_out_draft(
        title="市物业管理条例（修订草案）",
        source=source,
        text="重点征求第三章公共收益、第五章维修资金的意见。",
        points=list(points.values()),
        due_on=at.date() + timedelta(days=20),
        by=office,
        at=at,
    )
    heard = (
        ("石桥镇", "第三十条", "公共收益应当每季度公示，并写明用途。", "村民代表"),
        ("东湖街道", "第五十二条", "应急维修先垫付后表决，时间太长等不起。", "业主委员会成员"),
    )
    for place, article, text, from_whom in heard:
        words: dict[str, Any] = {"point": points[place], "article": article, "text": text, "from_whom": from_whom}
        clerk = district.clerks[place]
        contact_points.enter_opinion(draft.pk, by=clerk, at=district.at(80), **words)
    contact_points.send_draft(draft.pk, report="两个联系点共两条意见，已书面报送。", by=office, at=district.at(68))
    fates = (("adopted", ""), ("partly", "垫付上限由实施细则规定"))
    for opinion, (fate, reason) in zip(draft.opinions.order_by("pk"), fates, strict=True):
        contact_points.weigh_opinion(opinion.pk, fate=fate, reason=reason, by=office, at=district.at(30))
    result = "条例通过后，一条采纳，一条部分采纳。"
    contact_points.close_draft(draft.pk, result=result, by=office, at=district.at(29))
    told = "公共收益每季度公示写入第三十条；应急维修先垫付的意见部分采纳，垫付上限由实施细则规定。"
    point_publishing.publish_draft(draft.pk, public_result=told, by=office, at=district.at(28))
    asked = contact_points.put_out_draft(
        title="市养老服务条例（草案）",
        source=source,
        text="重点征求社区养老设施配建的意见。",
        points=list(points.values()),
        due_on=district.day + timedelta(days=10),
        by=office,
        at=district.at(5),
    )
    point_publishing.publish_draft(asked.pk, by=office, at=district.at(5))
