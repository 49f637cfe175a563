"""What the rules do not find any more is told apart from what stands by a decision."""

from django.db import migrations, models


def _tell_gone(apps, _schema):  # type: ignore[no-untyped-def]
    """What was repaired or has left is gone; of decisions it is told when the rules are asked next."""
    apps.get_model("findings", "Finding").objects.filter(how__in=("repaired", "left")).update(gone=True)


class Migration(migrations.Migration):
    dependencies = [("findings", "0002_facets")]

    operations = [
        migrations.AddField("finding", "gone", models.BooleanField(default=False)),
        migrations.RunPython(_tell_gone, migrations.RunPython.noop),
    ]
