package documents

import (
	"fmt"

	"throughline/internal/content"
	"throughline/internal/documents/paper"
	"throughline/internal/documents/word"
)

// language is what our documents are written in; the words of people in them may be of another.
const language = "en-GB"

// PDF sets a document on pages of A4: real text in faces that the file carries along, an outline
// of its chapters, and the structure by which a screen reader follows it.
func PDF(d content.Document) ([]byte, error) {
	file, _, err := paper.Write(ready(d), language)
	if err != nil {
		return nil, fmt.Errorf("the document %s cannot be set on pages: %w", d.Name, err)
	}
	return file, nil
}

// DOCX writes a document for Word, with a style for everything in it, and with the number of
// pages that the same document has as PDF among its properties.
func DOCX(d content.Document) ([]byte, error) {
	d = ready(d)
	_, pages, err := paper.Write(d, language)
	if err != nil {
		return nil, fmt.Errorf("the document %s cannot be set on pages: %w", d.Name, err)
	}
	file, err := word.Write(d, word.File{Language: language, Pages: pages})
	if err != nil {
		return nil, fmt.Errorf("the document %s cannot be written for Word: %w", d.Name, err)
	}
	return file, nil
}
