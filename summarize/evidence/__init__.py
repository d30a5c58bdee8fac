"""Article to Findings: sentences, quotations with their speakers, times, names. No language model."""
