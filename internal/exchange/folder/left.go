package folder

// left are the kinds that a folder does not carry, with the reason. A kind of a deal that is
// neither carried nor named here fails TestEveryKindOfADealIsCarriedOrLeftWithAReason.
var left = map[string]string{
	"workspace":            "where the deal lies, not of the deal",
	"token":                "a key to this house",
	"availability":         "hours of our people, whatever the deal",
	"engagement_company":   "rules of the house",
	"staffing_plan":        "who works on what, over all deals",
	"assessment":           "of a person of ours, sealed",
	"assessment rows":      "of a person of ours, sealed",
	"certificate":          "of a person of ours, sealed",
	"evidence remark":      "of a person of ours, sealed",
	"limits":               "of a person of ours, sealed",
	"people administrator": "who may see what of our people",
	"role guide":           "of the house",
	"standing":             "of a person of ours, sealed",
	"transition":           "of a person of ours, sealed",
	"transition item":      "of a person of ours, sealed",
	"wish":                 "of a person of ours, sealed",
}

// shared are the kinds of the workspace of which a folder carries those that its deal names: they
// are found again where the deal arrives, or made there.
var shared = map[string]bool{"account": true, "contact": true, "person": true}

// leftFields are the fields that a folder does not carry, with the reason.
var leftFields = map[string]string{
	"account.name_key":    "made of the name",
	"account.parent":      "another account's tree belongs to its workspace",
	"account.merged_into": "a merge is of the workspace it was made in",
	"person.role":         "what somebody may do is said where they sign in",
	"person.zone":         "their own taste",
	"person.theme":        "their own taste",
	"person.keys_off":     "their own taste",
	"person.active":       "said where they sign in",
	"handoff.frozen_act":  "an act in the journal, which stays behind",
	"model text.bundle":   "lies unpacked in design/text/",
}

// derived are the tables of a deal that hold no kept things, with the reason why nothing of them
// is carried.
var derived = map[string]string{
	"journal":      "the history stays where it was made",
	"journal_lock": "held while an act runs",
	"standing":     "computed of the thread",
	"tally":        "computed of the thread",
	"break_line":   "computed of the thread",
	"search_entry": "computed of the words",
	"search_name":  "computed of the words",
	"seen":         "which news each of our people has looked at",
}
