package staffing

import (
	"math"
	"strconv"
	"strings"

	"throughline/internal/problem"
	"throughline/internal/team"
	"throughline/internal/web/kit"
)

type capacityRoom struct {
	r   *kit.Request
	own team.Measured
	f   team.Figures
	c   *team.Capacity // nil where the figures cannot be worked with
}

func showCapacity(r *kit.Request) error { return drawCapacity(r, nil) }

func workCapacity(r *kit.Request) error {
	f, err := figures(r)
	if err != nil {
		return err
	}
	return drawCapacity(r, &f)
}

// drawCapacity draws the page with typed figures, else with those that the workspace has.
func drawCapacity(r *kit.Request, typed *team.Figures) error {
	v := &capacityRoom{r: r}
	var err error
	if v.own, err = team.Measure(r.Ctx(), r.Reader, r.Now()); err != nil {
		return err
	}
	v.f = v.own.UsualFigures()
	if typed != nil {
		v.f = *typed
	}
	if r.Failed == nil {
		c, err := v.f.Work()
		if err != nil {
			return err
		}
		v.c = &c
	}
	return r.Draw(capacityPage(r.Shell("How many SEs", "/people"), v))
}

func figures(r *kit.Request) (f team.Figures, err error) {
	var c problem.Check
	for _, x := range []struct {
		name string
		into *float64
	}{{"hours", &f.Hours}, {"use", &f.Use}, {"deals", &f.Deals}, {"hours_per_deal", &f.PerDeal}} {
		text := strings.TrimSpace(r.PostForm.Get(x.name))
		n, err := strconv.ParseFloat(text, 64)
		c.Fail(err == nil && !math.IsNaN(n) && !math.IsInf(n, 0), x.name, "Is a number like 22 or 1.5.")
		*x.into = n
	}
	f.Sellers, err = strconv.ParseInt(strings.TrimSpace(r.PostForm.Get("sellers")), 10, 64)
	c.Fail(err == nil, "sellers", "Is a whole number like 12.")
	return f, c.Err()
}

// kept is a figure as its field holds it.
func (v *capacityRoom) kept(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
