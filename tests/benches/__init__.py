"""What the program costs, and how well it does on labelled days: commands for a checkout, no part of the package."""
