"""Articles in other languages, written for these tests, with what a card of them may hold."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.article import Article, article_id


@dataclass(frozen=True)
class Case:
    """An article, and what is true of it: who says what, and which dates it gives."""

    language: str
    text: str
    said: tuple[str, ...]
    """What stands in marks and is said by somebody."""
    unsaid: tuple[str, ...]
    """What stands in marks and is nobody's speech, or not all of it."""
    dates: tuple[tuple[str, str | None], ...]
    """Words and ISO value of the dates, None where no tense decides."""
    speakers: tuple[tuple[str, str], ...] = ()
    """Beginning of the words, and the speaker whom a label or the words beside a verb of saying name."""
    described: tuple[tuple[str, str], ...] = ()
    """The same of those who are described: "the opposition", and everybody in scripts without capitals."""

    @property
    def article(self) -> Article:
        """The article, published on 14 October 2026."""
        return Article(
            id=article_id(self.text), source="case", language=self.language, published="2026-10-14", text=self.text
        )


CASES = (
    Case(
        "de",
        "Brücke in Wesenberg bleibt gesperrt\n\n"
        "Wesenberg (wna) – Die Brücke über die Wesen bleibt nach dem Unfall vom Dienstag gesperrt. Das teilte die Kreisverwaltung mit. "
        "„Wir rechnen mit zwei Wochen Sperrung“, sagte Landrätin Jutta Kleinschmidt am Mittwoch. Am 5. Dezember soll neu entschieden werden.\n\n"
        "Der Sachschaden liegt bei 2,4 Millionen Euro. Die Opposition sprach von einem „teuren Irrtum“ am „Blauen Bogen“. Bereits am 29. September 2019 "
        "war die Brücke geprüft worden, zuletzt im April 2025. Vom 3. bis 5. Mai 2024 war sie gesperrt.\n\n"
        "Jutta Kleinschmidt: „Niemand konnte das vorhersehen, auch nicht die Prüfer.“\n\n"
        "Sein Fazit: „Das hätte niemals passieren dürfen, und zwar nirgends.“",
        said=("Wir rechnen mit zwei Wochen Sperrung", "Niemand konnte das vorhersehen, auch nicht die Prüfer.", "Das hätte niemals passieren dürfen, und zwar nirgends.", "teuren Irrtum"),
        unsaid=("Blauen Bogen",),
        dates=(
            ("Dienstag", "2026-10-13"),
            ("Mittwoch", "2026-10-14"),
            ("5. Dezember", "2026-12-05"),
            ("29. September 2019", "2019-09-29"),
            ("April 2025", "2025-04"),
            ("3. bis 5. Mai 2024", "2024-05-03"),
        ),
        speakers=(("Wir rechnen", "Jutta Kleinschmidt"), ("Niemand konnte", "Jutta Kleinschmidt")),
        described=(("teuren Irrtum", "Die Opposition"),),
    ),
    Case(
        "es",
        "El puente de Valdearroyo seguirá cerrado\n\n"
        "El puente sobre el río Arroyo seguirá cerrado tras el accidente del martes, informó el ayuntamiento. «Calculamos dos semanas de "
        "obras», dijo la alcaldesa, Inés Robledo. El 4 de octubre de 2005 se abrió al tráfico. «El puente –dijo la alcaldesa– es seguro "
        "para los peatones».\n\n"
        "La oposición habló de «un error caro». El domingo habrá una concentración. El 9/3/2027 vence el contrato.",
        said=("Calculamos dos semanas de obras", "El puente es seguro para los peatones", "un error caro"),
        unsaid=(),
        dates=(("martes", None), ("4 de octubre de 2005", "2005-10-04"), ("domingo", "2026-10-18")),
        speakers=(("Calculamos dos", "Inés Robledo"),),
        described=(("El puente", "la alcaldesa"), ("un error caro", "La oposición")),
    ),
    Case(
        "fr",
        "Le pont de Valsonne reste fermé\n\n"
        "Le pont sur la Sonne reste fermé après l’accident de mardi, a annoncé la mairie. « Nous comptons deux semaines de travaux », a "
        "dit la maire, Odile Ferrand. « Le pont, a-t-elle expliqué, est sûr pour les piétons. » « Les piétons, a précisé la maire, "
        "pourront passer. »\n\n"
        "Le 1er mars 2024, il avait été contrôlé.",
        said=("Nous comptons deux semaines de travaux", "Le pont est sûr pour les piétons.", "Les piétons pourront passer."),
        unsaid=(),
        dates=(("mardi", None), ("1er mars 2024", "2024-03-01")),
        speakers=(("Nous comptons", "Odile Ferrand"), ("Le pont", "Odile Ferrand")),
        described=(("Les piétons", "la maire"),),
    ),
    Case(
        "ru",
        "Мост в Вереске остаётся закрытым\n\n"
        "Мост через реку Вереска остаётся закрытым после аварии во вторник, сообщила администрация. «Мы рассчитываем на две недели "
        "ремонта», — сказала глава района Ирина Лаптева. «Мост безопасен, — добавила она. — Пешеходы пройдут».\n\n"
        "Последняя проверка была 12 марта 2024 года. Роман «Тихий мост» тут ни при чём.",
        said=("Мы рассчитываем на две недели ремонта", "Мост безопасен Пешеходы пройдут"),
        unsaid=("Тихий мост",),
        dates=(("вторник", None), ("12 марта 2024", "2024-03-12")),
        speakers=(("Мы рассчитываем", "Ирина Лаптева"), ("Мост безопасен", "Ирина Лаптева")),
    ),
    Case(
        "ar",
        "جسر وادي السدر يبقى مغلقا\n\n"
        "يبقى الجسر فوق وادي السدر مغلقا بعد حادث الثلاثاء، حسب ما أعلنت البلدية. وقالت رئيسة البلدية سلمى العوضي: «نتوقع أسبوعين من "
        "أعمال الإصلاح قبل فتح الجسر». ووصفت المعارضة القرار بأنه «خطأ مكلف».\n\n"
        "وكان الجسر قد فحص في 12 مارس 2024.",
        said=("نتوقع أسبوعين من أعمال الإصلاح قبل فتح الجسر",),
        unsaid=("خطأ مكلف",),
        dates=(("الثلاثاء", "2026-10-13"), ("12 مارس 2024", "2024-03-12")),
        described=(("نتوقع", "رئيسة البلدية سلمى العوضي"),),
    ),
    Case(
        "hi",
        "सोनपुर का पुल बंद रहेगा\n\n"
        "सोनपुर नदी का पुल मंगलवार की दुर्घटना के बाद बंद रहेगा। यह जानकारी नगर परिषद ने दी। अध्यक्ष मीना तिवारी ने कहा, “हमें मरम्मत में "
        "दो हफ्ते लगेंगे।” विपक्ष ने इसे “महंगी भूल” बताया।\n\n"
        "पुल की जांच 12 मार्च 2024 को हुई थी।",
        said=("हमें मरम्मत में दो हफ्ते लगेंगे।",),
        unsaid=("महंगी भूल",),
        dates=(("मंगलवार", None), ("12 मार्च 2024", "2024-03-12")),
        described=(("हमें", "अध्यक्ष मीना तिवारी"),),
    ),
    Case(
        "ja",
        "白瀬橋の通行止め続く\n\n"
        "白瀬川にかかる橋は火曜日の事故のあと通行止めが続いている。市が14日に発表した。白瀬市の森田洋子市長は「修理には二週間かかると"
        "見ている」と述べた。野党は「高い誤り」と批判した。\n\n"
        "橋は2024年3月12日に点検されていた。",
        said=("修理には二週間かかると見ている",),
        unsaid=("高い誤り",),
        dates=(("火曜日", None), ("14日", "2026-10-14"), ("2024年3月12日", "2024-03-12")),
        described=(("修理", "森田洋子"),),
    ),
    Case(
        "tr",
        "Akçadere köprüsü kapalı kalacak\n\n"
        "Akçadere üzerindeki köprü salı günkü kazadan sonra kapalı kalacak. Belediye bunu çarşamba günü duyurdu. Başkan Nilgün Özdemir, "
        '"Onarımın iki hafta süreceğini düşünüyoruz." dedi. Muhalefet kararı "pahalı bir hata" olarak niteledi.\n\n'
        "Köprü 12 Mart 2024 tarihinde denetlenmişti.",
        said=("Onarımın iki hafta süreceğini düşünüyoruz.",),
        unsaid=("pahalı bir hata",),
        dates=(("salı", None), ("çarşamba", "2026-10-14"), ("12 Mart 2024", "2024-03-12")),
        speakers=(("Onarımın", "Nilgün Özdemir"),),
    ),
)  # fmt: skip
