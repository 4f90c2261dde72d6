"""The score tables a district starts with (domain 5.6), for the office to edit."""

from liaison_stations.models import ScoreItem, ScoreStar, ScoreTable
from liaison_stations.states.scoring import ScoredKind

# name, full points, what to look at
STATION_ITEMS = (
    ("阵地建设", 15, "场所、标识牌、接待和议事区域、无障碍设施符合标准，一室多用。"),
    ("信息公开", 10, "代表信息、接待安排、制度、联系方式、代表码上墙上网，及时更新。"),
    ("接待安排落实", 20, "按接待安排开放接待，提前预告，代表到站，缺席的及时补位。"),
    ("意见收集", 15, "接待记录完整，征集意见箱按时开启，收到的意见逐件登记。"),
    ("按时办理", 20, "意见在期限内审核、交办、答复，没有逾期。"),
    ("群众满意", 10, "答复后群众评价满意，没有解决的说明原因。"),
    ("转为代表建议", 5, "共性问题经研究转为代表建议，结果向群众反馈。"),
    ("宣传", 5, "活动有宣传，典型做法有总结。"),
)
STARS = (("五星", 90, ""), ("四星", 80, ""), ("三星", 70, ""))
LOCAL_ITEMS = (
    ("依法召开会议", 20, "乡镇每年举行两次人民代表大会会议，街道每年召开议政代表会。"),
    ("监督工作", 20, "听取专项报告、视察检查有计划、有意见、有落实。"),
    ("代表工作", 20, "代表活动、学习培训、述职评议按要求开展。"),
    ("联络站建设和作用发挥", 20, "联络站规范运行，接待、收集、办理、反馈形成闭环。"),
    ("建议办理", 10, "代表建议交办、督办、答复按时，代表满意。"),
    ("自身建设和宣传", 10, "制度健全，档案齐全，工作有创新、有宣传。"),
)
GRADES = (("优秀", 90, "通报表扬"), ("良好", 80, ""), ("合格", 60, ""))
TABLES = (
    (ScoredKind.STATION, "代表联络站星级评分", STATION_ITEMS, STARS),
    (ScoredKind.LOCAL, "乡镇、街道人大工作年度考评", LOCAL_ITEMS, GRADES),
)


def load() -> None:
    """Adds the table of a kind that has none at all."""
    for kind, name, items, stars in TABLES:
        if ScoreTable.objects.filter(kind=kind).exists():
            continue
        table = ScoreTable.objects.create(kind=kind, name=name, trim_from=5)
        ScoreItem.objects.bulk_create(
            ScoreItem(table=table, name=item, full=full, standard=standard, order=order)
            for order, (item, full, standard) in enumerate(items, 1)
        )
        ScoreStar.objects.bulk_create(
            ScoreStar(table=table, name=star, at_least=points, reward=reward) for star, points, reward in stars
        )
