"""Events are added and never changed: the database refuses it, so that no careless statement can."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = (
    "CREATE TRIGGER event_never_changed BEFORE UPDATE ON log_event BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER event_never_removed BEFORE DELETE ON log_event BEGIN SELECT RAISE(ABORT, 'append-only'); END",
)
_POSTGRES = (
    "CREATE FUNCTION event_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'append-only'; END $$",
    "CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_event "
    "FOR EACH STATEMENT EXECUTE FUNCTION event_append_only()",
)


def guard(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Sets the triggers."""
    for statement in _POSTGRES if schema_editor.connection.vendor == "postgresql" else _SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("log", "0001_initial")]

    operations = [migrations.RunPython(guard, elidable=False)]
