package thread

import (
	"context"

	"throughline/internal/journal"
	"throughline/internal/problem"
	core "throughline/internal/thread"
	"throughline/internal/web/kit"
)

func questionOf(r *kit.Request) (core.Question, error) {
	q, err := journal.Load[core.Question](r.Ctx(), r.Reader, r.PathValue("id"))
	if err == nil && q.Deal != r.Deal.ID {
		err = problem.NotFound("question", r.PathValue("id"))
	}
	return q, err
}

func showQuestion(r *kit.Request) error {
	q, err := questionOf(r)
	if err != nil {
		return err
	}
	shell, err := r.DealShell("A question", "Thread")
	if err != nil {
		return err
	}
	v := &questionView{r: r, q: q}
	if err := v.load(); err != nil {
		return err
	}
	return r.Draw(questionPage(shell, v))
}

func answer(r *kit.Request) error {
	q, err := questionOf(r)
	if err != nil {
		return err
	}
	var in struct {
		Revision int64
		Answer   string `json:"answer"`
	}
	if err := r.Decode(&in); err != nil {
		return err
	}
	if err := r.Act("question.answer", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.AnswerQuestion(ctx, tx, q.ID, in.Revision, in.Answer)
		return err
	}); err != nil {
		return err
	}
	return r.Done(r.DealPath("questions/" + q.ID))
}
