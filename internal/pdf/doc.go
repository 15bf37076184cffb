// Package pdf writes PDF 1.7 (ISO 32000-1): pages of real text in embedded faces, paths, links,
// an outline, and the tree of structure by which a screen reader follows the page (14.7, 14.8:
// 'tagged', as PDF/UA-1 asks for). It knows no layout: who calls it says where each line stands.
//
// Points, 1/72 inch, from the top left corner. There is no date and no random number in a file:
// the same calls give the same bytes.
package pdf
