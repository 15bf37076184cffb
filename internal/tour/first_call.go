package tour

import (
	"bytes"

	"throughline/internal/discovery"
	"throughline/internal/discovery/qualification"
	"throughline/internal/thread"
)

// needsOfFirstCall are decided in this order, which is the order of the requirements' keys.
var needsOfFirstCall = []choice{
	{name: "dispatch", words: []string{"dispatch changes", "five seconds"}, group: "Events"},
	{name: "peak", words: []string{"two thousand four hundred", "thirty minutes"}, group: "Events",
		statement: "Take 2,400 events a second for 30 minutes at peak, and lose none"},
	{name: "replay", words: []string{"replay", "within one hour"}, group: "Events"},
	{name: "retry", words: []string{"retry", "seventy-two hours"}, group: "Events", statement: "Retry a failed delivery for 72 hours"},
	{name: "once", words: []string{"delivered twice", "billing"}, group: "Events", statement: "Never deliver the same event twice to billing"},
	{name: "mappings", words: []string{"mappings have to move", "cut-over"}, group: "Moving over",
		statement: "Move all 312 mappings from the old broker, with at most 4 hours of cut-over for each wave"},
	{name: "eu", words: []string{"stays in the EU"}, group: "Security", statement: "Keep shipment data in the EU, backups and support included"},
	{name: "identity", words: []string{"identity", "leavers"}, group: "Security", statement: "Sign in through Entra only; leavers are removed within 15 minutes"},
	{name: "no local accounts", words: []string{"local accounts"}, group: "Security"},
	{name: "audit", words: []string{"audit trail", "seven years"}, group: "Security",
		statement: "Keep every configuration change in an audit trail for 7 years"},
	{name: "silence", words: []string{"alert", "silent"}, group: "Carriers", statement: "Alert the dispatch desk when a carrier's feed has been silent for 10 minutes"},
	{words: []string{"dispatch desk, not to IT"}, into: "silence"},
	{name: "carrier page", words: []string{"page where a carrier"}, group: "Carriers"},
	{name: "onboarding", words: []string{"two days", "spreadsheets"}, group: "Carriers", statement: "Take a new carrier on within 2 days"},
	{name: "availability", words: []string{"99.9 percent"}, group: "Moving over", statement: "Be available 99.9 % of each month"},
	{name: "season", words: []string{"live before the peak season"}, group: "Moving over", statement: "Be live before the peak season, by 30 September 2026"},
	{words: []string{"penetration test report"}, reject: "A paper to send, not a need of the product; Cole promised it."},
}

// firstCall records the discovery call, gets consent, and decides on what was heard.
func (l *life) firstCall() {
	l.at("2026-03-13 15:10")
	call := l.record(callFile, discovery.Recording{Title: "Discovery call", Kind: "call", HeldAt: l.instant("2026-03-13 14:00"),
		Contacts: l.theirs("dana", "tomás", "priya"), People: l.ours("mara", "jonas", "cole")})
	l.say("held unread: nobody has agreed to its being read yet")
	l.at("2026-03-13 15:40")
	does(l, "mara", "discovery.consent", discovery.Consent, discovery.ConsentGiven{Call: call.ID, Consent: "given", By: l.contact["dana"]})
	l.say("Dana Whitfield agreed for all three; read")
	l.at("2026-03-13 16:20")
	l.choose(call.ID, discovery.Need, needsOfFirstCall)
	l.choose(call.ID, discovery.AsIs, []choice{
		{name: "mappings in the old broker", words: []string{"three hundred and twelve mappings in the old broker"}},
		{name: "time to take a carrier on", words: []string{"three weeks for a new carrier"}},
		{name: "events a month", words: []string{"eighteen million events"}},
		{name: "events lost last December", words: []string{"eleven hundred events"}},
	})
	l.choose(call.ID, discovery.Promise, []choice{
		{name: "templates", words: []string{"mapping template"}, due: "2026-05-04"},
		{name: "report", words: []string{"penetration test report"}, due: "2026-03-14"},
	})
	l.qualify(call.ID)
	l.tellCall(call.ID)
	l.at("2026-03-14 09:05")
	l.settle("cole", "report", thread.Settlement{State: thread.PromiseKept, Proof: "Mail to Priya Nair of 14 March, with the report of January"})
}

// record keeps a file as a call.
func (l *life) record(file string, in discovery.Recording) discovery.Call {
	raw := l.read(file)
	if l.err != nil {
		return discovery.Call{}
	}
	script, err := discovery.ReadScript(bytes.NewReader(raw), file)
	if err != nil {
		l.err = err
		return discovery.Call{}
	}
	in.Deal, in.Script = l.deal.ID, script
	out := does(l, "mara", "discovery.record", discovery.Record, in)
	l.say("%s: %d segments, %d voices", file, out.Call.Segments, len(out.Voices))
	return out.Call
}

// qualify keeps evidence of how serious the deal is, in the call's own words.
func (l *life) qualify(call string) {
	for _, n := range []discovery.NoteSaid{
		{Element: qualification.Pain, Words: "I had to explain that to the board.", Contact: l.contact["dana"]},
		{Element: qualification.CriticalEvent, Words: "And we have to be live before the peak season, so by the end of September.", Contact: l.contact["dana"]},
		{Element: qualification.Metrics, Words: "We lost eleven hundred events last December.", Contact: l.contact["tomás"]},
	} {
		n.Deal, n.Call, n.Sort = l.deal.ID, call, "customer"
		does(l, "mara", "discovery.add-note", discovery.AddNote, n)
	}
}
