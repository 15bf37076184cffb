package draw

// Lists tells a diagram in words, for the tables beside it.
type Lists struct {
	Elements      []ElementRow
	Relationships []RelationshipRow
	Notice        string
}

// ElementRow is one box.
type ElementRow struct {
	Key, Name, Kind, Technology, Description string
	In                                       string // names of the frames around it
	State                                    string
	Requirements                             int
	Href                                     string
}

// RelationshipRow is one relationship between two things shown.
type RelationshipRow struct {
	From, To                string // keys
	FromName, ToName        string
	Description, Technology string
}

// Rows gives the content of a diagram as lists.
func Rows(d Diagram) Lists {
	out := Lists{Notice: d.Layout.Notice}
	frames := map[string]Frame{}
	for _, f := range d.Picture.Frames {
		frames[f.Key] = f
	}
	for _, b := range d.Picture.Boxes {
		row := ElementRow{
			Key: b.Key, Name: b.Name, Kind: b.Kind, Technology: b.Technology, Description: b.Description,
			State: d.state(b.Key).Words(), Requirements: d.Marks[b.Key].Requirements, Href: d.href(b.Key),
		}
		for f, ok := frames[b.In]; ok && len(row.In) < 1_000; f, ok = frames[f.In] {
			if row.In != "" {
				row.In = " › " + row.In
			}
			row.In = f.Name + row.In
		}
		if row.In == "" {
			row.In = b.Group
		}
		out.Elements = append(out.Elements, row)
	}
	for _, l := range d.Picture.Lines {
		for _, s := range l.Says {
			out.Relationships = append(out.Relationships, RelationshipRow{l.From, l.To, d.name(l.From), d.name(l.To), s.Description, s.Technology})
		}
	}
	return out
}
