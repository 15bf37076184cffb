// Package people is about the people on both technical sides of a sale: roles, the skills and
// their weights, levels and ladders, bands and splits, moves between roles.
//
// What the tables say stands in one file (package guide) that a company replaces with its own.
// The rooms below hold rules without storage:
//
//	guide   the tables, read and checked
//	pay     attainment, the crossing point, and the check of bands against what is claimed
//	skill   fit and gaps by skill, preferences, agreement of two assessments
//	ladder  paths through the levels, timing of a move
//	title   which side of the sale a job advertisement describes
//	transition   what a move between the roles takes and changes
//
// No individual's pay is kept, and no rule here decides about a person: each result comes with
// its reasons, for people to decide.
package people
