package fill

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"path"
	"strings"

	"throughline/internal/problem"
	"throughline/internal/sheet"
)

// mostPart is how large one sheet may be unpacked, in bytes; sheet.Limits bounds the reading so too.
const mostPart = 192 << 20

// workbook copies a package part by part as it is packed; a sheet that is written in is packed anew
// in its old place.
func workbook(w io.Writer, src io.ReaderAt, size int64, book *sheet.Book, values []Value, out *Report) error {
	z, err := zip.NewReader(src, size)
	if err != nil {
		return damaged()
	}
	of := map[string][]Value{}
	for _, v := range values {
		part := partName(book.Sheets[v.Sheet].Part)
		of[part] = append(of[part], v)
	}
	patched := map[int][]byte{}
	for i, f := range z.File {
		mine := of[partName(f.Name)]
		if len(mine) == 0 {
			continue
		}
		data, err := unpacked(f)
		if err != nil {
			return err
		}
		filled := out.Filled
		if data, err = patch(data, mine, out); err != nil {
			return err
		}
		if out.Filled > filled {
			patched[i] = data
		}
	}
	if len(patched) == 0 {
		return whole(w, src, size)
	}
	return repack(w, z, patched)
}

// repack writes the package again: untouched parts as they are packed.
func repack(w io.Writer, z *zip.Reader, patched map[int][]byte) error {
	zw := zip.NewWriter(w)
	for i, f := range z.File {
		header := f.FileHeader
		from, err := f.OpenRaw()
		if err != nil {
			return damaged()
		}
		if data, ok := patched[i]; ok {
			var packed bytes.Buffer
			if err := deflate(&packed, data); err != nil {
				return err
			}
			header.Method, header.CRC32 = zip.Deflate, crc32.ChecksumIEEE(data)
			header.CompressedSize64, header.UncompressedSize64 = uint64(packed.Len()), uint64(len(data))
			from = &packed
		}
		to, err := zw.CreateRaw(&header)
		if err != nil {
			return err
		}
		if _, err := io.Copy(to, from); err != nil {
			return err
		}
	}
	if err := zw.SetComment(z.Comment); err != nil {
		return err
	}
	return zw.Close()
}

func deflate(w io.Writer, data []byte) error {
	d, err := flate.NewWriter(w, flate.DefaultCompression)
	if err != nil {
		return err
	}
	if _, err := d.Write(data); err != nil {
		return err
	}
	return d.Close()
}

func unpacked(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, damaged()
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, mostPart+1))
	if err != nil {
		return nil, damaged()
	}
	if len(data) > mostPart {
		return nil, problem.New(problem.Invalid, "%s: more than %d MB would have to be unpacked.", f.Name, mostPart>>20)
	}
	return data, nil
}

func damaged() error {
	return problem.New(problem.Invalid, "The file is cut off or damaged and cannot be filled in. Ask for it again.")
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// invalid names the place of a sheet's part that cannot be edited.
func invalid(err error) error {
	return problem.New(problem.Invalid, "%s", fmt.Sprintf("The sheet cannot be edited: %v.", err))
}
