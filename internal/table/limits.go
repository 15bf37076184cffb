package table

// Limits bound what one file may cost. A zero field takes its default.
type Limits struct {
	Columns     int // cells in one record; default 2,000 (the widest CRM objects have some 800)
	FieldBytes  int // one cell; default 1 MiB (a CRM's long text holds 131,072 characters)
	RecordBytes int // one record; default 2 MiB
	BadRecords  int // records that cannot be read before the file is given up; default 1,000
}

func (l Limits) filled() Limits {
	if l.Columns <= 0 {
		l.Columns = 2000
	}
	if l.FieldBytes <= 0 {
		l.FieldBytes = 1 << 20
	}
	if l.RecordBytes <= 0 {
		l.RecordBytes = 2 << 20
	}
	// Bounded, because a record that runs away is read again from its second
	// line: without an end a hostile file could make us read it many times over.
	if l.BadRecords <= 0 {
		l.BadRecords = 1000
	}
	return l
}
