"""The lines a new portal starts with. Whatever the office has edited since is left alone."""

from typing import Any

from congress_portal.site.models import SiteSetting

# key, label, value, shown in the footer
DEFAULTS = (
    ("name", "网站名称", "示范区人大代表履职服务平台", False),
    ("slogan", "网站标语", "人民选我当代表，我当代表为人民", False),
    ("host", "主办单位", "示范区人民代表大会常务委员会", True),
    ("organiser", "承办单位", "示范区人大常委会办公室", True),
    ("phone", "联系电话", "0000-8888000", True),
    ("address", "联系地址", "示范区人民路1号", True),
    ("postcode", "邮政编码", "000000", False),
    ("email", "电子邮箱", "", False),
    ("hours", "办公时间", "工作日 8:30—12:00，14:00—17:30", False),
    ("site-code", "网站标识码", "", True),
    ("icp", "ICP备案号", "", True),
    ("police", "公安备案号", "", True),
)


def load_site_settings(**kwargs: Any) -> int:
    """Adds the lines that are missing and answers how many; listens to post_migrate as well."""
    known = set(SiteSetting.objects.values_list("key", flat=True))
    missing = [
        SiteSetting(key=key, label=label, value=value, in_footer=footer, order=place * 10)
        for place, (key, label, value, footer) in enumerate(DEFAULTS, start=1)
        if key not in known
    ]
    return len(SiteSetting.objects.bulk_create(missing, ignore_conflicts=True))
