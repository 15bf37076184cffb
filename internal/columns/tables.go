package columns

import (
	"strings"

	"throughline/internal/sheet"
)

// alike finds the tables of a document that have the same first row. A document
// of ninety tables of three rows says in all of them together what none says alone.
// A table of which a person said where its header is stands for itself.
func alike(book *sheet.Book, said []Correction) map[int][]int {
	byHead := map[string][]int{}
	for i := range book.Sheets {
		s := &book.Sheets[i]
		if of(said, i).Headers != nil || s.Shape != sheet.Table || len(s.Rows) < 2 || len(s.Rows[0].Cells) < 2 {
			continue
		}
		var b strings.Builder
		for _, c := range s.Rows[0].Cells {
			b.WriteString(fold(c.Text) + "\x00")
		}
		byHead[b.String()] = append(byHead[b.String()], i)
	}
	out := map[int][]int{}
	for _, group := range byHead {
		for _, i := range group {
			out[i] = group
		}
	}
	return out
}

// pooled judges tables of one form together: their rows as one sheet, in which
// every header but the first repeats it.
func pooled(book *sheet.Book, group []int, said []Correction, out []Layout) {
	first := &book.Sheets[group[0]]
	all := sheet.Sheet{Name: first.Name, Shape: sheet.Table}
	c := Correction{Columns: map[int]Meaning{}}
	for _, i := range group {
		for _, row := range book.Sheets[i].Rows {
			row.Number = len(all.Rows) + 1
			all.Rows = append(all.Rows, row)
		}
		all.Width = max(all.Width, book.Sheets[i].Width)
		one := of(said, i)
		for at, m := range one.Columns {
			c.Columns[at] = m
		}
	}
	l := detect(&all, group[0], c)
	if len(l.Header) == 0 { // the same first row in each is a header, whatever it says
		head := []int{all.Rows[0].Number}
		c.Headers = &head
		l = detect(&all, group[0], c)
	}
	at := 0
	for _, i := range group {
		n := len(book.Sheets[i].Rows)
		one := l
		one.Sheet, one.Header, one.Rows, one.Doubts = i, nil, nil, nil
		items := 0
		if len(l.Rows) > 0 {
			for _, r := range l.Rows[at : at+n] {
				r.At -= at
				one.Rows = append(one.Rows, r)
				items += bit(r.Role == Item)
			}
		}
		if len(l.Header) > 0 {
			one.Header = []int{book.Sheets[i].Rows[0].Number}
		}
		if items == 0 && one.Use == List {
			one.Use, one.Why = Nothing, "no row reads like an item"
		}
		if s := of(said, i); s.Use != "" {
			one.Use, one.Confidence, one.Why, one.Said = s.Use, 1, "a person said so", true
		}
		out[i] = one
		at += n
	}
}

// compare takes back lists that are far weaker than the others of their book: a
// sheet of notes beside a table of two hundred questions.
func compare(book *sheet.Book, all []Layout) {
	strong := 0
	for i := range all {
		if all[i].Use == List && len(all[i].All(Number))+len(all[i].All(Response))+len(all[i].All(Priority)) > 0 && book.Sheets[i].Shape != sheet.Lines {
			strong += items(&all[i])
		}
	}
	if strong < 3 {
		return
	}
	speaking := 0.0
	for i := range all {
		if all[i].Use == List {
			speaking = max(speaking, speech(&book.Sheets[i], &all[i]))
		}
	}
	for i := range all {
		l := &all[i]
		if l.Use != List || l.Said {
			continue
		}
		bare := len(l.All(Number))+len(l.All(Response))+len(l.All(Priority))+len(l.All(Level)) == 0
		switch {
		case book.Sheets[i].Shape == sheet.Lines && book.Form != sheet.Pasted:
			l.Use, l.Confidence, l.Why = Nothing, 0.7, "the file's tables hold the list; this is the text around them"
		case speaking > 0.6 && items(l)*4 < strong && speech(&book.Sheets[i], l) < 0.15:
			l.Use, l.Confidence, l.Why = Nothing, 0.6, "other tables ask or oblige; this one does not"
		case bare && items(l)*4 < strong:
			l.Use, l.Confidence, l.Why = Nothing, 0.6, "other sheets hold the list, with numbers, priorities or answers; this one has none"
		}
	}
}

// speech is the share of a list's items that ask or oblige.
func speech(s *sheet.Sheet, l *Layout) float64 {
	n, speaks := 0, 0
	for _, r := range l.Rows {
		if r.Role == Item && n < 200 {
			n++
			k := lookAt(s.Rows[r.At].At(l.Of(Wording)))
			speaks += bit(k.asks || k.obliges)
		}
	}
	return float64(speaks) / float64(max(1, n))
}

func items(l *Layout) int {
	n := 0
	for _, r := range l.Rows {
		n += bit(r.Role == Item)
	}
	return n
}
