"""Lists of documents: catalogues (collection pages, finding lists) and pages of search results."""
