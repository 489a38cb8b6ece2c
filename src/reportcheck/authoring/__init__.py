"""What authors of rules need: a rule's examples run, rules linted, broken on purpose, compared and begun."""
