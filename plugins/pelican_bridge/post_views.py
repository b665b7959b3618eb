"""Posts as the theme shows them: the card of a list, and the whole page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from babel import Locale
from markupsafe import Markup

from plugins.cited_sources.citations import Numbering
from plugins.cited_sources.consequences.checked_words import all_checked_words, checked_words
from plugins.cited_sources.references import format_reference
from plugins.editorial_review.accountability.interests import names_an_interest
from plugins.editorial_review.approvals.identity import person_of
from plugins.editorial_review.freshness.reviews import (
    LATE,
    freshness_of,
    is_shareable,
    review_day,
)
from plugins.editorial_review.freshness.translations import older_than_original
from plugins.pelican_bridge.image_files import THUMB, thumb_path
from plugins.pelican_bridge.plan import BuildPlan, PlannedPost
from plugins.pelican_bridge.site_views import (
    image_view,
    language_name,
    people_of,
    places_of,
    topics_of,
)
from plugins.pelican_bridge.views import (
    CardView,
    EventView,
    HeadingView,
    ImageView,
    LinkView,
    MythView,
    NoticeView,
    PersonView,
    PlaceView,
    PostView,
    QuoteView,
    ReferenceView,
    RiskView,
    TopicView,
)
from plugins.practice.addresses import absolute, href, path_of
from plugins.practice.dates import long_day, when
from plugins.practice.notice_reasons import shown_reason
from plugins.practice.notices import notice_state
from plugins.practice.posts import (
    Event,
    HealthPost,
    Link,
    Notice,
    Post,
    Question,
    Quote,
    Risk,
    State,
    day_of,
)
from plugins.practice.settings import Practice
from plugins.practice.words import say
from plugins.share_graphics.documents import single_pictures
from plugins.share_graphics.graphic import Graphic

_MOST_RELATED = 3


@dataclass(frozen=True, slots=True)
class PostViews:
    """Makes the views of one language's posts; people, places and topics are made once."""

    plan: BuildPlan
    lang: str
    people: Mapping[str, PersonView]
    places: Mapping[str, PlaceView]
    topics: Mapping[str, TopicView]
    references: Mapping[str, Markup]

    @classmethod
    def of(cls, plan: BuildPlan, lang: str) -> PostViews:
        """The maker for the posts in `lang`."""
        practice = plan.content.practice
        return cls(
            plan,
            lang,
            people_of(plan, lang),
            {place.id: place for place in places_of(practice, lang)},
            {topic.id: topic for topic in topics_of(plan, lang)},
            {key: format_reference(s, lang) for key, s in plan.content.sources.items()},
        )

    @property
    def practice(self) -> Practice:
        """Whose posts they are."""
        return self.plan.content.practice

    @property
    def posts(self) -> list[PlannedPost]:
        """The posts of this language that stand on the site, newest first."""
        return [planned for planned in self.plan.on_site if planned.post.lang == self.lang]

    def card(self, planned: PlannedPost) -> CardView:
        """The post as a list shows it."""
        post = planned.post
        published = planned.state is State.PUBLISHED
        return CardView(
            kind=post.kind,
            kind_label=say(self.lang, f"views.{post.kind}"),
            title=post.title,
            summary=post.summary,
            url=href(path_of(post, self.practice), self.practice),
            lang=post.lang,
            date_iso=post.date.date().isoformat(),
            date_text=long_day(post.date, self.lang),
            topics=tuple(self.topics[topic] for topic in post.topics if topic in self.topics),
            square=self._graphic(planned.graphics.get("square")),
            thumb=self._thumb(planned.graphics.get("square")),
            state="" if published else say(self.lang, f"views.{planned.state}"),
            notice=self._notice(post) if isinstance(post, Notice) else None,
            event=self._event(post) if isinstance(post, Event) else None,
        )

    def page(self, planned: PlannedPost) -> PostView:
        """The post as its own page shows it."""
        post, card = planned.post, self.card(planned)
        rendered = planned.rendered
        if rendered is None:
            raise ValueError(f"{post.file} does not stand on the site")
        health = post if isinstance(post, HealthPost) else None
        reviewed = health.last_reviewed if health else None
        upcoming = review_day(post)
        return PostView(
            card=card,
            uid=post.uid,
            absolute_url=planned.url,
            html=Markup(rendered.html),
            headings=tuple(
                HeadingView(id=anchor, text=text, level=level)
                for anchor, text, level in rendered.headings
            ),
            authors=tuple(self.people[name] for name in post.authors if name in self.people),
            reviewed_by=self.people.get(health.reviewed_by) if health else None,
            last_reviewed=long_day(reviewed, self.lang) if reviewed else "",
            last_reviewed_iso=reviewed.isoformat() if reviewed else "",
            next_review=long_day(upcoming, self.lang) if upcoming else "",
            is_overdue=freshness_of(post, self.plan.today) in LATE,
            is_searched=is_shareable(post, self.plan.today),
            older_than=self._older_than(post),
            discloses_first=bool(health and health.disclosures) and names_an_interest(post),
            key_points=health.key_points if health else (),
            answer=post.answer if isinstance(post, Question) else "",
            references=self._references(rendered.numbering),
            sources_checked=self._sources_checked(post, rendered.numbering),
            disclosures=health.disclosures if health else (),
            changes=post.changes,
            image=self._image(post),
            graphics=tuple(
                view
                for g in single_pictures(planned.graphics)
                if (view := self._graphic(g)) is not None
            ),
            related=self._related(planned),
            translations=self._translations(post),
            is_health=health is not None,
            link_url=post.url if isinstance(post, Link) else "",
            link_publisher=post.publisher if isinstance(post, Link) else "",
            notice=card.notice,
            event=card.event,
            risk=self._risk(health.risk) if health and health.risk else None,
            myth=MythView(claim=health.myth.claim, fact=health.myth.fact)
            if health and health.myth
            else None,
            quote=self._quote(health.quote) if health and health.quote else None,
            translated_by=self._byline(post.translated_by),
            compared_by=self._byline(post.translation_reviewed_by),
        )

    def link_card(self, planned: PlannedPost) -> ImageView | None:
        """The picture that stands for the page where somebody links to it."""
        return self._graphic(planned.graphics.get("card"))

    def _graphic(self, graphic: Graphic | None) -> ImageView | None:
        if graphic is None:
            return None
        return ImageView(
            url=href(graphic.path, self.practice),
            absolute_url=absolute(graphic.path, self.practice),
            width=graphic.width,
            height=graphic.height,
            alt=graphic.alt,
        )

    def _thumb(self, square: Graphic | None) -> ImageView | None:
        view = self._graphic(square)
        if view is None or square is None:
            return None
        url = href(thumb_path(square), self.practice)
        return replace(view, url=url, width=THUMB, height=THUMB)

    def _image(self, post: Post) -> ImageView | None:
        if not post.image:
            return None
        return image_view(post.image, post.image_alt, self.plan, post.kept_images)

    def _references(self, numbering: Numbering) -> tuple[ReferenceView, ...]:
        known = self.plan.known
        return tuple(
            ReferenceView(
                number=number,
                anchor=f"ref-{number}",
                html=self.references[key],
                back=tuple(numbering.places[key]),
                checked=checked_words(known.by_key.get(key), known, self.lang),
            )
            for number, key in enumerate(numbering.order, 1)
        )

    def _sources_checked(self, post: Post, numbering: Numbering) -> str:
        """Of all works that the post rests on, also those that readers do not see."""
        known = self.plan.known
        unseen = (work for work, _ in known.by_file.get(post.file, ()) if work.source)
        works = [*(known.by_key.get(key) for key in numbering.order), *unseen]
        return all_checked_words(works, known, self.lang)

    def _notice(self, post: Notice) -> NoticeView:
        return NoticeView(
            type=post.type,
            state=notice_state(post, frozenset(self.people)),
            when=when(post.starts, post.ends, self.lang),
            reason=shown_reason(post.reason, self.lang),
            affects=tuple(self._name_of(thing) for thing in post.affects),
            then=post.then,
            starts_iso=_instant(post.starts, time.min, self.practice),
            ends_iso=_instant(post.ends, time.max, self.practice),
            is_over=day_of(post.ends) < self.plan.today,
        )

    def _event(self, post: Event) -> EventView:
        return EventView(
            when=when(post.starts, post.ends, self.lang),
            starts_iso=_instant(post.starts, time.min, self.practice),
            ends_iso=_instant(post.ends, time.max, self.practice),
            place=self.places.get(post.place),
            online=post.online,
            questions=post.questions,
            register=post.register,
            is_over=day_of(post.ends) < self.plan.today,
        )

    def _name_of(self, thing: str) -> str:
        """What readers call the place, person or service of an id."""
        if thing in self.people:
            return self.people[thing].byline
        if thing in self.places:
            return self.places[thing].name
        service = self.practice.services.get(thing)
        return self.practice.localized(service.name, self.lang) if service else thing

    def _related(self, planned: PlannedPost) -> tuple[CardView, ...]:
        topics = set(planned.post.topics)
        others = [
            other
            for other in self.posts
            if other is not planned
            and topics & set(other.post.topics)
            and not isinstance(other.post, Notice)
        ]
        return tuple(self.card(other) for other in others[:_MOST_RELATED])

    def _translations(self, post: Post) -> tuple[LinkView, ...]:
        return tuple(
            LinkView(
                label=language_name(other.post.lang),
                url=href(path_of(other.post, self.practice), self.practice),
                lang=other.post.lang,
            )
            for other in self.plan.on_site
            if (other.post.folder, other.post.slug) == (post.folder, post.slug)
            and other.post.lang != post.lang
        )

    def _byline(self, spelt: str) -> str:
        """The name of whoever is meant; as it is written, where it is nobody of ours."""
        person = person_of(spelt, self.plan.content.people)
        return person.byline if person else spelt

    def _older_than(self, post: Post) -> LinkView | None:
        older = older_than_original(post, self.plan.setting)
        found = [p for p in self.plan.posts if older and p.post.file == older.original]
        if not found:
            return None
        original = found[0]
        names = Locale.parse(self.lang).languages
        url = href(path_of(original.post, self.practice), self.practice)
        return LinkView(
            label=names.get(original.post.lang, original.post.lang),
            url=url if original.rendered else "",
            lang=original.post.lang,
        )

    def _risk(self, risk: Risk) -> RiskView:
        before, after = (
            say(self.lang, "views.of", part=part, whole=whole)
            for part, whole in (risk.before, risk.after)
        )
        sentence = say(self.lang, "views.risk", what=risk.what, before=before, after=after)
        return RiskView(
            what=risk.what,
            counts=tuple(zip(risk.labels, (before, after), strict=False)),
            sentence="" if risk.labels else sentence,
        )

    def _quote(self, quote: Quote) -> QuoteView:
        return QuoteView(text=quote.text, by=self.people.get(quote.by))


def _instant(moment: date | datetime, edge: time, practice: Practice) -> str:
    """The instant as ISO 8601 with its offset; a whole day begins or ends at its `edge`."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, edge, tzinfo=practice.zone)
    return moment.isoformat(timespec="seconds")
