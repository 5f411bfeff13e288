"""Russian words: tokens, their grammar, noun phrases and blanks; the only door to pymorphy3 and spaCy."""
