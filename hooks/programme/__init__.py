"""The core: plain Python that turns the programme's sources into pages. It never imports MkDocs."""
