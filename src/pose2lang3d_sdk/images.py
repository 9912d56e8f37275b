"""Anything a user holds as a photo -> an RGB uint8 array.

Upright (EXIF applied), opaque (transparency over white), first frame only, never larger than `MAX_PIXELS`.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias, Union

import numpy as np
from PIL import Image, UnidentifiedImageError

from pose2lang3d_sdk.errors import ImageDecodeError, ImageNotFoundError
from pose2lang3d_sdk.skeleton import NUM_JOINTS
from pose2lang3d_sdk.tensors import as_numpy

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_PIXELS: Final = 100_000_000
"""Larger images are refused: decoding them could exhaust the memory, and no pose needs them."""


class BinaryFile(Protocol):
    """An object open for reading bytes."""

    def read(self) -> bytes: ...


ImageSource: TypeAlias = Union[
    str, "os.PathLike[str]", bytes, bytearray, memoryview, BinaryFile, Image.Image, "NDArray[Any]"
]

# Pillow would also run Ghostscript on EPS and guess at forty scientific formats: only what photos come in is tried.
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "BMP", "TIFF", "PPM", "JPEG2000")
_SUPPORTED: Final = "JPEG, PNG, WebP, AVIF, GIF, BMP, TIFF, JPEG 2000 or PPM"
_EXIF_ORIENTATION: Final = 0x0112
_UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_CHANNELS: Final = (1, 2, 3, 4)  # grey, grey with alpha, RGB, RGB with alpha


def load_image(source: ImageSource) -> NDArray[np.uint8]:
    """Read an image.

    Args:
        source: a path; the bytes of an image file; a binary file object, read from where it stands; a PIL image; or an
            array (H, W), (H, W, 1), (H, W, 2), (H, W, 3) or (H, W, 4): grey or RGB, with or without alpha, as uint8,
            uint16 (0 to 65535) or float (0 to 1).

    Returns:
        (H, W, 3) uint8 RGB. It may share memory with the given array: do not write to it.

    Raises:
        ImageNotFoundError: no file at that path.
        ImageDecodeError: not an image, damaged, empty, larger than `MAX_PIXELS`, or an array of another shape or type.

    Examples:
        >>> from pose2lang3d_sdk.images import load_image
        >>> load_image("examples/cameraman.png").shape
        (512, 512, 3)
    """
    name = describe_source(source)
    if isinstance(source, np.ndarray):
        return _from_array(source, name)
    if isinstance(source, Image.Image):
        return _from_pil(source, name)
    if isinstance(source, (str, os.PathLike)):
        return _from_path(source, name)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _from_bytes(bytes(source), name)
    if callable(getattr(source, "read", None)):
        return _from_bytes(_read(source, name), name)
    if hasattr(source, "__array__"):
        return _from_array(np.asarray(as_numpy(source)), name)
    msg = f"{name} is not an image; give a path, bytes, a binary file, a PIL image or an RGB array (H, W, 3)"
    raise ImageDecodeError(msg)


def describe_source(source: object) -> str:
    """How messages name the image: its path in quotes where there is one, otherwise its kind and size."""
    path = _path(source)
    return _kind_and_size(source) if path is None else repr(path)


def source_name(source: object) -> str:
    """The same for programs: the path as it was given."""
    path = _path(source)
    return _kind_and_size(source) if path is None else path


def _path(source: object) -> str | None:
    """Where the image is, or where its open file came from; None if nothing says so."""
    if isinstance(source, (str, os.PathLike)):
        return os.fsdecode(source)
    if isinstance(source, (bytes, bytearray, memoryview, Image.Image, np.ndarray)):
        return None
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else None


def _kind_and_size(source: object) -> str:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return f"the image ({len(source)} bytes)"
    if isinstance(source, Image.Image):
        return f"the image (PIL, {source.width} x {source.height})"
    if isinstance(source, np.ndarray):
        return f"the image (array of shape {source.shape}, {source.dtype})"
    return f"the image ({type(source).__name__})"


def _from_path(source: str | os.PathLike[str], name: str) -> NDArray[np.uint8]:
    if "://" in name:
        msg = f"{name} is a web address; nothing is downloaded here: save the photo first and give its path"
        raise ImageDecodeError(msg)
    if not os.fspath(source):
        msg = "the image path is empty; give the path of a photo"
        raise ImageDecodeError(msg)
    try:
        with Path(source).open("rb") as file:
            if not file.peek(1):
                msg = f"{name} holds no bytes; save or download it again"
                raise ImageDecodeError(msg)
            return _decode(file, name)
    except FileNotFoundError as error:
        msg = f"there is no file {name}; check the path (the current folder {_current_folder()})"
        raise ImageNotFoundError(msg) from error
    except IsADirectoryError as error:
        msg = f"{name} is a folder; give the path of one photo"
        raise ImageDecodeError(msg) from error
    except (OSError, TypeError, ValueError) as error:
        if isinstance(error, ImageDecodeError):
            raise
        msg = f"cannot open {name} ({error}); check the path and its permissions"
        raise ImageDecodeError(msg) from error


def _current_folder() -> str:
    try:
        return f"is {str(Path.cwd())!r}"
    except OSError:  # somebody has removed it
        return "is gone"


def _read(source: BinaryFile, name: str) -> bytes:
    try:
        data: object = source.read()
    except (OSError, ValueError) as error:
        msg = f"cannot read {name} ({error}); give a file that is open for reading"
        raise ImageDecodeError(msg) from error
    if not isinstance(data, bytes):
        msg = f"{name} gives {type(data).__name__}, not bytes; open it with mode 'rb'"
        raise ImageDecodeError(msg)
    return data


def _from_bytes(data: bytes, name: str) -> NDArray[np.uint8]:
    if not data:
        msg = f"{name} holds no bytes; if it is a file that was read before, rewind it with seek(0)"
        raise ImageDecodeError(msg)
    return _decode(io.BytesIO(data), name)


def _decode(file: Any, name: str) -> NDArray[np.uint8]:
    try:
        with Image.open(file, formats=_formats()) as image:
            return _from_pil(image, name)
    except ImageDecodeError:
        raise
    except UnidentifiedImageError as error:
        msg = f"{name} is not an image this SDK can read; convert it to {_SUPPORTED}"
        raise ImageDecodeError(msg) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        msg = f"{name} is too large; scale it down to at most {MAX_PIXELS // 1_000_000} megapixels"
        raise ImageDecodeError(msg) from error
    except Exception as error:  # Pillow's readers raise almost anything on a damaged file
        raise _damaged(name, error) from error


def _formats() -> list[str]:
    """What Pillow may try; asking for a format that this Pillow was built without fails."""
    Image.init()
    return [kind for kind in _FORMATS if kind in Image.OPEN]


def _from_pil(image: Image.Image, name: str) -> NDArray[np.uint8]:
    """Also for images a user opened: their lazy decoding happens, and may fail, in here."""
    _check_size(image.height, image.width, name)
    try:
        image.load()
        opaque = _to_rgb(image, name)
        transpose = _UPRIGHT.get(_orientation(image))
        return np.asarray(opaque if transpose is None else opaque.transpose(transpose))
    except ImageDecodeError:
        raise
    except Exception as error:
        raise _damaged(name, error) from error


def _to_rgb(image: Image.Image, name: str) -> Image.Image:
    if image.mode == "RGB" and "transparency" not in image.info:
        return image
    if image.mode.startswith("I;16") or image.mode == "F":
        return Image.fromarray(_from_array(np.asarray(image), name))
    if image.mode == "I":  # how some versions of Pillow open a 16-bit grey PNG
        return Image.fromarray(_from_array(np.asarray(image).clip(0, 65535).astype(np.uint16), name))
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        return _over_white(image)
    return image.convert("RGB")


def _over_white(image: Image.Image) -> Image.Image:
    """Dropping the alpha channel instead would bring out whatever colours hide under it."""
    rgba = image.convert("LA").convert("RGBA") if image.mode == "La" else image.convert("RGBA")
    canvas = Image.new("RGB", image.size, "white")
    canvas.paste(rgba, mask=rgba.getchannel("A"))
    return canvas


def _orientation(image: Image.Image) -> int:
    """The EXIF value; 1, upright, if there is none or the block is damaged."""
    try:
        value = image.getexif().get(_EXIF_ORIENTATION)
    except Exception:  # damaged EXIF says nothing about the picture itself  # noqa: BLE001
        return 1
    return value if isinstance(value, int) else 1


def _from_array(array: NDArray[Any], name: str) -> NDArray[np.uint8]:
    """(H, W[, C]) of any supported type -> (H, W, 3) uint8."""
    if array.shape in {(NUM_JOINTS, 2), (NUM_JOINTS, 3)}:
        msg = f"{name} looks like keypoints, not like pixels; put them into pose2lang3d_sdk.Keypoints(xy, score)"
        raise ImageDecodeError(msg)
    if array.ndim == 2:
        array = array[:, :, None]
    if array.ndim != 3 or array.shape[2] not in _CHANNELS:
        hint = "transpose it to (H, W, C)" if array.ndim == 3 and array.shape[0] in _CHANNELS else "pick one image"
        msg = f"{name} must have shape (H, W), (H, W, 3) or (H, W, 4); {hint}"
        raise ImageDecodeError(msg)
    _check_size(array.shape[0], array.shape[1], name)
    pixels = np.ascontiguousarray(_to_uint8(array, name))
    if pixels.shape[2] == 3:
        return pixels
    if pixels.shape[2] == 1:
        return np.repeat(pixels, 3, axis=2)
    return np.asarray(_over_white(Image.fromarray(pixels)))


def _to_uint8(array: NDArray[Any], name: str) -> NDArray[np.uint8]:
    if array.dtype == np.uint8:
        return array
    if array.dtype == np.uint16:
        return ((array.astype(np.uint32) + 128) // 257).astype(np.uint8)
    if np.issubdtype(array.dtype, np.floating):
        low, high = float(array.min()), float(array.max())
        if not (low >= 0 and high <= 1):  # also true for NaN
            msg = f"{name} holds floats from {low:.3g} to {high:.3g}; scale them to 0 to 1 or convert to uint8"
            raise ImageDecodeError(msg)
        return (array * 255 + 0.5).astype(np.uint8)
    msg = f"{name} must be uint8 (0 to 255), uint16 (0 to 65535) or float (0 to 1); convert it with astype"
    raise ImageDecodeError(msg)


def _check_size(height: int, width: int, name: str) -> None:
    if height < 1 or width < 1:
        msg = f"{name} is empty ({width} x {height} pixels); give a picture with at least one pixel"
        raise ImageDecodeError(msg)
    if height * width > MAX_PIXELS:
        limit = MAX_PIXELS // 1_000_000
        msg = f"{name} is too large ({width} x {height} pixels); scale it down to at most {limit} megapixels"
        raise ImageDecodeError(msg)


def _damaged(name: str, error: Exception) -> ImageDecodeError:
    return ImageDecodeError(f"{name} is damaged or cut off ({error}); save or download it again")
