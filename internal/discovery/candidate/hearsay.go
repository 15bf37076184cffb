package candidate

import "regexp"

// Sentences that hold a word of need and yet no need of the customer's.
var (
	saying    = regexp.MustCompile(`(?i)\b(he|she|they|somebody|someone|people|everybody|everyone|boss|director|consultants?|vendors?|salesman|rep|colleague|friend|wife|husband|daughter|son|sohn|tochter|provost|dean|ceo|chef|anbieter|berater|kollege|kollegin|anwalt|neighbou?r|competitor|analyst|lot|guy|ones?) (?:once |always |also |even |still |really )*(said|says|told (?:me|us)|tells (?:me|us)|thinks|thought|reckons?|keeps saying|would love|dreams of|meint|sagt|sagte|hat gesagt|haben gesagt|meinte|behauptet|glaubt)\b`)
	epistemic = regexp.MustCompile(`(?i)\b(it|that|this|there|he|she|you|they) must be (a|an|some|so|very|quite|really|hard|nice|tough|great|fun|lovely|weird|strange|frustrating|exciting|about|our|your)\b|\bmust (run on|cost|take ages|feel|look like|mean)\b`)
	errand    = regexp.MustCompile(`(?i)\b(i|we|you|somebody|someone)('d|'ll|'ve)? (also |really |just |first |probably |would |will )*(have|need|got|want|wanted|should|must|ought)( to)? (also |really |just |first )?(check|ask|talk|think|look into|look at|discuss|find out|confirm|speak (to|with)|convince|run it by|see (what|how|whether|if))\b`)
	thenChore = regexp.MustCompile(`(?i)^(and |so )?then (i|we|they|he|she|you|somebody|someone|people) (have|has|need|needs|got|must|'ve got)\b`)
	anybody   = regexp.MustCompile(`(?i)\b(you|people|nobody|he|she) (can't|cannot|can not)\b`)
	contrast  = regexp.MustCompile(`(?i)\w, (and )?not (in |on |to |from |by |with |over |into |after |der |die |das |im |in der )?(\p{L}+ ){0,4}\p{L}+[.!]?$`)
	leanIf    = regexp.MustCompile(`(?i)^(if (it's|it is|it takes|that's|it gets|they|you|we)|anything|more|longer|after|beyond|any \w+er|wenn es|alles|mehr|länger)\b`)
)

// reportedBy says whether a need is somebody else's opinion: a consultant's, a boss's. What a
// rule, a regulator or the speaker says counts as said.
func reportedBy(text string) bool { return saying.MatchString(text) }
