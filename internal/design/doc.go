// Package design is how it will be built: elements and relationships of the model, two views of
// it, decisions, approved documents that stand elsewhere, the concerns that a design has to
// speak to with the advice on each, and the review and approval of a version.
//
// It tells one station. Designed: an element or an accepted decision that satisfies the
// requirement is part of the latest approved version and has not changed its meaning since, or a
// section of an approved document elsewhere does. Until then it is started.
//
// The engines below it are pure: dsl reads and writes the Structurizr DSL, layout places boxes,
// draw draws. This package keeps rows and acts.
//
// The acts, and who may do them (package auth: Build):
//
//	design.import             Import             design.add-element        AddElement
//	design.edit-element       EditElement        design.remove-element     RemoveElement
//	design.relate             Relate             design.edit-relationship  EditRelationship
//	design.unrelate           Unrelate           design.move               Move
//	design.tidy               Tidy               design.satisfy            Satisfy
//	design.add-decision       AddDecision        design.edit-decision      EditDecision
//	design.decide             Decide             design.point-elsewhere    PointElsewhere
//	design.approve-elsewhere  ApproveElsewhere   (final)
//	design.withdraw-elsewhere WithdrawElsewhere  (final)
//	design.request-review     RequestReview      design.comment            Comment
//	design.resolve-comment    ResolveComment
//	design.advise             Advise             design.drop-concern       DropConcern
//	design.approve            Approve            (final)
//	design.withdraw-approval  WithdrawApproval   (final)
package design
