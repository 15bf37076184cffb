package dsl

// styles reads what the text says of looks. We draw by our own rules, but a
// shape tells what a thing is (a cylinder is a store), and all is written back.
func (r *reader) styles(s *statement, scheme string) error {
	return r.each(s.body, func(s *statement) error {
		switch w := s.word(0); w {
		case "element", "relationship":
			if len(s.tokens) != 2 {
				return s.wrong(1, "expected %s <tag> {", w)
			}
			st := Style{Of: w, Tag: s.arg(1), Scheme: scheme}
			if err := r.style(s, &st); err != nil {
				return err
			}
			r.w.Styles = append(r.w.Styles, st)
			return nil
		case "light", "dark":
			if scheme != "" || !s.block {
				return s.wrong(0, "%s stands once, directly in styles, with a block", w)
			}
			return r.styles(s, w)
		case "theme", "themes":
			return r.keep(s, "views")
		}
		return r.unknown(s, 0, "in styles", "element", "relationship", "light", "dark", "theme", "themes")
	})
}

func (r *reader) style(s *statement, st *Style) error {
	return r.each(s.body, func(s *statement) error {
		if s.word(0) == "properties" && s.block {
			props := map[string]string{}
			if err := r.properties(s, &props); err != nil {
				return err
			}
			for _, k := range sortedKeys(props) {
				st.Settings = append(st.Settings, Setting{"properties " + k, props[k]})
			}
			return nil
		}
		if len(s.tokens) != 2 || s.block {
			return s.wrong(0, "expected a name and a value")
		}
		st.Settings = append(st.Settings, Setting{s.arg(0), s.arg(1)})
		return nil
	})
}
