"""Cards kept: as tables for other programs (Parquet, Arrow), and as a database that is searched by who said what."""
