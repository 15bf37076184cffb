package sheet

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Read reads a file, whatever it is: its content tells, not its name. What
// cannot be read is a *Fault that says why and what to do.
func Read(src io.ReaderAt, size int64, l Limits) (*Book, error) {
	l = l.filled()
	if size > l.File {
		return nil, fault("", "The file has %d MB, more than %d MB. Delete pictures and sheets that are not needed, or save the list as CSV.", size>>20, l.File>>20)
	}
	head := make([]byte, min(size, 4096))
	if _, err := src.ReadAt(head, 0); err != nil && err != io.EOF {
		return nil, fmt.Errorf("read the file's start: %w", err)
	}
	switch {
	case size == 0:
		return nil, fault("", "The file is empty. Send or export it again.")
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return readPackage(src, size, l)
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")):
		return nil, fault("", "This is a file with a password, or one of an old Office. Open it, save it without a password as .xlsx or .docx, and try again.")
	}
	for start, sentence := range foreign {
		if bytes.HasPrefix(head, []byte(start)) {
			return nil, fault("", "%s", sentence)
		}
	}
	return readText(src, size, l)
}

// foreign are files that hold no list for us, by their first bytes.
var foreign = map[string]string{
	"%PDF":         "This is a PDF. Copy the list out of it and paste it, or ask for the file it was made from.",
	"{\\rtf":       "This is an RTF document. Save it as .docx.",
	"\x89PNG":      "This is a picture. A list in a picture cannot be read; ask for the file it was made from.",
	"\xFF\xD8\xFF": "This is a picture. A list in a picture cannot be read; ask for the file it was made from.",
	"GIF8":         "This is a picture. A list in a picture cannot be read; ask for the file it was made from.",
}

// readPackage reads a workbook or a document by the main part it names.
func readPackage(src io.ReaderAt, size int64, l Limits) (*Book, error) {
	p, err := openParts(src, size, l)
	if err != nil {
		return nil, err
	}
	main, err := mainPart(p)
	if err != nil {
		return nil, err
	}
	var book *Book
	switch {
	case strings.HasPrefix(main, "xl/") && strings.HasSuffix(main, ".bin"):
		return nil, fault("", "This is a binary workbook (.xlsb). Open it and save it as .xlsx.")
	case strings.HasPrefix(main, "xl/"):
		purse := newPurse(Workbook, l)
		book, err = readWorkbook(purse, p, main)
	case strings.HasPrefix(main, "word/"):
		purse := newPurse(Document, l)
		book, err = readDocument(purse, p, main)
	case strings.HasPrefix(main, "ppt/"):
		return nil, fault("", "This is a presentation. Copy the list out of it and paste it.")
	case p.has("content.xml"):
		return nil, fault("", "This is an OpenDocument file. Open it and save it as .xlsx or .docx.")
	default:
		return nil, fault("", "This zip file holds neither a workbook nor a document. Unpack it and choose the file inside.")
	}
	if err != nil {
		return nil, err
	}
	return whole(book)
}

// mainPart finds what the package is about.
func mainPart(p *parts) (string, error) {
	targets, err := relations(p, "")
	if err != nil {
		return "", err
	}
	for _, t := range targets {
		if t.kind == "officeDocument" && p.has(t.target) {
			return t.target, nil
		}
	}
	for _, name := range []string{"xl/workbook.xml", "xl/workbook.bin", "word/document.xml", "ppt/presentation.xml"} {
		if p.has(name) {
			return name, nil
		}
	}
	return "", nil
}

// whole refuses a book in which nothing stands.
func whole(b *Book) (*Book, error) {
	for _, s := range b.Sheets {
		if len(s.Rows) > 0 {
			return b, nil
		}
	}
	if len(b.Notes) > 0 {
		return nil, fault(b.Notes[0].Place, "%s", b.Notes[0].Text)
	}
	return nil, fault("", "The file holds no rows and no text; perhaps it holds only pictures. Ask for the list as a sheet or as text.")
}
