"""Short pairs of kinds that the rules were not written for, labelled before they were run: evidence, claim, whether it must be refused.

At first sight 6 of the first 20 false claims were refused and 18 of 20 honest ones passed; these kinds were mended, and then the last twenty were run:
7 of 10, and 8 of 10.
"""

from __future__ import annotations

FRAMES: tuple[tuple[str, str, bool], ...] = (
    # First.
    ("The ship sailed from Arvik to Telborg.", "The ship sailed from Telborg to Arvik.", True),
    ("The ship sailed from Arvik to Telborg.", "The ship reached Telborg from Arvik.", False),
    ("All but two of the miners were rescued.", "All of the miners were rescued.", True),
    ("All but two of the miners were rescued.", "Two of the miners were not rescued.", False),
    ("The bank lent the farm 40,000 crowns.", "The farm lent the bank 40,000 crowns.", True),
    ("The bank lent the farm 40,000 crowns.", "The farm was lent 40,000 crowns by the bank.", False),
    ("The mayor should resign, the union said.", "The mayor resigned, the union said.", True),
    ("The mayor should resign, the union said.", "The union said that the mayor ought to resign.", False),
    ("Up to 300 homes lost power.", "More than 300 homes lost power.", True),
    ("Up to 300 homes lost power.", "As many as 300 homes lost power.", False),
    ("The library used to open on Sundays.", "The library opens on Sundays.", True),
    ("The library used to open on Sundays.", "The library once opened on Sundays.", False),
    ("Rescuers tried to reach the cave.", "Rescuers reached the cave.", True),
    ("Rescuers tried to reach the cave.", "Rescuers attempted to reach the cave.", False),
    ("Nearly half of the members voted for the strike.", "More than half of the members voted for the strike.", True),
    ("Nearly half of the members voted for the strike.", "Almost half of the members backed the strike.", False),
    ("The court cleared the trader of fraud.", "The court convicted the trader of fraud.", True),
    ("The court cleared the trader of fraud.", "The trader was cleared of fraud by the court.", False),
    ("Holm will stand down unless the party backs her.", "Holm will stand down.", True),
    ("Holm will stand down unless the party backs her.", "Holm will stand down if the party does not back her.", False),
    # Second.
    ("The museum bought the painting rather than the statue.", "The museum bought the statue.", True),
    ("The museum bought the painting rather than the statue.", "The museum bought the painting.", False),
    ("Only members may vote.", "All residents may vote.", True),
    ("Only members may vote.", "Nobody but members may vote.", False),
    ("The firm pulled out before the vote.", "The firm pulled out after the vote.", True),
    ("The firm pulled out before the vote.", "The firm withdrew before the vote.", False),
    ("Police want to question the driver's brother.", "Police want to question the driver.", True),
    ("Police want to question the driver's brother.", "Police are looking for the driver's brother.", False),
    ("The tower is 80 metres high and 12 metres wide.", "The tower is 12 metres high.", True),
    ("The tower is 80 metres high and 12 metres wide.", "The tower is 80 metres high.", False),
    ("Part of the roof collapsed in the storm.", "The roof collapsed in the storm.", True),
    ("Part of the roof collapsed in the storm.", "A section of the roof fell in during the storm.", False),
    ("The drug is not known to be safe.", "The drug is known to be safe.", True),
    ("The drug is not known to be safe.", "It is not known whether the drug is safe.", False),
    ("Ministers rule out a tax on sugar.", "Ministers plan a tax on sugar.", True),
    ("Ministers rule out a tax on sugar.", "Ministers say there will be no tax on sugar.", False),
    ("Lund accused Brandt of lying to the council.", "Brandt accused Lund of lying to the council.", True),
    ("Lund accused Brandt of lying to the council.", "Brandt was accused by Lund of lying to the council.", False),
    ("The team won none of its ten games.", "The team won all of its ten games.", True),
    ("The team won none of its ten games.", "The team did not win any of its ten games.", False),
    # Third: not looked at before the end.
    ("The pact was signed by everyone except Telborg.", "The pact was signed by everyone, Telborg included.", True),
    ("The pact was signed by everyone except Telborg.", "Telborg did not sign the pact.", False),
    ("Had the pump worked, the cellar would have stayed dry.", "The cellar stayed dry.", True),
    ("Had the pump worked, the cellar would have stayed dry.", "The cellar would have stayed dry if the pump had worked.", False),
    ("Moe is said to have hidden the report.", "Moe hid the report.", True),
    ("Moe is said to have hidden the report.", "Moe is reported to have hidden the report.", False),
    ("The inspectors found little evidence of fraud.", "The inspectors found ample evidence of fraud.", True),
    ("The inspectors found little evidence of fraud.", "There was little evidence of fraud, the inspectors found.", False),
    ("The strike ended after nine days.", "The strike began after nine days.", True),
    ("The strike ended after nine days.", "The strike lasted nine days.", False),
    ("The price of bread doubled.", "The price of bread halved.", True),
    ("The price of bread doubled.", "Bread costs twice as much as before.", False),
    ("Both parties stopped short of backing the treaty.", "Both parties backed the treaty.", True),
    ("Both parties stopped short of backing the treaty.", "Neither party backed the treaty.", False),
    ("The minister's aide leaked the memo.", "The minister leaked the memo.", True),
    ("The minister's aide leaked the memo.", "The memo was leaked by an aide to the minister.", False),
    ("Two of the five crew survived.", "Two of the five crew died.", True),
    ("Two of the five crew survived.", "Two crew members survived.", False),
    ("The plant is thought to be the oldest in the country.", "The plant is the oldest in the country.", True),
    ("The plant is thought to be the oldest in the country.", "The plant may be the oldest in the country.", False),
)  # fmt: skip

GETS_BY = frozenset(
    {
        ("All but two of the miners were rescued.", "All of the miners were rescued."),
        ("The library used to open on Sundays.", "The library opens on Sundays."),
        ("Only members may vote.", "All residents may vote."),
        ("The tower is 80 metres high and 12 metres wide.", "The tower is 12 metres high."),
        ("Ministers rule out a tax on sugar.", "Ministers plan a tax on sugar."),
        ("The inspectors found little evidence of fraud.", "The inspectors found ample evidence of fraud."),
        ("Two of the five crew survived.", "Two of the five crew died."),
    }
)
"""False claims that no rule refuses."""

WRONGLY = frozenset(
    {
        ("Police want to question the driver's brother.", "Police are looking for the driver's brother."),
    }
)
"""True claims that a rule refuses all the same."""
