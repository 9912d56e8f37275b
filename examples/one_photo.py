"""One photo: what the person's body does, the answer to a question, and the photo with the seen joints drawn over it.

Run `python examples/one_photo.py examples/cameraman.png "Is the left elbow bent?" --out seen.png`.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from pose2lang3d_sdk import Pose2Lang, errors

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the description and the answer; 1 if nobody is in the photo."""
    parser = argparse.ArgumentParser(description="Describe the person in a photo and answer a question.")
    parser.add_argument("photo", nargs="?", default="examples/cameraman.png")
    parser.add_argument("question", nargs="?", default="Is the left elbow bent?")
    parser.add_argument("--out", help="where to save the photo with the joints of the answer ringed")
    options = parser.parse_args(arguments)

    scene = Pose2Lang().read(options.photo)  # finds the people once; asking costs little then
    try:
        person = scene.person("largest")
    except errors.NoPersonError as error:
        print(error)
        return 1
    print(person.describe())

    answer = person.ask(options.question)
    print(f"{options.question} {answer}")
    if answer.answerable:
        print(f"verdict {answer.verdict}, confidence {answer.confidence:.2f}, from {', '.join(answer.joints)}")
    if options.out:
        person.draw(highlight=answer).save(options.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
