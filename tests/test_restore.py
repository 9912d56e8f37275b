"""Weights that ship come back into torch as they are."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from exporters.student import POSE_OUTPUTS, QUERY_INPUTS, QUERY_OUTPUTS, PosePart, QueryPart, differences  # noqa: E402
from exporters.text_encoder import agreement  # noqa: E402
from pose2lang3d_sdk.decoder import GreedyGraph  # noqa: E402
from pose2lang3d_sdk.skeleton import NUM_JOINTS  # noqa: E402
from pose2lang3d_sdk.text_encoder import TextEncoder  # noqa: E402
from pose2lang3d_sdk.weights import embedded  # noqa: E402
from training.restore import restore_student, restore_text_encoder  # noqa: E402

QUESTIONS = ["Is the left knee bent?", "Which hand is higher?", "Describe the arms.", "What colour is the coat?"]


@torch.no_grad()
def test_the_restored_student_gives_the_numbers_of_the_graphs():
    student = restore_student()
    keypoints = torch.rand(4, NUM_JOINTS, 3, generator=torch.Generator().manual_seed(0))
    keypoints[1, 9:11] = 0
    pose = embedded().locate("student_pose")
    assert max(differences(PosePart(student), pose, {"keypoints": keypoints}, POSE_OUTPUTS).values()) < 1e-3
    tokens, mask = (torch.from_numpy(array) for array in TextEncoder(1).encode(QUESTIONS))
    known = {**student.encode_pose(keypoints)._asdict(), "keypoints": keypoints}
    known |= {"query_tokens": tokens, "query_mask": mask}
    asked = {name: known[name] for name in QUERY_INPUTS}
    query = embedded().locate("student_query")
    assert max(differences(QueryPart(student), query, asked, QUERY_OUTPUTS).values()) < 1e-3
    refined = student.refine(**asked)
    expected, _ = GreedyGraph(embedded().locate("decoder"), threads=1).greedy(
        refined.prefix.numpy(), refined.prefix_mask.numpy(), 12
    )
    # The graph rounds its activations to 8 bits, so a word may differ where two are about as good.
    ours = student.decoder.greedy(refined.prefix, refined.prefix_mask, max_tokens=12).numpy()
    assert (ours == expected[:, : ours.shape[1]]).mean() > 0.8
    np.testing.assert_array_equal(ours[:, 0], expected[:, 0])


def test_the_restored_text_encoder_reads_questions_as_the_graph_does():
    # The graph rounds its activations to 8 bits.
    assert agreement(restore_text_encoder(), embedded().locate("text_encoder"))["sentence_cosine_min"] > 0.995
