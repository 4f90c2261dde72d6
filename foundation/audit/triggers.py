"""The database's own guards of an append-only table."""

import pgtrigger

# TRUNCATE is refused to everyone who has not said in the session that it is meant: the suite's flush between tests.
TRUNCATE_SWITCH = "portal.truncate"


def no_delete() -> pgtrigger.Trigger:
    """Rows stay."""
    return pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete)


def no_truncate() -> pgtrigger.Trigger:
    """The table stays."""
    return pgtrigger.Trigger(
        name="no_truncate",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func=f"""
            IF current_setting('{TRUNCATE_SWITCH}', true) = 'allowed' THEN RETURN NULL; END IF;
            RAISE EXCEPTION 'append-only: % cannot be truncated', TG_TABLE_NAME;
        """,
    )


def update_only_from_null(*columns: str) -> pgtrigger.Trigger:
    """Rows stay as they are, except that empty `columns` may be filled once."""
    kept = "ARRAY[" + ", ".join(f"'{column}'" for column in columns) + "]::text[]"
    unset = " AND ".join(f"OLD.{column} IS NULL" for column in columns)
    return pgtrigger.Trigger(
        name="no_update",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"""
            IF {unset} AND to_jsonb(OLD) - {kept} = to_jsonb(NEW) - {kept} THEN RETURN NEW; END IF;
            RAISE EXCEPTION 'append-only: % rows cannot be changed', TG_TABLE_NAME;
        """,
    )


def append_only(*sealing_columns: str) -> list[pgtrigger.Trigger]:
    """All guards of an append-only table."""
    return [no_delete(), no_truncate(), update_only_from_null(*sealing_columns) if sealing_columns else no_update()]


def no_update() -> pgtrigger.Trigger:
    """Rows stay as they are."""
    return pgtrigger.Protect(name="no_update", operation=pgtrigger.Update)
