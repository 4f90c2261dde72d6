from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "congress_portal.reports"
    verbose_name = "统计报告"
