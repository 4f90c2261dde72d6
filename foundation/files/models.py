import uuid

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone

from foundation.audit.history import tracked
from foundation.audit.triggers import no_update
from foundation.files.kinds import KINDS
from foundation.files.names import extension_of

MEGABYTE = 1024 * 1024


@tracked()
class FileFormat(models.Model):
    """Whether files of one extension are taken, and how large they may be. The office edits these rows."""

    extension = models.CharField(
        "扩展名", max_length=10, primary_key=True, choices=[(kind.extension, kind.extension) for kind in KINDS.values()]
    )
    name = models.CharField("名称", max_length=40)
    is_allowed = models.BooleanField("允许上传", default=True)
    max_megabytes = models.PositiveSmallIntegerField(
        "单个上限（MB）", default=20, validators=[MinValueValidator(1), MaxValueValidator(500)]
    )
    legal_basis = models.CharField("依据", max_length=200, default="本级规定（待填）")

    class Meta:
        verbose_name = verbose_name_plural = "附件格式与大小"
        ordering = ["extension"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(max_megabytes__range=(1, 500)),
                name="files_format_size_plausible",
                violation_error_message="单个文件上限应在1至500 MB之间，请核对。",
            ),
        ]

    def __str__(self) -> str:
        return f".{self.extension}"

    @property
    def max_bytes(self) -> int:
        return self.max_megabytes * MEGABYTE


class StoredFile(models.Model):
    """An uploaded file of some object. The row never changes; the content lies under its hash, outside of any URL."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name="所属类别")
    owner_id = models.CharField("所属编号", max_length=64)
    kind = models.CharField("用途", max_length=40, blank=True)
    name = models.CharField("文件名", max_length=255)
    size = models.PositiveBigIntegerField("大小（字节）")
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    media_type = models.CharField("类型", max_length=100)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="上传人"
    )
    uploaded_at = models.DateTimeField("上传时间")
    kept_at = models.DateTimeField("入库时间", default=timezone.now, editable=False)

    owner = GenericForeignKey("owner_type", "owner_id")

    class Meta:
        verbose_name = verbose_name_plural = "附件"
        # Several files of one form share their time of upload and stay in the order they were chosen in.
        ordering = ["uploaded_at", "kept_at"]
        default_permissions = ("view",)
        triggers = [no_update()]
        indexes = [models.Index(fields=["owner_type", "owner_id", "kind"], name="files_stored_owner")]

    def __str__(self) -> str:
        return self.name

    @property
    def type_name(self) -> str:
        """ "PDF 文档", by the extension, which was checked against the content."""
        kind = KINDS.get(extension_of(self.name))
        return kind.name if kind else ""

    def get_absolute_url(self) -> str:
        return reverse("files:download", args=[self.pk])


class Basket(models.Model):
    """Files of a form that came back with a mistake, until it is sent or their time is over. They have no address."""

    token_hash = models.CharField("表单", max_length=64, unique=True)
    expires_at = models.DateTimeField("保留至", db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "暂存的附件"
        default_permissions = ()

    def __str__(self) -> str:
        return f"暂存至{timezone.localtime(self.expires_at):%Y-%m-%d %H:%M}"
