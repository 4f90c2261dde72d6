"""Reference rows of the whole portal: every installed app may have a `reference.py` with an idempotent `load()`."""

from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.db import connection
from django.utils.module_loading import module_has_submodule

from congress_portal import groups


def load_all(**kwargs: Any) -> list[str]:
    """Loads them from the lowest app upwards, then the groups of the admin; answers the apps that had something.

    Also listens to post_migrate. An app whose tables are not all there (a migration backwards) is passed over.
    """
    tables = set(connection.introspection.table_names())
    loaded = [config.name for config in reversed(list(apps.get_app_configs())) if _load(config, tables)]
    if _has_tables(apps.get_app_config("auth"), tables):
        groups.load()
    return loaded


def _load(config: AppConfig, tables: set[str]) -> bool:
    if config.name == "congress_portal" or not module_has_submodule(config.module, "reference"):
        return False
    load = getattr(import_module(f"{config.name}.reference"), "load", None)
    if load is None or not _has_tables(config, tables):
        return False
    load()
    return True


def _has_tables(config: AppConfig, tables: set[str]) -> bool:
    return all(model._meta.db_table in tables for model in config.get_models() if model._meta.managed)
