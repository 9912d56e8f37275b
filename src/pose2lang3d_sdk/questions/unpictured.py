"""Questions about what seventeen keypoints do not show: heels, toes, an arched back, chairs, what somebody could do.

Some nearby fact would answer them with confidence ("Is the left heel raised?" by the foot), and wrongly. Questions
about parts are refused only if every word is understood; wordings that geometry gives a meaning (heels together,
"hunched over", one shoulder up) are left to the nets, and so are the face and whatever else is no part of the pose.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.questions.words import ANYBODY, ASIDE, BARE_WHOSE, CAMERA, PARTS, SOMEBODY, TAG, bare

_OPENING: Final = (
    rf"{ASIDE}(?:(?:(?:(?:can|could|would|do) you |please )*"
    r"(?:tell me|tell|say|see|know|think|check|confirm|i wonder)(?: if| whether| that)? "
    rf"|is it (?:true|correct) that |(?:does )?it looks? like |true or false |yes or no ){ASIDE})?"
)
_BE: Final = r"(?:is|are|isnt|arent|am|was|were)"
_DO: Final = r"(?:do|does|dont|doesnt)"
_DOES: Final = rf"(?:(?:{_BE}|{_DO}|did|has|have|hasnt|havent) )?"
_HAS: Final = rf"(?:(?:{_DO} {ANYBODY} have|(?:has|have|hasnt) {ANYBODY}(?: got)?|{_BE} there) )?(?:(?:any|the) )?"
_HOW: Final = (
    r"(?:(?:not|both|still|also|an?|bit|little|slightly|fully|completely|very|too|so|really|quite|clearly|overly|well|"
    r"nicely|nice|held|kept|being) )*"
)
_SIDE: Final = r"(?:(?:both|two|left|right|front|back|rear|lead|leading|trailing) )*"
_WHOSE: Final = rf"(?:(?:one|either|any|both) (?:of )?)?{BARE_WHOSE}{_SIDE}"
_OWN: Final = rf"(?:both (?:of )?)?(?:the|his|her|their|my|your) {_SIDE}"
"""Somebody's: "arching back" means another thing than "arching her back"."""
_KEEPS: Final = r"(?:keeping|keeps?|kept|holding|hold|carry|carries|carrying|with|got|have|has|having)"
_SLOUCHES: Final = rf"{_BE} {ANYBODY} {_HOW}(?:slouching|slouched|slumped|slumping|hunched|hunching|arching|rounding)"
_WHAT_IS: Final = r"(?:(?:whats|what is|what are|give me|measure) )?"
_ENDING: Final = (
    r"(?: (?:or not|yes or no|at all|a bit|a little|slightly|in degrees))*"
    rf"(?: (?:{_BE}|{_DO}|has|hasnt) (?:it|they|he|she|there|i|you))?{TAG}"
)

_GROUND: Final = r"(?:the |his |her )?(?:floor|ground|mat|deck|dirt|grass)"
_WAY: Final = r"(?:back|backwards?|forwards?|up|upwards?|down|downwards?|in|inwards?|out|outwards?)"
_NEUTRAL: Final = r"neutral|in (?:a )?neutral(?: position)?"
_TOWARDS: Final = (
    rf"(?:straight )?(?:{_WAY}|ahead|straight|sideways|apart|away|to the (?:left|right|side|sides|front)"
    r"|(?:in )?the same (?:way|direction)|in different directions|at an angle"
    rf"|(?:(?:at|to|towards?) )?(?:{_GROUND}|(?:the )?(?:camera|lens|viewer|ceiling|sky|body|front)|us|me|each other))"
)
_TURNED: Final = rf"(?:turned|turning|pointing|pointed|facing|angled|rotated) (?:{_TOWARDS})"
_DIRECTION: Final = (
    r"(?:which way|where|(?:in )?(?:which|what) (?:direction|way)) "
    rf"(?:{_BE}|{_DO}) {_WHOSE}(?:PART) (?:points?|pointing|pointed|faces?|facing|turned|turn|turning)"
    rf"|{_DO} {_WHOSE}(?:PART) (?:point|turn|face) (?:{_TOWARDS})"
)
"""Questions where a part points; `PART` is it."""
_BEND: Final = r"(?:angles?|bend|(?:dorsi|plantar ?)?flexion|extension)(?: angles?)?"
_ANGLE: Final = (
    rf"{_WHAT_IS}{_WHOSE}(?:PART)(?: joints?)? {_BEND}"
    rf"|{_WHAT_IS}(?:the )?{_BEND} (?:of|at|in) {_WHOSE}(?:PART)(?: joint)?"
    rf"|(?:at )?what angle {_BE} {_WHOSE}(?:PART)(?: (?:at|bent|held|flexed))?"
    rf"|{_DO} {_WHOSE}(?:PART) (?:bend|flex)(?: {_WAY})?"
)
"""Questions for the angle of a joint; so, too."""

_KNOWS_GROUND: Final = "I know only whether a foot is on the ground"
_NO_BACK: Final = "I see no points between the shoulders and the hips, so not the shape of the back"
_ASK_LEAN: Final = "ask how the torso leans"


class _Part(NamedTuple):
    """Something that is not seen.

    Attributes:
        part: words for it; may be followed by `state`, come after it, or be what somebody is `doing` something to.
        asked: questions of other forms.
        why: why nothing can be told of it, and what can be asked instead.
    """

    part: str
    state: str
    doing: str
    asked: tuple[str, ...]
    why: str


_PARTS: Final = (
    _Part(
        part=rf"heels?(?: of {BARE_WHOSE}(?:(?:left|right|front|back|rear|lead|trailing) )?(?:foot|feet))?",
        state=(
            r"(?:up|down|flat|planted|grounded|raised|lifted|elevated|lifting|rising)"
            r"|(?:(?:up|down|flat|planted|raised|lifted|lifting|coming|pressed) )?"
            rf"(?:off|on|into|onto|touching|leaving|in contact with) {_GROUND}"
        ),
        doing="raising|raise|raised|lifting|lift|lifted|planting",
        asked=(
            rf"{_DO} {_WHOSE}heels? (?:touch|leave|lift off|come off|stay on) {_GROUND}",
            rf"{_BE} {_WHOSE}heels? (?:lower|higher|below|above)(?: than)? {_WHOSE}toes?.*",
        ),
        why=f"the heels are not among the points that I see; {_KNOWS_GROUND}",
    ),
    _Part(
        part="tip ?toes?",
        state="up",
        doing="",
        asked=(
            (
                rf"(?:{_BE} )?(?:{ANYBODY} )?(?:{_BE} )?{_HOW}"
                r"(?:(?:up|stand|stands|standing|stood|rising|raised|balancing|balanced|walking) )*on "
                rf"{BARE_WHOSE}(?:tip ?toes?|toes|balls? of {BARE_WHOSE}(?:foot|feet))"
            ),
            rf"{_DOES}(?:{ANYBODY} )?(?:tip ?toe|tip ?toes|tip ?toeing)",
            rf"{_DOES}{_WHOSE}(?:body )?weight (?:\w+ ){{0,3}}(?:on|over|in) {_WHOSE}(?:heels?|toes|balls? of)\b.*",
        ),
        why=f"the heels and toes are not among the points that I see; {_KNOWS_GROUND}",
    ),
    _Part(
        part="toes?|feet|foot",
        state=rf"turned|{_TURNED}",
        doing="pointing|curling|turning out|turning in",
        asked=(
            _DIRECTION.replace("PART", "toes?|feet|foot"),
            rf"{_WHOSE}toes (?:in|out)",
            (
                rf"(?:{_BE} )?{_WHOSE}toes (?:{_BE} )?{_HOW}"
                rf"(?:curled|spread|splayed|pointed|flexed|tucked)(?: (?:{_WAY}|under))?"
            ),
            (
                rf"(?:{_BE} )?(?:{ANYBODY} |{_WHOSE}(?:feet|foot) )?(?:{_BE} )?{_HOW}"
                r"(?:pigeon ?toed|duck ?footed|(?:in|out) ?toed|toed (?:in|out))"
            ),
            rf"{_HAS}(?:turn ?out|toe out|toe in)(?: (?:of|in) {_WHOSE}(?:feet|foot))?",
        ),
        why="the toes are not among the points that I see, so I do not know which way a foot points",
    ),
    _Part(
        part="wrists?",
        state=(
            r"(?:bent|straight|flexed|extended|hyperextended|cocked|twisted|rotated|curled|bending|flexing|limp|broken)"
            rf"(?: {_WAY})?|{_NEUTRAL}|in line with {_WHOSE}forearms?"
        ),
        doing=rf"(?:bending|bend|bent|flexing|flex|flexed|cocking|cocked|extending|twisting)(?: {_WAY})?",
        asked=(_ANGLE.replace("PART", "wrists?"),),
        why="the hand beyond the wrist is not among the points that I see; I know only how the elbow is bent",
    ),
    _Part(
        part="ankles?|(?:feet|foot)(?= (?:flexed|pointed|dorsi|plantar))",
        state=(
            r"(?:bent|straight|flexed|extended|pointed|dorsi ?flexed|plantar ?flexed|twisted|rolled|rotated|bending)"
            rf"(?: {_WAY})?|{_NEUTRAL}"
        ),
        doing=rf"(?:bending|bend|bent|flexing|flex|flexed|extending|rolling|twisting)(?: {_WAY})?",
        asked=(_ANGLE.replace("PART", "ankles?|foot|feet"),),
        why="the foot beyond the ankle is not among the points that I see; I know only how the knee is bent",
    ),
    _Part(
        part=r"(?:(?:lower|upper|mid|middle) )?back|(?:(?:lumbar|thoracic|lower|upper) )?spine|backbone",
        state=(
            rf"arched(?: {_WAY})?|arching|rounded|rounding|hunched|curved|hollow|hollowed|swayed|straight|flat|aligned"
            f"|in alignment|{_NEUTRAL}"
        ),
        doing="arching|arch|arched|rounding|round|rounded|curving|hollowing|flattening",
        asked=(
            (
                rf"{_HAS}{_HOW}(?:arch|curve|curvature|hollow|rounding) (?:in|to|of) "
                rf"{_WHOSE}(?:(?:lower|upper) )?(?:back|spine)"
            ),
            rf"(?:whats|what is) the (?:shape|curve|curvature) of {_WHOSE}(?:back|spine)",
            (
                rf"(?:{_DOES}{ANYBODY} {_HOW}|(?:he|she) is {_HOW})?"
                "(?:slouch|slouching|slouched|slumped|slumping)(?: or .+)?"
                "(?: in (?:the|that|this|a|his|her|their) (?:chair|seat|sofa))?"
            ),
        ),
        why=f"{_NO_BACK}; {_ASK_LEAN}",
    ),
    _Part(
        part="pelvis|tailbone",
        state=rf"(?:tilted|tilting|tipped|tucked)(?: (?:{_WAY}|under|anteriorly|posteriorly))?|{_NEUTRAL}",
        doing="tucking|tuck|tilting|tilt|tipping",
        asked=(
            (
                rf"{_HAS}{_HOW}(?:(?:anterior|posterior|forward|backward) )?"
                rf"(?:pelvic tilt|tilt (?:of|in|to) {_WHOSE}pelvis)"
            ),
        ),
        why=f"I see only one point at each hip, so not whether the pelvis is tipped forwards or back; {_ASK_LEAN}",
    ),
    _Part(
        part="shoulders|shoulder blades|scapulae?",
        state=(
            "back|up|raised|lifted|shrugging"
            rf"|(?:shrugged|hunched|rounded|slumped|rolled|retracted|protracted|squeezed)(?: (?:{_WAY}|together))?"
            "|(?:pulled|drawn|set|pushed) (?:back|backwards?|down|forwards?|together|up)"
            "|(?:(?:raised|lifted|pulled|drawn|hunched|shrugged|rounded) )?(?:up )?(?:to|towards?|near|by|around) "
            rf"{_WHOSE}ears?"
        ),
        doing="shrugging|shrug|shrugged|rounding|hunching|rolling|squeezing|pulling back",
        asked=(rf"{_DOES}{ANYBODY} {_HOW}(?:shrug|shrugging)",),
        why=(
            "I see only one point at each shoulder, so not whether both are drawn up, back or forwards; "
            "ask which one is higher"
        ),
    ),
    _Part(
        part="knees?",
        state="(?:caving|caved|falling|collapsing|collapsed|buckling|tracking) (?:in|inwards?)",
        doing="",
        asked=(
            rf"{_DO} {_WHOSE}knees? (?:cave|fall|collapse|buckle) (?:in|inwards?)",
            rf"(?:{_BE} )?(?:{ANYBODY} )?(?:{_BE} )?{_HOW}(?:knock ?kneed|bow ?legged)",
            (
                rf"(?:{_HAS}|{_DO} {ANYBODY} (?:show|have) |{_BE} )?{_HOW}(?:{_WHOSE}knees? )?{_HOW}"
                r"(?:(?:in|showing) )?(?:knee )?(?:valgus|varus)(?: (?:or (?:valgus|varus|neutral|not) ?)+)?"
                rf"(?: (?:(?:of|in|at) {_WHOSE}knees?|on (?:the|his|her) (?:left|right)(?: side)?))?"
            ),
        ),
        why="knees fall in or out by less than the points that I see can show; ask how far they are apart",
    ),
    _Part(
        part="palms?",
        state=rf"{_WAY}|{_TURNED}",
        doing="",
        asked=(
            _DIRECTION.replace("PART", "palms?"),
            rf"(?:{_BE} )?{_WHOSE}(?:forearms?|hands?) (?:{_BE} )?{_HOW}(?:pronated|supinated|palms? (?:up|down))",
        ),
        why="the palms are not among the points that I see; ask where the hands are",
    ),
    _Part(
        part="fingers|thumbs?|fists?|hands?(?= (?:clenched|closed|open|making|in))",
        state=(
            rf"open|closed|clenched|curled|straight|bent|extended|(?:pointing|pointed|turned) {_WAY}"
            r"|(?:spread|splayed)(?: (?:out|apart|wide))?"
            "|making (?:a fist|fists)|in (?:a fist|fists)"
        ),
        doing="spreading|spread|curling|clenching|clench|crossing",
        asked=(
            rf"{_DOES}{ANYBODY} {_HOW}(?:making|make|forming) (?:a fist|fists)",
            rf"{_DOES}{ANYBODY} {_HOW}pointing (?:with )?(?:an?|the|his|her) (?:index )?finger",
            rf"{_DOES}{SOMEBODY} {_HOW}(?:pointing|points?)(?: (?:at|to|towards?) (?:some|any)(?:thing|one|body))?",
        ),
        why="the fingers are not among the points that I see; ask where the hands are",
    ),
    _Part(
        part="head|neck",
        state=(
            "(?:jutting|poking|thrust|sticking|pushed|craned) (?:out )?(?:forwards?|out|ahead)"
            rf"|(?:stacked )?(?:in front of|ahead of|forward of|over|on) {_WHOSE}(?:shoulders|body|torso|trunk)"
            "(?: or stacked)?"
        ),
        doing="jutting|poking",
        asked=(
            (
                rf"{_DO} {_WHOSE}head (?:stay|sit|stack|drift|jut|poke) (?:over|forwards?|in front|ahead)"
                rf"(?: (?:of )?{_WHOSE}(?:midline|shoulders|body|torso|chest))?(?: or (?:drift|jut|poke) {_WAY})?"
            ),
            (
                rf"(?:{_BE} )?{_WHOSE}ears? (?:{_BE} )?(?:stacked )?"
                rf"(?:over|in line with|aligned with|in front of|ahead of) {_WHOSE}shoulders?"
                rf"(?: (?:and )?over {_WHOSE}hips?)?"
            ),
            rf"{_HAS}{_HOW}(?:forward head(?: (?:posture|carriage|position))?|head forward posture)",
            rf"(?:{_BE} )?{_WHOSE}neck (?:{_BE} )?{_HOW}(?:long|lengthened|elongated)",
        ),
        why=(
            "I do not know how far forwards the head is held or how long the neck is; "
            "ask how the head is turned or tilted"
        ),
    ),
)


def _form(part: _Part) -> re.Pattern[str]:
    name, state = f"(?:{part.part})", f"(?:{part.state})"
    forms = [
        rf"(?:{_BE} )?{_WHOSE}{name} (?:{_BE} )?{_HOW}{state}(?: or (?:{_HOW}{state}|{_SLOUCHES}))?",
        rf"(?:which|what) (?:of {_WHOSE})?{_SIDE}(?!shoulders ){name} (?:{_BE} )?{_HOW}{state}",
        rf"how (?:much )?{state} {_BE} {_WHOSE}{name}",
        rf"how (?:much|far|high|many degrees) {_BE} {_WHOSE}{name} {state}",
        rf"{_HAS}{_HOW}{state} {name}",
        rf"{_DOES}{ANYBODY} {_HOW}{_KEEPS} {_WHOSE}{name} {_HOW}{state}",
        *part.asked,
    ]
    if part.doing:
        forms.append(rf"{_DOES}{ANYBODY} {_HOW}(?:{part.doing}) {_OWN}{name}")
    return re.compile(rf"^{_OPENING}(?:{'|'.join(forms)}){_ENDING}")


_THINGS: Final = (
    "chair|seat|stool|sofa|couch|bench|bed|wall|door|window|table|desk|counter|railing|rail|fence|post|pole|tree|rock|car"
    "|truck|bike|bicycle|motorbike|horse|board|skateboard|surfboard|skis?|ball|bat|racket|phone|cup|bottle|book|bag|wheel"
    "|engine|stove|oven|sink|handlebars?|net|umbrella|kite|frisbee|disc|glove|rope|cane|crutch|paddle|knife|pan|plate|cake"
    "|laptop|keyboard|tripod"
)
_LIMBS: Final = "hands?|arms?|elbows?|forearms?|wrists?|feet|foot|legs?|knees?|head|back|shoulders?"
_SHEET: Final = r"(?:the |this )?(?:picture|photo|image|frame|shot)"
_EDGE: Final = r"(?:upper|lower|left|right|top|bottom)"
_ANY_OF_IT: Final = rf"(?:{SOMEBODY}|{BARE_WHOSE}(?:head|face|legs|arms|torso|body|hands|feet))"
_ELSEWHERE: Final = {
    "what is done towards the camera does not show in the points of one picture; ask how the body is held": (
        rf"{_BE} {SOMEBODY} (?!(?:fac|look|gaz|star|glanc|peer|turn|reach|com)ing)\w+ing (?:straight |directly )?"
        rf"(?:at|to|towards?|away from|into) {CAMERA}"
    ),
    "I know how the body is held, not where it is in the picture or how far away": (
        rf"{_BE} {SOMEBODY} (?:standing |sitting |located |positioned |placed )?"
        r"(?:(?:on|at|to|in) (?:the )?(?:left|right|middle|centre|center|top|bottom)(?: hand)?(?: side| half| part)?"
        rf" (?:of|in) {_SHEET}"
        rf"|in the (?:foreground|background)|(?:close|near|far away|far)(?: to| from)? {CAMERA})"
        rf"|how (?:far|close|near)(?: away)? (?:is|are) {SOMEBODY}(?: away)? (?:from|to) {CAMERA}"
        rf"|(?:(?:in|on) )?(?:which|what) (?:side|half|part|edge|corner|third) of {_SHEET} (?:is|are) {_ANY_OF_IT}"
        r"(?: (?:in|on|at))?"
        rf"|{_BE} {_ANY_OF_IT} in the {_EDGE}(?: or (?:the )?{_EDGE})? (?:half|part|third) of {_SHEET}"
    ),
    "I answer about one person at a time": (
        r"(?:are|do) (?:the (?:two|three|other)|both|all(?: of)?)(?: the| these| those)? "
        r"(?:men|women|people|persons|guys|girls|boys|players|kids|children|them) "
        rf"(?!(?:{PARTS}|joints?|limbs?|weight)\b).+"
    ),
    "I see one moment, and not what somebody could do": (
        rf"{_BE} {SOMEBODY} able to (?!(?:just )?(?:stay|stand|hold|keep|balance)\b)\w+.*"
        rf"|(?:whats|what is) {BARE_WHOSE}(?:range of motion|rom) (?:of|in|at) .+"
    ),
    "I tell the pose as it is, not as it would be": (
        rf"(?:if|assume|assuming|suppose|supposing|imagine)(?: that)? (?:{SOMEBODY}|{_WHOSE}(?:{_LIMBS})) "
        rf"(?:(?:straightened|straightens|lowered|lowers|raised|raises|dropped|drops|lifted|lifts) {_WHOSE}(?:{_LIMBS})"
        r"|werent|wasnt|(?:was|were) (?:raised|lowered|lifted|dropped|straightened))\b.*\bwould (?!you\b).*"
    ),
    f"{_NO_BACK} and the line of the body; ask how it leans, or which leg carries more weight": (
        rf"(?:(?:give|draw|show|tell) me |whats |what is |describe )?{_WHOSE}lines? of action"
        r"(?: in words|(?: (?:[cs] curve|or|straight))+)?"
        rf"|(?:wheres|where is) {_WHOSE}line of action going\b.*|does {_WHOSE}line of action (?:go|flow|curve)\b.*"
        rf"|(?:does|is) {_WHOSE}silhouette (?:read|readable|clear|clean)\b.*"
        rf"|{_BE} (?:this|it|{SOMEBODY}) (?:in )?(?:an? )?contrapposto"
        rf"|(?:{_BE} (?:this|it|{SOMEBODY}) (?:in )?)?(?:an? )?[cs] curve(?: (?:or )?(?:an? )?(?:[cs] curve|straight))+"
    ),
    "I do not know which parts cover each other, or what lies on a line; ask what is in front, above or beside": (
        r"(?:does|do|is|are) (?:(?:one|an?|either|any) )?(?:of )?"
        rf"{_WHOSE}(?:{_LIMBS}) overlap(?:s|ping)? (?:with )?{_WHOSE}(?:torso|trunk|body|head|face|background)"
        r"(?: in (?:this|the) view)?"
        r"|(?:if (?:i|you|we) (?:draw|drew|drop|hang) )?an? plumb line from .+ (?:falls?|lands?|pass(?:es)?)\b.*"
    ),
    "I say how the body is held, not how it should be": (
        rf"{_BE} {SOMEBODY} in an? (?:good|bad|proper|poor|correct|healthy|safe|perfect) (?:\w+ )?"
        r"(?:position|posture|form|stance)|(?:(?:quick|an?) )*(?:form|technique) check|"
        rf"(?:what|how) (?:should|must) (?:{ANYBODY}|we) "
        r"(?:do|change|fix|correct|improve|adjust|get|straighten|stand|sit|move|hold|bend|keep|put|lower|raise|turn)\b.*"
    ),
    "I see no things, only the points of the body; ask how the body leans": (
        rf"(?:{_BE} )?(?:{SOMEBODY} )?(?:standing (?:on {BARE_WHOSE}own|freely|alone) or )?"
        r"(?:leaning|resting|propped|supported|braced|rested) (?:up )?"
        rf"(?:{BARE_WHOSE}(?:weight|back|body|shoulder|hip) )?(?:on|against|by|at) "
        rf"(?:something|anything|(?:the|a|an|his|her|their) (?:{_THINGS}))"
        rf"|what {_BE} {SOMEBODY} leaning (?:on|against)(?: with .+)?"
    ),
    "I see no things, only the points of the body": (
        rf"(?:has|have|does) {SOMEBODY} (?:got|have) (?:both|one|two|a|an|his|her)(?: of (?:his|her))? (?:{_LIMBS}) on "
        rf"(?:the|an?|his|her|their) (?:{_THINGS})"
        rf"|(?:can {SOMEBODY} |{_DOES}{SOMEBODY} {_HOW})(?:touch|hold|grab|grabb|grip|gripp|carry|catch)(?:ing)? "
        rf"(?:on to |onto )?(?:the|an?|his|her|their) (?:{_THINGS})(?: with {_WHOSE}(?:{_LIMBS}))?"
        rf"|{_BE} {_WHOSE}(?:{_LIMBS}) (?:{_BE} )?(?:\w+ing )?(?:on|against|touching|under|behind|beside|next to|at) "
        rf"(?:the|a|an|his|her|their) (?:{_THINGS})"
        r"|(?:which|what) (?:hand|arm|foot) (?:is |does )?(?:\w+ )?(?:holds?|holding|grabs?|grabbing|grips?|gripping"
        rf"|carries|carrying|touch(?:es|ing)|catch(?:es|ing)|reaching for) (?:the|a|an|his|her|their) (?:{_THINGS})"
        rf"|(?:is|are) there (?:(?:an?|any|some) )?(?:{_THINGS})(?:e?s)?"
        r"(?: (?:in|at|near|behind|beside)(?: \w+){1,3})?"
    ),
}
"""Why it cannot be told -> questions about what is not of the body alone."""

_CONTRACTED: Final = re.compile(r"\b(he|she)s\b")

_REFUSED: Final = (
    *((_form(part), Decoded(f"I cannot tell: {part.why}.", "unknown", 1.0)) for part in _PARTS),
    *(
        (re.compile(rf"^{_OPENING}(?:{form}){_ENDING}"), Decoded(f"I cannot tell: {why}.", "out_of_scope", 1.0))
        for why, form in _ELSEWHERE.items()
    ),
)


def beyond(question: str) -> Decoded | None:
    """The refusal of a question about something that the keypoints do not show; None for any other question.

    Args:
        question: one line of text.

    >>> from pose2lang3d_sdk.questions.unpictured import beyond
    >>> beyond("Is the left heel raised?").text
    'I cannot tell: the heels are not among the points that I see; I know only whether a foot is on the ground.'
    >>> beyond("Is he sitting back on his heels?")
    """
    words = _CONTRACTED.sub(r"\1 is", bare(question))
    return next((refusal for form, refusal in _REFUSED if form.match(words)), None)
