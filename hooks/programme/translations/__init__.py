"""Other languages: what `translations/<language>/` says in place of the shared texts, under the same paths.

A translation holds words alone. Ids, dates, sources, phone numbers and the order of things stay those of the
shared text, so that no language can say more than the others, or go out of date by itself.
"""
