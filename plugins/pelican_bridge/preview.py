"""One build of a preview, as a process: `serving` starts it at every change."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.pelican_bridge.commands import build_preview

if __name__ == "__main__":
    content, folder, address = sys.argv[1:]
    sys.exit(build_preview(Path(content), Path(folder), address))
