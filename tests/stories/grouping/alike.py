"""Pairs of events that are alike in kind, words and names, and are two. Every text is invented, and written to be joined by mistake."""

from __future__ import annotations

TWO_EVENTS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "one body, two recalls": (
        (
            "Almond butter recalled over salmonella",
            (
                "Fernholt Foods is recalling 9,000 jars of almond butter after salmonella was found at its Tarrow plant, the Grocery Safety Board said on Monday. Jars with a green "
                "lid should be thrown away. Two children have been ill, one of them in hospital."
            ),
        ),
        (
            "Smoked trout pulled from shops because of listeria",
            (
                "Smoked trout of the Quennel brand was pulled from 300 shops on Monday, the Grocery Safety Board said. Listeria turned up in a kiln at Lisk. Anybody who has a packet "
                "can take it back without a receipt. The smokehouse apologised."
            ),
        ),
    ),
    "one union, two strikes": (
        (
            "Trams in Oskerby stand still as drivers reject rosters",
            (
                "Tram drivers in Oskerby stopped work on Tuesday over new rosters, and the United Transit Guild said that not a tram had left the depot. Commuters shared taxis. The "
                "guild's organiser, Hanne Mork, said that pensioners had brought the pickets soup."
            ),
        ),
        (
            "Ferry crews at Port Lunde walk off over pay",
            (
                "Three sailings from Port Lunde were cancelled on Tuesday after crews walked off over unpaid overtime. The United Transit Guild said that pickets would stay on the quay "
                "until the company paid. Its secretary, Per Aas, thanked the lorry drivers who turned round."
            ),
        ),
    ),
    "one court, two trials": (
        (
            "Beekeeper tells jury he never opened the safe",
            (
                "A beekeeper accused of emptying his cooperative's safe told a jury at Wexmoor Crown Court on Wednesday that he had never had the key. Prosecutor Ida Thwaite said that "
                "40,000 pounds were missing. The trial before Judge Roland Pike goes on."
            ),
        ),
        (
            "Bookkeeper denies robbing chapel's organ fund",
            (
                "The organ fund of a Methodist chapel went on a bookkeeper's holidays, Wexmoor Crown Court heard on Wednesday. Maureen Gadd, 58, denies fraud. Prosecutor Ida Thwaite "
                "said that she had flown to Madeira four times. Judge Roland Pike expects the case to last a week."
            ),
        ),
    ),
    "one street, two thefts": (
        (
            "Burglars take rare stamps from Cutler Row dealer",
            (
                "Burglars cut through the shutter of a stamp dealer in Cutler Row, Ambleford, on Sunday night and took an album of Mauritius stamps. Inspector Nils Farrow said that the "
                "alarm had been silenced with foam. A white van was seen."
            ),
        ),
        (
            "Two women run off with Ambleford jeweller's pearls",
            (
                "Two women asked to see a string of pearls at a jeweller's in Cutler Row on Sunday and ran off with it. Otto Brice, 77, was bruised when he tried to hold the door. Inspector "
                "Nils Farrow asked for pictures from telephones."
            ),
        ),
    ),
    "one river, two floods": (
        (
            "Sarn over its banks at Hollowell",
            (
                "The Sarn broke its banks at Hollowell on Thursday and ran two feet deep through the cattle market. Firefighters took eleven people from an almshouse in a dinghy. The "
                "mayor, Greta Lund, opened the gymnasium."
            ),
        ),
        (
            "Caravans swept away at Tibbs Ferry",
            (
                "Nine caravans were swept from a site at Tibbs Ferry on Thursday when the Sarn rose by a metre in an hour. They were empty. Firefighters searched them all the same. "
                "Lou Kemble, who owns the site, said that the river had taken his office too."
            ),
        ),
    ),
    "one firm, a strike and a sale": (
        (
            "Kettle maker Brundage sells its spoon works",
            (
                "Brundage Metalware has sold its spoon works at Pell Cross to a Danish cutler for 12 million euros, the kettle maker said on Friday. Its shares rose by 4 percent. Chairman "
                "Amos Leigh called the price handsome."
            ),
        ),
        (
            "Enamellers at Brundage down tools after burn",
            (
                "Enamellers at Brundage Metalware downed tools on Friday after a colleague was burnt by a furnace in Stourley. The furnace has been shut. Chairman Amos Leigh visited the "
                "man in hospital. Inspectors are looking at its door."
            ),
        ),
    ),
    "one minister, two bills": (
        (
            "Minister tables bill on moped helmets",
            (
                "Transport Minister Olga Renfrew tabled a bill on Monday that obliges riders of mopeds to wear helmets. Couriers would be fined 80 crowns. Surgeons welcomed it. A vote is "
                "expected before the recess."
            ),
        ),
        (
            "Renfrew to scrap tolls on the Kelmar causeway",
            (
                "Tolls on the Kelmar causeway will be scrapped in spring, Transport Minister Olga Renfrew said on Monday. Commuters pay 6 crowns a day now. The causeway's owner, a pension "
                "fund, called it a breach of contract."
            ),
        ),
    ),
    "one league, two matches": (
        (
            "Late Duarte header sends Corvane top",
            (
                "Corvane Rovers went top of the Northern Alliance on Saturday when Rui Duarte headed in a corner in the last minute against Marlow Vale. Manager Ted Ash praised a stubborn "
                "defence. Six thousand saw it."
            ),
        ),
        (
            "Ten-man Lidden hold on at Astwick",
            (
                "Ten men of Lidden Town held Astwick to a goalless draw in the Northern Alliance on Saturday after captain Joe Tarn saw red. The keeper saved a penalty with his knees. The "
                "crowd whistled."
            ),
        ),
    ),
    "one mountain, two accidents": (
        (
            "Climber dies in crevasse on the Weisskamm",
            (
                "A climber fell into a crevasse on the Weisskamm on Sunday and was dead when guides reached her. She had been roped to her brother. The patrol at Brenau warned of soft "
                "snow bridges."
            ),
        ),
        (
            "Avalanche buries three skiers",
            (
                "An avalanche buried three skiers below the Weisskamm hut on Sunday. A dog found two alive; the third, a guide from Zirl, was dug out dead. More slides were expected as "
                "the weather turns warm."
            ),
        ),
    ),
    "one fair, a prize and an injury": (
        (
            "Marrow of 98 kilos wins at Pinder Show",
            (
                "A marrow of 98 kilos won the giant vegetables at the Pinder Show on Saturday. Its grower, retired plumber Noel Crisp, feeds it with stout. The scales had to be borrowed "
                "from a coal merchant."
            ),
        ),
        (
            "Pony bolts at Pinder Show and hurts two",
            (
                "A pony that was frightened by a brass band bolted at the Pinder Show on Saturday and hurt two visitors, one of whom has a broken wrist. The marquee was cleared. A "
                "vet said that the pony was well."
            ),
        ),
    ),
    "one airline, two planes": (
        (
            "Zephyra jet turns back with cracked windscreen",
            "A Zephyra Air jet with 140 passengers turned back to Lindmark on Tuesday with a cracked windscreen. Pilots put on oxygen masks. A second jet left three hours later.",
        ),
        (
            "Passengers slide from smoky Zephyra cabin",
            (
                "Passengers slid down chutes at Osby on Tuesday when the cabin of a Zephyra Air jet filled with smoke before take-off. Two were treated for it. The airline gave the others "
                "vouchers and a hotel."
            ),
        ),
    ),
    "one disease, two farms": (
        (
            "Ducklings culled at Erlside as bird flu returns",
            (
                "Nine thousand ducklings are being culled at a hatchery near Erlside after bird flu was confirmed on Monday. Vets sealed the lane. Keepers within ten kilometres must house "
                "their poultry, the Farm Ministry said."
            ),
        ),
        (
            "Turkeys in Tranmoor have bird flu",
            (
                "Bird flu has been confirmed among 4,000 turkeys at Tranmoor, the Farm Ministry said on Monday. The farmer noticed that they had stopped drinking. They are to be gassed in "
                "their shed tonight."
            ),
        ),
    ),
    "one company of players, a death and a tour": (
        (
            "Actor dies at Gaiety's dress rehearsal",
            (
                "The actor Felix Amory collapsed and died at a dress rehearsal of the Gaiety Players in Thornaby on Wednesday. He was 71. The Players' director, Una Skeat, sent "
                "everybody home."
            ),
        ),
        (
            "Gaiety Players take comedy to nine islands",
            (
                "The Gaiety Players of Thornaby will take the comedy 'Salt' to nine islands by trawler, their director, Una Skeat, said on Wednesday. The lead is a deckhand who had never "
                "seen a play."
            ),
        ),
    ),
    "one inspectorate, two spills": (
        (
            "Heating oil fouls Lanner brook",
            "Some 800 litres of heating oil ran into the Lanner brook on Friday from a school's tank, the Rivers Inspectorate said. Booms were laid at the weir and swans washed.",
        ),
        (
            "Slurry kills trout in the Ambry",
            "Slurry from a burst lagoon killed trout for five kilometres along the Ambry on Friday, the Rivers Inspectorate said. A farmer had left a valve open, and may be fined.",
        ),
    ),
}
