"""The modules beside the tests are found by their plain names, as evaluate.py finds them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
