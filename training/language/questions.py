"""Questions and true answers about a pose, drawn so that no answer can be guessed from the question alone.

`sample` draws for one pose, `all_questions` lists every question there can be (their text embeddings are precomputed).
"""

from __future__ import annotations

import random
import re
import zlib
from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

import numpy as np

from pose2lang3d_sdk.facts import FACT_INDEX
from pose2lang3d_sdk.skeleton import JOINTS, mirror_name
from pose2lang3d_sdk.unseen import missing_joints, not_visible
from pose2lang3d_sdk.verdicts import DESCRIBE_QUERIES, OUT_OF_SCOPE
from training.language import phrases
from training.language.intents import INTENTS, wording
from training.language.pose import PoseFacts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from pose2lang3d_sdk.verdicts import Verdict
    from training.language.intents.base import Finding, Intent, Slot

OUTSIDE_SHARE: Final = 0.11
UNKNOWN_SHARE: Final = 0.08
_MAX_UNKNOWN_SHARE: Final = 0.3  # of the questions about a pose with hidden joints
_MAX_RATIO: Final = 60.0  # a rare answer is preferred by at most this much over the commonest one of its intent
_OTHER_SUBJECTS: Final = 3
_HELD_OTHER_SUBJECTS: Final = 1
_ROUGH_ONE_IN: Final = 2
_HELD_ROUGH_ONE_IN: Final = 4
_WORD: Final = re.compile(r"(?<!')\b[a-z]+\b(?!')")
_WORDINGS: Final = 2  # wordings per clause, the ones captions use: they name the side that is asked for first


@dataclass(frozen=True)
class QA:
    """A question about a pose and its true answer.

    Attributes:
        question, answer: texts; the verdict is the kind of answer.
        intent, level, form: what was asked (`intents.base.Intent`).
        facts: the facts the answer rests on; of an unknown answer the ones that cannot be seen.
        heldout: the wording is not used in training.
    """

    question: str
    answer: str
    verdict: Verdict
    intent: str
    level: str
    form: str
    facts: tuple[str, ...]
    heldout: bool


@dataclass(frozen=True)
class Entry:
    """An intent with one of its slots and all its questions, ready to be asked."""

    intent: Intent
    slot: Slot
    questions: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Balance:
    """How strongly each answer is preferred so that all answers to an intent come about equally often.

    Attributes:
        weights: (intent, verdict, class of the first fact) -> weight of drawing it.
        top: intent -> its greatest weight.
        unknown: share of unknown answers among questions about a pose with hidden joints.
    """

    weights: dict[tuple[str, str, str], float]
    top: dict[str, float]
    unknown: float


def answer(
    intent: Intent, slot: Slot, question: str, pose: PoseFacts, rng: np.random.Generator, *, heldout: bool = False
) -> QA | None:
    """Answer a question of the intent; None when the pose leaves the facts undecided.

    Args:
        intent, slot: what is asked.
        question: the finished text.
        pose: facts and visible joints; a needed joint that is not visible gives the verdict "unknown".
        rng: picks the wording of the answer.
        heldout: marks the result.
    """
    found = intent.rule(pose, slot)
    if found is None:
        return None
    return _worded(Entry(intent, slot, ()), question, found, pose, rng, heldout)


def sample(
    pose: PoseFacts, rng: np.random.Generator, count: int, *, heldout: bool = False, balance: Balance | None = None
) -> list[QA]:
    """`count` questions about different things and their answers; fewer only if the pose decides too little.

    Args:
        pose: what is true and visible.
        rng: every choice; the same state gives the same questions.
        count: how many.
        heldout: ask only in wordings that training never uses.
        balance: from `fit_balance`; without it answers come as often as they are true.
    """
    table = _table(heldout)
    cumulative, tops = _draws(heldout, balance)
    hidden = len(pose.visible) < len(JOINTS)
    unknown_share = (balance.unknown if balance else UNKNOWN_SHARE) if hidden else 0.0
    result: list[QA] = []
    used: set[int] = set()
    for _ in range(count):
        kind = rng.random()
        if kind < OUTSIDE_SHARE:
            result.append(_outside(pose, rng, heldout))
            continue
        wants_unknown = kind < OUTSIDE_SHARE + unknown_share
        picked = _find(pose, rng, table, cumulative, tops, balance, used, wants_unknown, 80 if wants_unknown else 2000)
        if picked is None and wants_unknown:
            picked = _find(pose, rng, table, cumulative, tops, balance, used, False, 2000)
        if picked is None:
            break
        index, found = picked
        used.add(index)
        entry = table[index]
        question = entry.questions[int(rng.random() * len(entry.questions))]
        result.append(_worded(entry, question, found, pose, rng, heldout))
    return result


def all_questions(*, heldout: bool) -> list[str]:
    """Every question `sample` can ask, trained on or held out, in a fixed order and without repeats."""
    entries = [*_table(heldout), *_outside_table(heldout)]
    return list(dict.fromkeys(question for entry in entries for question in entry.questions))


def entries(*, heldout: bool) -> tuple[Entry, ...]:
    """Every intent with each of its slots and its finished questions, those out of scope last."""
    return (*_table(heldout), *_outside_table(heldout))


def fit_balance(poses: Sequence[PoseFacts], *, most: int = 2000, rounds: int = 12) -> Balance:
    """Weights that make the answers to each intent about equally frequent over these poses.

    Verdicts of an intent get equal shares (yes as often as no); inside a verdict rare classes are raised, too. The
    weights are fitted to what `sample` draws, round by round, since every pose is asked the same number of questions.

    Args:
        poses: typical poses with typical visibility.
        most: evenly spaced poses of these are used.
        rounds: of fitting.
    """
    poses = poses[:: max(1, -(-len(poses) // most))]
    table = _table(False)
    keys: dict[tuple[str, str, str], int] = {}
    matrix = np.full((len(poses), len(table)), -1, dtype=np.int32)
    with_unknown = 0
    for row, pose in enumerate(poses):
        any_unknown = False
        for column, entry in enumerate(table):
            found = entry.intent.rule(pose, entry.slot)
            if found is None:
                continue
            if found.verdict == "unknown":
                any_unknown = True
                continue
            matrix[row, column] = keys.setdefault(_key(entry.intent, found, pose), len(keys))
        with_unknown += any_unknown
    prior = np.array([entry.intent.weight / len(entry.intent.slots) for entry in table])
    weights = _fit(matrix, prior, list(keys), rounds)
    by_key = {key: float(weights[index]) for key, index in keys.items()}
    top: dict[str, float] = {}
    for key, weight in by_key.items():
        top[key[0]] = max(top.get(key[0], 0.0), weight)
    share = UNKNOWN_SHARE * len(poses) / max(with_unknown, 1)
    return Balance(by_key, top, min(share, _MAX_UNKNOWN_SHARE))


def _fit(
    matrix: NDArray[np.int32], prior: NDArray[np.float64], keys: list[tuple[str, str, str]], rounds: int
) -> NDArray[np.float64]:
    """Weight of every key so that its share of what is drawn nears its target. matrix: (poses, entries) key or -1."""
    known = matrix >= 0
    counts = np.bincount(matrix[known], minlength=len(keys)).astype(float)
    intent_of = {key: i for i, key in enumerate(dict.fromkeys(key[0] for key in keys))}
    intents = np.array([intent_of[key[0]] for key in keys])
    weight_of = {intent.name: intent.weight for intent in INTENTS}
    verdicts = {key[:2] for key in keys}
    per_intent = {name: sum(verdict[0] == name for verdict in verdicts) for name in intent_of}
    root = np.sqrt(counts)
    of_verdict: dict[tuple[str, str], float] = {}
    for key, value in zip(keys, root, strict=True):
        of_verdict[key[:2]] = of_verdict.get(key[:2], 0.0) + value
    target = np.array(
        [weight_of[k[0]] / per_intent[k[0]] * r / of_verdict[k[:2]] for k, r in zip(keys, root, strict=True)]
    )
    target /= target.sum()
    weights = np.ones(len(keys) + 1)
    weights[-1] = 0.0  # undecided and unknown: index -1
    for _ in range(rounds):
        drawn = weights[matrix] * prior
        drawn /= np.maximum(drawn.sum(axis=1, keepdims=True), 1e-12)
        share = np.bincount(matrix[known], weights=drawn[known], minlength=len(keys)) / len(matrix)
        weights[:-1] *= (target / np.maximum(share, 1e-12)) ** 0.7
        highest = np.zeros(len(intent_of))
        np.maximum.at(highest, intents, weights[:-1])
        lowest = np.full(len(intent_of), np.inf)
        np.minimum.at(lowest, intents, weights[:-1])
        weights[:-1] = np.minimum(weights[:-1], lowest[intents] * _MAX_RATIO)
    return np.asarray(weights[:-1] / weights[:-1].mean())


def _key(intent: Intent, found: Finding, pose: PoseFacts) -> tuple[str, str, str]:
    return intent.name, found.verdict, pose.get(found.evidence[0]) or ""


def _find(
    pose: PoseFacts, rng: np.random.Generator, table: tuple[Entry, ...], cumulative: Sequence[float],
    tops: Sequence[float], balance: Balance | None, used: set[int], wants_unknown: bool, tries: int,
) -> tuple[int, Finding] | None:  # fmt: skip
    """Draw entries until one is accepted: a rare answer always, a common one with its weight's probability."""
    total = cumulative[-1]
    for _ in range(tries):
        index = min(bisect(cumulative, rng.random() * total), len(table) - 1)
        if index in used:
            continue
        entry = table[index]
        found = entry.intent.rule(pose, entry.slot)
        if found is None or (found.verdict == "unknown") != wants_unknown:
            continue
        if balance and not wants_unknown:
            weight = balance.weights.get(_key(entry.intent, found, pose), tops[index])
            if rng.random() * tops[index] > weight:
                continue
        return index, found
    return None


def _outside(pose: PoseFacts, rng: np.random.Generator, heldout: bool) -> QA:
    table = _outside_table(heldout)
    ends = _outside_ends(heldout)
    entry = table[bisect(ends, int(rng.random() * ends[-1]))]
    found = entry.intent.rule(pose, entry.slot)
    assert found is not None
    question = entry.questions[int(rng.random() * len(entry.questions))]
    return _worded(entry, question, found, pose, rng, heldout)


def _worded(
    entry: Entry, question: str, found: Finding, pose: PoseFacts, rng: np.random.Generator, heldout: bool
) -> QA:
    intent = entry.intent
    text = _text(found, pose, rng)
    return QA(question, text, found.verdict, intent.name, intent.level, intent.form, found.evidence, heldout)


def _text(found: Finding, pose: PoseFacts, rng: np.random.Generator) -> str:
    if found.verdict == "out_of_scope":
        return OUT_OF_SCOPE
    if found.verdict == "unknown":
        return not_visible(missing_joints(found.evidence, pose.visible))
    said = _angle(found, pose, rng) if found.angle else _said(found.evidence, pose, rng)
    if found.lead:
        return f"{found.lead}{':' if ' ' in found.lead else ','} {said}."
    if found.verdict in ("yes", "no"):
        return f"{found.verdict.capitalize()}, {said}."
    return f"{wording.sentence(said)}."


def _said(names: Iterable[str], pose: PoseFacts, rng: np.random.Generator) -> str:
    """The facts as one clause; what holds on both sides is said once."""
    left = list(names)
    clauses: list[str] = []
    while left:
        name = left.pop(0)
        label = pose.labels[name]
        twin = mirror_name(name)
        if twin in left and pose.labels[twin] == label:
            left.remove(twin)
            clauses.append(_both(name.split("_", 1)[1], label, pose, rng))
        else:
            clauses.append(phrases.say(phrases.CLAUSES[name, label], pose, rng, _WORDINGS))
    *most, last = clauses
    return f"{', '.join(most)} and {last}" if most else last


def _both(family: str, label: str, pose: PoseFacts, rng: np.random.Generator) -> str:
    clauses = phrases.spread(family, label, pose) or phrases.BOTH_CLAUSES[family, label]
    return phrases.say(clauses, pose, rng, _WORDINGS)


def _angle(found: Finding, pose: PoseFacts, rng: np.random.Generator) -> str:
    """The fact with its angle in degrees, rounded as in all other texts."""
    assert found.angle is not None
    (name,) = found.evidence
    label = pose.get(name)
    if label is None:
        return phrases.say((phrases.BARE_ANGLES[found.angle],), pose, rng)
    clause = phrases.pick(phrases.CLAUSES[name, label], pose, rng, _WORDINGS)
    numbered = clause if clause.angles else phrases.with_angle(clause, found.angle)
    return f"{numbered.subject} {phrases.filled(numbered, pose)}"


@cache
def _table(heldout: bool) -> tuple[Entry, ...]:
    return tuple(entry for entry in _all_entries(heldout) if entry.intent.level != "outside")


@cache
def _outside_table(heldout: bool) -> tuple[Entry, ...]:
    return tuple(entry for entry in _all_entries(heldout) if entry.intent.level == "outside")


@cache
def _outside_ends(heldout: bool) -> tuple[int, ...]:
    return tuple(accumulate(len(entry.questions) for entry in _outside_table(heldout)))


@lru_cache(maxsize=4)
def _draws(heldout: bool, balance: Balance | None) -> tuple[list[float], list[float]]:
    """Cumulative chance of drawing each entry and the weight that is always accepted."""
    table = _table(heldout)
    tops = [balance.top.get(entry.intent.name, 0.0) if balance else 1.0 for entry in table]
    chance = [entry.intent.weight / len(entry.intent.slots) * top for entry, top in zip(table, tops, strict=True)]
    return list(accumulate(chance)), tops


@cache
def _all_entries(heldout: bool) -> tuple[Entry, ...]:
    """Every entry with its questions.

    A question belongs to the first intent that asks it; held-out ones may not equal any trained question even when
    case and punctuation are ignored.
    """
    owners = {wording.normalised(query): ("describe", 0) for query in DESCRIBE_QUERIES.values()}
    if heldout:
        owners |= {wording.normalised(question): ("trained", 0) for question in all_questions(heldout=False)}
    made: list[Entry] = []
    for intent in INTENTS:
        for number, slot in enumerate(intent.slots):
            kept: dict[str, None] = {}
            for question in _questions(intent, slot, heldout):
                if owners.setdefault(wording.normalised(question), (intent.name, number)) == (intent.name, number):
                    kept[question] = None
            if kept:
                made.append(Entry(intent, slot, tuple(kept)))
    return tuple(made)


def _questions(intent: Intent, slot: Slot, heldout: bool) -> list[str]:
    """The finished questions of one slot, some of them typed roughly, too."""
    result: list[str] = []
    for text in _clean_questions(intent, slot, heldout):
        result.append(text)
        seed = zlib.crc32(text.encode())
        if seed % (_HELD_ROUGH_ONE_IN if heldout else _ROUGH_ONE_IN) == 0 and len(text) > 8:
            result.append(wording.rough(text, random.Random(seed)))
    return result


def _clean_questions(intent: Intent, slot: Slot, heldout: bool) -> list[str]:
    """Each template of the slot with its subjects."""
    templates = intent.heldout if heldout else intent.wordings
    if intent.literal:
        finished = [wording.sentence(template) for template in templates]
    else:
        others = _HELD_OTHER_SUBJECTS if heldout else _OTHER_SUBJECTS
        finished = [text for t in templates for text in wording.expand(t, slot, others=others, held=heldout)]
    return list(dict.fromkeys(finished))


SLIPS: Final = frozenset((
    "acros", "ahed", "aimd", "aimin", "airborn", "alot", "anythin", "asymetrical", "avoidin", "bakward", "balnce",
    "beaks", "beatin", "beggin", "behnd", "bein", "bendin", "bhind", "bnet", "bowin", "bracin", "brushin", "bucklin",
    "bumpin", "bunchd", "carryin", "catchin", "ceilin", "checkin", "cieling", "clappin", "claspd", "climbin", "cockd",
    "cockin", "colur", "comin", "contry", "corssed", "coverin", "crawlin", "crosed", "crossd", "crossin", "cuppin",
    "curlin", "danglin", "darlin", "diagonl", "didnt", "diggin", "drippin", "droopin", "droppd", "elbo", "elbw",
    "eqaully", "extendd", "extnded", "facin", "fallin", "favourin", "fencin", "fiddlin", "flexd", "flexin", "floatin",
    "flor", "flyin", "foldd", "foldin", "forarm", "frnt", "grabbin", "grond", "guyy", "hailin", "handin", "hangin",
    "hasnt", "hgiher", "hidin", "hidn", "higehr", "higer", "highr", "hight", "hightwise", "hihger", "hingin", "hipp",
    "holdin", "horizntal", "horizontl", "hoverin", "huggin", "ignorin", "jsut", "jumpin", "keepin", "kickin", "kissin",
    "kneee", "kneelin", "knockin", "landin", "layd", "leadin", "leanin", "leapin", "leavin", "lettin", "liftd",
    "liftin", "lockd", "lockin", "lookin", "loosing", "lungin", "lyin", "makin", "manspreadin", "marchin", "matchin",
    "meetin", "mismatchd", "missin", "nees", "nether", "noddin", "opposit", "overhed", "ovrhead", "paintin", "paralel",
    "paralell", "parallell", "parkd", "parrallel", "pickin", "pint", "plase", "plce", "pointin", "pokin", "pokr",
    "poring", "prayin", "proppd", "proppin", "pullin", "pushin", "puttin", "raisd", "reachin", "realy", "restin",
    "reuse", "rght", "rigth", "rised", "risin", "rond", "rotatd", "rowin", "rubbin", "salutin", "sayin", "scratchin",
    "seatd", "seein", "seprate", "shiftd", "sholder", "sholders", "shouder", "shouler", "showin", "shruging", "shulder",
    "sideway", "sine", "sittin", "slantin", "slappin", "sleepin", "slopin", "somthing", "spilt", "sprawld", "spred",
    "sqaut", "squating", "squattin", "squeezd", "stabel", "stagered", "staggerd", "standin", "stargazin", "starin",
    "stayin", "steerin", "stickin", "stoopin", "straightn", "straigt", "straigth", "streched", "stretchd", "stretchin",
    "stright", "supportin", "surly", "swingin", "symetric", "symetrical", "takin", "tgether", "theyre", "thnk", "tigh",
    "tiltd", "tiltin", "tippd", "tippin", "toching", "togehter", "togethr", "togther", "topplin", "touchin", "touchs",
    "trailin", "tryin", "tuckd", "turnd", "turnin", "twards", "twistd", "twistin", "tyin", "typin", "uncrosed",
    "uncrossd", "uncrossin", "unfoldin", "unlockd", "vertcal", "verticl", "waitin", "walkin", "wasit", "wats", "weigth",
    "wether", "whch", "whcih", "wher", "wich", "windin", "wouldnt",
))  # fmt: skip
"""Typing errors in freely written questions: no words that others may mean."""


def question_words() -> dict[str, int]:
    """Every word of the training questions -> in how many it is, commonest first; without typing errors."""
    counts = Counter(
        word
        for intent in INTENTS
        for slot in intent.slots
        for text in _clean_questions(intent, slot, False)
        for word in set(_WORD.findall(text.lower())) - SLIPS
    )
    return dict(counts.most_common())


assert all(fact in FACT_INDEX for intent in INTENTS for slot in intent.slots for fact in intent.rule.facts(slot))
