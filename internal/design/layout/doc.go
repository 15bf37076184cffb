// Package layout says where the boxes of a diagram stand and where its lines run.
//
// Positions are data: what was placed once stays where it is, to the pixel,
// however the model changes. Arrange lays a diagram out in layers from left to
// right the first time, and later only finds room for what is new. The same
// view always gives the same result. The package is pure and its work is bounded.
package layout
