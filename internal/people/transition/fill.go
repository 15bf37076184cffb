package transition

// Fill is what fills a gap: work on a real deal, where it is done, and how one sees that it was.
type Fill struct {
	Says    string `json:"says"`
	Station string `json:"station"` // the station of the thread that the work leads to
	Seen    string `json:"seen"`    // what then stands in the record
}

// fills are by skill, for the table's own skills; ours. Time is not said: it is not known.
var fills = map[string]Fill{
	"demo":      {"Plan a demo for a deal's requirements and give it, with an SE in the room.", "shown", "a demo that was given, with reactions of the people who were there"},
	"breadth":   {"Show a part of the product that you have not shown before, and answer its questions.", "answered", "approved answers on parts that are new to you"},
	"depth":     {"Sit in an SA's design review on a live deal, then hold one as the second reader.", "designed", "a review of an approved design with your name on it"},
	"sales":     {"Go with one deal from its first call to the technical win, beside its account executive.", "won", "a technical win on a deal that you were on from discovery"},
	"docs":      {"Write the design document of a live opportunity, with an SA as reader.", "designed", "a design of yours that others approved"},
	"custeng":   {"Take a task of an implementation and do it with the customer's engineers.", "planned", "a task of yours that is done"},
	"discovery": {"Lead a discovery call and turn what was said into requirements, while they still move.", "heard", "requirements accepted from a call that you led"},
	"pm":        {"Plan a delivery with its gates and run it to the first of them.", "planned", "a gate that was passed on a plan of yours"},
}
