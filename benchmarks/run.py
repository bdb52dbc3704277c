"""Speed as ratios to the raw floor of each job, all from one run: `make bench`."""

import platform
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import index, law, letters, notices, start  # noqa: E402 - the checkout is on the path from here on
from benchmarks.ratio import Ratio  # noqa: E402


def measured(scratch: Path) -> Iterator[Ratio]:
    """Take every measure."""
    yield from start.ratios()
    yield from letters.ratios(scratch)
    yield from notices.ratios(scratch)
    yield from law.ratios()
    yield from index.ratios(scratch)


def main() -> int:
    """Print every ratio; the exit code says nothing of speed, which belongs to this machine alone."""
    scratch = ROOT / "build-bench"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    print("medians: ours, floor, ratio, goal")
    try:
        for ratio in measured(scratch):
            print(ratio, flush=True)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
