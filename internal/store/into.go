package store

import (
	"strings"
	"sync"
)

// Into is an insert that takes any number of rows. It is declared as SQL declares a statement;
// whoever writes cuts the rows into the Runs that it has texts for.
type Into struct {
	head, tail string
	Width      int // values of a row
	lock       sync.Mutex
	texts      map[int]string // by rows
}

// Runs are how many rows one statement writes: few different ones, so that the database knows
// each text already.
var Runs = []int{50, 10, 3, 1}

// InsertInto declares an insert into columns of a table, divided by commas, with what follows
// the values: nothing, or ON CONFLICT and the rest.
func InsertInto(table, columns, tail string) *Into {
	in := &Into{head: "INSERT INTO " + table + " (" + columns + ") VALUES ", Width: strings.Count(columns, ",") + 1, texts: map[int]string{}}
	if tail != "" {
		in.tail = " " + tail
	}
	SQL(in.Text(1))
	return in
}

// Text is the statement for that many rows.
func (in *Into) Text(rows int) string {
	in.lock.Lock()
	defer in.lock.Unlock()
	if text, ok := in.texts[rows]; ok {
		return text
	}
	var b strings.Builder
	b.WriteString(in.head)
	for i := range rows {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("(" + Places(in.Width*i+1, in.Width) + ")")
	}
	b.WriteString(in.tail)
	in.texts[rows] = b.String()
	return in.texts[rows]
}
