"""What was undone, proposed or taken out is found by its kind, however long the log is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("log", "0002_append_only")]

    operations = [
        migrations.AddIndex("event", models.Index(fields=["kind", "seq"], name="event_of_kind")),
    ]
