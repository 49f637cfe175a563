"""What an operation has settled is found when the operation is undone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("findings", "0004_written_by")]

    operations = [
        migrations.AddIndex("finding", models.Index(fields=["changed_by"], name="finding_by_change")),
    ]
