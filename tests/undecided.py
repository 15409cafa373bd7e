"""The curriculum that pmcareer brings, where nobody else decides: no search, no months of gates of others.

The worked cases of the domain reference were worked without them.
"""

import re
from pathlib import Path

SHIPPED = Path(__file__).parents[1] / "data" / "curriculum.toml"
CERTIFICATIONS = SHIPPED.with_name("certifications.toml")
AT_ONCE = "search = [0, 0, 0]\n"


def without_others(text: str) -> str:
    """A curriculum in which one is in a role when one is ready, and gates of others have no months."""
    text = re.sub(r"^search = .*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r'(kind = "(?:closed|confirmed|services)".*), months = \[[^]]*\]', r"\1", text)
    return re.sub(r'(\[\[roles\]\]\nid = "[^"]+"\n)', rf"\1{AT_ONCE}", text)


def write_without_others(folder: Path) -> Path:
    """Write it into a folder, and say where."""
    path = folder / "undecided.toml"
    texts = [SHIPPED.read_text(encoding="utf-8"), CERTIFICATIONS.read_text(encoding="utf-8")]
    path.write_text(without_others("\n".join(texts)), encoding="utf-8")
    return path
