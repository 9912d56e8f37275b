"""Sheets of photos with the drawn keypoints and the description beneath, to be read by a person.

python -m evaluation.photos FOLDER --out runs/photos
"""

from __future__ import annotations

import argparse
import textwrap
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from pose2lang3d_sdk import Pose2Lang
from pose2lang3d_sdk.drawing import draw_skeleton
from pose2lang3d_sdk.images import load_image

TILE = 560
COLUMNS = 3
ROWS = 2
TEXT_HEIGHT = 250


def tile(photo: Path, model: Pose2Lang) -> tuple[Image.Image, str]:
    """One photo with its largest person drawn and described."""
    scene = model.read(photo)
    image = Image.fromarray(load_image(photo))
    text = "Nobody was found."
    if scene.people:
        person = scene.people[0]
        image = draw_skeleton(image, [person])
        text = person.describe().text
    image.thumbnail((TILE, TILE))
    sheet = Image.new("RGB", (TILE, TILE + TEXT_HEIGHT), "white")
    sheet.paste(image, ((TILE - image.width) // 2, 0))
    lines = [photo.name, *textwrap.wrap(text, 72)]
    ImageDraw.Draw(sheet).multiline_text((8, TILE + 6), "\n".join(lines), fill="black", font=ImageFont.load_default(15))
    return sheet, text


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.photos", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("runs/photos"))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    model = Pose2Lang()
    photos = sorted(p for p in arguments.folder.iterdir() if p.suffix.lower() in (".jpg", ".jpeg", ".png"))
    per_page = COLUMNS * ROWS
    for start in range(0, len(photos), per_page):
        page = Image.new("RGB", (COLUMNS * TILE, ROWS * (TILE + TEXT_HEIGHT)), "white")
        for place, photo in enumerate(photos[start : start + per_page]):
            picture, text = tile(photo, model)
            page.paste(picture, (place % COLUMNS * TILE, place // COLUMNS * (TILE + TEXT_HEIGHT)))
            print(f"{photo.name}: {text}", flush=True)
        page.save(arguments.out / f"page_{start // per_page + 1}.png")


if __name__ == "__main__":
    main()
