"""The texts of a post, as the person who posts them and the patient who reads them meet them."""

from __future__ import annotations

import pytest

from plugins.networks.counting import count
from plugins.networks.table import NETWORK_NAMES, NETWORKS
from plugins.practice.posts import Share
from plugins.practice.problems import Severity
from plugins.practice.words import LANGUAGES, section
from plugins.social_snippets.plan import plan_snippets
from tests.social_snippets.samples import (
    POINTS,
    URL,
    article,
    event,
    hand_written,
    link,
    notice,
    only,
    plan,
    practice,
    question,
)


def test_every_network_that_takes_text_has_a_snippet_in_the_practice_s_order():
    snippets, problems = plan(article())
    assert list(snippets) == [name for name in NETWORK_NAMES if name != "snapchat"]
    assert problems == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("make", [article, question, notice, event, link])
def test_a_snippet_is_within_its_limit_and_tells_its_length(make, lang: str):
    for snippet in plan(make(lang=lang), schedulers=("buffer",))[0].values():
        assert snippet.length == count(snippet.text, snippet.unit) <= snippet.limit
        for part in snippet.thread:
            assert count(part, snippet.unit) <= snippet.limit


def test_facebook_gets_message_points_link_and_hashtags():
    assert only(article(), "facebook").text == (
        "A yearly flu vaccine is the first step, and it still helps later in the season. If you "
        "get sick and your risk is higher, call us early.\n\n"
        "• Get a flu vaccine each year, early in the fall if you can.\n"
        "• Protection takes about 2 weeks to build, so plan ahead.\n"
        "• Trouble breathing, chest pain, and confusion are signs to call 911.\n\n"
        f"Read more: {URL}\n\n#FluSeason #FluVaccine"
    )


def test_instagram_and_tiktok_point_to_the_bio_and_have_no_address():
    snippets, _ = plan(article(), "instagram", "tiktok")
    for snippet in snippets.values():
        assert "link in our bio" in snippet.text
        assert "http" not in snippet.text
        assert len(snippet.hashtags) == 5


def test_google_business_has_a_button_and_neither_address_nor_hashtag():
    snippet = only(article(), "google_business")
    assert (snippet.cta, snippet.link, snippet.hashtags) == ("LEARN_MORE", URL, ())
    assert "http" not in snippet.text
    assert "#" not in snippet.text


def test_google_business_trades_a_phone_number_for_the_call_button():
    snippet = only(notice(), "google_business")
    assert (snippet.cta, snippet.link) == ("CALL", "")
    assert "555" not in snippet.text
    assert "same number" not in snippet.text
    assert snippet.text.endswith("For an emergency call 911. To reach us, tap the Call button.")


def test_x_keeps_whole_sentences_and_tells_the_points_in_a_thread():
    snippet = only(article(), "x")
    assert snippet.text.endswith(
        "call us early.\n\nTrouble breathing, chest pain, and confusion are signs to call 911."
        f"\n\nRead more: {URL}\n\n#FluSeason #FluVaccine"
    )
    assert len(snippet.thread) == 2
    new = [point for point in POINTS if not point.startswith("Call early")]
    assert all(f"• {point}" in snippet.thread[1] for point in new)
    assert [part[-3:] for part in snippet.thread] == ["1/2", "2/2"]
    assert URL in snippet.thread[-1]


def test_the_thread_of_a_notice_tells_when_and_what_then():
    post = notice(key_points=tuple(f"{point} And so on, and so forth." for point in POINTS))
    thread = only(post, "x").thread
    assert "Thursday, November 26" in thread[0]
    assert "Call (212) 555-0143" in thread[-1]


def test_a_network_without_threads_has_none():
    assert all(not s.thread for n, s in plan(article())[0].items() if not NETWORKS[n].thread)


def test_an_answer_that_is_too_long_gives_way_to_the_whole_summary():
    text = only(question(), "x").text
    assert text.startswith("One high reading in the clinic is not enough")
    assert "needs action right away." in text


def test_a_sentence_for_emergencies_goes_last():
    long_answer = (
        "Most colds pass by themselves within ten days, and rest, drinks and honey for adults "
        "and older children are all that is needed. A humid room can help you to sleep as well, "
        "and so can a pillow more, or a chair that leans back a little. "
        "Call 911 if it is hard to breathe."
    )
    text = only(question(answer=long_answer, summary=long_answer), "x").text
    assert "Call 911 if it is hard to breathe." in text
    assert "humid room" not in text


def test_a_notice_tells_its_days_where_its_words_do_not():
    assert "\n\nThursday, November 26 – Friday, November 27\n\n" in only(notice(), "facebook").text
    told = "We are closed on Thursday, November 26 and Friday, November 27, 2026."
    assert "Thursday, November 26 –" not in only(notice(summary=told), "facebook").text


def test_an_event_tells_what_when_and_where():
    text = only(event(), "bluesky").text
    assert text.startswith("Talk: living well with high blood pressure\n\n")
    assert "When: Thursday, December 10, 6:00\u00a0PM–7:00\u00a0PM" in text
    assert "Where: Crane Creek Family Practice, 12 Crane Creek Road, Exampleton" in text


def test_an_event_with_a_page_to_sign_up_has_the_sign_up_button():
    snippet = only(event(register="https://www.example.org/join/"), "google_business")
    assert (snippet.cta, snippet.link) == ("SIGN_UP", "https://www.example.org/join/")
    assert snippet.title == "Talk: living well with high blood pressure"


def test_a_link_names_its_publisher_once():
    assert "Source: Centers for Disease Control" in only(link(), "facebook").text
    named = only(link(summary="The CDC tells what water does for your body."), "facebook").text
    assert "Source:" not in named


def test_pinterest_has_title_description_and_the_pin_s_link():
    snippet = only(article(), "pinterest", schedulers=("buffer",))
    assert (snippet.title, snippet.limit) == ("Get ready for flu season", 500)
    assert snippet.description == snippet.text
    assert snippet.link == URL
    assert "http" not in snippet.text


def test_sermo_never_tells_who_we_are():
    own = article(
        summary="At Crane Creek Family Practice we advise a yearly flu vaccine. It helps.",
        key_points=(*POINTS, "Dr. Okafor gives it on Mondays.", "Call us on (212) 555-0143."),
    )
    snippet = only(own, "sermo")
    assert snippet.link == ""
    for word in ("Crane", "example.org", "Okafor", "555", "It helps."):
        assert word not in snippet.text
    assert "How do you explain this to your patients?" in snippet.text


def test_sermo_gets_the_outside_address_of_a_link():
    assert only(link(), "sermo").link == "https://www.cdc.gov/healthyweight/water.html"


def test_opening_hours_are_no_news_for_colleagues_but_an_alert_is():
    assert "doximity" not in plan(notice())[0]
    assert "doximity" in plan(notice(type="alert"))[0]
    assert "doximity" not in plan(event())[0]


def test_the_writer_s_choice_of_networks_is_kept():
    post = article(share=Share(networks=("x", "doximity")))
    assert list(plan(post)[0]) == ["x", "doximity"]
    assert plan(article(share=Share(networks=())))[0] == {}


def test_the_practice_s_own_hashtags_follow_the_post_s():
    post = article(share=Share(hashtags=("FluSeason",)))
    snippet = only(post, "x", hashtags=("fluseason", "CraneCreek"))
    assert snippet.hashtags == ("FluSeason", "CraneCreek")


def test_a_spanish_post_speaks_spanish():
    post = notice(
        lang="es", title="Cerrado el Día de Acción de Gracias", then="Llame al 911 si es urgente.",
        summary="Nuestra clínica cierra por el feriado.",
    )  # fmt: skip
    snippets, _ = plan(post, "facebook", "instagram", "google_business")
    assert "Jueves, 26 de noviembre – viernes, 27 de noviembre" in snippets["facebook"].text
    assert f"Detalles: {URL}" in snippets["facebook"].text
    assert "enlace de nuestro perfil" in snippets["instagram"].text


def test_the_wordings_of_all_languages_are_alike():
    keys = {lang: set(section(lang, "snippets")) for lang in LANGUAGES}
    assert len({frozenset(names) for names in keys.values()}) == 1


def test_citations_and_bold_never_reach_a_network():
    post = article(summary="Get the **flu vaccine** each year.[@cdc-flu][@doi:10.1/x]")
    assert only(post, "facebook").text.startswith("Get the flu vaccine each year.\n\n")


def test_a_doctor_s_title_or_an_abbreviation_ends_no_sentence():
    words = "Word " + "word " * 30
    post = article(
        summary=f"Dr. Okafor sees you at 9 a.m. Monday. {words}here. {words}there.", key_points=()
    )
    text = only(post, "x").text
    assert text.startswith("Dr. Okafor sees you at 9 a.m. Monday.")
    assert "there." not in text


def test_a_first_sentence_that_is_too_long_leaves_the_title_and_a_note():
    post = article(summary="word " * 70 + "end.", key_points=())
    snippets, problems = plan(post, "x")
    assert snippets["x"].text.startswith("Get ready for flu season\n\nRead more: ")
    assert [problem.rule for problem in problems] == ["snippet-title-only"]


def test_when_nothing_fits_the_problem_says_by_how_much():
    post = article(title="Word " * 60, summary="word " * 70, key_points=())
    snippets, problems = plan(post, "x")
    assert snippets == {}
    (problem,) = problems
    assert problem.rule == "snippet-no-room"
    # 299 for the title, 2 for the empty line, 11 for "Read more: ", 23 for the link, less 280.
    assert "too long by 55 " in problem.what


def test_a_hand_written_text_is_taken_word_for_word():
    own = f"Flu shots are in.  Come by!\n{URL} #FluShot"
    snippet = only(article(share=Share(texts={"x": own})), "x")
    assert snippet.text == own
    assert snippet.hand_written
    assert snippet.hashtags == ("FluShot",)


def test_a_hand_written_text_over_the_limit_blocks_with_the_number():
    problem = hand_written("x", "a" * 285)["snippet-too-long"]
    assert problem.severity is Severity.BLOCK
    assert "your text for X is too long by 5" in problem.what
    assert problem.line == 12


@pytest.mark.parametrize("first", "=+-@")
def test_a_text_that_a_spreadsheet_takes_for_a_formula_warns(first: str):
    assert hand_written("facebook", f"{first}SUM")["formula-text"].severity is Severity.WARN


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("google_business", "Call (212) 555-0143 now.", "snippet-phone"),
        ("sermo", "We at Crane Creek do this.", "snippet-names-us"),
        ("instagram", f"Read it: {URL}", "snippet-dead-link"),
        ("facebook", "Flu season is here.", "snippet-no-link"),
        ("threads", f"{URL} #FluSeason #FluShot", "snippet-hashtags"),
        ("x", f"\ufeffFlu {URL}", "snippet-characters"),
        ("doximity", f"Flu season 🤒 {URL}", "snippet-emoji"),
        ("facebook", "word " * 40, "snippet-opening"),
        ("threads", " ".join(f"https://example.org/{n}" for n in range(6)), "snippet-links"),
    ],
)
def test_a_hand_written_text_is_checked(name: str, text: str, rule: str):
    assert rule in hand_written(name, text)


def test_a_hand_written_thread_is_counted_post_by_post():
    share = Share(texts={"x": f"Flu {URL}"}, thread=("One.", "b" * 281))
    snippets, problems = plan(article(share=share), "x")
    assert snippets["x"].thread == ("One.", "b" * 281)
    assert any("post 2 of the thread is too long by 1" in problem.what for problem in problems)


def test_a_title_that_a_field_cannot_hold_is_left_out_and_told():
    snippets, problems = plan(event(title="A talk " + "x" * 60), "google_business")
    assert snippets["google_business"].title == ""
    assert [problem.rule for problem in problems] == ["snippet-title"]


def test_the_shape_is_the_best_of_those_that_are_drawn():
    post = article()
    (snippet,), _ = plan_snippets(
        post, practice=practice("pinterest"), url=URL, shapes=("card", "pin", "square")
    )
    assert snippet.shape == "pin"
    assert only(post, "pinterest").shape == "pin"
    (snippet,), _ = plan_snippets(post, practice=practice("pinterest"), url=URL, shapes=("square",))
    assert snippet.shape == "square"
    assert only(post, "doximity").shape == ""


def test_nothing_is_an_emoji_or_shouts():
    for snippet in plan(article())[0].values():
        assert "!" not in snippet.text
        assert "…" not in snippet.text
