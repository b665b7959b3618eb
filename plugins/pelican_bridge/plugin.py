"""The Pelican plugin: gives Pelican the planned texts, and its templates the planned context."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Template
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.readers import BaseReader, Readers
from pelican.writers import Writer

from plugins.pelican_bridge.site_pages import SitePage, head_of
from plugins.practice.posts import Post

SETTING = "HOUSECALL_PAGES"
"""The setting in which a build hands over its pages, by output file."""

_DOCUMENTS = "HOUSECALL_DOCUMENTS"
"""The same pages by the content file that they print."""


def settings_for(pages: Sequence[SitePage]) -> dict[str, object]:
    """Pelican's settings for exactly these pages, and no other file of the content folder."""
    documents = [page.document for page in pages if page.document]
    return {
        SETTING: {page.save_as: page for page in pages},
        _DOCUMENTS: {page.document.file: page for page in pages if page.document},
        "ARTICLE_PATHS": [document.file for document in documents if isinstance(document, Post)],
        "PAGE_PATHS": [document.file for document in documents if not isinstance(document, Post)],
    }


class DocumentReader(BaseReader):
    """Serves the texts that were read, judged and rendered before Pelican started."""

    enabled = True
    file_extensions = ["md"]  # noqa: RUF012  # Pelican's type

    def read(self, source_path: str) -> tuple[str, dict[str, object]]:
        """The markup and the metadata of one content file."""
        file = Path(source_path).relative_to(self.settings["PATH"]).as_posix()
        page: SitePage = self.settings[_DOCUMENTS][file]
        return str(page.html), self._metadata(page)

    def _metadata(self, page: SitePage) -> dict[str, object]:
        document = page.document
        assert document is not None
        metadata: dict[str, object] = {
            "title": document.title,
            "slug": document.slug,
            "lang": document.lang,
            "summary": document.summary,
            "category": self.process_metadata("category", document.file.partition("/")[0]),
            "template": page.template,
            "url": head_of(page).path,
            "save_as": page.save_as,
            "status": "published",
        }
        if isinstance(document, Post):
            metadata["date"] = document.date
            metadata["tags"] = self.process_metadata("tags", ", ".join(document.topics))
            metadata["authors"] = self.process_metadata("authors", "; ".join(document.authors))
        return metadata


class ListGenerator(Generator):
    """Writes the pages that print no single file: home, lists, people, search, 404."""

    def generate_output(self, writer: Writer) -> None:
        """Write every such page with its own template."""
        pages: Mapping[str, SitePage] = self.settings[SETTING]
        for page in pages.values():
            if page.document is None:
                writer.write_file(page.save_as, self.get_template(page.template), self.context)


class PlannedWriter(Writer):
    """Gives a template what was planned for its page, and nothing of Pelican's own context."""

    def write_file(
        self,
        name: str,
        template: Template,
        context: Mapping[str, object],  # noqa: ARG002  # Pelican's signature
        *args: object,  # noqa: ARG002  # Pelican's signature
        **kwargs: object,  # noqa: ARG002  # Pelican's signature
    ) -> None:
        """Write one planned page; a page that was not planned is none of ours."""
        page: SitePage | None = self.settings[SETTING].get(name)
        if page is not None:
            super().write_file(name, template, {"localsiteurl": "", **page.context})


def register() -> None:
    """Connect to Pelican. Whatever can fail does so in a receiver: Pelican swallows errors here."""
    signals.initialized.connect(_check_handover)
    signals.readers_init.connect(_use_our_reader)
    signals.get_generators.connect(_our_generator)
    signals.get_writer.connect(_our_writer)


def _check_handover(pelican: Pelican) -> None:
    if SETTING not in pelican.settings:
        raise SystemExit(
            "Pelican alone would publish drafts and held posts too: its readers do not judge.\n"
            "Type  python3 tasks.py build  instead; it gives Pelican what may go out."
        )


def _use_our_reader(readers: Readers) -> None:
    readers.reader_classes = {"md": DocumentReader}


def _our_generator(pelican: Pelican) -> type[ListGenerator]:  # noqa: ARG001  # Pelican's signature
    return ListGenerator


def _our_writer(pelican: Pelican) -> type[PlannedWriter]:  # noqa: ARG001  # Pelican's signature
    return PlannedWriter
