"""`review FILE`: one HTML file for a reader without a terminal, and a PDF where a browser is."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from rich.console import Console

from plugins.pelican_bridge.build import ROOT
from plugins.pelican_bridge.build_day import start_of
from plugins.pelican_bridge.closures.templates import with_templates
from plugins.pelican_bridge.command import command
from plugins.pelican_bridge.commands import moment_chooser
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.plan import plan_build
from plugins.pelican_bridge.planned import BuildPlan, PlannedPost
from plugins.pelican_bridge.review_page.page import review_page
from plugins.pelican_bridge.review_page.parts import Material, ReviewView, review_view
from plugins.pelican_bridge.review_page.patient_view import pages_by_file
from plugins.pelican_bridge.review_page.pictures import InsidePictures
from plugins.pelican_bridge.review_page.printing import find_browser, print_pdf
from plugins.pelican_bridge.sharing import plan_sharing
from plugins.pelican_bridge.telling import tell_problems
from plugins.practice.problems import Problem, worst_first
from plugins.practice.reading import Content, read_content
from plugins.practice.whole_files import replace_whole
from plugins.share_graphics.cache import GraphicCache

FOLDER = ROOT / "review"
"""Where review pages go: in no folder that is deployed, swapped or kept in git."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRequest:
    """What `review` was asked for."""

    file: str
    output: str
    """Empty: a file of its own in review/."""
    content: Path
    cache: Path = ROOT / ".cache"


@command
def review(request: ReviewRequest) -> int:
    """Write the page, and say what to do with it. 1 when the content or the file is unreadable."""
    console = Console()
    content, problems = read_content(request.content)
    if content is None:
        tell_problems(console, worst_first(problems))
        return 1
    file = file_of(request.file, content)
    content = with_templates(content, file)
    target = _target(request, file, content)
    cache = GraphicCache(request.cache / "graphics")
    moment = moment_chooser("")(content.practice)
    plan = plan_build(content, moment, preview=True, cache=cache)
    planned = next((p for p in plan.posts if p.post.file == file), None)
    if planned is None:
        tell_problems(console, [p for p in plan.problems if p.file == file])
        raise WrongUseError(
            f"{file} cannot be read as a post yet, so there is no page to show. "
            "Mend what is told above, then type this again."
        )
    view = view_of(planned, plan, cache)
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_whole(target, review_page(view, content.practice))
    _tell(console, view, target)
    return 0


def view_of(planned: PlannedPost, plan: BuildPlan, cache: GraphicCache) -> ReviewView:
    """What the page of one post says, every picture inside it."""
    material = Material(
        plan=plan,
        pages=pages_by_file(plan),
        problems=all_problems(plan),
        pictures=InsidePictures(plan, cache),
    )
    return review_view(planned, material)


def all_problems(plan: BuildPlan) -> tuple[Problem, ...]:
    """Those of the plan and of the sharing, as `check` tells them."""
    sharing = plan_sharing(plan, start_of(plan.today, plan.content.practice))
    return (*plan.problems, *sharing.problems)


def file_of(given: str, content: Content) -> str:
    """The post's file in the content folder, however it was typed: from here, from there, whole.

    WrongUseError: there is no such file.
    """
    folder = content.folder.resolve()
    for path in (Path(given), folder / given):
        found = path.resolve()
        if found.is_file() and found.is_relative_to(folder):
            return found.relative_to(folder).as_posix()
    near = get_close_matches(given, [post.file for post in content.posts], n=1)
    raise WrongUseError(
        f'There is no file "{given}" in {content.folder}.'
        + (f' Did you mean "{near[0]}"?' if near else "")
    )


def _target(request: ReviewRequest, file: str, content: Content) -> Path:
    """Where the page goes. WrongUseError: to where the public, or the next build, would find it."""
    name = f"{Path(file).name.removesuffix('.md')}.html"
    target = Path(request.output) if request.output else FOLDER / name
    if target.is_dir():
        target /= name
    if target.suffix.lower() not in {".html", ".htm"}:
        raise WrongUseError(f'"{request.output}" is no name for a page. Write --output flu.html.')
    for folder, why in (
        (ROOT / "output", "is the public site"),
        (ROOT / "kit", "is replaced by every build"),
        (content.folder, "is what the site is made of"),
    ):
        if target.resolve().is_relative_to(folder.resolve()):
            raise WrongUseError(f"{folder} {why}. Choose another place for the review page.")
    return target


def _tell(console: Console, view: ReviewView, target: Path) -> None:
    def say(words: str) -> None:
        console.print(words, highlight=False, soft_wrap=True, markup=False)

    say(f"Wrote {target}: one file, to be opened in any browser or sent to the reader.")
    browser, pdf = find_browser(), target.with_suffix(".pdf")
    fault = print_pdf(target, pdf, browser) if browser else "no browser was found that prints"
    if fault:
        say(f"No PDF: {fault}. Open the page and print it (Ctrl-P, on a Mac Command-P).")
    else:
        say(f"Wrote {pdf}: the same on paper.")
    say(f"The text has the mark {view.asked.short}.")
    missing = "; ".join(view.asked.missing)
    say(f"Still needed: {missing}." if missing else "Enough people have approved this text.")
    say(f"When it is signed, type:  python3 tasks.py {view.asked.command}")
