"""How fast and how well look-alikes are found among 100,000 suggestions.

Run: .venv/bin/python benchmarks/lookalikes.py [--rows 100000] [--times 200] [--keep]
Builds a database with make_load (minutes) and drops it unless --keep. Prints, on this machine,

- milliseconds of the whole request that the editor sends (POST /suggestions/lookalikes/), for titles alone, for the
  labelled texts, and for generated papers of which thousands of others are nearly alike (the worst case); `busy` is
  the processor time of a request in the web process and the database together, which other work does not lengthen;
- precision and recall of the labelled pairs (tests/data/lookalikes). Each earlier paper is filed among the generated
  ones, the later one is asked for through the same door as the pages use, and counts as found only when the earlier
  one stands among the five that are shown. `fit` are the pairs that were looked at while words and weights were
  chosen, `held` those that were not; a pair counts as wrongly found when it is `related` or `different` and shown.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import pages


def main() -> None:
    wanted = arguments()
    pages.embedded.join_unless_given(pages.env.VAR, pages.env.DATABASE_URL, pages.env.REDIS_URL)
    name = f"bench_lookalikes_{wanted.rows}"
    pages.build(name, wanted.rows, deputies=300, years=5)
    command = [sys.executable, str(ROOT / "benchmarks/lookalikes_worker.py"), str(wanted.times)]
    done = subprocess.run(command, env=pages.measuring(name), cwd=ROOT, check=False)
    if not wanted.keep:
        pages.administer(f"DROP DATABASE {name}")
    sys.exit(done.returncode)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=200, help="requests of each kind")
    parser.add_argument("--keep", action="store_true", help="keep the database, and use one kept before")
    return parser.parse_args()


if __name__ == "__main__":
    main()
