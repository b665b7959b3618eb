"""Writes docs/networks.md from the table of networks, so that the page says what the program does.

.venv/bin/python docs/make_networks.py            write the page
.venv/bin/python docs/make_networks.py --check    exit code 1 when the page is out of date
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # a script in docs/ does not find the plugins by itself

from networks_page.limits import (  # noqa: E402
    extra_rows,
    note_lines,
    picture_rows,
    rule_lines,
    scheduler_rows,
    text_rows,
    way_rows,
)
from networks_page.markdown import Sources, table  # noqa: E402
from networks_page.profiles import picture_note_lines, profile_rows  # noqa: E402
from networks_page.uploads import upload_sections  # noqa: E402

PAGE = Path(__file__).with_name("networks.md")

_HEAD = """\
# Networks and schedulers

This page is made from the table `plugins/networks/networks.toml` by `docs/make_networks.py`.
Do not edit it by hand: change the table, then run the script.

Housecall never writes a text that is longer than the network takes.
Where a scheduler takes less than the network, the scheduler's limit counts.
Networks change their rules; when one does, one line of the table is changed.

## How sure a number is

- **verified**: it stands in the official text, or it was checked by running the network's own code.
- **not verified (secondary)**: somebody else says so, for example the maker of a scheduler.
- **not verified (general)**: common practice. No official number was found.
  It is a careful default.

The number in brackets leads to the source, at the end of the page.
"""

_COUNTING = """\
## How texts are counted

- **weighted characters** (X): most letters of European languages count 1, most others and every
  emoji count 2, every link counts 23.
- **graphemes** (Bluesky): what a reader takes for one character. A family emoji is one.
- **graphemes, a link is 23** (Mastodon): the same, but each link counts 23, and of
  `@name@server` only `@name` counts.
- **characters, an emoji is its bytes** (Threads): a simple emoji counts 4.
- **UTF-16 units**: a letter counts 1, a simple emoji counts 2.
  It is used where a network says only \N{LEFT DOUBLE QUOTATION MARK}characters\
\N{RIGHT DOUBLE QUOTATION MARK}: it is the larger of the two counts that this can mean.
- **bytes**: the length of the text as UTF-8.

Texts that Housecall writes are shortened by whole sentences and whole points.
No word, link, hashtag or number is ever cut.
"""

_OWN = """\
## A network of your own

A network that is not on this page, such as Nextdoor, is described in `practice.toml`:

```toml
[networks.custom.nextdoor]
label = "Nextdoor"
characters = 5000
most_hashtags = 2
links = "text"
pictures = ["square", "card"]
```

Texts, pictures, a feed and a place in the kit are then made for `nextdoor` as for the others.

| Key | Without it | What is allowed |
| --- | --- | --- |
| `label` | (needed) | the name that people know |
| `characters` | no text | the longest text |
| `unit` | `utf16` | how it is counted: `x`, `graphemes`, `bytes`, `mastodon`, `threads`, \
`utf16`, `characters` |
| `title_characters` | no title | the longest title |
| `alt_characters` | no limit | the longest alt text |
| `most_hashtags` | 0 | the most hashtags |
| `links` | `text` | where a link works: `text`, `card`, `bio`, `button`, `pin`, `none` |
| `pictures` | `square`, `card` | the shapes that suit it, best first: `card`, `wide`, \
`landscape`, `square`, `portrait`, `story`, `pin`; or `none` |
| `tone` | `patient` | `patient`, or `peer` for a network of colleagues |
| `emoji`, `phone`, `names_us` | `true` | whether the text may have emoji, may have a phone \
number, may name the practice |
| `feed` | `true` | whether a feed is made |
| `source`, `read` | | where and when you read these numbers |

`profile`, `handle` and `hashtags` are those of every network.
The name is one word of lower-case letters, digits and hyphens.
It is neither a name of this page nor `all`, `notices`, `headlines`, `feed` or `topics`, which are
feeds already.

Your Mastodon server takes more than 500 characters? Write its number into `[networks.mastodon]`:
`characters = 1000`.
A scheduler that takes less still counts.
"""


def page() -> str:
    """The whole page."""
    sources = Sources()
    text_head = ("Network", "Name to type", "Field", "At most", "Counted in", "Sure", "Source")
    extra_head = ("Network", "First look", "Hashtags", "Links", "Alt text")
    way_head = ("Network", "Where a link works", "Threads", "Feed")
    picture_head = ("Network", "Pictures that suit it", "Carousel, at most", "PDF")
    tool_head = ("Scheduler", "Name to type", "Network", "Field", "At most", "Sure", "Source")
    profile_head = (
        "Network", "Text, at most", "Field for the site's address", "Picture", "Cover",
        "Sure of the pictures",
    )  # fmt: skip
    lines = [
        _HEAD,
        "## How long a text may be\n",
        *table(text_head, text_rows(sources)),
        "\n\N{LEFT DOUBLE QUOTATION MARK}Name to type\N{RIGHT DOUBLE QUOTATION MARK}"
        " is the word for `practice.toml` and for `share` in a post.\n",
        "## First look, hashtags, links, alt text\n",
        *table(extra_head, extra_rows(sources)),
        "\n\N{LEFT DOUBLE QUOTATION MARK}First look\N{RIGHT DOUBLE QUOTATION MARK}"
        " is what a reader sees before tapping for more.",
        "An empty cell means that no limit is known, or that there is no such thing.\n",
        "## Links, threads, feeds\n",
        *table(way_head, way_rows()),
        "\n## Pictures\n",
        *table(picture_head, picture_rows(sources)),
        "\nThe pictures stand best first. "
        "The best one is drawn for each network that you use; [sharing.md](sharing.md) says more.",
        "A carousel is a row of pictures that readers swipe through, "
        "a PDF the same row as a document.",
        "X and Mastodon show several pictures as a grid that cuts tall ones: "
        "a thread says more there.\n",
        "## What else to know\n",
        *rule_lines(),
        "",
        _COUNTING,
        "## Schedulers\n",
        "Name the ones that you use in `practice.toml`: `[schedulers]`, `use = [...]`.",
        "Texts then keep within their limits too.\n",
        *table(tool_head, scheduler_rows(sources)),
        "",
        "## Upload files\n",
        "A format that is not verified is what the tool's own help page is said to ask for: "
        "try it with two rows first.\n",
        *upload_sections(sources),
        "## Profiles\n",
        *table(profile_head, profile_rows(sources)),
        "\nAn empty cell means that there is no such thing, or that nothing is known.\n",
        _OWN,
        "## Notes\n",
        *note_lines(),
        *picture_note_lines(),
        "",
        "## Sources\n",
        *sources.lines(),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the page, or compare it."""
    if "--check" in sys.argv[1:]:
        if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page():
            return 0
        sys.stderr.write("docs/networks.md is out of date: run docs/make_networks.py\n")
        return 1
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
