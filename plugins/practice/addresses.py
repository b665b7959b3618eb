"""Where everything public stands: the one place that knows an address of the site."""

from __future__ import annotations

from urllib.parse import urlsplit

from plugins.practice.people import Person
from plugins.practice.posts import Document, Post
from plugins.practice.settings import Practice


def language_prefix(practice: Practice, lang: str) -> str:
    """The folder of a language: "" for the site's own, "es/" for Spanish beside it."""
    return "" if lang == practice.lang else f"{lang}/"


def path_of(document: Document, practice: Practice) -> str:
    """The folder of a post, page or person in the output, with a slash at the end."""
    return language_prefix(practice, document.lang) + _folder_of(document) + f"{document.slug}/"


def _folder_of(document: Document) -> str:
    match document:
        case Post():
            return f"{document.folder}/"
        case Person():
            return "people/"
        case _:
            return ""


def topic_path(topic: str, practice: Practice, lang: str) -> str:
    """The folder of a topic's list."""
    return f"{language_prefix(practice, lang)}topics/{topic}/"


def graphic_path(post: Post, shape: str, practice: Practice) -> str:
    """The file of a post's graphic: never moved, so that a scheduled post finds its picture."""
    return f"{share_folder(post, practice)}{shape}.jpg"


def slides_path(post: Post, practice: Practice) -> str:
    """The file of a post's slides as one PDF: never moved either."""
    return f"{share_folder(post, practice)}slides.pdf"


def share_folder(post: Post, practice: Practice) -> str:
    """Where a post's graphics lie in the output, with a slash at the end."""
    return f"{language_prefix(practice, post.lang)}share/{post.slug}/"


def href(path: str, practice: Practice) -> str:
    """The address of a path for links within the site; it keeps the folder of a project page."""
    return f"{urlsplit(practice.site_url).path}/{path}"


def absolute(path: str, practice: Practice) -> str:
    """The full address of a path in the output."""
    return f"{practice.site_url}/{path}"


def host(practice: Practice) -> str:
    """The site's host name: "www.example.org"."""
    return urlsplit(practice.site_url).netloc


def short_address(practice: Practice) -> str:
    """The address as people say it: "example.org"."""
    return host(practice).removeprefix("www.")
