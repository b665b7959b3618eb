"""A Pelican site with pelican-social-cards, its text in one size over a template picture."""

import os

AUTHOR = "Crane Creek"
SITENAME = "Crane Creek Family Practice"
SITEURL = "https://www.example.org"
PATH = "content"
ARTICLE_PATHS = ["posts"]
STATIC_PATHS = ["social-cards"]
OUTPUT_PATH = "output"
TIMEZONE = "UTC"
THEME = "simple"
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
PLUGINS = ["pelican.plugins.social_cards"] if os.environ["CARDS"] == "true" else []
SOCIAL_CARDS_TEMPLATE = "base.png"
SOCIAL_CARDS_FONT_FILENAME = "bold.ttf"
SOCIAL_CARDS_FONT_SIZE = 40
SOCIAL_CARDS_FONT_FILL = "#0f3d4c"
SOCIAL_CARDS_CANVAS_LEFT = 80
SOCIAL_CARDS_CANVAS_WIDTH = 1040
SOCIAL_CARDS_HORIZONTAL_ALIGNMENT = "left"
SOCIAL_CARDS_FORMAT_EXTENSION = os.environ["FORMAT"]
