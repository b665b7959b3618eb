"""Every link, picture and fragment of the built site leads somewhere on it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plugins.pelican_bridge.site_checks.addresses import home_of
from plugins.pelican_bridge.site_checks.broken import broken_links
from plugins.pelican_bridge.site_checks.telling import told
from plugins.practice.posts import Document
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice


def check_site(
    root: Path, practice: Practice, documents: Mapping[str, Document] | None = None
) -> list[Problem]:
    """What in the site at `root` leads nowhere, each address once.

    `documents`: the post or page that was printed into a file, by the file's path on the site.
    OSError: a file cannot be read.
    """
    return told(broken_links(root, home_of(practice)), documents or {})
