// Package documents draws what areas say of a deal: every deliverable as Markdown, as one
// complete HTML page, for Word and as PDF, and all of a deal's deliverables into a folder.
//
// Areas give package content's blocks, never markup. What they hold may come from anybody, so
// every text is escaped here, once for each form: in Markdown nothing in it can become markup,
// in HTML nothing in it can become an element, an attribute or a script. The same document
// gives the same bytes.
package documents
