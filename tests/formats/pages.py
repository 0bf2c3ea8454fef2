"""Invented articles set into the pages of many kinds of sites, with what stands around articles there.

`LAYOUTS` are the kinds; each makes the bytes of a page of an article. What the page shows of the
article is its `lines`; everything else in it is furniture.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from json import dumps


@dataclass(frozen=True, slots=True)
class Story:
    """An article: its lines after the title, of which some are set otherwise than as paragraphs."""

    language: str
    title: str
    lead: str
    paragraphs: tuple[str, ...]
    heading: str
    quote: str
    items: tuple[str, ...]
    close: tuple[str, ...]
    outlet: str
    url: str
    published: str
    caption: str
    furniture: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The article as it should be read, the title first."""
        return (
            self.title,
            self.lead,
            *self.paragraphs,
            self.heading,
            self.quote,
            *self.items,
            *self.close,
        )


def _passages(text: str) -> tuple[str, ...]:
    """Return passages that are wrapped and parted by blank lines here, each as one line."""
    return tuple(" ".join(each.split()) for each in text.strip().split("\n\n"))


DYKE = Story(
    language="fr",
    title="À Vernoux, la digue cède et trois cents habitants quittent leur maison",
    lead=_passages(
        """
        Une brèche de vingt mètres s’est ouverte dans la nuit de mardi à mercredi. Personne
        n’est blessé, mais le bas du village restera sous l’eau plusieurs jours.
        """
    )[0],
    paragraphs=_passages(
        """
        Il était 3 h 40 quand la sirène a retenti à Vernoux-sur-Orle. La digue de la Prairie,
        bâtie en 1911, venait de céder sur une vingtaine de mètres, sous la poussée d’une crue
        que personne n’attendait si haute.

        « L’eau est arrivée en dix minutes », raconte Mireille Castagnol, qui tient la
        boulangerie de la rue Basse. Elle a eu le temps de monter la farine à l’étage, pas le
        four.

        Selon la préfecture, 312 personnes ont été évacuées, dont 41 pensionnaires de la maison
        de retraite des Tilleuls. Elles sont logées au lycée agricole, à six kilomètres de là.

        Le maire, Joël Daubrac, rappelle avoir demandé des travaux « trois fois en cinq ans ».
        """
    ),
    heading="Un ouvrage surveillé depuis 2018",
    quote=_passages(
        """
        « Nous savions qu’il était fragile, nous ne savions pas qu’il céderait en une nuit »,
        reconnaît l’ingénieure chargée du suivi au syndicat de rivière.
        """
    )[0],
    items=_passages(
        """
        En 2018, une première inspection signale des terriers de ragondins.

        En 2021, le coût des travaux est estimé à 1,4 million d’euros.

        En 2023, la région refuse la subvention demandée.
        """
    ),
    close=_passages(
        """
        Le parquet de Sainte-Aurèle a ouvert une enquête pour mise en danger d’autrui. Les
        premières auditions auront lieu la semaine prochaine.

        Une réunion publique est prévue samedi à 18 heures, à la salle des fêtes.
        """
    ),
    outlet="La Gazette de l’Orle",
    url="https://www.gazette-orle.example/vernoux/2024/03/06/la-digue-cede-18274",
    published="2024-03-06T11:25:00+01:00",
    caption="La rue Basse, mercredi matin. Photo Lucien Parmentier",
    furniture=_passages(
        """
        Mon compte

        Accepter et continuer

        Nous utilisons des cookies pour mesurer notre audience et vous proposer des publicités
        adaptées.

        Partager sur Facebook

        Recevez chaque matin notre lettre d’information, directement dans votre boîte.

        À lire aussi : La rivière sous surveillance tout l’hiver

        Crues : pourquoi l’Orle monte plus vite qu’avant

        Le marché de Brissac fête ses cent ans

        Bravo aux pompiers, qui n’ont pas dormi de la nuit, et honte à ceux qui ont laissé
        faire.

        Mentions légales
        """
    ),
)

FERRY = Story(
    language="en",
    title="Ferry to Skarra runs aground with 118 people on board",
    lead=_passages(
        """
        All passengers were taken off by lifeboat before dawn, but fuel is leaking into the
        sound and the island will be without a crossing for weeks.
        """
    )[0],
    paragraphs=_passages(
        """
        The Skarra ferry struck a reef off Point Hallow shortly after 10 p.m. on Sunday, in
        clear weather and a calm sea, the coastguard said.

        “There was a bang and then everything on the tables was on the floor,” said Tom Ashdale,
        a vet who had been on his way home. He spent three hours on deck in a blanket.

        Of the 118 people on board, 97 were passengers; four were treated for bruises and one
        for a broken wrist. The master, 52, has been a pilot in these waters since 2004.

        The ship, the Maid of Hallow, was built in 1987 and passed an inspection in January.
        """
    ),
    heading="Fuel in the sound",
    quote=_passages(
        """
        “We are talking about forty tonnes of diesel at most, and we hope it is far less,” said
        Ingrid Holm of the harbour authority.
        """
    )[0],
    items=_passages(
        """
        Booms have been laid across both entrances of the sound.

        The salmon farm at Easter Voe has stopped feeding its fish.

        Schools on the island stay open; supplies will be flown in from Tuesday.
        """
    ),
    close=_passages(
        """
        Investigators want to know why an alarm that should sound at a depth of ten metres did
        not. Their first report is due in thirty days.

        Skarra has 1,340 inhabitants and no airport, only a grass strip.
        """
    ),
    outlet="The Northern Packet",
    url="https://northernpacket.example/news/skarra-ferry-aground",
    published="2023-10-16T06:12:00Z",
    caption="The Maid of Hallow on the reef on Monday morning. Credit: J. Rendall",
    furniture=_passages(
        """
        Sign in

        Accept all

        We and our 214 partners store information on your device to show you advertising that
        suits you.

        Share on Facebook

        Get the week’s best stories in your inbox every Friday, free.

        Read more: Islanders ask for a second ship

        Why the sound is so hard to sail

        Ten walks to take before winter

        I was on that boat last week and the crew looked exhausted, just saying what everyone
        knows.

        Terms of use
        """
    ),
)

STORIES = (DYKE, FERRY)


def weblog(story: Story) -> bytes:
    """Make a page as WordPress themes do, its facts in meta elements, comments and widgets below."""
    account, accept, cookies, share, letter, also, first, second, remark, terms = map(escape, story.furniture)
    return _page(
        story,
        f"""
<meta property="og:title" content="{escape(story.title)} - {escape(story.outlet)}">
<meta property="og:site_name" content="{escape(story.outlet)}">
<meta property="article:published_time" content="{story.published}">
<link rel="canonical" href="{story.url}">""",
        f"""
<div id="cookie-notice" role="dialog"><p>{cookies}</p><button>{accept}</button></div>
<header id="masthead"><a href="/">{escape(story.outlet)}</a><nav class="main-navigation"><ul><li>
<a>{account}</a></li>
<li><a href="/a">{first}</a></li></ul></nav></header>
<div id="content" class="site-content has-sidebar"><main id="main">
<article id="post-77" class="post type-post status-publish category-social tag-eau comments-open">
<header class="entry-header"><h1 class="entry-title">{escape(story.title)}</h1>
<div class="entry-meta"><span class="posted-on"><time
datetime="{story.published}">{story.published[:10]}</time></span>
<span class="byline"> A. Morel</span></div></header>
<div class="entry-content"><p><strong>{escape(story.lead)}</strong></p>
<figure class="wp-block-image"><img src="a.jpg" alt="Image">
<figcaption>{escape(story.caption)}</figcaption></figure>
{_paragraphs(story.paragraphs)}
<p><a href="/b">{also}</a></p>
<h2 class="wp-block-heading">{escape(story.heading)}</h2>
<blockquote class="wp-block-quote"><p>{escape(story.quote)}</p></blockquote>
<ul>{_items(story.items)}</ul>
{_paragraphs(story.close)}
<div class="sharedaddy sd-sharing"><h3>{share}</h3><ul><li><a>{share}</a></li></ul></div>
</div></article>
<div id="comments" class="comments-area"><ol class="comment-list"><li class="comment"><p>{remark}</p></li>
</ol></div>
</main>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>Articles</h2><ul>
<li><a href="/c">{first}</a></li><li><a href="/d">{second}</a></li></ul></section>
<section class="widget"><p>{letter}</p></section></aside></div>
<footer id="colophon"><a>{terms}</a></footer>""",
    )


def newspaper(story: Story) -> bytes:
    """Make a page of a newspaper: structured data, a standfirst above the text, boxes in it, cards below."""
    account, accept, cookies, share, letter, also, first, second, remark, terms = map(escape, story.furniture)
    described = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": first}]},
            {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": second}]},
            {
                "@type": ["NewsArticle", "Article"],
                "headline": escape(story.title),
                "datePublished": story.published,
                "dateModified": "2025-01-01T00:00:00Z",
                "mainEntityOfPage": {"@id": story.url},
                "publisher": {"@type": "Organization", "name": story.outlet},
            },
        ],
    }
    paragraphs = [f'<p class="article__paragraph">{escape(each)}</p>' for each in story.paragraphs]
    card = '<article class="card"><a href="/x"><h3>{}</h3></a><p>{}</p></article>'
    return _page(
        story,
        f'<script type="application/ld+json">{dumps(described)}</script>'
        '<meta name="date" content="1999-01-01">',
        f"""
<div class="gdpr-banner" aria-modal="true"><p>{cookies}</p><span>{accept}</span></div>
<header class="site-header"><div class="menu"><a>{account}</a> <a>{first}</a> <a>{second}</a></div></header>
<main><section class="article"><div class="article__breadcrumb"><a>Accueil</a> &gt; <a>Région</a></div>
<h1>{escape(story.title)}</h1><p class="article__chapo standfirst">{escape(story.lead)}</p>
<div class="article__info"><span class="author">Par Anne Morel</span> <span
class="date">{story.published[:10]}</span></div>
<div class="share-bar"><a>{share}</a></div>
<figure><img src="x.webp"><figcaption>{escape(story.caption)}</figcaption></figure>
<div class="article__body">{paragraphs[0]}{paragraphs[1]}
<aside class="inread-related"><h4>{also}</h4><a>{first}</a></aside>
<div class="ad-slot"><span>Publicité</span></div>
{paragraphs[2]}{paragraphs[3]}
<h2>{escape(story.heading)}</h2><blockquote>{escape(story.quote)}</blockquote>
<div class="newsletter-box"><p>{letter}</p><form><input type="email"><button>OK</button></form></div>
<ul class="article__list">{_items(story.items)}</ul>{_paragraphs(story.close)}</div></section>
<section class="comments"><p>{remark}</p></section>
<section class="teasers more-stories">{card.format(first, first + "…")}
{card.format(second, second + "…")}</section></main>
<footer><ul><li>{terms}</li></ul></footer>""",
    )


def tables(story: Story) -> bytes:
    """Make a page as around 2001: laid out by tables, in Windows-1252, breaks in place of paragraphs."""
    account, _accept, _cookies, share, letter, also, first, second, _remark, terms = map(
        escape, story.furniture
    )
    text = "<br><br>\n".join(map(escape, (story.lead, *story.paragraphs)))
    rest = "<br><br>\n".join(map(escape, story.close))
    items = "<br>\n".join(map(escape, story.items))
    page = f"""<HTML><HEAD><TITLE>{escape(story.outlet)} - {escape(story.title)}</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252"></HEAD>
<BODY BGCOLOR=#ffffff><TABLE WIDTH=780 BORDER=0><TR><TD COLSPAN=3>
<FONT SIZE=5>{escape(story.outlet)}</FONT></TD></TR>
<TR><TD WIDTH=120 VALIGN=top><A HREF=a>{account}</A><BR><A HREF=b>{first}</A><BR><A HREF=c>{second}</A></TD>
<TD VALIGN=top><TABLE><TR><TD><FONT SIZE=4><B>{escape(story.title)}</B></FONT><BR>
<FONT SIZE=1>{story.published[:10]}</FONT><P><FONT FACE=Arial>{text}<BR><BR>
<B>{escape(story.heading)}</B><BR><BR>{escape(story.quote)}<BR><BR>{items}<BR><BR>{rest}</FONT>
<P><FONT SIZE=1><A HREF=p>{share}</A> | <A HREF=q>{also}</A></FONT></TD></TR></TABLE></TD>
<TD WIDTH=140><TABLE><TR><TD><FONT SIZE=1>{letter}</FONT></TD></TR></TABLE></TD></TR>
<TR><TD COLSPAN=3><FONT SIZE=1><A HREF=z>{terms}</A></FONT></TD></TR></TABLE></BODY></HTML>"""
    return page.encode("cp1252", "xmlcharrefreplace")


def accelerated(story: Story) -> bytes:
    """Make an AMP page: its own elements for pictures, sharing, consent and the menu."""
    account, accept, cookies, share, letter, also, first, second, _remark, terms = map(
        escape, story.furniture
    )
    described = {
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.published,
        "publisher": {"name": story.outlet},
    }
    return _page(
        story,
        f"""<style amp-boilerplate>body{{visibility:hidden}}</style><link rel="canonical" href="{story.url}">
<script type="application/ld+json">{dumps(described)}</script>""",
        f"""
<amp-sidebar id="s"><ul><li><a>{account}</a></li><li>{first}</li></ul></amp-sidebar>
<amp-consent><div><p>{cookies}</p><button>{accept}</button></div></amp-consent>
<header class="top"><a href="/">{escape(story.outlet)}</a></header>
<article class="amp-wp-article"><header><h1 class="amp-wp-title">{escape(story.title)}</h1></header>
<div class="amp-wp-article-content"><p class="lead">{escape(story.lead)}</p>
<figure><amp-img src="a.jpg" width="1" height="1"><noscript><img src="a.jpg"></noscript></amp-img>
<figcaption>{escape(story.caption)}</figcaption></figure>
{_paragraphs(story.paragraphs)}<amp-ad width="300" height="250"><div placeholder>{letter}</div></amp-ad>
<h2>{escape(story.heading)}</h2><blockquote><p>{escape(story.quote)}</p></blockquote><ul>{_items(story.items)}</ul>
{_paragraphs(story.close)}</div><amp-social-share type="email">{share}</amp-social-share>
<p class="see-also"><a href="/n">{also}</a></p></article>
<section class="related"><a><h3>{second}</h3></a></section><footer><p>{terms}</p></footer>""",
        html='html amp lang="{}"',
    )


def single_file(story: Story) -> bytes:
    """Make a page as an extension saves it in one file: pictures and fonts inside, frames as templates."""
    account, accept, cookies, share, letter, also, first, second, remark, terms = map(escape, story.furniture)
    blob = "iVBORw0KGgoAAAANSUhEUgAA" * 4000
    body = "".join(
        f'<div class="css-{at}x"><p class="t">{escape(each)}</p></div>'
        for at, each in enumerate(story.paragraphs)
    )
    return _page(
        story,
        f"""<meta charset="utf-8"><style>@font-face{{src:url(data:font/woff2;base64,{blob})}}</style>
<meta property="og:site_name" content="{escape(story.outlet)}">
<meta itemprop="datePublished" content="{story.published}">
<link rel="icon" href="data:image/png;base64,{blob}">""",
        f"""
<div style="display:none!important"><p>{remark}</p></div><div hidden><p>{letter}</p></div>
<div id="app"><div class="Header_nav__2f"><ul><li>{account}</li><li><a>{first}</a></li></ul></div>
<div class="Page_wrap__9x"><div class="Head_1"><h1>{escape(story.title)}</h1><div
class="Standfirst">{escape(story.lead)}</div></div>
<div class="Picture_a"><img src="data:image/jpeg;base64,{blob}"><span
class="Caption_x">{escape(story.caption)}</span></div>
<div class="Body_z">{body}<div class="css-h"><h3>{escape(story.heading)}</h3></div>
<div class="css-q"><blockquote><p>{escape(story.quote)}</p></blockquote></div>
<div class="css-l"><ul>{_items(story.items)}</ul></div>{_paragraphs(story.close)}</div>
<div class="ShareTools"><span>{share}</span></div>
<div class="Related_list"><a href="/q"><p>{also}</p></a><a href="/r"><p>{second}</p></a></div></div>
<div class="CookieBanner"><p>{cookies}</p><button>{accept}</button></div>
<div class="Footer_f"><span>{terms}</span></div></div>
<iframe srcdoc="&lt;p&gt;{remark}&lt;/p&gt;"></iframe>""",
        before=f"<!--\n Page saved with SingleFile \n url: {story.url} \n saved date: Wed Mar 06 2024\n-->",
    )


def scripted(story: Story) -> bytes:
    """Make a page that scripts would fill: the article stands in a noscript element beside an empty shell."""
    account, _accept, cookies, share, letter, also, first, _second, _remark, terms = map(
        escape, story.furniture
    )
    lines = (story.lead, *story.paragraphs)
    return _page(
        story,
        f"""<meta property="og:title" content="{escape(story.title)} | {escape(story.outlet)}">
<meta property="og:site_name" content="{escape(story.outlet)}"><meta property="og:url" content="{story.url}">
<meta property="article:published_time" content="{story.published}">""",
        f"""
<div id="root"><div class="spinner" aria-hidden="true">…</div></div>
<script>window.__STATE__ = {dumps({"menu": [first, also], "text": list(story.furniture)})};
document.write("<p>{letter}</p>")</script>
<noscript><nav><a>{account}</a><a>{share}</a></nav><h1>{escape(story.title)}</h1>{_paragraphs(lines)}
<h2>{escape(story.heading)}</h2><blockquote>{escape(story.quote)}</blockquote><ul>{_items(story.items)}</ul>
{_paragraphs(story.close)}<footer>{terms}</footer></noscript>
<script src="https://cdn.example/app.js"></script><template><p>{cookies}</p></template>""",
    )


def described(story: Story) -> bytes:
    """Make a page whose text stands in its structured data alone, until scripts write it out."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.published,
        "url": story.url,
        "articleBody": "\n\n".join(story.lines[1:]),
        "publisher": {"@type": "NewsMediaOrganization", "name": story.outlet},
    }
    account, accept, cookies, *_, terms = map(escape, story.furniture)
    return _page(
        story,
        f'<script type="application/ld+json">{dumps(data)}</script>',
        f"""<nav>{account}</nav><div id="__next"></div><div class="consent"><p>{cookies}</p><p>{accept}</p>
</div>
<footer>{terms}</footer><noscript>Please enable JavaScript to view this site.</noscript>""",
    )


def nested_boxes(story: Story) -> bytes:
    """Make a page of a public broadcaster: no article element, each passage in boxes of its own."""
    account, accept, cookies, share, letter, also, first, second, remark, terms = map(escape, story.furniture)

    def box(content: str, kind: str = "text-block") -> str:
        return f'<div data-component="{kind}" class="sc-18f"><div class="sc-2{kind[0]}">{content}</div></div>'

    passages = "".join(box(f"<p>{escape(each)}</p>") for each in (story.lead, *story.paragraphs))
    links = f'<ul><li><a href="/1">{first}</a></li><li><a href="/2">{second}</a></li></ul>'
    return _page(
        story,
        f"""<link rel="canonical" href="{story.url}"><meta property="og:site_name"
content="{escape(story.outlet)}">
<meta property="article:published_time" content="{story.published}">""",
        f"""
<div class="sc-top"><div><a>{account}</a></div><div><a>{first}</a></div></div>
<div id="main-wrapper"><div class="sc-a1">{box(f"<h1>{escape(story.title)}</h1>", "headline")}
{box(f"<span>{story.published[:10]}</span>", "byline")}
{box(f'<figure><img src="y"><figcaption>{escape(story.caption)}</figcaption></figure>', "image")}
{passages}{box(f"<h2>{escape(also)}</h2>{links}", "links")}
{box(f"<h2>{escape(story.heading)}</h2>", "subheadline")}
{box(f"<blockquote>{escape(story.quote)}</blockquote>")}{box(f"<ul>{_items(story.items)}</ul>")}
{"".join(box(f"<p>{escape(each)}</p>") for each in story.close)}
{box(f"<p>{letter}</p>", "newsletter-promo").replace("sc-18f", "newsletter-promo")}</div>
<div class="sc-b2 comments"><p>{remark}</p></div></div>
<div class="cookie-consent"><p>{cookies}</p><button>{accept}</button></div>
<div class="share-tools"><a>{share}</a></div><div role="contentinfo"><a>{terms}</a></div>""",
    )


LAYOUTS: dict[str, Callable[[Story], bytes]] = {
    "weblog": weblog,
    "newspaper": newspaper,
    "tables": tables,
    "accelerated": accelerated,
    "single file": single_file,
    "scripted": scripted,
    "described": described,
    "nested boxes": nested_boxes,
}
"""The maker of each kind of page, by a name."""


def _page(story: Story, head: str, body: str, *, before: str = "", html: str = 'html lang="{}"') -> bytes:
    return (
        f"<!DOCTYPE html>{before}\n<{html.format(story.language)}>\n<head><meta charset='utf-8'>"
        f"<title>{escape(story.title)} | {escape(story.outlet)}</title>{head}</head>\n"
        f"<body>{body}\n</body></html>"
    ).encode()


def _paragraphs(lines: tuple[str, ...]) -> str:
    return "\n".join(f"<p>{escape(each)}</p>" for each in lines)


def _items(lines: tuple[str, ...]) -> str:
    return "".join(f"<li>{escape(each)}</li>" for each in lines)
