"""What an upload rests on cannot be undone under it: the export it was made from, the decisions that stand in it."""

from sosach.findings.notices import refused
from sosach.store.log.models import Event
from sosach.store.upload.models import Confirmation, Upload
from sosach.store.upload.selectors import uploads_of_events


def refuse(head: Event) -> None:
    """Refuses to undo what an upload, or its comparison with a later export, rests on.

    Args:
        head: the event that heads the operation to be undone.

    Raises:
        Refused: tells which upload or comparison.
    """
    for found in Confirmation.objects.filter(later=head.operation, undone_by=None).order_by("operation")[:1]:
        raise refused("upload_compared", count=found.operation, value=head.operation)
    events = Event.objects.filter(operation=head.operation, kind__in=("changed", "met", "merged")).values_list(
        "seq", flat=True
    )
    made = Upload.objects.filter(base=head.operation, cancelled_by=None).order_by("operation")
    for upload in (*made[:1], *uploads_of_events([head.seq, *events])[:1]):
        raise refused("upload_rests", batch=upload.code, count=upload.operation, value=head.operation)
