"""Every error the SDK raises on purpose: ours and the matching builtin at once."""


class Pose2LangError(Exception):
    """Base of all errors raised by this package; each names the input and the remedy."""


class NoPersonError(Pose2LangError, LookupError):
    """No person (or not the one asked for) was found in the image."""


class ImageDecodeError(Pose2LangError, ValueError):
    """The given object could not be read as an image."""


class ImageNotFoundError(Pose2LangError, FileNotFoundError):
    """There is no file at the given path."""


class KeypointsError(Pose2LangError, ValueError):
    """The given keypoints do not have the expected shape, range or type."""


class QuestionError(Pose2LangError, ValueError):
    """The question is empty, too long or not text."""


class SettingError(Pose2LangError, ValueError):
    """An option (estimator, threads, device, person, weights) has a value it cannot take."""


class WeightsError(Pose2LangError, RuntimeError):
    """A weight file is missing, damaged or does not fit this version."""
