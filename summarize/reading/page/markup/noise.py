"""What stands on a page beside its article, by element, role, class and wording: menus, share bars, promotions, captions, comments."""

from __future__ import annotations

import re

from summarize.layout.boilerplate import is_boilerplate
from summarize.reading.page.alike import key_of
from summarize.reading.page.markup.tree import Element, ancestors, name_of, text_of, tokens_of, words_of

_ELEMENTS = frozenset(
    "nav footer aside figcaption button form menu caption legend fieldset label amp-ad amp-sidebar amp-consent amp-lightbox address".split()
)
_ROLES = frozenset(
    "navigation contentinfo complementary banner search menu menubar toolbar dialog alertdialog tablist tooltip status".split()
)
_WORDS = frozenset(
    """
    newsletter newsletters subscribe signup share shares sharing sharebar sharethis sharedaddy addthis addtoany social socials socialmedia
    related relateds relatedposts relatedarticles recirc recirculation recommended recommendations recommendation recommend outbrain taboola
    promo promos promobox promotion promoted sponsored sponsor advert adverts advertisement advertisements advertising advertorial ads ad adslot
    adunit adbox adwrapper advertise dfp mpu leaderboard inread werbung anzeige publicidad publicite pubblicita
    cookie cookies consent gdpr onetrust didomi usercentrics cookiebot popup modal lightbox tooltip
    breadcrumb breadcrumbs nav navigation navbar menu sidebar rail toolbar footer masthead pagination pager
    comments comment comentarios comentario kommentare kommentar leserkommentare commentaires commentaire commenti reacties commentlist disqus respond commenting caption captions figcaption wp-caption credit credits copyright
    gallery slideshow carousel slider player playlist tags taglist topics keywords
    byline author authors bio contributor contributors timestamp pubdate postmeta entrymeta
    readmore trending popular mostread mostpopular latest upnext teaser teasers cta
    donate donation membership regwall poll quiz survey widget widgets toc
    affiliate affiliates signin login register reactions likes feedback followus print printonly noprint
    whatsapp telegram infinite nextarticle nextpost morenews
    """.split()
)
# Words of a page's layout, which also lay out stories: they tell nothing of a paragraph that is found to be one.
_LAYOUT = frozenset(
    "widget widgets sidebar rail teaser teasers slideshow gallery carousel slider player print latest popular infinite modal".split()
)
# Pairs of words that tell what neither does alone.
_PAIRS = (
    ("read", "more"), ("more", "stories"), ("more", "news"), ("more", "from"), ("most", "read"), ("most", "popular"), ("up", "next"), ("see", "also"),
    ("read", "also"), ("also", "read"), ("also", "like"), ("next", "article"), ("entry", "meta"), ("post", "meta"), ("article", "meta"), ("sign", "up"), ("follow", "us"), ("inline", "links"), ("story", "links"), ("image", "description"), ("in", "pictures"), ("recent", "posts"), ("quick", "links"), ("jump", "links"), ("table", "contents"), ("about", "author"), ("user", "comments"), ("google", "news"), ("links", "block"), ("link", "list"), ("rich", "link"), ("skip", "link"), ("skip", "ad"), ("topic", "list"), ("story", "card"), ("live", "card"), ("package", "links"),
)  # fmt: skip
# What holds the whole page; its classes tell how that is laid out ("with-sidebar").
_NEVER = frozenset({"html", "body", "main"})
# What content-management systems write on an article's element: what it is filed under ("category-social", "tag-newsletter").
_FILED = re.compile(
    r"(?i)(?<!\S)(?:category|tag|post[_-]tag|author|format|taxonomy|topics?|section|status|type)[-_]\S+"
)
_EMBEDS = frozenset(
    "twitter-tweet twitter-video instagram-media tiktok-embed fb-post bluesky-embed reddit-embed-bq reddit-card threads-post text-post-media imgur-embed-pub truthsocial-embed".split()
)
# What a box for a picture or a film says is its caption.
_MEDIA = frozenset(
    "photo photos foto fotos image images img picture pictures video videos media bild bilder imagen imagenes asset thumbnail".split()
)
_TOLD = frozenset({"text", "paragraph", "paragraphs", "richtext"})
_LONGEST_CAPTION = 400
_LONGEST_TEASER = 600
# A paragraph's own class says less: "paragraph--lite ad-anchor".
_OF_PARAGRAPHS = _WORDS - frozenset(
    "ad ads latest popular print topics infinite respond player register social".split()
)

_POINTER = re.compile(
    r"""(?ix)\W{0,4}(?:
        (?:read|see|watch|listen|click|tap|hear)\s(?:more|also|next|all|full|here|now|the\sfull\b|our\b|this:|to\sthe\b)
      | (?:also|must)\s(?:read|see|watch)\b | (?:read|related|recommended|more|next|previous|explore|watch|opinion|analysis|explainer|background|in\spictures)\s?[:|>›»]
      | related\s(?:stor|article|topic|content|news|link|cover|video) | more\s(?:on|from|about)\s(?:this|the|our)\b | don['’]t\smiss\b | you\s(?:may|might)\s(?:also\s)?(?:like|be\sinterested)
      | lesen\ssie\s(?:auch|hier|mehr|dazu)| mehr\s(?:zum\sthema|dazu|lesen)| lesen\s?sie| auch\sinteressant| das\skönnte\ssie| zum\sthema\s?:| hier\slesen
      | lire\s(?:aussi|également|la\ssuite|plus)| [àa]\slire\s(?:aussi|également|sur)| à\slire\b| voir\saussi| sur\sle\smême\s(?:thème|sujet)| article\sréservé
      | (?:lea|lee|leer|ver|vea|te\spuede)\s(?:también|además|más|interesar)| también\ste\spuede| más\sinformación\s?:| noticia\srelacionada
      | (?:leia|veja)\s(?:também|mais)| leggi\s(?:anche|tutto)| approfondisci| lees\s(?:ook|meer|verder)| (?:läs|les|læs)\s(?:också|også|mer|mere|även)| lue\smyös
      | czytaj\s(?:też|także|więcej)| zobacz\s(?:też|także)| čtěte\s(?:také|také:)| přečtěte\ssi| baca\s(?:juga|lebih)| simak\sjuga| đọc\sthêm| xem\sthêm| ilgili\shaber | devamını\soku
      | читайте\s(?:также|також|ещё)| смотрите\sтакже| по\sтеме\s?: | اقرأ\s(?:أيض|المزيد)| شاهد\sأيض| إقرأ\sأيض | (?:यह|ये)\sभी\s(?:पढ़|देख)| (?:भी\s)?पढ़ें\s?: | আরও\sপড়ুন
      | 関連(?:記事|ニュース|リンク)| あわせて読みたい| 【?関連】?| 続きを読む | 延伸閱讀| 延伸阅读| 相关(?:新闻|阅读|报道)| 相關(?:新聞|閱讀|報導)| 更多(?:新闻|新聞)| 관련\s?기사 | อ่าน(?:ข่าว|เพิ่ม|ต่อ)
    )"""
)
_OTHER_STORIES = re.compile(
    r"""(?ix)\W*(?:related|recommended|most\s(?:read|popular|viewed)|more\s(?:about|from|on|in|stories|news|like\sthis|top\sstories)\b|read\s(?:more|next|also)|see\salso|latest\s(?:news|stories|from)|trending|popular\snow|top\sstories|
      editor['’]?s?['’]?\spicks?|you\s(?:may|might)\s(?:also\s)?like|up\snext|comments?\b\W*(?:\(?\d*\)?)\W*$|\d+\scomments?|leave\sa\s(?:comment|reply)|join\sthe\s(?:conversation|discussion)|about\s(?:the\s)?authors?|newsletters?\b|sign\sup|subscribe|
      (?:über\s(?:den|die)\s)?autor(?:en|in)?\W*$|zur\sperson\W*$|(?:à\spropos\sde\s)?l['’]auteure?\W*$|sobre\s(?:el|la|o|a)\sautora?\W*$|(?:sull['’])?autore\W*$|over\sde\sauteur|
      share\sthis|follow\sus|tags?\W*$|mots[\s-]cl[ée]s\W*$|schlag(?:wörter|worte)\W*$|palabras\sclave\W*$|etiquetas\W*$|topics\W*$|\w+\shighlights\W*$|in\sother\snews|elsewhere\son|other\s(?:\w+\s){0,2}(?:articles|columns|columnists|headlines|news|posts|stories|topics)\W*$|
      mehr\szum\sthema|das\skönnte\ssie|auch\sinteressant|kommentare|meistgelesen|sur\sle\smême\s(?:sujet|thème)|[àa]\slire\saussi|lire\saussi|commentaires|les\splus\slus|más\s(?:información|noticias|leídas)|te\spuede\sinteresar|noticias\srelacionadas|comentarios|lo\smás\sleído|
      leia\stambém|veja\stambém|mais\slidas|leggi\sanche|potrebbe\sinteressarti|lees\sook|meer\sover|関連(?:記事|ニュース)|あわせて読みたい|相关(?:新闻|阅读)|延伸阅读|관련\s?기사|اقرأ\sأيض|यह\sभी\sपढ़|читайте\sтакже)"""
)
_LABEL = re.compile(
    r"(?i)\W{0,3}(?:(?:(?:header|featured?|cover|lead|main|top|banner)\s(?:image|photo|picture)|beitragsbild|titelbild|titelfoto|aufmacherbild|foto de portada|fotos?|bilder|bild|symbolbild|archivbild|grafik|photos?|image|imagen|immagine|crédits?(?:\sphoto)?|fuente|quelle|写真|图|图片来源)\s?[:：/©|]|©)[^\n]{0,160}"
    r"|[^\n]{0,200}(?:getty images|shutterstock|(?:foto|photo|bild|image|picture|imago)\s?:\s?[^.\n]{2,50})\W{0,2}"
    r"|(?:\d{1,2}\s)?(?:lesedauer|lesezeit|reading time|temps de lecture|lecture|text size|font size|schriftgröße|taille du texte|tiempo de lectura|tempo di lettura|leestijd)\b[^\n]{0,30}|\d{1,2}\s?(?:min\.?|minuten|minutes?|minutos?)(?:\s(?:lesezeit|read|de lecture|de lectura))?"
    r"|(?:listen to (?:this |the )?(?:article|story)|artikel (?:anhören|hören|teilen|merken|drucken|vorlesen)|(?:é|e)couter l['’]article|escuchar|ouvir|ascolta|vorlesen|anhören|teilen|partager|compartir|condividi|delen|udostępnij|पढ़ें|सुनें)\b[^\n]{0,30}"
)
_END_MARK = re.compile(r"(?i)\W*(?:ends?|fin|30)\W*|[#*=_~\s]+")
_STOPS = '.!?…。！？।؟۔"”’»」』)'
_CLOSING = re.compile(
    r"(?i)(?:follow .{1,60} on (?:\W|and|facebook|twitter|x|instagram|youtube|google news|whatsapp|telegram|linkedin|threads)|.{0,160}\baffiliate (?:links?|commission)|this (?:article|story|report|piece) (?:was|is|has been|first|originally) .{0,40}(?:published|appeared|republished|syndicated|produced|generated|updated)"
    r"|the (?:article|story|piece) (?:was |has been )?(?:first|originally) .{0,40}(?:published|appeared|syndicated)"
    r"|(?:for (?:the )?(?:latest|more) .{0,80}(?:visit|follow|subscribe|click|download)|download (?:the|our) .{0,40}app|(?:join|subscribe to) (?:our|the) |more information\s?:|all rights reserved|copyright \d{4}|©))"
)
_BIO = re.compile(
    r"(?i)(?:follow (?:him|her|them|us|@?\w+) on|(?:is|are) (?:a|an|the) .{0,80}(?:reporter|correspondent|editor|journalist|columnist|writer)\b.{0,160}|(?:contact|reach|email) .{0,60}\bat\b .{0,60}@)"
)
_CREDIT = re.compile(
    r"(?i)^\W{0,3}(?:(?:--?|—)\s?by\s[A-Z]|(?:责任|本文|見習|实习)?(?:编辑|編輯|責任編集|校对|记者|記者|纠错)|(?:责编|编审)|©|\(?(?:c\)|copyright)|(?:reporting|editing|writing) by |(?:mit material von|quelle|quellen|fuente|source)\s?:)"
)
# Words of somebody's in quotation marks; a title in them is shorter.
_SPOKEN = re.compile(r"[\"“„«][^\"“”„«»\n]{40,}[\"“”»]")
_ADDRESS = re.compile(r"\S+@\S+\.\w+|https?://\S+")


def noise_of(element: Element, without: frozenset[str] = frozenset()) -> bool:
    """True if an element's own name, role or class says that what it holds is not the article's; `without` are words that say nothing."""
    name = name_of(element)
    if name in _NEVER or is_pull_quote(element):
        return False
    if name in _ELEMENTS:
        return True
    if name == "article" and _is_teaser(element):
        return True
    role = element.get("role")
    if role and role.lower() in _ROLES:
        return True
    named = element.get("class") or ""
    if is_post(element):
        return True
    if not named and not element.get("id") and not element.get("data-component") and not element.get("data-testid"):
        return False
    tokens = words_of(named) if _is_slug(element) else tokens_of(element)
    if name == "article" or "hentry" in tokens:
        tokens = words_of(_FILED.sub("", named))
    if "elementor" in tokens:  # calls everything a widget
        tokens -= {"widget", "widgets"}
    tokens -= without
    if name in {"p", "h1", "h2", "h3", "h4", "blockquote", "li"}:
        return not _OF_PARAGRAPHS.isdisjoint(tokens)
    if not _MEDIA.isdisjoint(tokens) and tokens.isdisjoint(_TOLD) and len(text_of(element)) < _LONGEST_CAPTION:
        return True
    return not _WORDS.isdisjoint(tokens) or any(first in tokens and second in tokens for first, second in _PAIRS)


def is_post(element: Element) -> bool:
    """True for a post of somebody's that is embedded in the page, by its class."""
    return not _EMBEDS.isdisjoint((element.get("class") or "").split())


def _is_slug(element: Element) -> bool:
    """True if an element's id is made of the words of its heading, which tell what a part of the story is about."""
    words = key_of(element.get("id") or "")
    heading = next((text_of(found) for found in element.iter("h2", "h3", "h4")), "") if words else ""
    return key_of(heading) == words != "" and not heads_other_stories(heading)


def is_layout(element: Element) -> bool:
    """True if an element is noise for a word of the page's layout alone."""
    return noise_of(element) and not noise_of(element, _LAYOUT)


def _is_teaser(article: Element) -> bool:
    """True for a few words under a headline that is a link: another article's."""
    heading = next((found for found in article.iter("h1", "h2", "h3", "h4", "h5")), None)
    if heading is None or name_of(heading) == "h1":
        return False
    linked = sum(len(text_of(link)) for link in heading.iter("a")) or any(
        name_of(above) == "a" for above in ancestors(heading)
    )
    return bool(linked) and len(text_of(article)) < _LONGEST_TEASER


def is_pull_quote(element: Element) -> bool:
    """True for a box that sets off words of the story, by its class."""
    named = (element.get("class") or "").lower()
    return "pull" in named and "quote" in named


def heads_other_stories(text: str) -> bool:
    """True for a heading over links to other stories, comments or offers."""
    return len(text) < 80 and bool(_OTHER_STORIES.match(text))


def points_elsewhere(text: str) -> bool:
    """True if a paragraph sends the reader to another page: "Read more: …", "Lesen Sie auch …", in the languages that we know it in."""
    return bool(_POINTER.match(text)) and (len(text) < 240) and (":" in text[:40] or not text.endswith(tuple(_STOPS)))


def is_beside_the_story(text: str) -> bool:
    """True if a paragraph's wording says that it is no part of the story."""
    return (
        is_boilerplate(text)
        or points_elsewhere(text)
        or bool(_END_MARK.fullmatch(text) or (len(text) < 260 and _LABEL.fullmatch(text)))
    )


def closes_the_page(text: str) -> bool:
    """True if a paragraph, standing last, speaks of the page rather than of the story."""
    return len(text) < 400 and bool(_CLOSING.match(text))


def is_about_the_author(text: str) -> bool:
    """True if a paragraph, standing last, tells of the author rather than of the story."""
    return (
        len(text) < 700
        and not _SPOKEN.search(text)
        and bool(
            _BIO.search(text)
            or (len(text) < 120 and _CREDIT.match(text))
            or (_ADDRESS.search(text) and len(text) < 160)
        )
    )
