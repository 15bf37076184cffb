package thread

// The words for a signed deal without a technical win: whether it stood at the signature is what
// a reader asks.
const (
	noWin        = "none today"
	signedNotWon = "signed without technical win"
	wonThenOpen  = "won when signed, not today"
)

// WinWords says how the technical win of a deal stands, as people read it. Until the signature
// that is its state. A signed deal whose win is open or only claimed was signed without it, or
// lost it since; atSignature is the state when it was signed, and empty where that is not
// known.
func WinWords(now, atSignature string, signed bool) string {
	switch {
	case !signed || now != "open" && now != "claimed":
		return now
	case atSignature == "achieved" || atSignature == "conditional":
		return wonThenOpen
	case atSignature != "":
		return signedNotWon
	}
	return noWin
}

// Win says how the technical win of the deal stands, as people read it.
func (t Thread) Win() string { return WinWords(t.TechnicalWin, "", t.Signed) }
