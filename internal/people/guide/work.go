package guide

// Works are the kinds of work that the product records of people on deals, each of which can count
// as evidence of skills.
var Works = []string{
	"call held", "demo delivered", "evaluation closed", "answer approved", "design approved",
	"decision accepted", "gate passed", "go-live", "handoff accepted without return", "technical win",
}

// Counted are the kinds of work that count for a skill. Where a guide says none of a skill that
// came with the program, those of the shipped one count.
func (s Skill) Counted() []string {
	if s.Work != nil {
		return s.Work
	}
	for _, ours := range Shipped().Skills {
		if ours.ID == s.ID {
			return ours.Work
		}
	}
	return nil
}
