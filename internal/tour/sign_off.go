package tour

import (
	"bytes"
	"strings"

	"throughline/internal/evaluation"
	"throughline/internal/thread"
)

// caveat is the condition under which Dana signs; her mail holds these words.
const caveat = "a whole day has to replay in parallel within one hour, by 31 August 2026"

// signOff records Dana's written word on the exact wordings, with her mail as its proof.
func (l *life) signOff() {
	l.at("2026-06-05 11:30")
	raw := l.read(replyFile)
	if !strings.Contains(strings.Join(strings.Fields(string(raw)), " "), caveat) {
		l.fail("%s must hold the caveat: “%s”", replyFile, caveat)
	}
	if l.err != nil {
		return
	}
	proof, err := l.house.Files.In(l.story.Workspace).Put(l.ctx, replyFile, bytes.NewReader(raw))
	if err != nil {
		l.err = err
		return
	}
	var items []evaluation.NewItem
	for _, r := range reads(l, thread.Requirements) {
		if !r.Stands() {
			continue
		}
		item := evaluation.NewItem{Requirement: r.ID, Wording: evaluation.Wording(r), Meaning: r.Meaning}
		if r.ID == l.required["replay"] {
			item.Caveat, item.CaveatDue = caveat, "2026-08-31"
		}
		items = append(items, item)
	}
	does(l, "mara", "evaluation.sign-off", evaluation.Sign, evaluation.NewSignOff{Deal: l.deal.ID, Contact: l.contact["dana"], Decision: evaluation.Caveated,
		ProofFile: &proof, At: l.instant("2026-06-05 09:12"), Items: items})
	l.promised["replay"] = reads(l, findPromise(caveat))
	l.say("%d wordings signed by Dana Whitfield, proof %s (SHA-256 %.12s…)", len(items), replyFile, proof.Hash)
	l.say("caveat on %s: “%s”", l.key("replay"), caveat)
	t := l.thread()
	l.say("technical win: %s", t.TechnicalWin)
	if l.err == nil && t.TechnicalWin != string(evaluation.WinConditional) {
		s, err := evaluation.Win(l.ctx, l.reader(), &t.Picture)
		l.fail("the technical win must be conditional; it is %s (%v, %v)", t.TechnicalWin, s.Missing, err)
	}
}
