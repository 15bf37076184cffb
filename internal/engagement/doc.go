// Package engagement is about who is on a deal: an SE only, an SE with an SA late, an SA from
// discovery, one person in both roles, or the combined role; and whose hours it takes.
//
// The rooms below hold rules without storage:
//
//	rule      the table that decides from six facts of a deal, some of which may be unknown
//	staffing  who works on which request, at the least cost
//
// The tables stand in the guide of package people, which this package does not know: its part
// 'engagement' is handed here as it stands in the file.
package engagement
