"""How long the program itself took for an answer, told in a header (https://www.w3.org/TR/server-timing/).

Only where `SOSACH_TIMING` is 1, for measurements: times can tell strangers what is there and what is not.
"""

from time import perf_counter, thread_time

from django.http import HttpRequest, HttpResponse

from sosach.web.frame.headers import Answer


def timing(answer: Answer) -> Answer:
    """Middleware, the outermost: milliseconds by the clock (`app`) and of processor time (`cpu`)."""

    def timed(request: HttpRequest) -> HttpResponse:
        clock, processor = perf_counter(), thread_time()
        response = answer(request)
        spent = (perf_counter() - clock) * 1000, (thread_time() - processor) * 1000
        response["Server-Timing"] = "app;dur={:.1f}, cpu;dur={:.1f}".format(*spent)
        return response

    return timed
