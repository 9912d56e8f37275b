"""How people word a question: subjects, sentence frames, negations and rough typing.

A wording is a template with slots ("{side}") and subject tags ("{p} left knee", "{is_s} sitting"); a claim is a plain
sentence ("{p} {side} knee is bent") from which several questions are made.
"""

from __future__ import annotations

import random
import re
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Subject = dict[str, str]
_AGAIN: Final = "p_again"


def _subject(name: str, owner: str, obj: str, be: str = "is") -> Subject:
    do, have = ("does", "has") if be == "is" else ("do", "have")
    isnt = {"is": "isn't", "are": "aren't", "am": "aren't"}[be]
    return {
        "p": owner, "s": name, "o": obj, "is_s": f"{be} {name}", "isnt_s": f"{isnt} {name}", "s_is": f"{name} {be}",
        "s_isnt": f"{name} am not" if be == "am" else f"{name} {isnt}", "does_s": f"{do} {name}",
        "doesnt_s": f"{do}n't {name}", "s_has": f"{name} {have}", "s_does": f"{name} {do}", "has_s": f"{have} {name}",
        "tag": "aren't they" if " " in name else f"{isnt} {name}",
    }  # fmt: skip


def _noun(name: str, pronoun: str = "their") -> Subject:
    """A subject named by a noun; "their" is its owner word where the sentence has named it already."""
    return {**_subject(name, f"{name}'s", name), _AGAIN: pronoun}


DEFAULT_SUBJECT: Final = _subject("the person", "the", "the person")
SUBJECTS: Final = (
    _subject("he", "his", "him"),
    _subject("she", "her", "her"),
    _subject("I", "my", "me", "am"),
    _subject("they", "their", "them", "are"),
    _noun("the person"),
    _noun("the man", "his"),
    _noun("the woman", "her"),
    _subject("he", "his", "him"),
    _subject("she", "her", "her"),
    _subject("I", "my", "me", "am"),
    _noun("the athlete"),
    _noun("this guy", "his"),
    _noun("the subject"),
    _noun("the patient"),
    _noun("this person"),
    _noun("the figure"),
    _noun("the girl", "her"),
    _noun("the boy", "his"),
    _noun("the player"),
    _noun("the dancer"),
    _noun("the model"),
    _noun("the guy", "his"),
    _noun("the kid"),
    _noun("the lady", "her"),
    _noun("the client"),
    _noun("my brother", "his"),
    _noun("my mum", "her"),
    _noun("our coach"),
    _noun("the runner"),
    _noun("the worker"),
    _noun("my daughter", "her"),
    _noun("the child"),
    _noun("the climber"),
    _noun("this dude", "his"),
    _noun("grandma", "her"),
    _noun("the skier"),
    _noun("my son", "his"),
    _noun("the actor"),
    _noun("the individual"),
    _noun("the fighter"),
    _noun("my client"),
    _noun("the swimmer"),
    _noun("the nurse", "her"),
    _noun("the goalkeeper"),
    _noun("my partner"),
    _noun("that person"),
    _noun("the gentleman", "his"),
)
HELD_SUBJECTS: Final = (_noun("the human"), _noun("the gymnast"), _noun("my friend"), _noun("the trainee"))
_SUBJECT_TAGS: Final = tuple("{" + key + "}" for key in DEFAULT_SUBJECT)
_NAMING_TAGS: Final = tuple(tag for tag in _SUBJECT_TAGS if tag != "{p}")

YES_NO_FRAMES: Final = (
    "could you tell me whether {c}?", "can you tell me if {c}?", "I want to know if {c}.", "please tell me if {c}.",
    "is it true that {c}?", "would you say that {c}?", "does it look like {c}?", "{c}?", "{c}, right?",
    "tell me whether {c}.", "do you think {c}?", "is it correct that {c}?", "true or false: {c}.",
    "true or false, {c}?",
    "can you see whether {c}?", "I wonder if {c}.", "does the picture show that {c}?", "check whether {c}.",
    "verify that {c}.", "I think {c}. Is that right?", "please check if {c}.", "{c}, yes or no?", "yes or no: {c}?",
    "I'd like to know whether {c}.", "in this photo, {c}?", "am I right that {c}?", "so {c}?", "can you say if {c}?",
    "does it seem that {c}?", "judging by the pose, {c}?", "is it the case that {c}?", "do you know if {c}?",
    "looks like {c}, correct?", "help me see if {c}.", "determine whether {c}.", "it seems {c}, is that true?",
)  # fmt: skip
HELD_YES_NO_FRAMES: Final = (
    "any idea if {c}?", "I'd like to find out whether {c}.", "can you confirm that {c}?", "let me know if {c}.",
    "would it be right to say {c}?", "help me figure out if {c}.", "is there any sign that {c}?", "{c}, am I wrong?",
    "I'm trying to work out whether {c}.", "are you able to say if {c}?",
)  # fmt: skip
TELL_FRAMES: Final = (
    "tell me {c}.", "can you tell me {c}?", "could you tell me {c}?", "I'd like to know {c}.", "I want to know {c}.",
    "please say {c}.", "do you know {c}?", "can you see {c}?", "explain {c}.", "please tell me {c}.", "I wonder {c}.",
    "what can you say about {c}?", "show me {c}.", "describe {c}.", "report {c}.", "could you describe {c}?",
)  # fmt: skip
HELD_TELL_FRAMES: Final = ("any idea {c}?", "let me know {c}.", "help me understand {c}.", "can you work out {c}?")
ISNT_FRAMES: Final = (
    "{c}, isn't that so?", "{c}, don't you think?", "surely {c}?", "{c}, wouldn't you say?", "{c}, no?",
    "isn't it true that {c}?", "don't you agree that {c}?", "isn't it the case that {c}?", "{c}, innit?",
    "wouldn't you say {c}?", "doesn't it look like {c}?", "can't you see that {c}?",
)  # fmt: skip
HELD_ISNT_FRAMES: Final = (
    "{c}, is that not so?", "{c}, or don't I see it right?", "don't you find that {c}?", "{c}, isn't that right?",
)  # fmt: skip
NOT_FRAMES: Final = (
    "is it true that {c}?", "{c}, right?", "can you check that {c}?", "would you say {c}?", "{c}?", "{c}, correct?",
    "am I right that {c}?", "tell me if {c}.", "do you think {c}?", "true or false: {c}.", "I believe {c}. Is that so?",
    "does it look like {c}?", "{c}, yes or no?", "it seems {c}, is that true?", "would you agree that {c}?",
    "I'd say {c}, am I right?", "I think {c}. Correct?", "looks like {c}, yes?",
)  # fmt: skip
HELD_NOT_FRAMES: Final = (
    "is it fair to say {c}?", "I take it {c}?", "can we agree that {c}?", "my guess is {c}, true?",
)  # fmt: skip


def lines(text: str) -> tuple[str, ...]:
    """The non-empty lines of a block, in order, without repeats."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def _pick(options: Sequence[str], key: str, count: int) -> list[str]:
    """`count` of the options, always the same ones for the same key, spread over all options."""
    start, step = zlib.crc32(key.encode()) % len(options), 1 + zlib.crc32(key[::-1].encode()) % (len(options) - 1)
    while any(len(options) % d == 0 and step % d == 0 for d in range(2, len(options) + 1)):
        step += 1  # a step without a common divisor visits every option
    return [options[(start + i * step) % len(options)] for i in range(min(count, len(options)))]


def _split(claim: str) -> tuple[str, str, str]:
    """A claim -> (subject part, verb, rest): ("{p} left knee", "is", "bent"); s_is or s_has for a person."""
    for tag in ("{s_is} ", "{s_has} "):
        if claim.startswith(tag):
            return "", tag.strip(" {}"), claim[len(tag) :]
    where = re.search(r" (is|are) ", claim)
    assert where, f"a claim needs {{s_is}}, {{s_has}}, is or are: {claim}"
    return claim[: where.start()], where.group(1), claim[where.end() :]


class Made(NamedTuple):
    """Wordings made from claims: trained ones, held-out ones, and more of these for intents with too few."""

    trained: list[str]
    held: list[str]
    spare: list[str]


def _filled(frames: Iterable[str], text: str) -> list[str]:
    return [frame.replace("{c}", text) for frame in frames]


def _hold_out(made: Made, texts: Sequence[str]) -> None:
    """The first wording is held out, the others are kept for need."""
    made.held.append(texts[0])
    made.spare.extend(texts[1:])


def questions_from(claims: Iterable[str], frames: int = 4) -> Made:
    """Wordings that ask whether each claim holds."""
    trained, *_ = made = Made([], [], [])
    for claim in claims:
        noun, verb, rest = _split(claim)
        if verb == "s_is":
            trained += ["{is_s} " + rest + "?", rest + "?"]
        elif verb == "s_has":
            trained += ["{does_s} have " + rest + "?", "{has_s} got " + rest + "?"]
        else:
            trained += [f"{verb} {noun} {rest}?", f"{noun.replace('{p} ', '')} {rest}?"]
        trained += [*_filled(_pick(YES_NO_FRAMES, claim, frames), claim), f"{claim}."]
        _hold_out(made, _filled(_pick(HELD_YES_NO_FRAMES, claim, 5), claim))
    return made


def tell_from(asks: Iterable[str], frames: int = 3) -> Made:
    """Wordings round an embedded question ("how bent {p} left knee is")."""
    trained, *_ = made = Made([], [], [])
    for ask in asks:
        trained += _filled(_pick(TELL_FRAMES, ask, frames), ask)
        _hold_out(made, _filled(_pick(HELD_TELL_FRAMES, ask, 3), ask))
    return made


def isnt_from(claims: Iterable[str]) -> Made:
    """Negated forms that expect the claim ("isn't X bent?", "X is bent, isn't it?"): yes means the claim holds."""
    trained, *_ = made = Made([], [], [])
    for claim in claims:
        noun, verb, rest = _split(claim)
        if verb == "s_is":
            trained += ["{isnt_s} " + rest + "?", "{s_is} " + rest + ", {tag}?"]
        elif verb == "s_has":
            trained += ["{doesnt_s} have " + rest + "?"]
        else:
            trained += [f"{verb}n't {noun} {rest}?", f"{claim}, {verb}n't {'it' if verb == 'is' else 'they'}?"]
        trained += _filled(_pick(ISNT_FRAMES, claim, 4), claim)
        _hold_out(made, _filled(HELD_ISNT_FRAMES, claim))
    return made


def not_from(claims: Iterable[str]) -> Made:
    """Questions whether the claim fails ("is X not bent?"): yes means the claim does not hold."""
    trained, held, spare = made = Made([], [], [])
    for claim in claims:
        noun, verb, rest = _split(claim)
        if verb == "s_is":
            negative = "{s_isnt} " + rest
            trained += ["{is_s} not " + rest + "?"]
            held += ["so {s_is} not " + rest + "?"]
        elif verb == "s_has":
            negative = "{s_does} not have " + rest
            held += ["so {s_does} not have " + rest + "?"]
        else:
            negative = f"{noun} {verb}n't {rest}"
            trained += [f"{verb} {noun} not {rest}?", f"{noun.replace('{p} ', '')} not {rest}?"]
            held += [f"so {noun} {verb} not {rest}?"]
        trained += [*_filled(_pick(NOT_FRAMES, claim, 5), negative), f"{negative}."]
        spare += _filled(HELD_NOT_FRAMES, negative)
    return made


def expand(template: str, slot: Mapping[str, str], *, others: int, held: bool = False) -> list[str]:
    """A template for one slot: with "the person" and, where it names the person, with `others` further subjects."""
    subjects = [DEFAULT_SUBJECT]
    if any(tag in template for tag in _SUBJECT_TAGS):
        pool = HELD_SUBJECTS if held else SUBJECTS
        start = zlib.crc32(template.encode())
        subjects += [pool[(start + 7 * i) % len(pool)] for i in range(others)]
    if any(tag in template for tag in _NAMING_TAGS):
        subjects = [{**subject, "p": subject.get(_AGAIN, subject["p"])} for subject in subjects]
    return [sentence(template.format_map({**subject, **slot})) for subject in subjects]


def sentence(text: str) -> str:
    """Capital letter at the start; everything else as it is."""
    return text[:1].upper() + text[1:]


_SHORT: Final = (
    ("could you ", "can u "), ("can you ", "can u "), ("please ", "pls "), ("what is ", "whats "), ("are ", "r "),
    ("where is ", "wheres "), ("is the ", "is "), ("are the ", "are "), ("do you ", "do u "), ("tell me ", "tell me "),
)  # fmt: skip


def rough(question: str, rng: random.Random) -> str:
    """The question as typed in a hurry: lower case, no punctuation, perhaps a shortcut or one typing error."""
    text = question.lower().rstrip("?.! ")
    if rng.random() < 0.4:
        text = text.replace(",", "").replace("'", "")
    if rng.random() < 0.3:
        for long, short in _SHORT:
            if text.startswith(long):
                text = short + text[len(long) :]
                break
    if rng.random() < 0.6:
        text = _slip(text, rng)
    return text + rng.choice(("", "", "?", " ?", "??"))


def _slip(text: str, rng: random.Random) -> str:
    """One typing error inside a longer word, no letter replaced: the words that decide the answer are short."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if not long:
        return text
    which = rng.choice(long)
    word = words[which]
    at = rng.randrange(1, len(word) - 2)
    kind = rng.randrange(3)
    if kind == 0:
        word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    elif kind == 1:
        word = word[:at] + word[at + 1 :]
    else:
        word = word[:at] + word[at] + word[at:]
    words[which] = word
    return " ".join(words)


def normalised(question: str) -> str:
    """Words only, lower case: two wordings that differ in nothing else are the same wording."""
    return " ".join(re.sub(r"[^\w ]+", "", question.lower().replace("-", " ")).split())
