package kit

import "throughline/internal/problem"

// missingPage answers for every address that is no route.
func missingPage(r *Request) error {
	if r.URL.Path == "/" {
		return r.Go("/inbox")
	}
	return problem.New(problem.Missing, "There is no page at %s.", r.URL.Path)
}

// crossOrigin answers a form that another site sent.
func crossOrigin(*Request) error {
	return problem.New(problem.Forbidden, "This form came from another site, so nothing was done. Open the page here and send it again.")
}
