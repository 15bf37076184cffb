package content

// Sort is the kind of a callout that every form knows: break, missing, or note for any other.
func (c Callout) Sort() string {
	if c.Kind == "break" || c.Kind == "missing" {
		return c.Kind
	}
	return "note"
}

// Word begins a callout for those who see no colour.
func (c Callout) Word() string {
	switch c.Sort() {
	case "break":
		return "Break:"
	case "missing":
		return "Missing:"
	}
	return "Note:"
}

// By is who said a quote, and where.
func (q Quote) By() string {
	switch {
	case q.Person == "":
		return q.Source
	case q.Source == "":
		return q.Person
	}
	return q.Person + ", " + q.Source
}
