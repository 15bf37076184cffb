// A button that copies a part of the page, with its headings and lists for whoever takes them, as
// plain words for whoever does not.
import { one } from "./dom";

export function startCopy(): void {
  document.addEventListener("click", async e => {
    const button = (e.target as HTMLElement).closest<HTMLElement>("[data-copy]");
    const part = button && one(button.dataset.copy ?? "");
    if (!button || !part) return;
    try {
      await navigator.clipboard.write([new ClipboardItem({
        "text/html": new Blob([part.innerHTML], { type: "text/html" }),
        "text/plain": new Blob([part.innerText], { type: "text/plain" }),
      })]);
      const said = [...button.childNodes];
      button.replaceChildren("Copied");
      setTimeout(() => button.replaceChildren(...said), 2000);
    } catch {
      getSelection()?.selectAllChildren(part); // what may not be copied can be, by hand
    }
  });
}
