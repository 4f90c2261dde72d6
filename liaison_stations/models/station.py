from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from deputies.models.dated import Dated
from deputies.models.public_page import new_code
from foundation.audit.history import tracked
from foundation.workflow.models import Versioned
from liaison_stations.querysets.stations import StationQuerySet
from liaison_stations.states import Standard, StationTier


@tracked()
class StationKind(Dated):
    """What a station is for (特色): the ordinary one, a legislation point, the SC's own at the government's hall."""

    code = models.SlugField("代码", max_length=40, unique=True, error_messages={"unique": "已有这个代码的联络站类别。"})
    name = models.CharField("名称", max_length=40)
    run_by_office = models.BooleanField("由人大常委会直接管理", default=False)
    order = models.PositiveSmallIntegerField("排序", default=100)

    class Meta(Dated.Meta):
        verbose_name = verbose_name_plural = "联络站类别"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked()
class Station(Versioned):
    """A deputies' liaison station (代表之家、联络站、联络点). `code` is its short public address `/z/<code>/` for life.

    Two stations may bear one name; the address tells them apart. A station opens and closes, its row stays. Telephone
    and persons in charge stand on the station's wall and are public; `head` and `officer` are their accounts, if any.
    """

    code = models.CharField("短地址", max_length=12, unique=True, default=new_code, editable=False)
    name = models.CharField("联络站名称", max_length=60)
    tier = models.CharField("类型", max_length=10, choices=StationTier)
    kind = models.ForeignKey(StationKind, on_delete=models.PROTECT, related_name="stations", verbose_name="类别")
    area = models.ForeignKey(
        "deputies.Area", on_delete=models.PROTECT, related_name="stations", verbose_name="所在区域"
    )
    covers = models.ManyToManyField(
        "deputies.Area", blank=True, related_name="covering_stations", verbose_name="服务的村、社区"
    )
    address = models.CharField("地址", max_length=120)
    latitude = models.DecimalField(
        "纬度", max_digits=9, decimal_places=6, null=True, blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )  # fmt: skip
    longitude = models.DecimalField(
        "经度", max_digits=9, decimal_places=6, null=True, blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )  # fmt: skip
    phone = models.CharField("联系电话", max_length=40, blank=True)
    hours = models.CharField("开放时间", max_length=120, blank=True)
    # As the office's list says it ("每月15日"): shown until the rota itself says more.
    reception_note = models.CharField("接待日", max_length=60, blank=True)
    head_name = models.CharField("站长", max_length=20, blank=True)
    head = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="stations_led",
        verbose_name="站长账号",
    )  # fmt: skip
    officer_name = models.CharField("联络员", max_length=20, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="stations_served",
        verbose_name="联络员账号",
    )  # fmt: skip
    intro = models.TextField("简介", blank=True)
    facilities = models.CharField("场所设施", max_length=300, blank=True, help_text="如：接待室、议事厅、展示区。")
    floor_space = models.PositiveSmallIntegerField("面积（平方米）", null=True, blank=True)
    is_accessible = models.BooleanField("有无障碍设施", default=False)
    standard = models.CharField("规范化建设", max_length=12, choices=Standard, default=Standard.UNRATED)
    standard_since = models.DateField("建设状态起始日期", null=True, blank=True)
    opened_on = models.DateField("启用日期", null=True, blank=True, help_text="留空表示尚未启用，不公开。")
    closed_on = models.DateField("撤销日期", null=True, blank=True)
    close_reason = models.CharField("撤销理由", max_length=200, blank=True)

    objects = StationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "联络站"
        ordering = ["area", "name", "address", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name", "address"],
                name="station_once_at_an_address",
                violation_error_message="这个地址已有同名联络站。",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="station_point_whole",
                violation_error_message="经度和纬度请一并填写。",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | (Q(closed_on__gte=F("opened_on")) & ~Q(close_reason="")),
                name="station_closes_after_opening",
                violation_error_message="撤销日期不能早于启用日期，并须写明理由。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The station's row in the register; `public_url` is the page for everybody."""
        return reverse("stations:station", args=[self.pk])

    @property
    def public_url(self) -> str:
        return reverse("z:page", args=[self.code])

    @property
    def tier_name(self) -> str:
        """The tier in the words of a signboard."""
        return {"home": "代表之家", "station": "联络站", "point": "联络点"}[self.tier]

    @property
    def has_point(self) -> bool:
        return self.latitude is not None and self.longitude is not None
