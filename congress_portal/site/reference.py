"""The lines a new portal starts with. Whatever the office has edited since is left alone."""

from typing import Any

from congress_portal.site.models import SiteSetting

# key, label, value, link; the keys of the first group are fields of foundation.web.conf.SiteFacts
DEFAULTS = (
    ("name", "网站名称", "示范区人大代表履职服务平台", ""),
    ("organisation", "主办单位", "示范区人民代表大会常务委员会", ""),
    ("undertaker", "承办单位", "示范区人大常委会办公室", ""),
    ("phone", "联系电话", "0000-8888000", ""),
    ("email", "电子邮箱", "", ""),
    ("address", "联系地址", "示范区人民路1号", ""),
    ("identity_code", "网站标识码", "", ""),
    ("icp", "ICP备案号", "", "https://beian.miit.gov.cn/"),
    ("police_record", "公安备案号", "", ""),
    ("domain", "网站域名", "", ""),
    ("slogan", "网站标语", "人民选我当代表，我当代表为人民", ""),
    ("postcode", "邮政编码", "", ""),
    ("hours", "办公时间", "工作日 8:30—12:00，14:00—17:30", ""),
    ("data_terms", "开放数据使用条件", "可以免费下载、复制、分析和再次发布，请注明来源和下载日期，不得歪曲原意。", ""),
    ("data_updates", "开放数据更新说明", "文件在下载时生成，与网页上公开的内容一致，公开一件，更新一件。", ""),
)


def load_site_settings(**kwargs: Any) -> int:
    """Adds the lines that are missing and answers how many; listens to post_migrate as well."""
    known = set(SiteSetting.objects.values_list("key", flat=True))
    missing = [
        SiteSetting(key=key, label=label, value=value, url=url, order=place * 10)
        for place, (key, label, value, url) in enumerate(DEFAULTS, start=1)
        if key not in known
    ]
    return len(SiteSetting.objects.bulk_create(missing, ignore_conflicts=True))
