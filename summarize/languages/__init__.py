"""What is known of languages: telling them apart, and what CLDR knows of each through `babel`."""
