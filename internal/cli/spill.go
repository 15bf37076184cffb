package cli

import (
	"bytes"
	"io"
	"os"
)

// spillBytes is how much a spill keeps in memory.
const spillBytes = 1 << 20

// spill is text to be printed later: a little of it in memory, more in a file of its own that
// nobody else sees and that is gone once it is closed.
type spill struct {
	memory bytes.Buffer
	file   *os.File
}

func (s *spill) Write(p []byte) (int, error) {
	if s.memory.Len()+len(p) > spillBytes {
		if err := s.empty(); err != nil {
			return 0, err
		}
	}
	return s.memory.Write(p)
}

// empty moves what is in memory to the file.
func (s *spill) empty() error {
	if s.file == nil {
		f, err := os.CreateTemp("", "throughline-*")
		if err != nil {
			return err
		}
		s.file = f
	}
	_, err := s.memory.WriteTo(s.file)
	return err
}

// copyTo writes all of it out.
func (s *spill) copyTo(to io.Writer) error {
	if s.file != nil {
		if _, err := s.file.Seek(0, io.SeekStart); err != nil {
			return err
		}
		if _, err := io.Copy(to, s.file); err != nil {
			return err
		}
	}
	_, err := to.Write(s.memory.Bytes())
	return err
}

func (s *spill) close() {
	if s.file != nil {
		s.file.Close()
		os.Remove(s.file.Name())
	}
}
