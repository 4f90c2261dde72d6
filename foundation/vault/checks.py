import re
from collections.abc import Iterator

from django.conf import settings
from django.core.checks import Error, Tags, register

from foundation.vault.keys import KEY_HEX_DIGITS, LOOKUP_HEX_DIGITS

_KEY_ID = re.compile(r"[A-Za-z0-9_-]{1,20}")
_HOW = "python -c 'import secrets; print(secrets.token_hex({}))'"


@register(Tags.security)
def vault_keys_usable(**_) -> list[Error]:
    """vault.E001–E004: without whole keys nothing personal can be stored or read."""
    return [*_keys(), *_active(), *_lookup()]


def _keys() -> Iterator[Error]:
    if not settings.VAULT_KEYS:
        hint = f'请设置 VAULT_KEYS，例如 {{"k1": "32位十六进制"}}，生成方法：{_HOW.format(16)}'
        yield Error("没有加密密钥。", hint=hint, id="vault.E001")
    for key_id, secret in settings.VAULT_KEYS.items():
        if not _KEY_ID.fullmatch(key_id) or not _is_hex(secret, KEY_HEX_DIGITS):
            hint = f"编号用字母、数字、-、_，密钥为{KEY_HEX_DIGITS}位十六进制，生成方法：{_HOW.format(16)}"
            yield Error(f"加密密钥“{key_id}”不合格。", hint=hint, id="vault.E002")


def _active() -> Iterator[Error]:
    if settings.VAULT_KEYS and settings.VAULT_ACTIVE_KEY not in settings.VAULT_KEYS:
        hint = "请把 VAULT_ACTIVE_KEY 设为 VAULT_KEYS 中的一个编号。"
        yield Error(f"当前密钥“{settings.VAULT_ACTIVE_KEY}”不存在。", hint=hint, id="vault.E003")


def _lookup() -> Iterator[Error]:
    if not _is_hex(settings.VAULT_LOOKUP_KEY, LOOKUP_HEX_DIGITS):
        hint = f"请把 VAULT_LOOKUP_KEY 设为{LOOKUP_HEX_DIGITS}位十六进制，生成方法：{_HOW.format(32)}。启用后不得更换。"
        yield Error("没有可用的检索密钥。", hint=hint, id="vault.E004")


def _is_hex(text: str, digits: int) -> bool:
    return isinstance(text, str) and re.fullmatch(rf"[0-9a-fA-F]{{{digits}}}", text) is not None
