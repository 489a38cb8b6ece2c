"""Pure helpers on str. All of them expect folded text (see ``fold``) and return offsets into it."""
