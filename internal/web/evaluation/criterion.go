package evaluation

import (
	"context"

	core "throughline/internal/evaluation"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

// criterionOf reads a criterion as it was written.
func criterionOf(r *kit.Request) (core.NewCriterion, error) {
	in := core.NewCriterion{}
	err := r.Decode(&in)
	in.ID, in.Evaluation = "", ""
	return in, err
}

func addCriterion(r *kit.Request) error {
	e, err := mine[core.Evaluation](r, "evaluation")
	if err != nil {
		return err
	}
	in, err := criterionOf(r)
	if err != nil {
		return err
	}
	in.Evaluation = e.ID
	var made core.Criterion
	if err := r.Act("evaluation.criterion", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = core.AddCriterion(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return done(r, criteriaView, made.ID)
}

// deriveCriteria makes a criterion of each requirement that was chosen: its sentence and its
// measure; one without a measure is judged yes or no.
func deriveCriteria(r *kit.Request) error {
	e, err := mine[core.Evaluation](r, "evaluation")
	if err != nil {
		return err
	}
	var in core.Derivation
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Evaluation = e.ID
	if err := r.Act("evaluation.criterion", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.DeriveCriteria(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return done(r, criteriaView, e.ID)
}

func editCriterion(r *kit.Request) error {
	c, err := mine[core.Criterion](r, "criterion")
	if err != nil {
		return err
	}
	in, err := criterionOf(r)
	if err != nil {
		return err
	}
	in.ID = c.ID
	return do(r, "edit-criterion", criteriaView, c.ID, in, core.EditCriterion)
}

func removeCriterion(r *kit.Request) error {
	c, err := mine[core.Criterion](r, "criterion")
	if err != nil {
		return err
	}
	return undone(r, "remove-criterion", criteriaView, c.Evaluation, core.Removal{ID: c.ID}, core.RemoveCriterion)
}

func lock(r *kit.Request) error {
	e, err := mine[core.Evaluation](r, "evaluation")
	if err != nil {
		return err
	}
	in := core.Lock{Criterion: r.PostFormValue("criterion")}
	in.Evaluation = e.ID
	at := in.Criterion
	if at == "" {
		at = e.ID
	}
	return undone(r, "lock", criteriaView, at, in, core.LockCriteria)
}

func waive(r *kit.Request) error {
	c, err := mine[core.Criterion](r, "criterion")
	if err != nil {
		return err
	}
	in := core.NewWaiver{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.Criterion = c.ID
	return do(r, "waive", criteriaView, c.ID, in, core.Waive)
}

func withdrawWaiver(r *kit.Request) error {
	w, err := mine[core.Waiver](r, "waiver")
	if err != nil {
		return err
	}
	return undone(r, "withdraw-waiver", criteriaView, w.Criterion, core.Removal{ID: w.ID}, core.WithdrawWaiver)
}
