"""What the search looks through and how it understands people. The search itself runs in the browser."""
