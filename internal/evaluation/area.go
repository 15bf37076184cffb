package evaluation

import (
	"context"
	"embed"
	"fmt"

	"throughline/internal/area"
	"throughline/internal/journal"
)

// Migrations makes this area's tables.
//
//go:embed migrations/*.sql
var Migrations embed.FS

// Area is the evaluation's plug.
func Area() area.Area {
	return area.Area{
		Name: "evaluation",
		Words: map[string][]string{
			"evaluation": {"title", "scope", "out_of_scope"}, "criterion": {"statement", "method"}, "result": {"note"}, "waiver": {"reason"},
			"ground": {"who", "place", "reason"}, "sign-off": {"proof"},
		},
		Migrations: Migrations,
		Tell:       Tell,
		Win:        winWord,
		Describe: map[string]func(context.Context, journal.Source, string) (area.Card, error){
			evaluationKind.Name: describeEvaluation, criterionKind.Name: describeCriterion, resultKind.Name: describeResult,
			waiverKind.Name: describeWaiver, groundKind.Name: describeGround, signOffKind.Name: describeSignOff,
		},
		Inbox:     waiting,
		Documents: documents,
		Acts:      acts,
		Final:     []string{"evaluation.lock", "evaluation.agree", "evaluation.waive", "evaluation.sign-off", "evaluation.withdraw-sign-off"},
	}
}

var acts = map[string]string{
	"evaluation.draft": "began an evaluation", "evaluation.edit": "edited an evaluation", "evaluation.entry": "marked an entry criterion",
	"evaluation.agree": "agreed to an evaluation", "evaluation.start": "started an evaluation", "evaluation.readout": "read an evaluation out",
	"evaluation.close": "closed an evaluation", "evaluation.withdraw": "withdrew an evaluation",
	"evaluation.criterion": "added a criterion", "evaluation.edit-criterion": "edited a criterion", "evaluation.remove-criterion": "removed a criterion",
	"evaluation.lock": "locked criteria", "evaluation.result": "recorded a result", "evaluation.import": "imported results", "evaluation.pick": "said which result counts",
	"evaluation.waive": "recorded a waiver", "evaluation.withdraw-waiver": "took a waiver back",
	"evaluation.ground": "recorded a reference or a use", "evaluation.withdraw-ground": "took a reference or a use back",
	"evaluation.sign-off": "recorded a sign-off", "evaluation.withdraw-sign-off": "withdrew a sign-off",
	"evaluation.claim": "recorded a spoken win", "evaluation.lose": "recorded the technical win as lost", "evaluation.reopen": "reopened the technical win",
}

func at(kind, deal, id, key, title string) area.Card {
	return area.Card{Kind: kind, ID: id, Deal: deal, Key: key, Title: title, Path: "evaluation?at=" + id}
}

func describeEvaluation(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	e, err := journal.Load[Evaluation](ctx, src, id)
	return at(evaluationKind.Name, e.Deal, id, "", e.Title), err
}

func describeCriterion(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	c, err := journal.Load[Criterion](ctx, src, id)
	return at(criterionKind.Name, c.Deal, id, c.Key(), c.Statement), err
}

func describeResult(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	r, err := journal.Load[Result](ctx, src, id)
	if err != nil {
		return area.Card{}, err
	}
	c, err := journal.Load[Criterion](ctx, src, r.Criterion)
	return at(resultKind.Name, r.Deal, id, c.Key(), Trial{Criterion: c}.Measured(r)), err
}

func describeWaiver(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	w, err := journal.Load[Waiver](ctx, src, id)
	return at(waiverKind.Name, w.Deal, id, "", "Waiver: "+w.Reason.String()), err
}

func describeGround(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	g, err := journal.Load[Ground](ctx, src, id)
	return at(groundKind.Name, g.Deal, id, "", fmt.Sprintf("%s: %s, %s", g.Kind, g.Who, g.Where)), err
}

func describeSignOff(ctx context.Context, src journal.Source, id string) (area.Card, error) {
	s, err := journal.Load[SignOff](ctx, src, id)
	return at(signOffKind.Name, s.Deal, id, "", fmt.Sprintf("Sign-off: %s, %d wordings", s.Decision, len(s.Items))), err
}
