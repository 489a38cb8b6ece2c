"""Writes the site of thousands of invented reports and opens its pages in a headless Chromium.

``python benchmarks/dashboard.py`` (``--units 3000``, ``--keep DIR`` to look at the site afterwards).
"""

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "audit"))

import chrome
from many import store_of_many

from reportcheck.audit.dashboard import write

PAGES = ("index", "units", "rules", "first", "pairs", "lists", "trends")
LOADED = "Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)"
PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(Math.round(performance.now())))))"
FILTERED = """(function () {
  var select = document.querySelectorAll('.tools select')[1], begun = performance.now();
  select.value = '县级'; select.onchange(); document.body.offsetHeight;
  return Math.round(performance.now() - begun);
}())"""


def main() -> None:
    """Build the site, then open it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=3000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        site = options.keep or Path(folder) / "site"
        build(options.units, Path(folder) / "audit.sqlite", site)
        if chrome.find():
            browse(site, Path(folder) / "profile")


def build(units: int, path: Path, site: Path) -> None:
    """Write the site and say what it cost."""
    with store_of_many(units, path) as store:
        begun = time.process_time()
        write(store, site)
        spent = time.process_time() - begun
    files = [file for file in site.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{units} units: {spent:.1f} s of processor, {len(files)} files, {size:.0f} MB; peak {memory} MB with the generator")


def browse(site: Path, profile: Path) -> None:
    """Open the pages and say how long each takes to load and to paint."""
    with chrome.page(profile) as page:
        page.size(1280, 900)
        for name in PAGES:
            page.open(site / f"{name}.html")
            print(f"{name}: loaded after {page.run(LOADED)} ms, painted after {page.run(PAINTED)} ms")
            if name == "units":
                print(f"units, filtered: {page.run(FILTERED)} ms")


if __name__ == "__main__":
    main()
