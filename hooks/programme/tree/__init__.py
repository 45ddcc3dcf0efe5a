"""One tree, many files: PDF, Word, EPUB and the rest are made from it. See `nodes` for what there is."""
