"""Anything a user holds becomes the same RGB array; everything else is refused with one of our errors."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from pose2lang3d_sdk.errors import ImageDecodeError, ImageNotFoundError, Pose2LangError
from pose2lang3d_sdk.images import MAX_PIXELS, describe_source, load_image, source_name

PHOTO = Path(__file__).parents[1] / "examples" / "astronaut.jpg"
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def corners() -> np.ndarray:
    """(24, 40, 3): each quarter in its own colour, so that any turn or flip shows."""
    image = np.empty((24, 40, 3), np.uint8)
    image[:12, :20], image[:12, 20:], image[12:, :20], image[12:, 20:] = RED, GREEN, BLUE, WHITE
    return image


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def test_every_kind_of_source_gives_the_same_pixels():
    data = PHOTO.read_bytes()
    expected = np.asarray(Image.open(PHOTO).convert("RGB"))
    pixels = load_image(PHOTO)
    assert pixels.shape == (512, 512, 3)
    assert pixels.dtype == np.uint8
    with PHOTO.open("rb") as file:
        sources = [PHOTO, str(PHOTO), data, bytearray(data), memoryview(data), io.BytesIO(data), file]
        sources += [Image.open(PHOTO), expected, expected.astype(np.uint16) * 257, expected / 255]
        sources += [expected.astype(np.float32) / 255, np.asfortranarray(expected)]
        for source in sources:
            np.testing.assert_array_equal(load_image(source), expected)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_applied(kind, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"quality": 100, "subsampling": 0} if kind == "JPEG" else {"lossless": True} if kind == "WEBP" else {}
    data = encoded(Image.fromarray(corners()), kind, exif=exif, **options)
    expected = np.asarray(ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB"))
    assert expected.shape[:2] == ((40, 24) if orientation >= 5 else (24, 40))
    np.testing.assert_array_equal(load_image(data), expected)
    np.testing.assert_array_equal(load_image(Image.open(io.BytesIO(data))), expected)


def test_orientation_six_puts_the_left_edge_on_top():
    exif = Image.Exif()
    exif[0x0112] = 6
    pixels = load_image(encoded(Image.fromarray(corners()), "PNG", exif=exif))
    assert tuple(pixels[0, 0]) == BLUE
    assert tuple(pixels[0, -1]) == RED


def test_damaged_exif_is_ignored():
    data = encoded(Image.fromarray(corners()), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + b"\xff" * 20)
    assert load_image(data).shape == (24, 40, 3)


def test_transparency_is_laid_over_white():
    rgba = np.zeros((4, 6, 4), np.uint8)
    rgba[:, :3] = (10, 20, 30, 255)
    picture = Image.fromarray(rgba)
    palette = Image.new("P", (6, 4), 0)
    palette.putpalette([0, 0, 0, 10, 20, 30])
    palette.paste(1, (0, 0, 3, 4))
    keyed = Image.new("RGB", (6, 4))
    keyed.paste((10, 20, 30), (0, 0, 3, 4))
    for source in (
        rgba,
        picture,
        encoded(picture, "PNG"),
        encoded(picture, "WEBP", lossless=True),
        encoded(palette, "PNG", transparency=0),
        encoded(palette, "GIF", transparency=0),
        encoded(keyed, "PNG", transparency=(0, 0, 0)),
    ):
        pixels = load_image(source)
        assert tuple(pixels[0, 0]) == (10, 20, 30)
        assert tuple(pixels[0, -1]) == WHITE


def test_half_transparent_grey():
    grey = Image.merge("LA", (Image.new("L", (3, 2), 100), Image.new("L", (3, 2), 128)))
    for source in (grey, np.asarray(grey), encoded(grey, "PNG")):
        assert np.abs(load_image(source).astype(int) - 177).max() <= 1


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "PA", "CMYK", "YCbCr", "HSV", "I", "F", "I;16"])
def test_every_mode_of_pillow(mode):
    if mode == "F":
        picture = Image.fromarray(np.ones((24, 40), np.float32))
    elif mode in {"I", "I;16"}:
        picture = Image.fromarray(np.full((24, 40), 65535, np.int32 if mode == "I" else np.uint16))
    else:
        picture = Image.new("RGB", (40, 24), "white").convert("L" if mode in {"LA", "PA"} else "RGB")
        picture = picture.convert("P").convert("PA") if mode == "PA" else picture.convert(mode)
    assert picture.mode == mode
    pixels = load_image(picture)
    assert pixels.shape == (24, 40, 3)
    assert pixels.min() >= 253


def test_cmyk_jpeg_keeps_its_colours():
    data = encoded(Image.new("RGB", (16, 16), (200, 60, 30)).convert("CMYK"), "JPEG", quality=100)
    assert np.abs(load_image(data).astype(int) - (200, 60, 30)).max() <= 4


@pytest.mark.parametrize("value", [0, 257, 25700, 65535])
def test_sixteen_bit_grey_keeps_its_brightness(value):
    array = np.full((5, 7), value, np.uint16)
    for source in (array, encoded(Image.fromarray(array), "PNG"), encoded(Image.fromarray(array), "TIFF")):
        pixels = load_image(source)
        assert pixels.shape == (5, 7, 3)
        assert set(pixels.ravel().tolist()) == {value // 257}


def test_first_frame_of_an_animation():
    frames = [Image.new("RGB", (8, 8), colour) for colour in (RED, GREEN, BLUE)]
    for kind in ("GIF", "WEBP", "PNG", "TIFF"):
        options = {"lossless": True} if kind == "WEBP" else {}
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], **options)
        assert tuple(load_image(data)[0, 0]) == RED


@pytest.mark.parametrize("shape", [(6, 9), (6, 9, 1), (6, 9, 2), (6, 9, 3), (6, 9, 4)])
def test_array_shapes(shape):
    pixels = load_image(np.full(shape, 255, np.uint8))
    assert pixels.shape == (6, 9, 3)
    assert pixels.min() == 255


def test_the_source_is_not_changed():
    array = np.random.default_rng(0).integers(0, 255, (9, 9, 4), dtype=np.uint8)
    before = array.copy()
    load_image(array)
    np.testing.assert_array_equal(array, before)


NOT_IMAGES = {
    "none": None,
    "number": 3,
    "float": 1.5,
    "list": [[1, 2], [3, 4]],
    "dict": {"image": 1},
    "object": object(),
    "type": Image.Image,
    "empty path": "",
    "folder": str(PHOTO.parent),
    "text file": __file__,
    "url": "https://example.com/photo.jpg",
    "file url": "file:///photo.jpg",
    "null in path": "photo\0.jpg",
    "long path": "x" * 100_000,
    "no bytes": b"",
    "one byte": b"\xff",
    "text bytes": b"hello world, this is no image",
    "jpeg start only": b"\xff\xd8\xff\xe0",
    "png start only": b"\x89PNG\r\n\x1a\n",
    "gif start only": b"GIF89a",
    "riff start only": b"RIFF\x24\0\0\0WEBPVP8 ",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n",
    "pdf": b"%PDF-1.7\n",
    "html": b"<!doctype html><title>404</title>",
    "empty file": io.BytesIO(),
    "text stream": io.StringIO("hello"),
    "0-d": np.uint8(3),
    "1-d": np.zeros(9, np.uint8),
    "4-d": np.zeros((2, 9, 9, 3), np.uint8),
    "five channels": np.zeros((9, 9, 5), np.uint8),
    "channels first": np.zeros((3, 9, 9), np.uint8),
    "no rows": np.zeros((0, 9, 3), np.uint8),
    "no columns": np.zeros((9, 0, 3), np.uint8),
    "no channels": np.zeros((9, 9, 0), np.uint8),
    "int64": np.zeros((9, 9, 3), np.int64),
    "bool": np.zeros((9, 9, 3), np.bool_),
    "complex": np.zeros((9, 9, 3), np.complex64),
    "strings": np.full((9, 9, 3), "x"),
    "objects": np.full((9, 9, 3), None),
    "nan": np.full((9, 9, 3), np.nan),
    "infinity": np.full((9, 9, 3), np.inf),
    "floats to 255": np.full((9, 9, 3), 255.0),
    "negative floats": np.full((9, 9, 3), -0.1),
    "too many pixels": np.broadcast_to(np.uint8(0), (MAX_PIXELS // 100 + 1, 100, 3)),
    "empty PIL": Image.new("RGB", (0, 5)),
}


@pytest.mark.parametrize("source", NOT_IMAGES.values(), ids=NOT_IMAGES.keys())
def test_what_is_not_an_image_is_refused(source):
    with pytest.raises(ImageDecodeError) as caught:
        load_image(source)
    assert isinstance(caught.value, ValueError)
    assert ";" in str(caught.value)  # the message names the input, then the remedy


def test_keypoints_in_place_of_a_photo_say_where_they_belong():
    for array in (np.zeros((17, 3), np.float32), np.full((17, 2), 300.0)):
        with pytest.raises(ImageDecodeError, match=r"Keypoints\(xy, score\)"):
            load_image(array)


def test_a_missing_file_is_also_the_builtin_error(tmp_path):
    for source in (tmp_path / "none.jpg", str(tmp_path / "none" / "photo.jpg")):
        with pytest.raises(ImageNotFoundError, match="there is no file") as caught:
            load_image(source)
        assert isinstance(caught.value, FileNotFoundError)
        assert isinstance(caught.value, Pose2LangError)
        assert str(source) in str(caught.value)


def test_a_missing_file_where_the_folder_is_gone_too(monkeypatch):
    def gone():
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    with pytest.raises(ImageNotFoundError, match=r"there is no file 'none\.jpg'; check the path .*folder is gone"):
        load_image("none.jpg")


def test_an_empty_file_says_so(tmp_path):
    path = tmp_path / "empty.jpg"
    path.touch()
    for source in (path, str(path), b"", io.BytesIO()):
        with pytest.raises(ImageDecodeError, match="holds no bytes; "):
            load_image(source)


def test_what_messages_and_programs_call_an_image(tmp_path):
    path = tmp_path / "it's.jpg"
    path.touch()
    with path.open("rb") as file:
        for source in (path, str(path), file):
            assert (describe_source(source), source_name(source)) == (repr(str(path)), str(path))
    for source in (b"12", Image.new("L", (3, 2)), np.zeros(3), io.BytesIO(), None):
        assert describe_source(source) == source_name(source)
        assert describe_source(source).startswith("the image (")


def test_too_many_pixels_are_refused_before_decoding():
    huge = encoded(Image.new("1", (MAX_PIXELS // 1000 + 1, 1000)), "PNG")
    assert len(huge) < 100_000
    with pytest.raises(ImageDecodeError, match="too large"):
        load_image(huge)


def test_closed_things_are_refused():
    file = io.BytesIO(PHOTO.read_bytes())
    image = Image.open(file)
    image.close()
    file.close()
    for source in (file, image):
        with pytest.raises(ImageDecodeError):
            load_image(source)


def test_a_file_that_was_read_before_says_rewind():
    file = io.BytesIO(PHOTO.read_bytes())
    file.read()
    with pytest.raises(ImageDecodeError, match="seek"):
        load_image(file)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "PPM"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_cut_off_files_are_refused(kind, share):
    data = encoded(Image.open(PHOTO).resize((64, 64)), kind)
    with pytest.raises(ImageDecodeError):
        load_image(data[: int(len(data) * share)])


@settings(deadline=None)  # a busy machine is no failure
@given(st.binary(max_size=300))
def test_random_bytes_never_raise_anything_else(data):
    with pytest.raises(ImageDecodeError):
        load_image(data)


@settings(deadline=None)  # a busy machine is no failure
@given(
    st.sampled_from(["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "PPM"]),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_damaged_files_give_an_image_or_our_error(kind, damage):
    data = bytearray(encoded(Image.fromarray(corners()), kind))
    for position, value in damage:
        data[position % len(data)] = value
    try:
        pixels = load_image(bytes(data))
    except ImageDecodeError:
        return
    assert pixels.ndim == 3
    assert pixels.dtype == np.uint8


def test_torch_tensors_of_any_precision():
    torch = pytest.importorskip("torch")
    pixels = np.arange(4 * 5 * 3, dtype=np.uint8).reshape(4, 5, 3)
    np.testing.assert_array_equal(load_image(torch.from_numpy(pixels)), pixels)
    tensor = torch.linspace(0, 1, 4 * 5 * 3).reshape(4, 5, 3).bfloat16().requires_grad_()
    np.testing.assert_array_equal(load_image(tensor), load_image(tensor.detach().float().numpy()))
