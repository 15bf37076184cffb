// A button with data-choose sets all selects of its fieldset that offer that value. Without
// it each is chosen by hand, so the button is hidden until this runs.
import { all } from "./dom";

export function startChoose(): void {
  for (const button of all<HTMLButtonElement>("button[data-choose]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const select of all<HTMLSelectElement>("select", button.closest("fieldset")!)) {
        if (![...select.options].some(o => o.value === button.dataset.choose)) continue;
        select.value = button.dataset.choose!;
        select.dispatchEvent(new Event("input", { bubbles: true })); // kept in the draft
      }
    });
  }
}
