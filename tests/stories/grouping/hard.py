"""Hard cases, every text invented: events that share place, day, court, company or kind, and events told from different angles."""

from __future__ import annotations

from summarize.stories.grouping import Member

TEXTS: dict[str, tuple[str, str]] = {
    "storm-ilse/coast": (
        "Storm Ilse cuts off Varnholm island",
        (
            "Storm Ilse tore the ferry pier at Varnholm from its piles on Tuesday night and left 1,900 islanders without power. Gusts reached 143 "
            "kilometres an hour at the Skarvik lighthouse. The coastguard lifted eleven people from the fishing boat Marit, which had lost its "
            "engine. “We heard the pier go like a rifle shot,” said Tova Lindahl, who runs the island shop. Ferries will not sail before Friday."
        ),
    ),
    "storm-ilse/power": (
        "1,900 in the dark on Varnholm after Ilse takes the pier",
        (
            "Engineers from Nordstrand Energi were flown to Varnholm on Wednesday to repair the cable that Storm Ilse broke. The island's ferry pier "
            "is gone, and crews had to land by helicopter near the Skarvik lighthouse. The skipper of the Marit thanked the coastguard, who winched "
            "him and ten others to safety. Nordstrand hopes to have the lights on by Friday, when ferries may sail again."
        ),
    ),
    "storm-bero/crops": (
        "Storm Bero flattens Alcaranza's almonds in an hour",
        (
            "Storm Bero crossed the Alcaranza valley on Tuesday night with hail as large as walnuts. Growers say that four fifths of the almond crop "
            "is lost. Gusts reached 118 kilometres an hour at Puebla de Oria, and 640 homes were without power. “My father planted those trees,” "
            "said Benito Carrascal, who heads the growers' union. The regional government will meet on Friday to talk about aid."
        ),
    ),
    "storm-bero/aid": (
        "Almond growers ask for 30 million after Bero's hail",
        (
            "The union of almond growers in the Alcaranza valley asked for 30 million euros in aid on Wednesday after the hail of Storm Bero. Benito "
            "Carrascal, its head, said that trees would need three years to bear again. Roofs were still covered with plastic in Puebla de Oria, "
            "where hailstones as large as walnuts fell. The region's ministers discuss the request on Friday."
        ),
    ),
    "court-larsen/verdict": (
        "Nurse cleared of poisoning patients at Dunmarrow",
        (
            "Ellen Larsen, the nurse accused of poisoning three patients with insulin at the Dunmarrow clinic, was acquitted at Castleford Crown Court on "
            "Thursday. The jury needed nine hours. Judge Peter Okell told her she was free to go. Ms Larsen wept. Her solicitor, Amina Rahal, said "
            "that the readings of the clinic's own meters had never been checked. The clinic said that it would study the verdict."
        ),
    ),
    "court-larsen/meters": (
        "Faulty meters undid the case against Ellen Larsen",
        (
            "It was the insulin meters that freed Ellen Larsen. On Thursday a jury at Castleford Crown Court found the Dunmarrow nurse not guilty of "
            "poisoning three patients. Experts had shown that two of the clinic's meters read far too high. “Nobody checked,” said Amina Rahal, her "
            "solicitor. Prosecutors had built their case on those readings for two years."
        ),
    ),
    "court-brandt/sentence": (
        "Fourteen years for the Hollin Bridge arsonist",
        (
            "Craig Brandt was jailed for 14 years at Castleford Crown Court on Thursday for setting fire to the carpet warehouse at Hollin Bridge. Judge "
            "Peter Okell said that it was chance that nobody had died. Brandt, 33, had been dismissed from the warehouse a week before. He poured "
            "petrol through a skylight. Forty families had to leave their homes for a night."
        ),
    ),
    "court-brandt/warehouse": (
        "Sacked worker burned down carpet warehouse",
        (
            "A man who burned down a carpet warehouse because he had been sacked was sent to prison for 14 years on Thursday. Castleford Crown Court "
            "heard that Craig Brandt climbed onto the roof at Hollin Bridge with two cans of petrol. Forty families were moved from the streets "
            "around. The owner, Imran Sadiq, said that he would not rebuild. Brandt had denied arson."
        ),
    ),
    "firm-recall/fault": (
        "Ostrava Motors calls back 62,000 vans over brakes",
        (
            "Ostrava Motors is calling back 62,000 Kestrel vans because a brake hose can rub through, the carmaker said on Monday. Eight crashes have been "
            "reported, none of them fatal. Garages will replace the hose in forty minutes, free of charge. Drivers who feel the pedal soften should "
            "stop at once. The fault is in Kestrels that were built between 2021 and 2023."
        ),
    ),
    "firm-recall/drivers": (
        "Parcel firms stop Kestrel vans until brake hoses are changed",
        (
            "Two parcel firms took their Kestrel vans off the road on Monday after Ostrava Motors said that brake hoses can rub through. The carmaker "
            "wants 62,000 of them back in its garages. Changing a hose takes forty minutes. Kestrels from 2021 to 2023 have the fault, to which "
            "eight crashes are put down."
        ),
    ),
    "firm-chief/leaves": (
        "Head of Ostrava Motors to step down in spring",
        (
            "Jana Hrubá, who has led Ostrava Motors for eleven years, will leave in April, the carmaker said on Monday. The board has asked Tomáš Vlk, its "
            "head of finance, to take over. Ms Hrubá, 61, moved the company's engine works to Opava and sold its bus division. Shares rose by two "
            "per cent. She will stay on as an adviser until the end of next year."
        ),
    ),
    "firm-chief/successor": (
        "Vlk to succeed Hrubá at Ostrava Motors",
        (
            "Tomáš Vlk will be the next head of Ostrava Motors. The finance chief takes over from Jana Hrubá in April, the board announced on Monday. "
            "Analysts see him as a careful man who will go on with the savings that began with the sale of the bus division. Ms Hrubá led the "
            "company for eleven years and will advise it for another."
        ),
    ),
    "fire-market/blaze": (
        "Fire guts covered market in Port Elmina",
        (
            "A fire that began in a spice stall destroyed the covered market of Port Elmina early on Sunday. Nobody was hurt. Some 200 traders have lost "
            "their stock. Fire chief Kwesi Abaidoo said that the roof fell in within twenty minutes. The market, of iron and glass, was opened in "
            "1911. The mayor promised the traders tents on the parade ground."
        ),
    ),
    "fire-market/traders": (
        "“My whole shop in one night”: traders return to burnt market",
        (
            "Traders picked through the ashes of Port Elmina's covered market on Sunday. Esi Quansah, who sold cloth there for thirty years, found a "
            "pair of scissors. The flames had come from a spice stall, said fire chief Kwesi Abaidoo. About 200 stalls are gone under the fallen iron "
            "roof. Tents on the parade ground are to be ready on Tuesday."
        ),
    ),
    "fire-hotel/guests": (
        "Guests flee hotel fire in Port Elmina",
        (
            "Sixty guests ran into the street in their nightclothes when a laundry caught fire in the Hotel Regent in Port Elmina early on Sunday. Two cooks "
            "breathed smoke and were taken to hospital. The manager, Lionel Baptiste, said that a dryer had overheated. The fire was out by six "
            "o'clock, and most guests were back in their rooms for lunch."
        ),
    ),
}


def hard_members() -> tuple[list[Member], dict[int, str]]:
    """The articles, and the event of each by its number."""
    members, events = [], {}
    for number, (key, (title, text)) in enumerate(TEXTS.items(), 1):
        members.append(Member(number, title, text, published="2026-02-04", publisher=f"Outlet {number}"))
        events[number] = key.split("/")[0]
    return members, events
