"""What the public site says about the office that runs it."""

from django.db import models


class SiteSetting(models.Model):
    """One editable line of the public site: its name, who runs it, how to reach them, its registration numbers.

    An empty value keeps the line off the page, so that nothing unfinished is ever published.
    """

    key = models.SlugField("代号", unique=True, help_text="程序使用的固定代号，请勿修改。")
    label = models.CharField("名称", max_length=40)
    value = models.CharField("内容", max_length=300, blank=True, help_text="留空则不在网站上显示。")
    url = models.URLField("链接", blank=True, help_text="例如备案查询网址；没有则留空。")
    order = models.PositiveSmallIntegerField("顺序", default=100)

    class Meta:
        verbose_name = "网站信息"
        verbose_name_plural = "网站信息"
        ordering = ["order", "key"]

    def __str__(self) -> str:
        return self.label
