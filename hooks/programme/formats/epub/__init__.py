"""The tree → EPUB 3: the whole course, and each module, as an e-book.

Written with zipfile alone. EbookLib, the package that others take, is under the AGPL; the rest of this
repository is MIT and CC BY, and what it would do for us is the 3 files of `package`.
"""
