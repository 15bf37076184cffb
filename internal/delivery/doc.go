// Package delivery is the way from the signature to go-live: tasks with an owner on each side,
// checks that measure what was promised, gates, and the decision to go live.
//
// It tells three stations. Planned: a task implements the requirement. Verified: the latest
// result of every check derived from it passed. Live: a standing decision to go covers it.
//
// The acts, and who may do them (package auth: Build):
//
//	delivery.add-task        AddTask         delivery.edit-task      EditTask
//	delivery.complete-task   CompleteTask    delivery.reopen-task    ReopenTask
//	delivery.remove-task     RemoveTask      delivery.link-task      LinkTask
//	delivery.import-plan     ImportPlan
//	delivery.derive-checks   DeriveChecks    delivery.add-check      AddCheck
//	delivery.edit-check      EditCheck       delivery.withdraw-check WithdrawCheck
//	delivery.record-result   RecordResult
//	delivery.add-gate        AddGate         delivery.sign-gate      SignGate        (final)
//	delivery.remove-gate     RemoveGate
//	delivery.withdraw-gate-signature WithdrawGateSignature (final, as is the signature)
//	delivery.go-live         Decide          (final)
//	delivery.withdraw-go-live WithdrawDecision (final)
//	delivery.end-hypercare EndHypercare
package delivery
