package table

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// Neutralise makes a cell harmless to a spreadsheet that runs what it opens: a
// text that starts like a formula gets an apostrophe in front, by the advice of
// OWASP, 'CSV Injection'. A plain number such as -2 stays one: it cannot call
// anything.
func Neutralise(cell string) string {
	start := strings.TrimLeft(cell, " \u00A0\uFEFF")
	if start == "" || plainNumber(start) {
		return cell
	}
	// ＝ ＋ － ＠ are the wide forms, which some spreadsheets take as the narrow ones.
	for _, p := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(start, p) {
			return "'" + cell
		}
	}
	return cell
}

// plainNumber accepts a sign, digits and one decimal point.
func plainNumber(s string) bool {
	if s[0] == '+' || s[0] == '-' {
		s = s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	return whole != "" && len(s) < 20 && strings.Trim(whole+fraction, "0123456789") == ""
}

// Writer writes comma-separated exports as RFC 4180 has them, every cell neutralised.
type Writer struct {
	csv   *csv.Writer
	cells []string
}

// NewWriter writes to w in UTF-8.
func NewWriter(w io.Writer) *Writer {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return &Writer{csv: c}
}

// Write adds one row.
func (w *Writer) Write(cells ...string) error {
	w.cells = w.cells[:0]
	for _, c := range cells {
		w.cells = append(w.cells, Neutralise(c))
	}
	if err := w.csv.Write(w.cells); err != nil {
		return fmt.Errorf("write a row: %w", err)
	}
	return nil
}

// Flush writes what is held back and gives the first error.
func (w *Writer) Flush() error {
	w.csv.Flush()
	if err := w.csv.Error(); err != nil {
		return fmt.Errorf("write rows: %w", err)
	}
	return nil
}
