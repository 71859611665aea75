"""From a transcript to a document: which kind it is, and what stands where in it."""
