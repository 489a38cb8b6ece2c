"""From a document to its parts, sentences and facts."""
