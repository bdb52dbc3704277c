"""One measure: our job beside the raw floor of the same job, taken in turn so that both see the same machine."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """Medians in seconds, and the goal the ratio is held against; without a goal it is only told."""

    name: str
    ours: float
    floor: float
    goal: str
    met: bool

    def __str__(self) -> str:
        """Write the line the benchmark prints."""
        ratio = self.ours / self.floor
        said = f"{ratio:.2f}×" if ratio >= 1 else f"{1 / ratio:.1f}× faster"
        verdict = "" if not self.goal else "met" if self.met else "missed"
        times = f"{self.ours * 1000:>10.1f} ms {self.floor * 1000:>10.1f} ms"
        return f"{self.name:<70}{times} {said:>15}  {self.goal} {verdict}".rstrip()


def timed(job: Callable[[], object]) -> float:
    """Time one run, in seconds, with the collector at rest."""
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        job()
        return time.perf_counter() - start
    finally:
        gc.enable()


def in_turn(ours: Callable[[], float], floor: Callable[[], float], runs: int) -> tuple[float, float]:
    """Take both `runs` times, one after the other, after one unheeded run of each, and give the medians in seconds."""
    ours()
    floor()
    pairs = [(ours(), floor()) for _ in range(runs)]
    return statistics.median(one for one, _other in pairs), statistics.median(other for _one, other in pairs)


def at_most(name: str, measured: tuple[float, float], most: float) -> Ratio:
    """Hold a job to at most `most` times its floor."""
    ours, floor = measured
    return Ratio(name, ours, floor, f"≤ {most:g}×", ours <= most * floor)


def at_least_faster(name: str, measured: tuple[float, float], least: float) -> Ratio:
    """Hold a job to be at least `least` times faster than its floor."""
    ours, floor = measured
    return Ratio(name, ours, floor, f"≥ {least:g}× faster", ours * least <= floor)


def told(name: str, measured: tuple[float, float]) -> Ratio:
    """Tell a ratio that nothing is held against."""
    ours, floor = measured
    return Ratio(name, ours, floor, goal="", met=True)
