"""Settings that refuse nonsense: each refusal has its id and says how to mend it (list: docs/settings.md)."""

from collections.abc import Iterator

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

_MAKE_KEY = "python -c 'import secrets; print(secrets.token_urlsafe(50))'"


@register(Tags.security)
def settings_make_sense(**_: object) -> list[CheckMessage]:
    """portal.E001–E006 and W001–W003; the strict ones only where settings.REQUIRE_SETTINGS is on (production)."""
    found = [*_always()]
    if getattr(settings, "REQUIRE_SETTINGS", False):
        found += [*_production_errors(), *_production_warnings()]
    return found


def _always() -> Iterator[CheckMessage]:
    if not 0 < settings.PORTAL_PORT < 65536:
        yield Error(
            f"端口 {settings.PORTAL_PORT} 不存在。", hint="请把 PORTAL_PORT 设为 1 到 65535。", id="portal.E004"
        )
    if settings.DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        hint = "请把 DATABASE_URL 写成 postgres://用户:密码@主机/数据库。"
        yield Error("数据库不是 PostgreSQL。", hint=hint, id="portal.E005")
    if not 0 < settings.UPLOAD_MAX_BYTES <= 500 * 1024 * 1024:
        hint = "请把 PORTAL_UPLOAD_MAX_MB 设为 1 到 500。"
        yield Error("上传文件的大小上限不合理。", hint=hint, id="portal.E006")


def _production_errors() -> Iterator[CheckMessage]:
    if len(settings.SECRET_KEY) < 50:
        hint = f"请设置 SECRET_KEY（至少50个字符），生成方法：{_MAKE_KEY}"
        yield Error("没有设置 SECRET_KEY，或者太短。", hint=hint, id="portal.E001")
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        hint = "请把 ALLOWED_HOSTS 设为门户的域名，多个用英文逗号分隔，不能用 *。"
        yield Error("没有说明门户用哪些域名访问。", hint=hint, id="portal.E002")
    if settings.EMBEDDED:
        hint = "请设置 DATABASE_URL 和 REDIS_URL；内置服务器只供演示、开发和测试。"
        yield Error("正式运行需要独立的 PostgreSQL 和 Redis。", hint=hint, id="portal.E003")


def _production_warnings() -> Iterator[CheckMessage]:
    if "filebased" in settings.EMAIL_BACKEND:
        hint = "请设置 EMAIL_URL，例如 smtp+tls://用户:密码@主机:587。"
        yield Warning("邮件只写入文件，不会寄出。", hint=hint, id="portal.W001")
    if not settings.ADMINS:
        hint = "请把 PORTAL_OPERATORS 设为运维人员邮箱，多个用英文逗号分隔。"
        yield Warning("每日故障清单没有收件人。", hint=hint, id="portal.W002")
    if not settings.SECURE_SSL_REDIRECT:
        hint = "请在反向代理上启用 HTTPS，并去掉 PORTAL_HTTPS_ONLY=false。"
        yield Warning("门户允许不加密的访问。", hint=hint, id="portal.W003")
