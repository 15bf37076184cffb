package delivery

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"strings"

	"throughline/internal/auth"
	core "throughline/internal/delivery"
	"throughline/internal/delivery/plan"
	"throughline/internal/journal"
	"throughline/internal/problem"
	"throughline/internal/table"
	"throughline/internal/web/kit"
)

// maxPlan is the largest plan that the browser carries from its preview to its import, in bytes.
const maxPlan = 1 << 20

// preview is a plan that was read and not kept: what it would do, and what it leaves open.
type preview struct {
	raw   []byte
	order string
	plan  plan.Plan
	would core.PlanPreview
}

// raw is the file as its bytes came: sent anew, carried along from the preview, or pasted.
func raw(r *kit.Request) ([]byte, error) {
	if f, h, ok := r.Upload("file"); ok {
		defer f.Close()
		if h.Size > maxPlan {
			return nil, fault("file", "The plan is larger than 1 MB. Export the tasks only, or divide it.")
		}
		return io.ReadAll(f)
	}
	if kept := r.PostForm.Get("kept"); kept != "" {
		b, err := base64.StdEncoding.DecodeString(kept)
		if err != nil || len(b) > maxPlan {
			return nil, fault("file", "The plan did not arrive whole. Choose the file again.")
		}
		return b, nil
	}
	if text := r.PostForm.Get("text"); strings.TrimSpace(text) != "" {
		if len(text) > maxPlan {
			return nil, fault("text", "The plan is larger than 1 MB. Divide it.")
		}
		return []byte(text), nil
	}
	return nil, fault("file", "Choose a file, or paste the plan below.")
}

func fault(field, format string, args ...any) error {
	var c problem.Check
	c.Fail(false, field, format, args...)
	return c.Err()
}

// readPlan reads the form's plan and the names it can use.
func readPlan(r *kit.Request) (*preview, core.PlanImport, error) {
	p := &preview{order: r.PostForm.Get("dates")}
	in := core.PlanImport{Deal: r.Deal.ID, Names: map[string]string{}}
	var err error
	if p.raw, err = raw(r); err != nil {
		return nil, in, err
	}
	if p.plan, err = plan.Read(bytes.NewReader(p.raw), table.Order(p.order)); err != nil {
		if kind := problem.Of(err); kind == problem.Invalid {
			return nil, in, fault("file", "%s", problem.As(err).What)
		}
		return nil, in, err
	}
	people, err := auth.People(r.Ctx(), r.Reader)
	if err != nil {
		return nil, in, err
	}
	for _, x := range people {
		in.Names[x.Email] = x.ID
	}
	in.Plan = p.plan
	return p, in, nil
}

// previewPlan shows what the plan would do, and writes nothing.
func previewPlan(r *kit.Request) error {
	p, in, err := readPlan(r)
	if err != nil {
		return err
	}
	if p.would, err = core.PreviewPlan(r.Ctx(), r.Reader, in); err != nil {
		return err
	}
	v, err := load(r)
	if err != nil {
		return err
	}
	v.preview = p
	return v.draw()
}

// importPlan keeps the rows that can be taken.
func importPlan(r *kit.Request) error {
	_, in, err := readPlan(r)
	if err != nil {
		return err
	}
	return done(r, "delivery.import-plan", planView, "", func(ctx context.Context, tx *journal.Tx) error {
		_, err := core.ImportPlan(ctx, tx, in)
		return err
	})
}
