package journal

import (
	"context"
	"reflect"

	"throughline/internal/problem"
	"throughline/internal/seal"
)

// close seals the thing's new words under their owners' keys.
func (tx *Tx) close(ctx context.Context, k *Kind, v reflect.Value) error {
	for _, c := range k.columns {
		if !c.sealed {
			continue
		}
		t := v.FieldByIndex(c.index).Addr().Interface().(*seal.Text)
		if t.IsZero() {
			continue
		}
		if _, err := t.Value(); err == nil {
			continue // sealed already
		}
		key, err := tx.ring.Make(ctx, tx.work, t.Owner())
		if err != nil {
			return err
		}
		if len(key) == 0 {
			return problem.Refuse("This person was erased. Their words cannot be kept under the old name; add the person anew.")
		}
		if err := t.Close(key); err != nil {
			return err
		}
	}
	return nil
}

// keepSealed takes over the old ciphertext where the words did not change, so that an edit
// elsewhere in the thing does not read as an edit of them.
func (k *Kind) keepSealed(old, v reflect.Value) {
	for _, c := range k.columns {
		if c.sealed {
			was := old.FieldByIndex(c.index).Interface().(seal.Text)
			now := v.FieldByIndex(c.index)
			if now.Interface().(seal.Text).Same(was) {
				now.Set(reflect.ValueOf(was))
			}
		}
	}
}
