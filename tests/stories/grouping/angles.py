"""Pairs of accounts of two events of one kind under one name. Every text is invented."""

from __future__ import annotations

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
