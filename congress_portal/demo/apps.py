from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "congress_portal.demo"
    verbose_name = "演示数据"
