// Package content is structured text: what an area says in a document, without markup. Only
// package documents knows how it looks as Markdown, HTML, Word, PDF or anything else.
package content

// Document is one deliverable.
type Document struct {
	Name   string // the file's name without an ending: 'handoff-brief'
	Title  string
	About  string // one line below the title: deal, moment, revision
	Blocks []Block
}

// Block is one part of a document: exactly one of its fields is set.
type Block struct {
	Heading   *Heading
	Paragraph []Span
	List      *List
	Table     *Table
	Figure    *Figure
	Callout   *Callout
	Quote     *Quote
}

// Heading opens a chapter; Level 1 is the highest below the title.
type Heading struct {
	Level int
	Text  string
}

// Span is a run of text in one manner.
type Span struct {
	Text   string
	Strong bool
	Code   bool
	Exact  bool   // someone's words or a wording: also its days are written as they stand
	Href   string // a link, when set
	Key    string // the key of a thing (NWF-12), set in mono and linked where there is a page
}

// List is items, numbered or not.
type List struct {
	Numbered bool
	Items    [][]Span
}

// Table has a head and rows of the same width.
type Table struct {
	Caption string
	Head    []string
	Rows    [][][]Span // row, cell, spans
}

// Figure is a drawing as SVG, with its words for those who do not see it.
type Figure struct {
	Caption string
	SVG     string
	Alt     string
}

// Callout is a block that must not be missed.
type Callout struct {
	Kind string // break, note, missing
	Text []Span
}

// Quote is someone's exact words with where they were said.
type Quote struct {
	Words  string
	Person string
	Source string // call of 3 Mar, 00:17:42
}

// Text is one plain span.
func Text(s string) []Span { return []Span{{Text: s}} }

// Exact is one span that is written as it stands.
func Exact(s string) []Span { return []Span{{Text: s, Exact: true}} }

// H is a heading block.
func H(level int, text string) Block { return Block{Heading: &Heading{level, text}} }

// P is a paragraph block.
func P(spans ...Span) Block { return Block{Paragraph: spans} }

// Para is a paragraph of plain text.
func Para(text string) Block { return Block{Paragraph: Text(text)} }
