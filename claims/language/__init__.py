"""Pure functions of text and language data: tokens, sentences, marks, lemmas, times and quantities."""
