package kit

import (
	"throughline/internal/journal"
	"throughline/internal/problem"
)

// OfDeal loads a thing by its id, if it belongs to the deal that the path names; of any other
// deal it is not there.
func OfDeal[T any, P interface {
	*T
	Head() *journal.Row
}](r *Request, kind, id string) (T, error) {
	v, err := journal.Load[T](r.Ctx(), r.Reader, id)
	if problem.Of(err) == problem.Missing || err == nil && P(&v).Head().Deal != r.Deal.ID {
		err = problem.NotFound(kind, id)
	}
	return v, err
}
