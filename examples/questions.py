"""Prints the tables of docs/questions.md: example questions and what the model answers to them.

Run `python examples/questions.py` to print them, with `--write` to put them into the page.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from squat_depth import FULL

from pose2lang3d_sdk import Keypoints, Pose2Lang

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pose2lang3d_sdk import Person

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "questions.md"
START, END = "<!-- answers -->", "<!-- /answers -->"

# (kind, question about the cameraman, question about the squat)
LEVELS: Final = {
    "One limb": (
        ("yes or no", "Is the left elbow bent?", "Are the left thigh and the ground parallel?"),
        ("denied", "Isn't the right arm stretched out?", "Is the right knee not straight?"),
        ("how much", "What angle is the right elbow at?", "How far is the right knee bent?"),
        ("choice", "Is the left hand in front of or behind the body?", "Is the left knee straight or bent?"),
        ("open", "What is the right arm doing?", "What is the left leg doing?"),
        ("which way", "Which way is the head tilted?", "Which way is the head turned?"),
        ("a number", "Is the left elbow bent more than 90 degrees?", "Is the right knee at about 90 degrees?"),
        ("of the picture", "Is the arm on the left of the picture bent?", "From my view, is the left knee bent?"),
        ("by its place", "Is the near elbow straight?", None),
        ("false premise", "Why is the left arm raised overhead?", "Why is the left leg straight?"),
        ("mistyped", "is teh left elobw bennt", None),
        ("turned round", "Is it wrong to say that the left elbow is bent?", None),
        ("judged", "Are the elbows bent too much?", None),
    ),
    "Limbs compared": (
        ("which side", "Which hand is higher?", "Which knee is more bent?"),
        ("more or less", "Is the left hand higher than the right hand?", "Is the left foot in front of the right?"),
        ("both together", "Are the arms crossed?", "Are both arms stretched forwards?"),
        ("how much", "How far apart are the hands?", "How far apart are the feet?"),
        ("open", "What are the hands doing?", "Do the legs mirror each other?"),
        ("all angles", "Elbow angles?", "What are the knee and hip angles?"),
        ("counted", "How many elbows are bent?", "Is only one foot on the ground?"),
        ("two parts", "Is the left hand above the right elbow?", "Are the hips lower than the knees?"),
        ("two things at once", "Is the left elbow bent and the head bowed?", "Are the knees bent and the arms down?"),
        ("between limbs", "What is the angle between the forearms?", "Are the shins parallel?"),
        ("one of two", "Is either elbow bent more than 90 degrees?", "Is either knee straight?"),
        ("going on", None, "Which hand is nearer to the camera, and is it raised?"),
        ("a list", "Standing, arms crossed, looking left?", "Squatting, arms forward, head level?"),
    ),
    "The whole body": (
        ("posture", "Is the person standing?", "Is the person squatting?"),
        ("choice", "Does the person sit or stand?", "Is that a squat or a kneel?"),
        ("how much", "How far does the person lean forward?", "How deep is the squat?"),
        ("balance", "Is the person balanced?", "Is the body balanced?"),
        ("ground", "Which leg carries the weight?", "What touches the ground?"),
        ("what is seen", "What is hidden?", "Full body shot?"),
        ("described", "Describe the head.", "Describe the pose in one sentence."),
        ("view", "From which side is the person seen?", "Is the camera above the person?"),
    ),
    "Refused": (
        ("joints not seen", "Is the left knee bent?", None),
        ("not about the pose", "What is the person wearing?", "Is this person happy?"),
        ("objects", "What is he holding?", "Is there a chair in the picture?"),
        ("fingers", "How many fingers is he holding up?", "Is the left thumb up?"),
        ("what points do not show", "Is the back arched?", "Are the heels off the floor?"),
        ("without memory", "And the other one?", None),
    ),
}


def tables(photo: Person, squat: Person) -> str:
    """The tables in Markdown, one for each level."""
    lines: list[str] = []
    for level, rows in LEVELS.items():
        lines += ["", f"### {level}", "", "| kind | of | question | verdict | answer |", "|---|---|---|---|---|"]
        for kind, *questions in rows:
            for name, person, question in zip(("photo", "squat"), (photo, squat), questions, strict=True):
                if question is not None:
                    answer = person.ask(question)
                    lines.append(f"| {kind} | {name} | {question} | {answer.verdict} | {answer.text} |")
    return "\n".join(lines[1:])


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, or write them into the page."""
    write = "--write" in (sys.argv[1:] if arguments is None else arguments)
    model = Pose2Lang()
    squat = model.read(Keypoints.from_coco17(FULL)).person()
    printed = tables(model.read(ROOT / "examples" / "cameraman.png").person(), squat)
    if not write:
        print(printed)
        return 0
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{START}\n\n{printed}\n\n{END}{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
