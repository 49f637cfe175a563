"""Names are walked in their order while somebody types."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registers", "0002_kin_and_household")]

    operations = [
        migrations.AddIndex("person", models.Index(fields=["name_key", "id"], name="person_by_name")),
    ]
