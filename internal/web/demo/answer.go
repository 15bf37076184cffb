package demo

import (
	"context"

	"throughline/internal/answers"
	"throughline/internal/journal"
	"throughline/internal/web/kit"
)

func write(r *kit.Request) error {
	in := answers.Wording{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID, in.Deal = "", r.Deal.ID
	var made answers.Answer
	if err := r.Act("answers.write", func(ctx context.Context, tx *journal.Tx) (err error) {
		made, err = answers.Write(ctx, tx, in)
		return err
	}); err != nil {
		return err
	}
	return done(r, answersView, made.ID)
}

func rewrite(r *kit.Request) error {
	a, err := mine[answers.Answer](r, "answer")
	if err != nil {
		return err
	}
	in := answers.Wording{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID, in.Deal = a.ID, r.Deal.ID
	return do(r, "answers.edit", answersView, a.ID, in, answers.Edit)
}

func approve(r *kit.Request) error {
	a, err := mine[answers.Answer](r, "answer")
	if err != nil {
		return err
	}
	in := answers.Approval{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = a.ID
	return do(r, "answers.approve", answersView, a.ID, in, answers.Approve)
}

func withdrawAnswer(r *kit.Request) error {
	a, err := mine[answers.Answer](r, "answer")
	if err != nil {
		return err
	}
	in := answers.Withdrawal{}
	if err := r.Decode(&in); err != nil {
		return err
	}
	in.ID = a.ID
	return do(r, "answers.withdraw", answersView, a.ID, in, func(ctx context.Context, tx *journal.Tx, in answers.Withdrawal) (struct{}, error) {
		return struct{}{}, answers.Withdraw(ctx, tx, in)
	})
}
