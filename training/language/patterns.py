"""Keywords by which people say facts about a body: the tables of `loose`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pose2lang3d_sdk.facts import FACTS, SIDES


@dataclass(frozen=True)
class Rule:
    """A class of a fact and how it is said; of a fact that has sides, about which parts."""

    family: str
    label: str
    says: re.Pattern[str]
    unless: re.Pattern[str]
    parts: frozenset[str] = frozenset()


_OWNERS: Final = r"\b(?:his|her|their|my|your|its|our|the (?:person|man|woman|girl|boy|athlete|client|patient)'s)\b"
REPLACED: Final = tuple(
    (re.compile(pattern), text)
    for pattern, text in (
        (r"[’`]", "'"),
        (r"\b(behind|in front of) (?:him|her|them|me|you)\b(?=$|[,;.:!]| and | while | with )", r"\1 the body"),
        (r"n't\b", " not"),
        (r"\b(?:isnt|arent)\b", "is not"),
        (_OWNERS, "the"),
        (r"\b(?:trunk|upper body|spine|back is|back stays|ribcage|torso's)\b", "torso"),
        (r"\btowards\b", "toward"),
        (r"\b(forward|backward|sideway)s\b", r"\1"),
        (r"\bperpendicular to the (?:floor|ground)\b", "vertical"),
        (r"°", " degrees"),
        (r"\bdegs?\b", "degrees"),
        (r"\b(?:palm|wrist|fist)(s?)\b", r"hand\1"),
        (r"\b(?:ground|mat|grass|carpet|deck|soil|sand|track|pavement|boards)\b", "floor"),
        (
            r"\b(?:very |too |quite |fairly |roughly |about |around |approximately |nearly |almost |clearly |just |held |kept )",
            "",
        ),
    )
)
"""Words that mean the same, rewritten in this order."""
CLAUSES: Final = re.compile(r"[,;.:]| and | while | but | whereas | as | - | – ")
WITH: Final = " with "
PARTS: Final = (
    ("upper arm", "arm"), ("forearm", "forearm"), ("elbow", "elbow"), ("hand", "hand"), ("arm", "arm"),
    ("thigh", "thigh"), ("shin", "shin"), ("calf", "shin"), ("lower leg", "shin"), ("knee", "knee"), ("hip", "hip"),
    ("foot", "foot"), ("feet", "foot"), ("heel", "foot"), ("sole", "foot"), ("leg", "leg"), ("shoulder", "shoulder"),
    ("head", "head"), ("face", "head"), ("chin", "head"), ("torso", "torso"),
)  # fmt: skip
"""Words that name a part, the longer before the shorter, and the part."""
NAMED: Final = re.compile(r"\b(?:left|right)\b(?! angle)")
NOT: Final = re.compile(r"\b(?:not|no|never|without|neither|nor|hardly)\b")
_NEVER: Final = re.compile(r"(?!)")
_LITTLE: Final = r"(?:slight(?:ly)?|a little|a bit|soft(?:ly)?|gent(?:ly|le)|mild(?:ly)?|somewhat|small)"
_MUCH: Final = r"(?:deep(?:ly)?|sharp(?:ly)?|full(?:y)?|tight(?:ly)?|acute(?:ly)?|strong(?:ly)?)"
_BEND_WORD: Final = r"(?:bent(?! over)|bend|bends(?! over)|bending(?! over)|flexed|flexion|flexing|folded|crooked)"
FROM_STRAIGHT: Final = re.compile(r"flexion|(?:bent|flexed|bends|flexes) (?:by )?\d")
DEGREES: Final = re.compile(r"(\d{1,3}) ?-?degrees?")
_JOINT_WORDS: Final = (
    ("slightly_bent", rf"{_LITTLE} {_BEND_WORD}|{_BEND_WORD} (?:{_LITTLE})|\bsoft\b"),
    ("deeply_bent", rf"{_MUCH} {_BEND_WORD}|{_BEND_WORD} (?:{_MUCH})"),
    ("bent", _BEND_WORD),
    (
        "straight",
        r"\bstraight(?:ened)?\b(?! up| down| ahead| at| into)|\bextended\b|full extension|\blocked\b|\bunbent\b|outstretched",
    ),
)
_COMPARES: Final = (
    r"(?:more|less) (?:bent|flexed)|(?:bent|flexed) (?:more|less)|straighter|same (?:degree|angle|amount)"
)
_FLOOR: Final = r"(?:on|onto|to|against|touch(?:es|ing)?) the floor"


def _rule(family: str, label: str, says: str, parts: str = "", unless: str | None = None) -> Rule:
    assert any(fact.family == family and label in fact.classes for fact in FACTS), (family, label)
    return Rule(family, label, re.compile(says), re.compile(unless) if unless else _NEVER, frozenset(parts.split()))


SIDED: Final = (
    *(_rule("knee_bend", label, says, "knee leg", _COMPARES) for label, says in _JOINT_WORDS),
    *(_rule("elbow_bend", label, says, "elbow arm", rf"{_COMPARES}|arms (?:are )?folded|fold\w* (?:the )?arms")
      for label, says in _JOINT_WORDS),
    *(_rule("hip_bend", label, says, "hip", _COMPARES) for label, says in _JOINT_WORDS),
    _rule("arm_raise", "shoulder_height", r"(?:abducted|flexed|raised|elevated) to (?:8|9|10)\d degrees", "shoulder"),
    _rule("arm_direction", "sideways", r"abduct", "shoulder arm"),
    _rule("arm_direction", "forward", r"flexed to", "shoulder"),
    _rule("arm_raise", "overhead", r"overhead|thrown up|above the head|over the head|straight up|up high|to the (?:sky|ceiling)",
          "arm"),
    _rule("arm_raise", "shoulder_height", r"shoulder.(?:height|level|high)|horizontal|parallel to the floor", "arm"),
    _rule("arm_raise", "partly_raised", r"partly raised|half ?way up|partway|half raised|slightly (?:raised|lifted)",
          "arm"),
    _rule("arm_raise", "at_side", r"(?:at|by|beside|along|down|to) the sides?\b|along(?:side)? the (?:body|torso)|hang(?:s|ing)?|dangl|\blowered\b", "arm",
          r"out to the side|(?:raised|lifted|stretched|extended|reach\w*) to the side"),
    _rule("arm_direction", "forward", r"forward|straight ahead|(?:out|reach\w*|held|stretched) in front|to the front",
          "arm"),
    _rule("arm_direction", "sideways", r"(?:out|raised|lifted|stretched|extended|reach\w*) to the sides?|sideway|spread wide|wide open", "arm"),
    _rule("arm_direction", "backward", r"backward|(?:stretched|reach\w*|pulled|swung) (?:back|behind)", "arm"),
    _rule("hand_height", "above_head", r"(?:above|over|higher than) the head|overhead", "hand"),
    _rule("hand_height", "head_height", r"(?:head|face|eye|ear|chin).(?:height|level)|level with the (?:head|face)",
          "hand"),
    _rule("hand_height", "hip_to_shoulder", r"(?:chest|waist|belly|stomach|navel).(?:height|level|high)|"
          r"(?:at|in front of) (?:the )?(?:chest|waist|belly|stomach|sternum)", "hand"),
    _rule("hand_height", "below_hips", r"below the (?:hips?|waist)|under the hips?", "hand"),
    _rule("hand_depth", "in_front", r"in front of the (?:body|torso|chest|belly|stomach)|in front of (?:him|her|them|me)",
          "hand"),
    _rule("hand_depth", "behind", r"behind (?:the (?:back|body|torso)|him|them|me|you)\b", "hand arm"),
    _rule("hand_across", "no", r"own side|not cross the midline", "hand"),
    _rule("hand_across", "yes", r"across the (?:body|midline|chest)|past the midline|cross\w* the midline", "hand arm"),
    _rule("hand_near_head", "yes", r"(?:on|near|to|at|by|touch\w*|scratch\w*|hold\w*|clutch\w*|against|behind|under|next to) (?:the )?(?:left |right )?"
          r"(?:head|face|ear|chin|cheek|forehead|temple|mouth|neck|brow)\b(?!.(?:height|level))", "hand"),
    _rule("hand_near_hip", "yes", r"(?:on|at|near|to) (?:the )?(?:left |right )?(?:hips?|waist)\b(?!.height|.level)|akimbo", "hand arm"),
    _rule("hand_near_knee", "yes", r"(?:on|at|near|touch\w*|to|grip\w*|clasp\w*|resting on) (?:the )?(?:\w+ )?knees?", "hand"),
    _rule("hand_near_foot", "yes", r"(?:on|at|near|touch\w*|to|grip\w*|grab\w*|reach\w* for|hold\w*) (?:the )?(?:\w+ )?(?:foot|feet|ankles?|toes?)",
          "hand"),
    _rule("forearm", "pointing_up", r"vertical|upright|point\w* (?:straight )?up", "forearm"),
    _rule("forearm", "horizontal", r"horizontal|level|parallel to the floor", "forearm"),
    _rule("forearm", "pointing_down", r"point\w* (?:straight )?down|hang", "forearm"),
    _rule("thigh", "raised", r"above (?:the )?horizontal|raised high", "thigh"),
    _rule("thigh", "horizontal", r"horizontal|parallel (?:to|with) the floor|level", "thigh"),
    _rule("thigh", "pointing_down", r"vertical|(?:point\w* )?straight down", "thigh"),
    _rule("thigh", "slanted", r"slant|diagonal", "thigh"),
    _rule("shin", "upright", r"vertical|upright", "shin"),
    _rule("shin", "slanted", r"slant|diagonal|tilted", "shin"),
    _rule("shin", "horizontal", r"horizontal|parallel (?:to|with) the floor", "shin"),
    _rule("foot_ground", "no", r"off the floor|in the air|\blifted\b|clear of the floor", "foot leg"),
    _rule("foot_ground", "yes", rf"(?:foot|feet|heels?|soles?|toes)\b[^,;.]*(?:{_FLOOR}|planted|\bflat\b|grounded)", "foot"),
    _rule("knee_ground", "no", r"off the floor", "knee"),
    _rule("knee_ground", "yes", rf"knees?\b[^,;.]*(?:{_FLOOR}|grounded)", "knee"),
    _rule("hand_ground", "no", r"off the floor", "hand"),
    _rule("hand_ground", "yes", rf"hands?\b[^,;.]*(?:{_FLOOR}|planted)|(?:touch|reach)\w* the floor", "hand"),
    _rule("hand_camera", "farther", r"(?:further|farther|away) from the (?:camera|lens)", "hand"),
    _rule("hand_camera", "nearer", r"toward the (?:camera|lens)", "hand"),
)  # fmt: skip
"""Facts of one side, the first that fits of every family counts."""
DENIED: Final = {("bend", "bent"): "straight", ("ground", "yes"): "no", ("ground", "no"): "yes", ("near", "yes"): "no"}
"""Kind of fact and class -> the class that is left when it is denied."""

_SIT: Final = r"\b(?:sits?|sat|sitting|seated|perched)\b"
_KNEEL: Final = r"\b(?:kneel(?:s|ing)?|knelt)\b"
_LIE: Final = r"\b(?:lies?|lying|laid|lay|laying|stretched out|flat)\b"
_AIR: Final = r"mid.?(?:air|jump|leap|flight)|airborne|both feet (?:are )?(?:\w+ )?off the floor|(?:completely|fully) off the floor|in the air\b"
_LIMB_UP: Final = r"(?<!both )\b(?:arms?|hands?|legs?|foot|feet|knees?|heels?)\b[^,;.]*in the air"
_LOOK: Final = r"\b(?:look(?:s|ing)?|gaz(?:es?|ing)|star(?:es?|ing)|fac(?:es?|ing)|head(?: is)?|face|eyes)\b"
_LEAN: Final = r"\b(?:lean(?:s|ing|ed|t)?|tilt(?:s|ed|ing)?|inclin(?:es|ed|ing)|hing(?:es|ed|ing)|tipp?(?:s|ed|ing)?)"
_UP_TO: Final = r"(?:(?!\b(?:left|right)\b)[^,;.])*"
"""Any words of the clause before the first side it names."""
_BOTH_WAYS: Final = tuple(
    rule
    for side in SIDES
    for rule in (
        _rule("torso_side_lean", side, rf"(?:torso|body|person|he|she|they|i|shoulders)\b[^,;.]*{_LEAN} (?:over )?(?:to |toward )?"
              rf"(?:the )?{side}|{_LEAN} (?:over )?(?:to|toward) (?:the )?{side}|side.?ben[dt]\w* (?:to )?(?:the )?{side}|"
              rf"bend\w* sideway to the {side}", unless=r"(?:head|ear|chin|neck)[^,;.]* (?:tilt|lean|tip|inclin)"),
        _rule("torso_twist", side, rf"(?:torso|shoulders|chest|body|waist)\b[^,;.]*(?:twist|rotat|turn)\w*{_UP_TO}\b{side}|"
              rf"twist\w*[^,;.]{{0,20}} (?:to |toward )?(?:the )?{side}", unless=r"head[^,;.]*(?:twist|rotat)"),
        _rule("head_turn", side, rf"{_LOOK}[^,;.]{{0,24}}(?:to|toward|over) the {side}|{_LOOK} (?:turned |rotated )?{side}\b|"
              rf"head (?:is )?(?:turn|rotat|twist)\w* (?:to )?(?:the )?{side}", unless=r"head[^,;.]*(?:tilt|lean|tip)|(?:tilt|cock|tip)\w* the head"),
        _rule("head_tilt", side, rf"(?:head|ear|neck)\b[^,;.]*(?:tilt|lean|tip|cock|drop)\w*{_UP_TO}\b{side}|"
              rf"(?:tilt|lean|tip|cock|drop)\w* the (?:head|neck|ear){_UP_TO}\b{side}"),
        _rule("weight_leg", side, rf"weight{_UP_TO}\b{side}|(?:stand\w*|balanc\w*|supported|arabesque) on (?:the )?{side} (?:leg|foot)|"
              rf"{side} (?:leg|foot)[^,;.]*(?:tak|carr|bear)\w*[^,;.]*weight"),
        _rule("nearer_side", side, rf"{side} (?:side|half|shoulder|flank)[^,;.]*(?:near|clos)\w*[^,;.]*(?:camera|lens|us|viewer)"),
        _rule("nearer_hand", side, rf"{side} hand[^,;.]*(?:nearer|closer|nearest|closest)[^,;.]*(?:camera|lens|us|viewer)"),
        _rule("view", f"{side}_side", rf"from the {side}|{side} (?:side )?profile|(?:in )?profile from the {side}|"
              rf"{side} side[^,;.]*(?:faces|facing|toward) (?:us|the camera)"),
    )
)  # fmt: skip
BODY: Final = (
    _rule("posture", "half_kneeling", rf"{_KNEEL} on (?:one|a single|the (?:left|right)) knee|half.?kneel|down on one knee"),
    _rule("posture", "on_all_fours", r"all fours|hands and knees|tabletop position"),
    _rule("posture", "kneeling", rf"{_KNEEL}|on both knees"),
    _rule("posture", "sitting_on_floor", rf"{_SIT}[^,;.]*on the floor|{_SIT}[^,;.]*cross.?legged"),
    _rule("posture", "sitting", rf"{_SIT}|\bin (?:the|a|an) (?:\w+ )?(?:chair|armchair|wheelchair|seat)\b|on the sofa", unless=r"sit.?ups?|not sit|(?:elbow|hand|hip|head|arm|foot|knee|shoulder)s? sits?\b"),
    _rule("posture", "squatting", r"\b(?:squat\w*|crouch\w*)\b"),
    _rule("posture", "lunging", r"\blung(?:e|es|ing)\b"),
    _rule("posture", "plank", r"\bplank|push.?up position|press.?up position"),
    _rule("posture", "lying_on_back", rf"{_LIE}[^,;.]*on the back|supine|(?:client|patient|person|him|her) on the back|{_LIE}[^,;.]*face up"),
    _rule("posture", "lying_face_down", rf"{_LIE}[^,;.]*(?:face.?down|on the (?:front|stomach|belly))|\bprone\b"),
    _rule("posture", "lying_on_side", rf"{_LIE}[^,;.]*on (?:one|the|a) (?:left |right )?side"),
    _rule("posture", "upside_down", r"upside.?down|handstand|headstand"),
    _rule("posture", "airborne", rf"{_AIR}|\bjump(?:s|ing)?\b|\bleap(?:s|ing)?\b", unless=rf"no part of|{_LIMB_UP}"),
    _rule("posture", "bent_over", r"\bb(?:ent|ends|ending) (?:right )?over\b|doubled over|bent double"),
    _rule("posture", "standing", r"\b(?:stands?|standing|stood)\b", unless=r"handstand|not stand"),
    _rule("airborne", "no", r"not in the air|no part of \w+ is in the air"),
    _rule("airborne", "yes", _AIR, unless=_LIMB_UP),
    _rule("arms_crossed", "no", r"arms (?:are )?(?:not crossed|uncrossed|unfolded)"),
    _rule("arms_crossed", "yes", r"arms[^,;.]* (?:crossed|folded)|(?:cross|fold)\w* (?:the )?arms"),
    _rule("legs_crossed", "no", r"(?:legs|ankles) (?:are )?(?:not crossed|uncrossed)"),
    _rule("legs_crossed", "yes", r"(?:legs|ankles)[^,;.]* crossed|cross\w* (?:the )?(?:legs|ankles)|cross.?legged|one (?:leg|ankle|knee) (?:crossed )?over the other"),
    _rule("hands_distance", "together", r"hands[^,;.]*(?:together|clasped|joined|touching each other|interlaced)|prayer"),
    _rule("hands_distance", "wide_apart", r"hands[^,;.]*(?:wide apart|far apart|spread wide)|arms (?:spread wide|wide open)"),
    _rule("hands_distance", "apart", r"hands\b[^,;.]*\bapart", unless=r"(?:legs|feet|knees)[^,;.]*apart"),
    _rule("feet_distance", "together", r"feet[^,;.]*together|heels together"),
    _rule("feet_distance", "wide_apart", r"feet[^,;.]*(?:wide apart|far apart|spread wide|wider than)|wide stance|stance is wide|legs (?:spread )?wide|feet planted wide"),
    _rule("feet_distance", "apart", r"(?:feet|legs)\b[^,;.]*(?:apart|width)|(?:hip|shoulder).width stance"),
    _rule("knees_distance", "together", r"knees[^,;.]*(?:together|touching)"),
    _rule("knees_distance", "apart", r"knees[^,;.]*(?:apart|splayed|spread)"),
    _rule("front_foot", "equal", r"neither[^,;.]*(?:ahead|in front|forward)|feet side by side"),
    _rule("feet_staggered", "no", r"feet[^,;.]*(?:side by side|not staggered|parallel)|square stance"),
    _rule("feet_staggered", "yes", r"stagger|split stance|one foot (?:is )?(?:ahead|in front)"),
    *(_rule(f"{limbs}_symmetric", label, rf"{limbs}[^,;.]*(?:{says})") for limbs in ("arms", "legs")
      for label, says in (("no", "asymmetric|not symmetric|differently|not mirror"), ("yes", "symmetric|mirror"))),
    _rule("torso_lean", "bent_far_forward", r"(?:bent|folded|hinged|stooped|bowed|leaning|leans) (?:far |right |deeply )(?:over|forward)|"
          r"(?:bent|folded|hinged) (?:over(?! the (?:chest|head|face))|in half|forward at the (?:hips?|waist))|"
          r"forward fold|doubled over|bent double|(?:deep|far) forward (?:bend|lean)"),
    _rule("torso_lean", "forward", rf"{_LEAN} (?:slightly |a little |a bit )?forward|forward lean|pitched forward|stoop",
          unless=r"(?:head|chin|neck)[^,;.]*forward"),
    _rule("torso_lean", "backward", rf"{_LEAN} (?:slightly )?(?:far )?back(?:ward)?|arch(?:es|ed|ing) (?:the back|back)",
          unless=r"(?:head|chin|neck) [^,;.]*back"),
    _rule("torso_lean", "upright", r"(?:torso|back|posture|body|chest)[^,;.]*(?:upright|erect|straight|vertical|tall)|"
          r"(?:sit|stand)\w* (?:up |bolt )?(?:upright|tall|erect|straight)", unless=r"not (?:upright|straight|erect)"),
    _rule("torso_side_lean", "none", r"torso[^,;.]*not lean|no (?:side|sideway|lateral) (?:lean|bend|tilt)"),
    _rule("torso_orientation", "horizontal", r"(?:torso|back|body)[^,;.]*(?:horizontal|parallel (?:to|with) the floor)|flat back"),
    _rule("torso_orientation", "inverted", r"(?:torso|body)[^,;.]*(?:upside.?down|inverted)|handstand|headstand"),
    _rule("torso_orientation", "slanted", r"(?:torso|body)[^,;.]*(?:diagonal|slant)"),
    _rule("torso_orientation", "vertical", r"torso[^,;.]*(?:vertical|upright|erect)"),
    _rule("torso_twist", "none", r"(?:torso|shoulders)[^,;.]*(?:not (?:twist|rotat)|square (?:to|with))|no (?:twist|rotation)"),
    *_BOTH_WAYS,
    _rule("head_turn", "straight", rf"{_LOOK}[^,;.]{{0,12}} straight ahead|head (?:faces |facing )?forward"),
    _rule("head_nod", "down", r"(?:look|gaz|star|eyes|face|facing)\w* (?:straight )?down|head (?:is )?(?:bowed|dropped|down|lowered|bent)|"
          r"chin (?:is )?(?:tucked|down|lowered|to the chest|on the chest)", unless=r"(?:camera|lens)[^,;.]*down|lying|face.down"),
    _rule("head_nod", "up", r"(?:look|gaz|star|eyes|facing)\w* (?:straight |right )?(?:up\b|skyward|toward the (?:sky|ceiling))|"
          r"chin (?:is )?(?:up|raised|lifted)|head (?:is )?(?:thrown |tipped |tilted )?back\b", unless=r"(?:camera|lens)[^,;.]*up|face up"),
    _rule("head_nod", "level", r"(?:head|chin|gaze|eyes)(?: is| are)? level\b(?! with)"),
    _rule("head_tilt", "straight", r"head (?:is )?not tilted"),
    _rule("facing_lens", "no", r"(?:not (?:look|fac)\w*[^,;.]*|look\w* away from |face\w* away from |turned away from )(?:the )?(?:camera|lens|us)"),
    _rule("facing_lens", "yes", r"(?:look|star|gaz|smil|eyes|face|facing)\w*[^,;.]{0,16} (?:at|into|toward) (?:the )?(?:camera|lens|viewer|us)\b"),
    _rule("weight_leg", "both", r"weight[^,;.]*(?:even|equal|both|shared|centred|centered)"),
    _rule("balance", "unstable", r"off.?balance|unbalanced|unsteady|topp?l\w*|losing[^,;.]*balance|about to fall|unstable"),
    _rule("balance", "stable", r"\b(?:well |perfectly )?balanced\b|\bstable\b|\bsteady\b", unless=r"\bnot\b"),
    _rule("compactness", "curled_up", r"curled|tucked (?:up|into)|huddled|ball\b|fetal|foetal"),
    _rule("compactness", "stretched_out", r"stretched out|starfish|spread.?eagle"),
    _rule("view", "front", r"from the front|front(?:al)? view|facing (?:us|the camera)|fac(?:es|ing) (?:directly )?(?:toward )?(?:us|the camera)"),
    _rule("view", "back", r"from behind|from the (?:back|rear)|(?:back|rear) view|(?:back|torso) (?:is )?(?:turned )?(?:to|toward) (?:us|the camera)"),
    _rule("camera_height", "above", r"from above|drone view|(?:camera|lens|shot|photo)[^,;.]*(?:looks? down|looking down|from (?:up )?high)|high.angle|bird"),
    _rule("camera_height", "below", r"from below|(?:camera|lens)[^,;.]*(?:looks? up|looking up)|low.angle|worm"),
    _rule("camera_height", "level", r"(?:camera|lens)[^,;.]*(?:level|eye height)|eye.level (?:shot|view|photo|camera)"),
)  # fmt: skip
"""Facts of the whole body, told anywhere in the text; the first that fits of every family counts."""

_HIGHER: Final = {p: f"higher_{p}" for p in ("hand", "elbow", "shoulder", "knee", "foot")} | {"arm": "more_raised_arm"}
_MORE_BENT: Final = {
    "knee": "more_bent_knee",
    "leg": "more_bent_knee",
    "elbow": "more_bent_elbow",
    "arm": "more_bent_elbow",
}
_FRONT: Final = {"foot": "front_foot", "leg": "front_foot"}
COMPARED: Final = (
    (re.compile(r"\bhigher\b(?! than the (?:head|hip|shoulder|waist|chest))|\babove the (?:level of the )?(?:left|right|other)|on top|raised more"), _HIGHER, 1),
    (re.compile(r"\blower\b(?! leg| back| body| than the (?:head|hip|shoulder|waist|chest))|\bbelow the (?:left|right|other)"), _HIGHER, -1),
    (re.compile(r"more (?:bent|flexed)|(?:bent|flexed) more|deeper bend"), _MORE_BENT, 1),
    (re.compile(r"straighter|less (?:bent|flexed)"), _MORE_BENT, -1),
    (re.compile(r"(?:in front|ahead)(?! of the (?:body|torso|chest|belly|face|head))(?! of (?:him|her|them|me))|\blead|forward"), _FRONT, 1),
    (re.compile(r"\bbehind\b(?! the (?:back|body|torso))|\btrail|\bback\b(?! on)"), _FRONT, -1),
    (re.compile(r"(?:in front|ahead|forward) (?:of|than) the (?:left|right|other)"), {"hand": "front_hand"}, 1),
)  # fmt: skip
"""How sides are compared: words, part -> fact, and whether they speak for the side that is named first."""
EVEN: Final = re.compile(r"\b(?:level(?! with the)|even|same height|equal height|equally high)\b")
ALIKE: Final = re.compile(r"same (?:degree|angle|amount)|equally (?:bent|flexed)")
"""What says that two sides are equally high, and equally bent."""
