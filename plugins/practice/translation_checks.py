"""A translation belongs to the post whose file's name it has: address and language must say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.practice.posts import Post
from plugins.practice.problems import Problem

RULES = frozenset({"translation-language", "translation-address"})


def check_translation(
    post: Post, stem: str, original: Mapping[str, object], own: str
) -> Iterator[Problem]:
    """What parts a translation from the post whose fields it takes over.

    `original`: the fields of that post as they stand in its file, empty where it is not there.
    `own`: the language of the site.
    """
    if post.lang == own:
        yield post.problem(
            "translation-language",
            "lang",
            what=f'the file is named like a translation, and is in the site\'s language, "{own}"',
            why="fields that nobody approved for it would be taken from another file",
            fix=f"name it without a language, like {stem}.md, or give it another language",
        )
    elif str(original.get("lang") or own) != own:
        yield post.problem(
            "translation-language",
            1,
            what=f'the post that it translates, {stem}.md, is not in the site\'s language, "{own}"',
            why="translations take their approvals from the post in the site's language",
            fix=f"take the line `lang` out of {stem}.md, or give this file a name of its own",
        )
    address = str(original.get("slug") or stem)
    if post.slug != address:
        yield post.problem(
            "translation-address",
            "slug",
            what=f'the slug "{post.slug}" is not that of {stem}.md, "{address}"',
            why="a translation has the address of its original, so that both go out and leave "
            "together",
            fix="delete the line `slug`",
        )
