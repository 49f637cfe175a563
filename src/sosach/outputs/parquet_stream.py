"""One Parquet file written from many frames, while the next frame is being made.

Polars writes a file in one go; here it pulls the frames from a queue in a thread of its own. The queue is short, so
that memory stays that of a few batches however many rows there are.
"""

import queue
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import polars as pl
from polars.io.plugins import register_io_source

from sosach.outputs.failures import as_os_error

_WAITING = 2  # frames that may wait to be written


class ParquetStream:
    """Append frames of one schema, then close; nothing is certain to be on disk before `close` has returned."""

    def __init__(self, path: Path, schema: pl.Schema | dict[str, pl.DataType]) -> None:
        self._frames: queue.Queue[pl.DataFrame | None] = queue.Queue(maxsize=_WAITING)
        self._failure: OSError | None = None
        self._path = path
        self._schema = schema
        self._thread = threading.Thread(target=self._write, name=f"write {path.name}", daemon=True)
        self._thread.start()

    def append(self, frame: pl.DataFrame) -> None:
        """Hands a frame over; waits while two others are waiting.

        Raises:
            OSError: an earlier frame could not be written.
        """
        self._put(frame)

    def close(self) -> None:
        """Writes what is waiting and the file's foot.

        Raises:
            OSError: the file could not be written.
        """
        self._put(None)
        self._thread.join()
        if self._failure is not None:
            raise self._failure

    def abandon(self) -> None:
        """Stops writing; the file is left incomplete, to be removed with its folder."""
        if self._thread.is_alive():
            self._put(None)
            self._thread.join()

    def __enter__(self) -> "ParquetStream":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abandon()

    def _put(self, item: pl.DataFrame | None) -> None:
        while self._thread.is_alive():
            try:
                self._frames.put(item, timeout=0.2)
            except queue.Full:
                continue
            return
        if self._failure is not None and item is not None:
            raise self._failure

    def _pulled(
        self, columns: list[str] | None, _predicate: pl.Expr | None, _rows: int | None, _size: int | None
    ) -> Iterator[pl.DataFrame]:
        while (frame := self._frames.get()) is not None:
            yield frame if columns is None else frame.select(columns)

    def _write(self) -> None:
        source = register_io_source(self._pulled, schema=self._schema)
        try:
            source.sink_parquet(self._path, compression="zstd", compression_level=1)
        except (OSError, pl.exceptions.PolarsError) as failure:
            self._failure = as_os_error(failure, self._path)
