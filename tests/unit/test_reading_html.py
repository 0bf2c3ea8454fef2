"""Saved pages become articles: what the article is, what it says of itself, what is never text of it."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from quopri import encodestring

import pytest
from tests.formats import pages, samples
from tests.formats.pages import DYKE, FERRY, Story

from reconciler.errors import Problem, ReadingError
from reconciler.reading.formats import html, mhtml
from reconciler.reading.formats.extract import Extract

PROSE = tuple(DYKE.paragraphs[:3])
BODY = "".join(f"<p>{each}</p>" for each in PROSE)
LINES = "\n".join(PROSE)


def page(body: str, head: str = "") -> bytes:
    head = f"<head><meta charset=utf-8>{head}</head>"
    return f"<!DOCTYPE html><html lang=fr>{head}<body>{body}</body></html>".encode()


def lines(extract: Extract) -> list[str]:
    return extract.text.split("\n")


@pytest.mark.parametrize("story", pages.STORIES, ids=lambda story: story.language)
@pytest.mark.parametrize("layout", pages.LAYOUTS)
def test_the_article_of_every_kind_of_page_and_nothing_else(layout: str, story: Story) -> None:
    extract = html.read(pages.LAYOUTS[layout](story))

    assert lines(extract) == list(story.lines)
    assert extract.title == story.title
    assert extract.outlet == story.outlet
    if layout != "tables":  # a page of 2001 names neither its address nor the hour
        assert extract.published == story.published
    if layout not in ("tables", "scripted"):
        assert extract.url == story.url


def test_what_was_left_out_can_be_seen_in_the_order_in_which_it_stands() -> None:
    left_out = html.read(pages.newspaper(DYKE)).left_out

    _account, _accept, cookies, share, letter, also, first, _second, remark, terms = DYKE.furniture
    seen = [passage for passage in left_out if passage in (*DYKE.furniture, DYKE.caption)]
    assert [each for each in seen if each != first] == [
        *(
            cookies,
            "Accepter et continuer",
            share,
            DYKE.caption,
            also,
            letter,
            remark,
            DYKE.furniture[7],
            terms,
        )
    ]
    assert not set(left_out) & set(DYKE.lines)


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>document.write('SECRET')</script>",
        "<style>p::after{content:'SECRET'}</style>",
        "<!-- <p>SECRET</p> -->",
        "<template><p>SECRET, et bien d’autres mots encore pour en faire une phrase.</p></template>",
        "<iframe srcdoc='<p>SECRET</p>'>SECRET</iframe>",
        "<object data=x>SECRET</object>",
        "<p hidden>SECRET, et bien d’autres mots encore pour en faire une phrase.</p>",
        "<p style='color:red; DISPLAY : none'>SECRET, et bien d’autres mots pour en faire une phrase.</p>",
        "<div style='visibility:hidden'><p>SECRET, et bien d’autres mots, une phrase.</p></div>",
        "<p aria-hidden=true>SECRET, et bien d’autres mots encore pour en faire une phrase.</p>",
        "<p>Un mot <span class='sr-only'>SECRET</span> dans un paragraphe que chacun peut lire.</p>",
        "<textarea>SECRET</textarea><select><option>SECRET</select><svg><text>SECRET</text></svg>",
    ],
)
def test_what_a_reader_cannot_see_is_never_text(unseen: str) -> None:
    extract = html.read(page(f"<article><h1>{DYKE.title}</h1>{BODY}{unseen}{BODY}</article>"))

    assert "SECRET" not in extract.text + str(extract.left_out)
    assert PROSE[2] in lines(extract)


def test_a_page_saved_with_a_dialog_open_hides_itself_and_is_read_all_the_same() -> None:
    extract = html.read(
        page(f"<div id=app aria-hidden=true><article>{BODY}</article></div><div>Bonjour</div>")
    )

    assert LINES in extract.text


def test_paragraphs_lists_quotes_tables_and_breaks_are_lines() -> None:
    body = f"""<article><h1>Le bilan</h1>{BODY}
    <h2>Les chiffres</h2><ul><li>Douze maisons sont détruites.</li><li>Un pont   est\ncoupé.</li></ul>
    <table><tr><th>Commune</th><th>Évacués</th></tr><tr><td>Vernoux</td><td>312</td></tr></table>
    <blockquote>« On repart de zéro. »</blockquote>
    <p>Une phrase, puis<br>sa fin.<br>Une autre phrase.</p>{BODY}</article>"""

    got = lines(html.read(page(body)))

    assert got[len(PROSE) + 1 : -len(PROSE)] == [
        "Les chiffres",
        "Douze maisons sont détruites.",
        "Un pont est coupé.",
        "Commune\tÉvacués",
        "Vernoux\t312",
        "« On repart de zéro. »",
        "Une phrase, puis sa fin.",
        "Une autre phrase.",
    ]


def test_characters_are_those_of_the_page() -> None:
    line = "&laquo;&nbsp;C&#39;est inad&shy;mis&#xAD;sible&nbsp;&raquo;, dit-il&#x202F;: 3&nbsp;&lt;&nbsp;4."
    body = f"<article>{BODY}<p>{line}</p></article>"

    assert lines(html.read(page(body)))[-1] == "«\xa0C'est inadmissible\xa0», dit-il\u202f: 3\xa0<\xa04."


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8-sig", "iso-8859-1"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", ""),
        ("utf-16", ""),
        ("utf-16-le", "utf-16"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", ""),
        ("cp1252", "no-such-charset"),
        ("iso8859-15", "iso-8859-15"),
    ],
)
def test_a_page_comes_out_alike_from_every_encoding(encoding: str, declared: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    text = f"<html><head>{meta}</head><body><article>{BODY}</article></body></html>"

    assert LINES in html.read(text.encode(encoding, "xmlcharrefreplace")).text


def test_a_declared_encoding_is_believed_where_letters_alone_would_not_tell() -> None:
    text = "Плотина прорвалась в ночь на вторник. Никто не пострадал, сообщил мэр города Вернова."
    body = f"<html><head><meta charset=koi8-r></head><body><article>{f'<p>{text}</p>' * 4}</article></body>"

    assert text in html.read(body.encode("koi8-r")).text


def test_the_first_date_of_publication_wins_and_its_hour_comes_from_wherever_it_stands() -> None:
    head = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "La digue cède",
    "datePublished": "2024-03-06", "dateModified": "2024-05-01T10:00:00Z"}</script>
    <meta property="article:published_time" content="2024-03-06T11:25:00+01:00">
    <meta name="date" content="2022-01-01T10:00:00+01:00">"""

    assert html.read(page(f"<article>{BODY}</article>", head)).published == "2024-03-06T11:25:00+01:00"


def test_a_date_is_not_made_up() -> None:
    body = f"<article>{BODY}</article><footer>© 2019 La Gazette. Version du 12/03/2021.</footer>"

    assert html.read(page(body)).published is None


def test_structured_data_of_other_articles_is_not_taken_for_this_one() -> None:
    head = """<link rel="canonical" href="https://gazette.example/digue"><script type="application/ld+json">
    [{"@type": "NewsArticle", "headline": "Un autre", "url": "https://gazette.example/autre",
      "datePublished": "2020-01-01"},
     {"@type": "NewsArticle", "headline": "La digue cède", "url": "https://gazette.example/digue#x",
      "datePublished": "2024-03-06"}]
    </script>"""
    extract = html.read(page(f"<article>{BODY}</article>", head))

    assert (extract.title, extract.published) == ("La digue cède", "2024-03-06")


def test_an_article_in_a_list_of_others_is_not_taken_for_this_one_either() -> None:
    head = """<script type="application/ld+json">[{"@type": "ItemList", "itemListElement":
    [{"@type": "NewsArticle", "headline": "Un autre", "datePublished": "2020-01-01"}]},
    {"@graph": [{"@type": "NewsArticle", "headline": "La digue cède"}]}]</script>"""
    extract = html.read(page(f"<article>{BODY}</article>", head))

    assert (extract.title, extract.published) == ("La digue cède", None)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "/relatif", "http://", "https://[x"]
)
def test_only_an_address_on_the_web_is_one(address: str) -> None:
    assert (
        html.read(page(f"<article>{BODY}</article>", f'<link rel="canonical" href="{address}">')).url is None
    )


def test_an_address_that_names_the_site_alone_gives_way_to_one_that_names_the_page() -> None:
    head = '<link rel="canonical" href="https://gazette.example/"><meta property="og:url" content="https://gazette.example/d">'

    assert html.read(page(f"<article>{BODY}</article>", head)).url == "https://gazette.example/d"


def test_the_address_noted_by_a_browser_when_it_saved_the_page() -> None:
    content = b"<!-- saved from url=(0029)https://gazette.example/digue -->\n" + page(
        f"<article>{BODY}</article>"
    )

    assert html.read(content).url == "https://gazette.example/digue"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("La digue cède | Région | La Gazette", "La digue cède | Région"),
        ("La digue cède - gazette.example", "La digue cède"),
        ("La Gazette : la digue cède", "La Gazette : la digue cède"),
        ("Le maire : « rien à dire » – La Gazette", "Le maire : « rien à dire »"),
    ],
)
def test_the_outlet_is_cut_off_the_title(title: str, expected: str) -> None:
    head = f"""<title>{title}</title><meta property="og:site_name" content="La Gazette">
    <link rel="canonical" href="https://www.gazette.example/x">"""

    assert html.read(page(f"<div>{BODY}</div>", head)).title == expected


def test_a_catchword_above_the_headline_is_no_part_of_it() -> None:
    body = f"<article><h1><span>Inondations</span> {DYKE.title}</h1>{BODY}</article>"
    extract = html.read(page(body, f'<meta property="og:title" content="{DYKE.title}">'))

    assert extract.title == lines(extract)[0] == DYKE.title


@pytest.mark.parametrize(
    "content",
    [
        page(""),
        page("<script>var text = 'un article entier, écrit par un script';</script><noscript></noscript>"),
        page("<nav><a href=/a>Accueil</a> <a href=/b>Contact</a></nav>"),
        page("<img src='data:image/png;base64," + "iVBORw0KGgo" * 100_000 + "'>"),
        b"<frameset><frame src='a.html'></frameset>",
        b"<!--",
    ],
    ids=["nothing", "scripts", "menu", "picture", "frames", "comment"],
)
def test_a_page_without_an_article_says_so(content: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        html.read(content)

    assert caught.value.problem is Problem.NO_ARTICLE


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\x00" * 50, b"\xef\xbb\xbf"])
def test_a_file_of_nothing_is_empty(content: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        html.read(content)

    assert caught.value.problem is Problem.EMPTY


def test_a_page_that_does_not_read_like_an_article_gives_what_it_shows() -> None:
    extract = html.read(
        page(
            "<nav>Accueil</nav><div>Réunion samedi à 18 heures, salle des fêtes</div><footer>Mairie</footer>"
        )
    )

    assert extract.text == "Réunion samedi à 18 heures, salle des fêtes"
    assert extract.left_out == ("Accueil", "Mairie")


HOSTILE = {
    "nested": "<div>" * 1_000_000 + BODY,
    "nested and closed": "<b><i>" * 200_000 + BODY + "</i></b>" * 200_000,
    "tables in tables": "<table><tr><td>" * 100_000 + BODY,
    "links in links": "<a href=x>" * 300_000 + BODY,
    "attributes": "<p " + " ".join(f"a{at}=1" for at in range(300_000)) + ">x</p>" + BODY,
    "entities": "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;&a;'>]>" + "&b;" * 100_000 + "<br>" + BODY,
    "marks": "<" * 1_000_000 + " " + BODY,
    "half tags": "<p<p<p" * 100_000 + ">" + BODY,
    "data": "<script type='application/ld+json'>" + "[" * 500_000 + "</script>" + BODY,
    "names": "<a\u3000b:c.d>x</a><o:p>y</o:p><é>z</é>" + BODY,
    "controls": "<p title='&#1;&#xfffe;'>&#0;&#1;&#8;&#xD800;&#xFFFF;&#x110000;\x00\x07</p>" + BODY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mark_up_neither_stops_the_reader_nor_hides_the_text(name: str) -> None:
    extract = html.read(page(HOSTILE[name]))

    found = Counter(re.findall(r"\w+", extract.text + " ".join(extract.left_out)))
    assert not Counter(re.findall(r"\w+", LINES)) - found
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", extract.text)


def test_elements_never_closed_lose_no_text() -> None:
    body = "".join(f"<div><font size=2><p>{each}" for each in PROSE * 900)

    assert lines(html.read(page(body))).count(PROSE[0]) == 900


def test_two_pages_of_the_same_text_are_read_alike_and_so_is_one_page_twice() -> None:
    first, second = pages.weblog(FERRY), pages.newspaper(FERRY)
    before = [html.read(first) for _ in range(4)]

    assert html.read(second).text == before[0].text
    assert html.read(first) == before[0] == before[3]


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@pytest.fixture
def ear() -> Iterator[_Ear]:
    root, ear = logging.getLogger(), _Ear()
    level = root.level
    root.addHandler(ear)
    root.setLevel(logging.DEBUG)
    yield ear
    root.removeHandler(ear)
    root.setLevel(level)


def test_libraries_say_nothing_and_the_log_works_as_before(ear: _Ear) -> None:
    html.read(page("<p>Un texte bien trop court pour être un article.</p>"))
    assert ear.heard == []

    logging.getLogger("reconciler").warning("still heard")
    assert ear.heard == ["still heard"]


def test_a_page_saved_in_one_file_is_read_as_the_page() -> None:
    assert mhtml.read(samples.mhtml()) == html.read(samples.html())


def _saved(body: bytes, headers: str, *, location: str = "https://gazette.example/a?utm=1") -> bytes:
    frame = "<html><body><p>Cadre publicitaire, avec des mots pour une phrase entière.</p></body></html>"
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {location}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: cid:frame@x\r\n\r\n{frame}\r\n"
        f"--b\r\nContent-Type: text/html{headers}\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {location}\r\n\r\n"
    )
    return head.encode() + encodestring(body) + b"\r\n--b--\r\n"


def test_the_page_that_was_saved_is_told_from_its_frames_and_its_encoding_may_stand_outside_it() -> None:
    body = f"<html><body><article>{BODY}</article></body></html>".encode("koi8-r", "xmlcharrefreplace")
    russian = "<p>Плотина прорвалась в ночь на вторник, никто не пострадал.</p>".encode("koi8-r")
    extract = mhtml.read(_saved(body.replace(b"</article>", russian + b"</article>"), "; charset=koi8-r"))

    assert "Плотина прорвалась в ночь на вторник, никто не пострадал." in lines(extract)
    assert "Cadre publicitaire" not in extract.text
    assert extract.url == "https://gazette.example/a?utm=1"


def test_a_saved_page_cut_short_is_read_as_far_as_it_goes() -> None:
    whole = samples.mhtml()

    assert samples.PARAGRAPHS[0] in mhtml.read(whole[: whole.index(b"Built in")]).text


def test_a_saved_file_without_a_page_is_damaged() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    content = head + b"--b\r\nContent-Type: image/gif\r\n\r\nx"
    with pytest.raises(ReadingError) as caught:
        mhtml.read(content)

    assert caught.value.problem is Problem.CORRUPT
