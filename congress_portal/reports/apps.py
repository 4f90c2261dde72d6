from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "congress_portal.reports"
    label = "reports"
    verbose_name = "统计报告"
