"""Pelican's settings that never change; `python3 tasks.py build` adds what depends on the content.

The practice itself (name, address, hours, languages) stands in content/practice.toml, not here.
"""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

_here = Path(__file__).resolve().parent
if str(_here) not in sys.path:  # the `pelican` script does not have this folder on the path
    sys.path.insert(0, str(_here))

from plugins.pelican_bridge import plugin as bridge  # noqa: E402  # needs the path above

PLUGINS = [bridge]  # module objects: a plugin that cannot be imported stops the build

PATH = str(_here / "content")
OUTPUT_PATH = str(_here / "output")
CACHE_PATH = str(_here / ".cache" / "pelican")
THEME = str(_here / "theme")
THEME_TEMPLATES_OVERRIDES = [THEME]  # so that a template can include "components/..."
THEME_STATIC_PATHS = ["static"]
THEME_STATIC_DIR = "theme"
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}

LOCALE = ["C.UTF-8", "C"]  # the builder's own locale must not change a byte
STATIC_PATHS: list[str] = []  # pictures are written by the bridge, without what cameras add to them
DELETE_OUTPUT_DIRECTORY = False
LOAD_CONTENT_CACHE = False

# Lists, feeds and addresses are planned by the bridge.
DIRECT_TEMPLATES: list[str] = []
ARTICLE_ORDER_BY = "reversed-date"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = FEED_ALL_RSS = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
