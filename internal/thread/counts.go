package thread

import "encoding/json"

// Counts is the deal's coverage, station by station.
func (y Tally) Counts() (out [StationCount]Count) {
	_ = json.Unmarshal([]byte(y.Coverage), &out) // written by TallyOf alone
	return out
}
