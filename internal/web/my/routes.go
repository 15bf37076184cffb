// Package my is a person's own page, the assessments they are a party of, and the pages of whoever
// leads people: what is shown of a person is what package team gathers for the viewer.
package my

import (
	"context"

	"throughline/internal/auth"
	"throughline/internal/journal"
	core "throughline/internal/people"
	"throughline/internal/web/kit"
)

// Routes are the pages and acts.
func Routes() []kit.Route {
	return append([]kit.Route{
		{Path: "GET /my", Needs: auth.See, Do: show},
		{Path: "POST /my/wish", Needs: auth.See, Do: keepWish, Page: show},
		{Path: "POST /my/limits", Needs: auth.See, Do: keepLimits, Page: show},
		{Path: "POST /my/certificates", Needs: auth.See, Do: addCertificate, Page: show},
		{Path: "POST /my/certificates/{id}/edit", Needs: auth.See, Do: editCertificate, Page: show},
		{Path: "POST /my/certificates/{id}/remove", Needs: auth.See, Do: removeCertificate, Page: show},
		{Path: "POST /my/evidence", Needs: auth.See, Do: remark, Page: show},
		{Path: "POST /my/plans", Needs: auth.See, Do: startPlan, Page: show},
		{Path: "POST /my/plans/{id}/share", Needs: auth.See, Do: sharePlan, Page: show},
		{Path: "POST /my/plans/{id}/end", Needs: auth.See, Do: endPlan, Page: show},
		{Path: "POST /my/plans/{id}/items", Needs: auth.See, Do: addItem, Page: show},
		{Path: "POST /my/items/{id}/edit", Needs: auth.See, Do: editItem, Page: show},
		{Path: "POST /my/items/{id}/remove", Needs: auth.See, Do: removeItem, Page: show},
		{Path: "POST /my/items/{id}/finish", Needs: auth.See, Do: finishItem, Page: show},
		{Path: "POST /my/assessments", Needs: auth.See, Do: openMine, Page: show},
		{Path: "GET /my/assessments/{id}", Needs: auth.See, Do: showAssessment},
		{Path: "POST /my/assessments/{id}/rate", Needs: auth.See, Do: rate, Page: showAssessment},
		{Path: "POST /my/assessments/{id}/talk", Needs: auth.See, Do: talk, Page: showAssessment},
		{Path: "POST /my/assessments/{id}/agree", Needs: auth.See, Do: agree, Page: showAssessment},
		{Path: "POST /my/assessments/{id}/dispute", Needs: auth.See, Do: end("assessment.dispute", core.Dispute), Page: showAssessment},
		{Path: "POST /my/assessments/{id}/close", Needs: auth.See, Do: end("assessment.close", core.CloseAssessment), Page: showAssessment},
		{Path: "POST /my/assessments/{id}/cancel", Needs: auth.See, Do: end("assessment.cancel", core.Cancel), Page: showAssessment},
	}, teamRoutes()...)
}

func teamRoutes() []kit.Route {
	return []kit.Route{
		{Path: "GET /team", Needs: auth.See, Do: showTeam},
		{Path: "GET /team/{person}", Needs: auth.See, Do: showPerson},
		{Path: "POST /team/{person}/standing", Needs: auth.See, Do: place, Page: showPerson},
		{Path: "POST /team/{person}/assessments", Needs: auth.See, Do: openTheirs, Page: showPerson},
		{Path: "GET /settings/office", Needs: auth.Manage, Do: showOffice},
		{Path: "POST /settings/office", Needs: auth.Manage, Do: appoint, Page: showOffice},
		{Path: "POST /settings/office/dismiss", Needs: auth.Manage, Do: dismiss, Page: showOffice},
		{Path: "POST /settings/office/erase", Needs: auth.Manage, Do: erase, Page: showOffice},
	}
}

// acting does one act with the form's input and comes back to a place.
func acting[In, Out any](r *kit.Request, name, back string, in In, do func(context.Context, *journal.Tx, In) (Out, error)) error {
	if err := r.Act(name, func(ctx context.Context, tx *journal.Tx) error {
		_, err := do(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return r.Done(back)
}
