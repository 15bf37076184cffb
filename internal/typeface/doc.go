// Package typeface holds the four faces in which documents are set on paper, measures text in
// them, and cuts out of them what a document needs.
//
// They are IBM Plex Sans (regular, bold, italic) and IBM Plex Mono, under the SIL Open Font
// License (fonts/LICENSE-OFL.txt), whole and unchanged: Latin with all accents, Greek and
// Cyrillic. Pages in the browser use smaller files of the same family. The format is WOFF 1.0
// (W3C, 2012), which is a TrueType file with each table packed.
package typeface
