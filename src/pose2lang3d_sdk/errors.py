"""Every error the SDK raises on purpose: ours and the matching builtin at once.

Examples:
    >>> from pose2lang3d_sdk import Pose2Lang, errors
    >>> model = Pose2Lang()
    >>> try:
    ...     model.describe("nothing.jpg")
    ... except errors.Pose2LangError as error:  # or FileNotFoundError
    ...     print(type(error).__name__)
    ImageNotFoundError
"""


class Pose2LangError(Exception):
    """Base of all errors raised by this package; each names the input and the remedy.

    Examples:
        >>> issubclass(errors.NoPersonError, errors.Pose2LangError), issubclass(errors.NoPersonError, LookupError)
        (True, True)
    """


class NoPersonError(Pose2LangError, LookupError):
    """No person (or not the one asked for) was found in the image.

    Examples:
        >>> model.describe("examples/cameraman.png", person=1)
        Traceback (most recent call last):
        pose2lang3d_sdk.errors.NoPersonError: there is no person 1 in 'examples/cameraman.png': only 1 person ...
    """


class ImageDecodeError(Pose2LangError, ValueError):
    """The given object could not be read as an image.

    Examples:
        >>> model.read(b"no image")
        Traceback (most recent call last):
        pose2lang3d_sdk.errors.ImageDecodeError: the image (8 bytes) is not an image this SDK can read; ...
    """


class ImageNotFoundError(Pose2LangError, FileNotFoundError):
    """There is no file at the given path.

    Examples:
        >>> model.read("nothing.jpg")
        Traceback (most recent call last):
        pose2lang3d_sdk.errors.ImageNotFoundError: there is no file 'nothing.jpg'; check the path ...
    """


class KeypointsError(Pose2LangError, ValueError):
    """The given keypoints do not have the expected shape, range or type.

    Examples:
        >>> from pose2lang3d_sdk import Keypoints
        >>> Keypoints([(0, 0)] * 16, [0.9] * 16)
        Traceback (most recent call last):
        pose2lang3d_sdk.errors.KeypointsError: xy must have shape (17, 2) (COCO-17 order), got (16, 2)
    """


class QuestionError(Pose2LangError, ValueError):
    """The question is empty, too long or not text.

    Examples:
        >>> model.ask("examples/cameraman.png", "?")
        Traceback (most recent call last):
        pose2lang3d_sdk.errors.QuestionError: the question '?' holds no words; ...
    """


class SettingError(Pose2LangError, ValueError):
    """An option (estimator, threads, device, person, weights) has a value it cannot take.

    Examples:
        >>> Pose2Lang(threads=0)
        Traceback (most recent call last):
        pose2lang3d_sdk.errors.SettingError: threads must be a whole number from 1, or None for all cores, got 0
    """


class WeightsError(Pose2LangError, RuntimeError):
    """A weight file is missing, damaged or does not fit this version.

    Examples:
        >>> Pose2Lang.from_pretrained("https://example.org/weights", offline=True)
        Traceback (most recent call last):
        pose2lang3d_sdk.errors.WeightsError: the weights of https://example.org/weights are not in the cache ...
    """
