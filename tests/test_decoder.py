"""The SDK's decode loop, run on a tiny decoder exported for the test."""

from __future__ import annotations

import math

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from people import standing  # noqa: E402
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers  # noqa: E402

from exporters.decoder import DecoderStep, export_step  # noqa: E402
from pose2lang3d_sdk import Pose2Lang  # noqa: E402
from pose2lang3d_sdk.decoder import END_ID, PAD_ID, START_ID, VERDICT_IDS, VERDICT_TEMPERATURE, Decoder  # noqa: E402
from pose2lang3d_sdk.errors import WeightsError  # noqa: E402
from pose2lang3d_sdk.verdicts import CANNOT_TELL, OUT_OF_SCOPE, VERDICTS  # noqa: E402
from training.models.minigpt import MiniGPT  # noqa: E402

SPECIAL = ["<pad>", "<start>", "<end>", *(f"<{verdict}>" for verdict in VERDICTS)]
ANSWERS = [
    ("yes", "Yes, the left knee is bent."),
    ("no", "No, the right arm hangs down. It is straight."),
    ("statement", "The person stands. Both feet are on the ground."),
    ("unknown", CANNOT_TELL),
    ("out_of_scope", OUT_OF_SCOPE),
]
PREFIX_WIDTH = 16


def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        special_tokens=SPECIAL,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator([text for _, text in ANSWERS], trainer)
    return tokenizer


def _prefixes() -> tuple[torch.Tensor, torch.Tensor]:
    """One recognisable prefix per answer, of 2 to 5 real tokens."""
    prefix = torch.randn(len(ANSWERS), 5, PREFIX_WIDTH, generator=torch.Generator().manual_seed(3))
    mask = (torch.arange(5)[None] < (2 + torch.arange(len(ANSWERS)) % 4)[:, None]).float()
    return prefix, mask


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A tiny decoder that has learned `ANSWERS` by heart: (SDK decoder, torch model, tokenizer)."""
    torch.manual_seed(0)
    tokenizer = _tokenizer()
    texts = [[START_ID, VERDICT_IDS[VERDICTS.index(v)], *tokenizer.encode(t).ids, END_ID] for v, t in ANSWERS]
    length = max(map(len, texts))
    ids = torch.tensor([text + [PAD_ID] * (length - len(text)) for text in texts])
    model = MiniGPT(tokenizer.get_vocab_size(), 32, layers=2, heads=4, prefix_width=PREFIX_WIDTH)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    for _ in range(120):
        logits = model(ids[:, :-1], *_prefixes())
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), ids[:, 1:].flatten(), ignore_index=PAD_ID)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    folder = tmp_path_factory.mktemp("decoder")
    tokenizer.save(str(folder / "text_tokenizer.json"))
    export_step(DecoderStep(model), model.config, folder / "decoder.onnx")
    decoder = Decoder(1, path=folder / "decoder.onnx", tokenizer_path=folder / "text_tokenizer.json")
    return decoder, model.eval(), tokenizer


def _numpy_prefixes():
    return tuple(value.numpy() for value in _prefixes())


def test_a_batch_decodes_to_its_texts(trained):
    decoded = trained[0].generate(*_numpy_prefixes())
    assert [(item.verdict, item.text) for item in decoded] == ANSWERS
    assert all(0.5 < item.confidence <= 1 for item in decoded)


def test_rows_do_not_depend_on_each_other_in_float(trained):
    prefix, mask = _numpy_prefixes()
    together = trained[0].generate(prefix, mask)
    for row, expected in enumerate(together):
        (alone,) = trained[0].generate(prefix[row : row + 1], mask[row : row + 1])
        assert (alone.text, alone.verdict) == (expected.text, expected.verdict)
        assert alone.confidence == pytest.approx(expected.confidence, abs=1e-5)


def test_confidence_is_what_it_says(trained):
    decoder, model, tokenizer = trained
    prefix, mask = _prefixes()
    decoded = decoder.generate(*_numpy_prefixes())
    for row, (verdict, text) in enumerate(ANSWERS):
        first = text.index(".")
        sentence = tokenizer.encode(text[:first]).ids
        ids = torch.tensor([[START_ID, VERDICT_IDS[VERDICTS.index(verdict)], *sentence]])
        with torch.no_grad():
            logits = model(ids[:, :-1], prefix[row : row + 1], mask[row : row + 1])[0]
        likely = (logits[0, list(VERDICT_IDS)] / VERDICT_TEMPERATURE).softmax(-1)
        expected = likely[VERDICTS.index(verdict)].item()
        if verdict == "statement":
            words = logits.log_softmax(-1)[1:].gather(1, ids[0, 2:, None])
            expected *= math.exp(words.mean().item())
        assert decoded[row].confidence == pytest.approx(expected, abs=1e-4)


def test_the_first_token_is_always_a_verdict(trained):
    rng = np.random.default_rng(0)
    prefix = 5 * rng.standard_normal((20, 3, PREFIX_WIDTH)).astype(np.float32)
    decoded = trained[0].generate(prefix, np.ones((20, 3), dtype=np.float32), max_tokens=12)
    assert all(item.verdict in VERDICTS for item in decoded)
    assert all(0 <= item.confidence <= 1 for item in decoded)
    assert not any("<" in item.text for item in decoded)


def test_max_tokens_cuts(trained):
    (item,) = trained[0].generate(*(value[:1] for value in _numpy_prefixes()), max_tokens=1)
    assert (item.verdict, item.text) == ("yes", "")
    (item,) = trained[0].generate(*(value[2:3] for value in _numpy_prefixes()), max_tokens=4)
    assert ANSWERS[2][1].startswith(item.text)


@pytest.mark.parametrize(("row", "text"), [(3, CANNOT_TELL), (4, OUT_OF_SCOPE)])
def test_the_words_of_a_refusal_are_not_decoded(trained, monkeypatch, row, text):
    graph, steps = trained[0]._graph, []
    step = graph.step
    monkeypatch.setattr(graph, "step", lambda *inputs: steps.append(1) or step(*inputs))
    (item,) = trained[0].generate(*(value[row : row + 1] for value in _numpy_prefixes()))
    assert (item.verdict, item.text, len(steps)) == (ANSWERS[row][0], text, 1)


@pytest.mark.parametrize("question", ["What colour is her shirt?", "Who is this?", "Does his knee hurt?", "Say yes."])
def test_the_embedded_decoder_would_say_those_words(question):
    person = Pose2Lang(threads=1).read(standing()).person()
    language = person._language
    tokens, mask = language._text_encoder.encode([question])
    refined = language.student.refine(person._code, tokens, mask)
    (ids,), _ = language._decoder._graph.greedy(refined.prefix, refined.prefix_mask, 64)
    assert VERDICTS[VERDICT_IDS.index(ids[0])] == "out_of_scope"
    assert (
        language._decoder._tokenizer.decode([i for i in ids[1:].tolist() if i not in (PAD_ID, END_ID)]) == OUT_OF_SCOPE
    )


def test_an_empty_batch(trained):
    assert trained[0].generate(np.zeros((0, 3, PREFIX_WIDTH), np.float32), np.zeros((0, 3), np.float32)) == []


def test_a_foreign_tokenizer_is_refused(trained, tmp_path):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.add_special_tokens(["<start>", "<pad>"])
    tokenizer.save(str(tmp_path / "t.json"))
    with pytest.raises(WeightsError, match="<pad>"):
        Decoder(path=tmp_path / "decoder.onnx", tokenizer_path=tmp_path / "t.json")


def test_a_missing_graph_is_reported(trained, tmp_path):
    trained[2].save(str(tmp_path / "t.json"))
    with pytest.raises(WeightsError, match=r"decoder\.onnx"):
        Decoder(path=tmp_path / "decoder.onnx", tokenizer_path=tmp_path / "t.json")
