// Package evaluation holds how a requirement is proven and won: evaluations with their
// criteria and results, waivers, grounds, sign-offs, and the technical win.
//
// An Evaluation (POC, pilot or workshop) has a scope, a window, an environment and entry
// criteria, and goes draft → agreed → running → readout → closed, or is withdrawn. A Criterion
// is made from a requirement (derive) and has a measure; once locked, a change makes its next
// version. A Result passes or fails it by the measure alone. A customer's stakeholder may
// waive a criterion. A Ground is a one-line record that a requirement is met elsewhere.
//
// A SignOff is a stakeholder's written word on a list of exact wordings, with its proof; a
// caveat in it is a promise. What was only said is claimed (an Outcome), and so is a loss with
// its reason. The technical win is computed from all of them (win.go), never typed in.
//
// It owns the stations proven and won.
//
// Acts (SE, SA, manager and admin may do them):
//
//	evaluation.draft             begins an evaluation
//	evaluation.edit              changes its scope, window, environment or entry criteria
//	evaluation.entry             marks an entry criterion as done, or not done
//	evaluation.agree             both sides agreed to it; its criteria are locked
//	evaluation.start             the window opens; every entry criterion is done
//	evaluation.readout           the tests are over and are read out
//	evaluation.close             it is closed, with what came of it
//	evaluation.withdraw          takes it out, with the reason
//	evaluation.criterion         adds a criterion
//	evaluation.edit-criterion    changes one; after its lock that is the next version
//	evaluation.remove-criterion  takes one out that was never locked
//	evaluation.lock              locks criteria
//	evaluation.result            records a result
//	evaluation.import            records the results of a file (package results)
//	evaluation.pick              says which of two results of one moment counts
//	evaluation.waive             records a stakeholder's waiver of a criterion
//	evaluation.withdraw-waiver   takes it back
//	evaluation.ground            records a reference, or that it is in use
//	evaluation.withdraw-ground   takes it back
//	evaluation.sign-off          records a sign-off
//	evaluation.withdraw-sign-off takes it back, with the reason; its caveats become void
//	evaluation.claim             records a win that was only said
//	evaluation.lose              records that the technical win is lost, with the reason
//	evaluation.reopen            takes a loss or a claim back
//
// Tables: evaluation, criterion, result, waiver, ground, sign_off, outcome.
package evaluation
