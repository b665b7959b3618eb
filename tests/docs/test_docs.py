"""The documents say what the program does: every command, field, setting and dependency."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest
from invoke import Collection

import tasks
from plugins.cited_sources.checks import check_ledger, check_sources
from plugins.practice import practice_file, schemas
from plugins.practice.folders import FOLDERS
from plugins.practice.posts import KINDS
from plugins.practice.problems import Problem
from plugins.practice.reading import read_content
from plugins.practice.source_ledger import read_source_ledger
from plugins.practice.tables import Field
from tests.conftest import TODAY

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
WRITING = (DOCS / "writing.md").read_text(encoding="utf-8")
SETTINGS = (DOCS / "settings.md").read_text(encoding="utf-8")
ZONE = ZoneInfo("America/New_York")

_GENERATED = {".venv", "output", "kit", ".cache", ".git", "node_modules", "approvals"}
_LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
_ROW = re.compile(r"^\| `(\w+)` \| (yes|no) \|", re.MULTILINE)
_EXAMPLE = re.compile(r"^`content/([\w./-]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`((?:plugins|theme|tests|docs|\.github)/[\w./-]+)`")
_MACHINE_PATH = re.compile(r"(?<![\w.<])/(?:work|home|root|tmp|Users)/|/usr/(?:bin|local|share)")
_REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:com|org)|proxy\.golang\.org")


def _documents() -> list[Path]:
    """Every Markdown file of the project that people read as documentation."""
    found = (path for path in ROOT.rglob("*.md") if "sites" not in path.parts)
    return sorted(path for path in found if not _GENERATED & set(path.relative_to(ROOT).parts))


def _manuals() -> list[Path]:
    """The documents that are no content of a practice."""
    folders = {ROOT / "content" / name for name in FOLDERS}
    return [path for path in _documents() if path.parent not in folders]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one."""
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, f"there is no heading {heading!r}"
    return re.split(r"\n#{2,3} ", rest, maxsplit=1)[0]


def _told(text: str) -> dict[str, bool]:
    """The fields of a table, and whether each must be there."""
    return {name: needed == "yes" for name, needed in _ROW.findall(text)}


def _meant(fields: Iterable[Field]) -> dict[str, bool]:
    return {field.name: bool(field.needed) for field in fields}


def _tables_of(module: ModuleType) -> Iterator[Field]:
    """Every field of every table that a module defines."""
    for value in vars(module).values():
        if isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, Field))


def _own_fields(kind: str) -> list[Field]:
    """The fields that a kind of post has beyond those of every post and the health fields."""
    (post,) = (post for post in KINDS if post.kind == kind)
    shared = {field.name for field in (*schemas.POST, *schemas.HEALTH)} | {"date"}
    return [field for field in schemas.fields_of(post, ZONE) if field.name not in shared]


def _every_post() -> list[Field]:
    date = next(f for f in schemas.fields_of(KINDS[0], ZONE) if f.name == "date")
    return [*schemas.POST, date]


def test_every_command_stands_in_the_documents() -> None:
    told = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *DOCS.glob("*.md"))
    )
    for name in Collection.from_module(tasks).task_names:
        assert re.search(rf"`{name}`|tasks\.py {name}\b", told), f"{name} is told nowhere"


def test_no_document_gives_a_command_that_does_not_exist() -> None:
    known = {*Collection.from_module(tasks).task_names, "NAME"}
    for path in _manuals():
        for name in re.findall(r"tasks\.py ([a-zA-Z]\w*)", path.read_text(encoding="utf-8")):
            assert name in known, f"{_name(path)} gives the command {name}"


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("## Fields of every post", _every_post()),
        ("### share", schemas.SHARE),
        ("## Health fields", schemas.HEALTH),
        ("### risk", schemas.RISK),
        ("### myth", schemas.MYTH),
        ("### quote", schemas.QUOTE),
        ("## Article", _own_fields("article")),
        ("## Question", _own_fields("question")),
        ("## Notice", _own_fields("notice")),
        ("## Link", _own_fields("link")),
        ("## Event", _own_fields("event")),
        ("## Page", schemas.PAGE),
        ("## Person", schemas.PERSON),
        ("## Sources", schemas.SOURCE),
    ],
    ids=lambda value: value.strip("# ") if isinstance(value, str) else "",
)
def test_a_table_of_writing_md_has_exactly_the_fields_of_the_schema(
    heading: str, fields: Iterable[Field]
) -> None:
    assert _told(_section(WRITING, heading)) == _meant(fields)


def test_every_field_of_the_schemas_stands_in_writing_md() -> None:
    own = [field for kind in KINDS for field in schemas.fields_of(kind, ZONE)]
    for field in (*_tables_of(schemas), *own):
        assert f"| `{field.name}` |" in WRITING, f"{field.name} is told nowhere"


def test_what_a_translation_inherits_is_told_in_full() -> None:
    told = re.search(r"unless it says otherwise: (.*)\.$", WRITING, re.MULTILINE)
    assert told
    assert set(re.findall(r"`(\w+)`", told[1])) == {"slug", *schemas.INHERITED}


def test_every_key_of_the_practice_file_stands_in_settings_md_and_no_other() -> None:
    keys = {field.name for field in _tables_of(practice_file)}
    assert set(re.findall(r"^\| `(\w+)` \|", SETTINGS, re.MULTILINE)) == keys


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """The demonstration practice with the examples of writing.md in the place of its posts."""
    for name in ("practice.toml", "sources.toml"):
        shutil.copy(ROOT / "content" / name, tmp_path)
    shutil.copytree(ROOT / "content" / "people", tmp_path / "people")
    for file, text in _EXAMPLE.findall(WRITING):
        if file.endswith(".md"):
            (tmp_path / file).parent.mkdir(exist_ok=True)
            (tmp_path / file).write_text(text, encoding="utf-8")
    return tmp_path


def _all_problems(folder: Path) -> list[Problem]:
    content, problems = read_content(folder)
    assert content is not None
    problems += check_ledger(content.sources, TODAY)
    for post in content.posts:
        problems += check_sources(post, content.sources, TODAY)
    return problems


def test_the_examples_of_writing_md_are_right(examples: Path) -> None:
    kinds = {file.partition("/")[0] for file, _ in _EXAMPLE.findall(WRITING)}
    assert kinds == {*FOLDERS, "sources.toml"}
    assert _all_problems(examples) == []


def test_the_example_of_a_source_is_right(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(dict(_EXAMPLE.findall(WRITING))["sources.toml"])
    sources, problems = read_source_ledger(tmp_path / "sources.toml")
    assert len(sources) == 1
    assert problems + check_ledger(sources, TODAY) == []


def test_the_toml_examples_of_the_documents_can_be_read() -> None:
    for path in _manuals():
        for block in re.findall(r"^```toml\n(.*?)^```$", path.read_text("utf-8"), re.M | re.S):
            tomllib.loads(block)


def test_every_dependency_stands_in_dependencies_md() -> None:
    told = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    for file in ("requirements.in", "requirements-test.in"):
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
            name = re.match(r"[A-Za-z][\w.-]*", line)
            if name:
                assert f"| `{name[0]}` |" in told, f"{name[0]} of {file} is told nowhere"


def test_every_relative_link_of_a_document_leads_to_a_file() -> None:
    for path in _manuals():
        text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
        for target in _LINK.findall(text):
            file = target.partition("#")[0]
            if file and not re.match(r"[a-z]+:", file):
                assert (path.parent / file).exists(), f"{_name(path)} links to {target}"


def test_every_file_of_the_project_that_a_document_names_is_there() -> None:
    for path in _manuals():
        for file in _FILE.findall(path.read_text(encoding="utf-8")):
            assert (ROOT / file).exists(), f"{_name(path)} names {file}"


def test_the_page_of_networks_agrees_with_the_table() -> None:
    script = [sys.executable, str(DOCS / "make_networks.py"), "--check"]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_document_names_a_path_of_one_machine_or_the_host_of_a_package_registry() -> None:
    for path in _manuals():
        text = path.read_text(encoding="utf-8")
        for expression in (_MACHINE_PATH, _REGISTRY):
            found = expression.search(text)
            assert not found, f"{_name(path)} names {found and found[0]}"


def test_the_response_headers_of_the_deploy_page_are_those_that_the_build_writes() -> None:
    told = (DOCS / "deploy.md").read_text(encoding="utf-8")
    source = (ROOT / "plugins/pelican_bridge/site_files.py").read_text(encoding="utf-8")
    written = re.findall(r"^  ([A-Z][\w-]+): (.*)$", source.replace("\\\n", ""), re.MULTILINE)
    headers = [(name, value) for name, value in written if name != "Content-Type"]
    assert len(headers) == 4
    for name, value in headers:
        assert told.count(f'{name} "{value}"') == 2, f"{name} differs in docs/deploy.md"
