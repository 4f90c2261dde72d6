"""Scores of stations and the yearly appraisal of township and street congress work (domain 5.6)."""

from django.db.models import TextChoices

from foundation.workflow import Flow, Step
from foundation.workflow.registry import register


class ScoredKind(TextChoices):
    """Whom a table scores."""

    STATION = "station", "联络站"
    LOCAL = "local", "乡镇、街道人大"


class ScoreState(TextChoices):
    SELF = "self", "待自评"
    ON_SITE = "on_site", "待现场评分"
    PUBLISHED = "published", "已公布"


class SheetKind(TextChoices):
    """Who filled in a sheet."""

    SELF = "self", "自评"
    ON_SITE = "on_site", "现场评分"


_S = ScoreState
SCORE_FLOW = register(
    Flow(
        name="score",
        title="联络站评分和乡镇街道人大工作考评流程",
        states=ScoreState,
        start=_S.SELF,
        steps=(
            Step(
                "rate_station",
                (_S.SELF, _S.ON_SITE),
                _S.ON_SITE,
                "自评",
                "被评分的联络站或者乡镇、街道人大；现场评分前可以重填",
            ),
            Step("pass_self_rating", (_S.SELF,), _S.ON_SITE, "转入现场评分", "自评期限已过，写明没有自评的原因"),
            Step("score_on_site", (_S.ON_SITE,), _S.ON_SITE, "现场评分", "名单上的评分人，各自评分"),
            Step("publish_scores", (_S.ON_SITE,), _S.PUBLISHED, "公布", "会议通过后；每个对象的评分人数达到规定"),
        ),
    )
)
