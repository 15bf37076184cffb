package table

import (
	"bytes"
	"strings"
)

// foreign names a file that is no delimited text by its first bytes, with what
// to do about it. Empty means: not known to be anything else.
func foreign(head []byte) string {
	for _, f := range foreignStarts {
		if bytes.HasPrefix(head, f.start) {
			return f.sentence
		}
	}
	text := strings.ToLower(strings.TrimSpace(string(head[:min(len(head), 512)])))
	for _, tag := range []string{"<!doctype html", "<html", "<table", "<head", "<meta"} {
		if strings.HasPrefix(text, tag) {
			return "This is a web page, even if its name ends in .xls or .csv. Export again as CSV (details only)."
		}
	}
	if strings.HasPrefix(text, "<?xml") {
		return "This is XML. Export again as CSV."
	}
	return ""
}

var foreignStarts = []struct {
	start    []byte
	sentence string
}{
	{[]byte("PK\x03\x04"), "This is an Excel workbook or another zip file. Open it and save the sheet as CSV (UTF-8)."},
	{[]byte("\xD0\xCF\x11\xE0"), "This is an old Excel workbook. Open it and save the sheet as CSV (UTF-8)."},
	{[]byte("%PDF"), "This is a PDF. Export the rows as CSV."},
	{[]byte("\x1F\x8B"), "This is a gzip file. Unpack it first."},
	{[]byte("SQLite format 3"), "This is a SQLite database. Export the rows as CSV."},
	{[]byte("\x89PNG"), "This is a picture. Export the rows as CSV."},
	{[]byte("\xFF\xD8\xFF"), "This is a picture. Export the rows as CSV."},
	{[]byte("\x7FELF"), "This is a program. Export the rows as CSV."},
}
