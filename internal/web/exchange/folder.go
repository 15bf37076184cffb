package exchange

import (
	"io"
	"mime/multipart"
	"strings"

	"throughline/internal/exchange/folder"
	"throughline/internal/problem"
	"throughline/internal/web/kit"
)

// takeAlong answers with the deal as a folder of plain files, in a zip.
func takeAlong(r *kit.Request) error {
	f, err := folder.Of(r.Ctx(), r.Reader, r.House.Files.In(r.Home.ID), r.Deal.ID)
	if err != nil {
		return err
	}
	return r.Stream(r.Deal.Prefix+".zip", "application/zip", func(w io.Writer) error { return f.Zip(r.Ctx(), w) })
}

// takeFolder makes a deal of the zip of a folder.
func takeFolder(r *kit.Request) error {
	file, err := oneFile(r, "folder")
	if err != nil {
		return err
	}
	defer file.Close()
	f, err := folder.ReadZipOf(file)
	if err != nil {
		return underFile(err)
	}
	d, err := folder.Take(r.Ctx(), r.House, r.Actor(), f, folder.Options{As: strings.ToUpper(strings.TrimSpace(r.PostForm.Get("as")))})
	if err != nil {
		return underFile(err)
	}
	return r.Done("/deals/" + d.Prefix)
}

// oneFile is the file of a form's field.
func oneFile(r *kit.Request, field string) (multipart.File, error) {
	if r.MultipartForm != nil {
		for _, f := range r.MultipartForm.File[field] {
			if f.Size > 0 {
				return f.Open()
			}
		}
	}
	return nil, &problem.Error{Kind: problem.Invalid, What: "No file was given.", Fields: []problem.Field{{Name: field, What: "Choose a file that is not empty."}}}
}

// underFile puts what a folder's files are at fault under the field that gave them: no field of the
// form is named like a file.
func underFile(err error) error {
	e := problem.As(err)
	if e == nil || len(e.Fields) == 0 {
		return err
	}
	out := &problem.Error{Kind: e.Kind, What: e.What, Cause: e.Cause}
	for _, f := range e.Fields {
		out.Fields = append(out.Fields, problem.Field{Name: "folder", What: f.Name + ": " + f.What})
	}
	return out
}
