// Package typography is how a document looks on paper, decided once for DOCX and PDF.
//
// Paper. A4, for that is what our customers print on; 22 mm at the sides, 20 above, 22 below.
// Text is set 140 mm wide, 80 to 90 letters a line, so that the eye finds the next one; what is
// looked up rather than read (tables, drawings) may take the whole 166 mm.
//
// Letters. IBM Plex Sans, as on the screen, 10 on 14.5 points, left aligned and not hyphenated:
// many lines hold keys and names, which must not be cut. Keys (NWF-12) and code are in Plex Mono,
// a little smaller, since its letters look larger. Bold is for titles, heads and what an area
// calls strong; nothing is underlined but links; nothing is set in capitals. Both files carry
// their letters with them, so that they look and break the same on any machine.
//
// Levels. The title is 21 points, chapters 14, sections 11.5, all deeper ones 10: each a step the
// eye sees without a number. Space goes before a heading, not after, so that it belongs to what
// follows it; a heading never stands last on a page, nor does a line of a paragraph stand alone.
//
// Colour. Ink and two greys. Blue is a link, red a break, brown what is missing: the same as on
// the screen, always beside a word ('Break:'), and dark enough to be read (4.5 to 1 and more).
//
// Tables. Hairlines between rows, none between columns: the columns are kept apart by space. The
// head is repeated on each page and a row is not cut unless it is longer than a page. Columns
// get what their words need, and share what is left by how much they have to say; a table of
// many columns is set smaller (8.5, 7.5, 7 points) before words are cut. The caption stands above.
//
// Drawings. As vectors, as large as the page allows but never larger than their letters would be
// on the screen; the caption below, and all that they show in words for those who do not see it.
//
// Each page says at its foot what it belongs to, and which of how many it is.
package typography
