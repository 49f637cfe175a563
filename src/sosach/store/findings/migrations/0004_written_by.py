"""Which operation has written a finding last, so that what is kept in memory can be brought up to date."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("findings", "0003_gone")]

    operations = [
        migrations.AddField(
            "finding", "written_by", models.BigIntegerField(db_index=True, default=0), preserve_default=False
        ),
    ]
