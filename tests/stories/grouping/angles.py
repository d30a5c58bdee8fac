"""Events in pairs of accounts: one event told in quite other words, and two of one kind under one name. Every text is invented."""

from __future__ import annotations

ONE_EVENT: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "care fire": (
        (
            "Six pensioners perish as flames sweep Lanark Lodge",
            (
                "Six residents have died in a fire at Lanark Lodge, a home for the aged in Stour, after flames spread from a linen room at "
                "about 2am on Tuesday. Fire officer Dan Hobbs said 22 others had been led out in their slippers. The home passed an "
                "inspection in March."
            ),
        ),
        (
            "Inquiry ordered after deadly blaze at home for elderly in Stour",
            (
                "The health minister, Priya Nand, has ordered an inquiry into how six old people could die in Stour. She told parliament on "
                "Tuesday that doors which should have shut by themselves had been held open with chairs. The owner, Meadow Homes, says that "
                "every rule was kept. Flags will fly at half mast."
            ),
        ),
    ),
    "museum theft": (
        (
            "Crown of Saint Odo gone from Vallery",
            (
                "Burglars broke into the treasury of the abbey museum at Vallery before dawn on Thursday and carried off the crown of Saint "
                "Odo, three chalices and a bishop's ring. The guard, who is 70, was tied to a radiator. 'They were polite,' he said."
            ),
        ),
        (
            "Police hunt art gang after raid on abbey",
            (
                "Detectives from Lyon have joined the search for four masked men who stole medieval treasures from Vallery on Thursday. "
                "Colonel Marc Duret said that five pieces were missing and that Interpol had been told. Two years ago a gang used the same "
                "kind of drill at Cluny."
            ),
        ),
    ),
    "flood two names": (
        (
            "Mother of three drowns as Orlo dam gives way",
            (
                "Amina Said was carrying her youngest on her back when the water came through the wall of the Orlo dam on Sunday night. She "
                "was found on a fence at daybreak. 'We heard it like a lorry', said her brother. The district officer of Beni Mar counted "
                "7,000 people without a roof."
            ),
        ),
        (
            "Aid groups say 12,000 homeless in eastern floods",
            (
                "About 12,000 people have lost their homes in Beni Mar province since a dam burst two days ago, Oxfam said on Tuesday. Clean "
                "water was running short, said its head in the region, Joris Veen. Army trucks have brought blankets. At least one person has "
                "died."
            ),
        ),
    ),
    "plane": (
        (
            "Passengers thrown to ceiling as Norwind flight drops",
            (
                "A Norwind jet from Bergen to Malaga fell 300 metres in seconds on Monday, and 14 passengers were hurt, four of them badly. "
                "It put down at Bordeaux, where ambulances were waiting. 'My coffee stayed in the air,' said Liv Strand."
            ),
        ),
        (
            "Norwind says 9 injured in rough air over France",
            (
                "Nine people were injured when flight NW414 met rough air over Biscay, Norwind said in a statement. School band leader Odd "
                "Moe, who was on the plane with 31 children, said that two of them had broken arms. The airline will pay for new instruments."
            ),
        ),
    ),
    "avalanche": (
        (
            "Four skiers buried in Valdoro slide",
            (
                "Four skiers were buried on Saturday when an avalanche came down the north side of Piz Corvo above Valdoro. Two were pulled "
                "out alive. Dogs and a helicopter searched until nightfall. The slope had been closed since Friday."
            ),
        ),
        (
            "Guide arrested after deaths in Swiss Alps",
            (
                "A mountain guide was arrested on Saturday after two of his clients were killed by an avalanche on Piz Corvo. Prosecutors in "
                "Chur say that he led them past a barrier. He told police that the sign had blown over."
            ),
        ),
    ),
    "bridge": (
        (
            "Footbridge plunges into gorge with wedding party",
            (
                "A rope bridge over the Sindhi gorge at Lamtang snapped on Sunday under a wedding party of 40. Nine drowned, the bride's "
                "father among them. The bride clung to a plank. Villagers formed a chain with saris."
            ),
        ),
        (
            "Nepal suspends engineers after bridge disaster",
            (
                "Nepal suspended two engineers on Monday after nine people died in the collapse of a bridge at Lamtang. The works minister "
                "said that its cables had not been changed since 1998. A fund of 2 million rupees is to be paid to the families."
            ),
        ),
    ),
    "mine": (
        (
            "Nine colliers drown as old workings flood",
            (
                "Nine colliers were drowned at Pwll Du on Monday when water broke in from old workings. The bell was rung for an hour. 'They "
                "never had a chance', said lampman Gethin Parry. Six are Polish."
            ),
        ),
        (
            "Owner of Pwll Du had no maps of flooded levels",
            (
                "The company that runs the Pwll Du colliery, Severn Anthracite, had no maps of the levels from which water burst in on "
                "Monday, an inspector has told the energy committee. Nine men died. Severn's shares were suspended."
            ),
        ),
    ),
    "ship2": (
        (
            "Coaster turns turtle off Skarvik with load of timber",
            (
                "The coaster Hedda turned over off Skarvik in the night to Tuesday with six men and 900 tonnes of timber. Five were picked up "
                "by a ferry. The cook has not been found."
            ),
        ),
        (
            "Beaches of the west littered with planks as ship sinks",
            (
                "Planks by the thousand drifted onto beaches north of Skarvik on Tuesday after a freighter capsized. Owner Nordlast said that "
                "the load had shifted. The search for a missing sailor from Gdynia was called off at dusk."
            ),
        ),
    ),
    "flood2": (
        (
            "Tannery vats float through streets of Keddle",
            (
                "The Wend came over its wall at Keddle on Sunday and carried vats of a tannery through the streets. Mayor Hugh Ottaway stood "
                "in the church tower with 70 people. Three are missing."
            ),
        ),
        (
            "River authority defends sluice keepers after deluge",
            (
                "The Wend River Authority said on Monday that its keepers could not have opened the sluices above Keddle sooner. Floods there "
                "have cost three lives and 400 houses. Insurers speak of 60 million pounds."
            ),
        ),
    ),
}
"""Joined by a name that is nobody's and the kind of event, told as a blaze and as flames."""

TWO_OF_A_KIND: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "two thefts, two museums of one county": (
        (
            "Silver cups stolen from Arbour House",
            (
                "Thieves took nine silver cups from Arbour House, a museum near Lanchester in Cordshire, on Monday night. They forced a "
                "window of the pantry. Curator Ida Penn said that the cups were insured. Cordshire Police asked for pictures from cameras."
            ),
        ),
        (
            "Paintings cut from frames at Cordshire gallery",
            (
                "Two Dutch paintings were cut from their frames at the Vane gallery in Stoke Alder, Cordshire Police said on Tuesday. The "
                "alarm had been switched off. The gallery's director, Rupert Hale, offered a reward."
            ),
        ),
    ),
    "two outbreaks, one province": (
        (
            "Camp closed as 40 children fall ill",
            (
                "A summer camp at Lake Oriel in Manitou was closed on Wednesday after 40 children fell ill with vomiting. Health officers "
                "suspect the chicken. The province's chief doctor, Lena Abbott, said that none was in danger."
            ),
        ),
        (
            "Wedding guests sickened in Manitou",
            (
                "Sixty guests of a wedding in Port Hale, Manitou, were sick on Wednesday, and eleven are in hospital. The caterer has been "
                "told to stop work. The province's chief doctor, Lena Abbott, said that samples of the cream were being tested."
            ),
        ),
    ),
    "two floods, one country, one relief body": (
        (
            "Floods drive 9,000 from homes in Luwero",
            (
                "Floods have driven 9,000 people from their homes in Luwero district since the Kafu burst its banks on Sunday, the Red Cross "
                "said. Two bridges are gone. Schools are shut. The Red Cross handed out tents and soap."
            ),
        ),
        (
            "Landslide and floods cut off Kapchorwa",
            (
                "Floods and a landslide have cut off Kapchorwa on the slopes of Mount Elgon since Sunday. The Red Cross said that 4,000 "
                "people had been displaced and six had died. Helicopters dropped food on a school field."
            ),
        ),
    ),
    "two strikes, one railway": (
        (
            "Cleaners at Aldwick depot walk out",
            (
                "Cleaners at Transmark's depot in Aldwick walked out on Monday over night shifts. Trains ran, but unswept. The cleaners earn "
                "11 pounds an hour. Transmark said that a contractor employs them."
            ),
        ),
        (
            "Transmark ticket staff plan strike",
            (
                "Ticket staff of Transmark will strike for two days in June over plans to shut 60 counters, their union said on Monday. The "
                "counters at Pellworth and Hythe Green are the first to go. Transmark wants machines."
            ),
        ),
    ),
    "two robberies, one chain": (
        (
            "Pensioner foils robbery at Brightway store",
            (
                "A pensioner with a walking stick foiled a robbery at a Brightway supermarket in Colne Mills on Sunday. The robber dropped "
                "the till and ran. Police found a mask in a hedge."
            ),
        ),
        (
            "Brightway van robbed on moor road",
            (
                "Two men stopped a Brightway delivery van on the road over Sallow Moor on Sunday and robbed the driver of his telephone, 40 "
                "bottles of whisky and a cheese. He walked four miles to a farm."
            ),
        ),
    ),
    "two collapses, one builder": (
        (
            "Crane collapses onto church in Ravensworth",
            (
                "A crane of the builder Stoneleigh collapsed onto the roof of a church in Ravensworth on Tuesday. The driver jumped clear. "
                "The organ is under rubble. Stoneleigh has stopped its other cranes."
            ),
        ),
        (
            "Scaffold falls at Stoneleigh site in Dorrit Quay",
            (
                "Scaffolding collapsed at a site of Stoneleigh in Dorrit Quay on Tuesday and injured two painters. Inspectors had been there "
                "in April. Stoneleigh has built there since last year."
            ),
        ),
    ),
    "two outbreaks, one cruise line": (
        (
            "Norovirus on Seaborne liner off Madeira",
            (
                "More than 200 passengers of the Seaborne liner Calypso have fallen ill with norovirus off Madeira, the line said on "
                "Thursday. The buffet is shut. The ship is to reach Lisbon on Saturday."
            ),
        ),
        (
            "Crew of Seaborne's Aurelia sick with measles",
            (
                "Eleven of the crew of the Aurelia, a cruise ship of Seaborne, have fallen ill with measles in Piraeus. Greek doctors boarded "
                "her on Thursday. Passengers had left the day before."
            ),
        ),
    ),
}
"""One body, region or person is in both, and each is somewhere else."""
