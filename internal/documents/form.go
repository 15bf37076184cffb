package documents

import "throughline/internal/content"

// Form is one way to draw a document.
type Form struct {
	Ending string // of the file's name
	Name   string // for people
	Type   string // for programs
	Draw   func(content.Document) ([]byte, error)
}

// Forms are all of them, in the order in which files are written.
var Forms = []Form{
	{"md", "Markdown", "text/markdown; charset=utf-8", sure(Markdown)},
	{"html", "HTML", "text/html; charset=utf-8", sure(HTML)},
	{"docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", DOCX},
	{"pdf", "PDF", "application/pdf", PDF},
}

func sure(draw func(content.Document) []byte) func(content.Document) ([]byte, error) {
	return func(d content.Document) ([]byte, error) { return draw(d), nil }
}
