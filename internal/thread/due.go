package thread

import "throughline/internal/clock"

// Due is when a station is due: the date a person set for it, else the deal's own by the
// station's date rule; empty when the deal does not say.
func Due(f *Facts, r *Requirement, s Station) clock.Date {
	if d := r.Dates[s.String()]; d != "" {
		return d
	}
	switch Stations[s].Due {
	case ByCloseDate:
		return f.Deal.CloseOn
	case ByAccept:
		return clock.WorkingDays(f.Deal.SignedOn, f.Settings.AcceptDays, f.Holidays)
	}
	return f.Deal.GoLiveOn
}

// own says whether a person set the station's date.
func own(r *Requirement, s Station) bool { return r.Dates[s.String()] != "" }
