"""The decoder's torch model: what may look at what, and that stepping equals reading the whole text."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from pose2lang3d_sdk.decoder import END_ID, PAD_ID, START_ID, VERDICT_IDS  # noqa: E402
from training.models.minigpt import MiniGPT  # noqa: E402

VOCAB, WIDTH, PREFIX_WIDTH = 40, 32, 24


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(0)
    model = MiniGPT(VOCAB, WIDTH, layers=2, heads=4, prefix_width=PREFIX_WIDTH, max_text=20).eval()
    with torch.no_grad():  # livelier than a fresh net, so that differences show
        for parameter in model.parameters():
            parameter.add_(0.2 * torch.randn_like(parameter))
    return model


@pytest.fixture
def batch():
    generator = torch.Generator().manual_seed(1)
    ids = torch.randint(0, VOCAB, (3, 9), generator=generator)
    prefix = torch.randn(3, 6, PREFIX_WIDTH, generator=generator)
    mask = torch.ones(3, 6)
    mask[0, 2:] = 0
    return ids, prefix, mask


def test_text_sees_no_later_text(model, batch):
    ids, prefix, mask = batch
    changed = ids.clone()
    changed[:, 5] = (changed[:, 5] + 1) % VOCAB
    before, after = model(ids, prefix, mask), model(changed, prefix, mask)
    torch.testing.assert_close(before[:, :5], after[:, :5])
    assert (before[:, 5:] - after[:, 5:]).abs().amax() > 1e-3


def test_masked_prefix_tokens_do_not_count(model, batch):
    ids, prefix, mask = batch
    changed = prefix.clone()
    changed[0, 2:] += 100
    torch.testing.assert_close(model(ids, prefix, mask), model(ids, changed, mask))
    torch.testing.assert_close(model(ids[:1], prefix[:1], mask[:1]), model(ids[:1], prefix[:1, :2], mask[:1, :2]))


def test_every_prefix_token_reaches_every_text_token(model, batch):
    ids, prefix, mask = batch
    prefix = prefix.clone().requires_grad_()
    for position in (0, 8):
        (gradient,) = torch.autograd.grad(model(ids, prefix, mask)[1, position].square().sum(), prefix)
        assert (gradient[1].abs().amax(dim=-1) > 0).all()


def test_steps_equal_the_whole_text(model, batch):
    ids, prefix, mask = batch
    expected = model(ids, prefix, mask)
    past = model.empty_past(3)
    for position in range(ids.shape[1]):
        mask = torch.cat([mask, torch.ones(3, 1)], dim=1)
        logits, past = model.step(ids[:, position, None], torch.tensor([position]), prefix, past, mask)
        prefix = prefix[:, :0]
        torch.testing.assert_close(logits, expected[:, position], atol=1e-4, rtol=1e-4)
    assert past.shape == (2, 2, 3, 4, 6 + 9, WIDTH // 4)


def test_greedy_follows_the_format(model, batch):
    _, prefix, mask = batch
    texts = model.greedy(prefix, mask, max_tokens=15)
    assert torch.isin(texts[:, 0], torch.tensor(VERDICT_IDS)).all()
    for row in texts.tolist():
        if END_ID in row:
            assert set(row[row.index(END_ID) + 1 :]) <= {PAD_ID}
    whole = torch.cat([torch.full((3, 1), START_ID), texts], dim=1)
    best = model(whole[:, :-1], prefix, mask).argmax(dim=-1)
    for row, expected in zip(texts.tolist(), best.tolist(), strict=True):
        length = row.index(END_ID) + 1 if END_ID in row else len(row)
        assert row[1:length] == expected[1:length]


def test_the_head_is_tied_and_sizes_rebuild_the_model(model):
    assert model.head.weight is model.tokens.weight
    twin = MiniGPT(**model.sizes)
    twin.load_state_dict(model.state_dict())
    assert twin.config == model.config


def test_it_can_learn(batch):
    torch.manual_seed(0)
    ids, prefix, mask = batch
    model = MiniGPT(VOCAB, WIDTH, layers=2, heads=4, prefix_width=PREFIX_WIDTH)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    for _ in range(60):
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(ids[:, :-1], prefix, mask)
        loss = torch.nn.functional.cross_entropy(logits.float().flatten(0, 1), ids[:, 1:].flatten())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert loss.item() < 0.3
