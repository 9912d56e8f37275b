"""Rules on questions, each in a module: what needs no net is answered here, and what needs one is put to it plainly.

A rule answers or rewrites only questions whose form it understands as a whole; `asking.ask` has the order in which they
look. `words` has what several of them look for, `parts` how parts of the body are named.
"""
