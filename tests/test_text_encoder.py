"""The embedded query encoder."""

from __future__ import annotations

import numpy as np
import pytest

from pose2lang3d_sdk.errors import QuestionError, WeightsError
from pose2lang3d_sdk.text_encoder import MAX_TOKENS, QUERY_WIDTH, TextEncoder


@pytest.fixture(scope="module")
def encoder():
    return TextEncoder(threads=1)


def _sentence(encoder, text):
    tokens, _ = encoder.encode([text])
    mean = tokens[0].mean(axis=0)
    return mean / np.linalg.norm(mean)


def test_shapes_and_padding(encoder):
    tokens, mask = encoder.encode(["Is the left knee bent?", "Posture?"])
    assert tokens.dtype == mask.dtype == np.float32
    assert tokens.shape == (2, 8, QUERY_WIDTH)
    assert mask.tolist() == [[1] * 8, [1] * 4 + [0] * 4]
    assert not tokens[1, 4:].any()
    assert np.isfinite(tokens).all()


def test_no_questions(encoder):
    tokens, mask = encoder.encode([])
    assert tokens.shape == (0, 0, QUERY_WIDTH)
    assert mask.shape == (0, 0)


def test_a_question_reads_the_same_in_any_company(encoder):
    question = "Is the left knee bent?"
    alone, _ = encoder.encode([question])
    together, _ = encoder.encode(["word " * 60, question, "What is the weather like in Paris today?"])
    np.testing.assert_array_equal(together[1, : alone.shape[1]], alone[0])


def test_case_does_not_matter(encoder):
    np.testing.assert_array_equal(
        encoder.encode(["IS THE LEFT KNEE BENT?"])[0], encoder.encode(["is the left knee bent?"])[0]
    )


def test_questions_are_read_to_their_end_or_refused(encoder):
    tokens, mask = encoder.encode(["knee " * (MAX_TOKENS - 2)])
    assert tokens.shape == (1, MAX_TOKENS, QUERY_WIDTH)
    assert mask.all()
    with pytest.raises(QuestionError, match=r"130 word pieces, at most 128 can be read; shorten it"):
        encoder.encode(["knee " * MAX_TOKENS])


def test_meaning_counts_more_than_wording(encoder):
    knee = _sentence(encoder, "Is the left knee bent?")
    same = _sentence(encoder, "Does the person flex their left knee?")
    other = _sentence(encoder, "What will the weather be tomorrow?")
    assert knee @ same > knee @ other + 0.2


@pytest.mark.parametrize("text", ["膝は曲がっていますか", "🙂", "a\x00b", "naïve café?"])
def test_any_text_can_be_read(encoder, text):
    tokens, mask = encoder.encode([text])
    assert np.isfinite(tokens).all()
    assert mask.all()


@pytest.mark.parametrize("bad", ["", "  \n", None, 3])
def test_a_blank_question_is_refused(encoder, bad):
    with pytest.raises(QuestionError, match="question"):
        encoder.encode([bad])


def test_a_missing_file_is_reported(tmp_path):
    with pytest.raises(WeightsError, match=r"nowhere\.json"):
        TextEncoder(tokenizer_path=tmp_path / "nowhere.json")
    with pytest.raises(WeightsError, match=r"nowhere\.onnx"):
        TextEncoder(path=tmp_path / "nowhere.onnx")
