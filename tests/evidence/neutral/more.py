"""More articles in other languages, written for the goldens: pronouns, dashes, labels, hours, periods and dates by the day of publication."""

from __future__ import annotations

from typing import Final

MORE: Final = (
    (
        "de",
        (
            "Der Verband Nordlicht zieht aus.\n\n"
            "„Wir ziehen hier aus“, sagte Geschäftsführer Ole Brandt am Montag um 14.30 Uhr in Kiel. „Der Mietvertrag endet ohnehin“, fügte er hinzu. "
            "Brandt leitet den Verband seit drei Jahren. Vor zwei Tagen hatte er die Mitglieder gefragt. Nächste Woche stimmen sie ab, "
            "spätestens Ende März 2027.\n\n"
            "Sie zahlten im dritten Quartal 2026 rund 40 Euro. Zwischen dem 3. und dem 5. November bleibt das Büro zu. "
            "Bürgermeisterin Anke Voss sagte, sie bedaure das. „Kiel verliert“, so Voss. Gestern war sie dort."
        ),
    ),
    (
        "fr",
        (
            "« Nous quittons la ville », a déclaré lundi à 14h30 le directeur Yann Morel. « Le bail finit de toute façon », a-t-il ajouté. "
            "Il y a deux jours, il avait demandé l’avis des membres. Ils votent la semaine prochaine, du 3 au 5 novembre.\n\n"
            "– Je ne partirai pas, a répondu Claire Petit. Elle dirige le musée depuis 2019. Hier, elle était à Lille. "
            "Selon Morel, « le loyer a doublé » au troisième trimestre 2026. Claire Petit : « C’est une honte pour la ville entière. »"
        ),
    ),
    (
        "es",
        (
            "«Nos vamos de aquí», declaró el lunes a las 14:30 el director Luis Robles. «El contrato termina de todos modos», añadió. "
            "Hace dos días había preguntado a los socios. Votan la próxima semana, del 3 al 5 de noviembre de 2026.\n\n"
            "—No me iré —respondió Carmen Vidal—. Dirige el museo desde 2019. Ayer estuvo en Lugo. "
            "Según Robles, “la renta se ha duplicado” en el tercer trimestre de 2026."
        ),
    ),
    (
        "it",
        (
            "«Ce ne andiamo da qui», ha detto lunedì alle 14.30 il direttore Luca Ferri. «Il contratto finisce comunque», ha aggiunto. "
            "Due giorni fa aveva chiesto ai soci. Votano la prossima settimana, dal 3 al 5 novembre 2026. Ieri era a Lecce."
        ),
    ),
    (
        "nl",
        (
            "“We gaan hier weg”, zei directeur Jan de Boer maandag om 14.30 uur in Delft. “Het contract loopt toch af”, voegde hij eraan toe. "
            "Twee dagen geleden vroeg hij de leden. Volgende week stemmen ze, van 3 tot 5 november 2026. Gisteren was hij in Gent."
        ),
    ),
    (
        "pt",
        (
            "“Vamos embora daqui”, disse na segunda-feira o diretor Rui Lopes. “O contrato acaba de qualquer modo”, acrescentou. "
            "Há dois dias tinha perguntado aos sócios. Votam na próxima semana, de 3 a 5 de novembro de 2026. Ontem esteve em Braga."
        ),
    ),
    (
        "sv",
        (
            "”Vi flyttar härifrån”, sade direktören Lars Holm i måndags klockan 14.30. ”Avtalet går ändå ut”, tillade han. "
            "För två dagar sedan frågade han medlemmarna. De röstar nästa vecka, den 3–5 november 2026. I går var han i Lund."
        ),
    ),
    (
        "pl",
        (
            "„Odchodzimy stąd już” – powiedział w poniedziałek dyrektor Jan Nowak. „Umowa i tak się kończy” – dodał. "
            "Dwa dni temu pytał członków. Głosują w przyszłym tygodniu, od 3 do 5 listopada 2026 r. Wczoraj był w Łodzi."
        ),
    ),
    (
        "ru",
        (
            "«Мы уходим отсюда», — сказал в понедельник директор Иван Белов. «Договор всё равно кончается», — добавил он. "
            "Два дня назад он спросил членов. Голосование пройдёт на следующей неделе, с 3 по 5 ноября 2026 года. Вчера он был в Пскове."
        ),
    ),
    (
        "zh",
        "周一，馆长王丽说：“我们要搬走了。”她还说，合同反正要到期。博物馆2019年开放。11月3日至5日闭馆。昨天她在南京。",
    ),
)
"""Language and text, published on Wednesday, 14 October 2026."""
