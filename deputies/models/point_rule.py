from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from deputies import scoring
from deputies.models.point_scheme import PointPart, Points, PointScheme, plain
from foundation.audit.history import tracked


@tracked()
class PointRule(models.Model):
    """What one kind of duty gives in one scheme; the arithmetic is `scoring.Rule`."""

    scheme = models.ForeignKey(PointScheme, models.PROTECT, related_name="rules", verbose_name="积分办法")
    part = models.ForeignKey(
        PointPart, models.PROTECT, null=True, blank=True, related_name="rules", verbose_name="所在部分"
    )
    kind = models.ForeignKey("deputies.DutyKind", models.PROTECT, related_name="point_rules", verbose_name="履职事项")
    points = Points("分值", help_text="每个计量单位的得分；扣分项填负数。")
    first = models.DecimalField(
        "前几个单位按上述分值",
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.5"))],
        help_text="留空表示全部按上述分值。",
    )
    together = models.BooleanField("合并计分", default=False, help_text="前几个单位合起来得上述分值，未达到的不得分。")
    more = Points("此后每个单位", default=Decimal(0))
    minimum = models.DecimalField(
        "全年最低要求",
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.5"))],
    )
    short = Points(
        "每少一个单位扣",
        default=Decimal(0),
        validators=[MinValueValidator(0)],
        help_text="填正数。年度结束时按最低要求计算；合并计分的随时计算，扣完为止。",
    )
    cap = Points("全年最多", null=True, blank=True, help_text="得分项填最多得多少分，扣分项填最多扣多少分，均为正数。")
    veto = models.BooleanField("一票否决", default=False, help_text="有这类记录的，等次直接定为最低。")
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta:
        verbose_name = verbose_name_plural = "积分规则"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "kind"],
                name="point_rule_once",
                violation_error_message="本办法已有这一履职事项的规则。",
            ),
            models.CheckConstraint(
                condition=Q(cap__isnull=True) | Q(cap__gt=0),
                name="point_rule_cap_positive",
                violation_error_message="全年最多的分值应当大于零。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}：{self.sentence}"

    def clean(self) -> None:
        super().clean()
        faults = {**self._alone(), **self._in_scheme()}
        if faults:
            raise ValidationError(faults)

    def _alone(self) -> dict[str, str]:
        """What makes no sense whatever the scheme."""
        if self.points is None or self.more is None or self.short is None:
            return {}
        faults = {}
        if self.cap is not None and 0 < self.cap < abs(self.points):
            word = "扣分" if self.points < 0 else "得分"
            faults["points"] = f"一次{word}{plain(abs(self.points))}分已超过全年最多{plain(self.cap)}分，请核对。"
        if self.cap is not None and self.cap <= 0:
            faults["cap"] = "请填写大于零的数；扣分项也填正数，表示最多扣多少分。"
        if self.points * self.more < 0:
            faults["more"] = "前后分值应当同为得分或者同为扣分。"
        if self.first is None and (self.more or self.together):
            faults["first"] = "请填写前几个单位按上述分值计算。"
        return faults | self._of_minimum()

    def _of_minimum(self) -> dict[str, str]:
        if self.points < 0 and (self.minimum is not None or self.short):
            return {"minimum": "扣分项不设最低要求。"}
        if self.short and self.minimum is None and not self.together:
            return {"minimum": "请填写全年最低要求，才能计算少了多少。"}
        return {}

    def _in_scheme(self) -> dict[str, str]:
        """What does not fit the scheme or the part."""
        if not self.scheme_id:
            return {}
        faults: dict[str, str] = {}
        for name in ("points", "more", "short", "cap"):
            faults |= self.scheme.check_step(name, getattr(self, name))
        if self.part_id and self.part.scheme_id != self.scheme_id:
            faults["part"] = "请选择本办法的部分。"
        most = self.part.cap if self.part_id else self.scheme.cap
        if most is not None and self.points is not None and self.points > most:
            faults["points"] = f"一次得分不能超过{'本部分满分' if self.part_id else '总分上限'}{plain(most)}分。"
        return faults

    def as_rule(self) -> scoring.Rule:
        """For the arithmetic; parts are named by their key."""
        return scoring.Rule(
            kind=self.kind.code,
            points=self.points,
            part=str(self.part_id or ""),
            first=self.first,
            together=self.together,
            more=self.more,
            minimum=self.minimum or (self.first if self.together else None),
            short=self.short,
            cap=self.cap,
            veto=self.veto,
        )

    @property
    def sentence(self) -> str:
        """ "每次3分，全年最多得10分"; "前3件合计10分，此后每件5分"."""
        unit = self.kind.get_unit_display()
        said = [self._rate(unit)]
        if self.short:
            said.append(f"每少1{unit}扣{plain(self.short)}分")
        if self.minimum is not None:
            said.append(f"全年不少于{plain(self.minimum)}{unit}")
        if self.cap is not None:
            said.append(f"全年最多{'扣' if self.points < 0 else '得'}{plain(self.cap)}分")
        if self.veto:
            said.append("一票否决")
        return "，".join(said)

    def _rate(self, unit: str) -> str:
        rate = f"{'扣' if self.points < 0 else ''}{plain(abs(self.points))}分"
        if self.first is None:
            return f"每{unit}{rate}"
        head = f"前{plain(self.first)}{unit}{'合计' if self.together else f'每{unit}'}{rate}"
        more = f"{'扣' if self.more < 0 else ''}{plain(abs(self.more))}分"
        return f"{head}，此后每{unit}{more}" if self.more else f"{head}，超过的不再计分"
