// A review by keyboard: V marks a row for many at once, Ctrl or ⌘ with Enter sends what is
// being written, Esc leaves a field, and the words that the quote comes from are in sight.
import { all, one, typing } from "./dom";

/** tick is the mark of the row that has the focus, or of the one that is looked at. */
function tick(): HTMLInputElement | null {
  const row = document.activeElement?.closest("li, tr") ?? one("[data-list] .at");
  return row?.querySelector<HTMLInputElement>("input[type=checkbox]") ?? null;
}

/** show scrolls the transcript, never the page. */
function show(): void {
  const here = one("[data-here]"), words = here?.closest<HTMLElement>("[data-words]");
  if (!here || !words || words.scrollHeight <= words.clientHeight) return;
  const from = here.getBoundingClientRect().top - words.getBoundingClientRect().top;
  words.scrollTop += from - words.clientHeight / 3;
}

/** quote puts what is selected in the transcript into the field of a marking by hand. */
function quote(field: string): void {
  const selection = getSelection(), text = selection?.toString().trim();
  if (!text || !selection?.anchorNode?.parentElement?.closest("[data-words]")) return;
  const clean = text.split("\n").map(l => l.trim().replace(/^(\d+:)?\d+:\d\d$/, "")).filter(Boolean).join(" ");
  const into = document.getElementById(field);
  if (into instanceof HTMLTextAreaElement) into.value = clean;
}

export function startReview(): void {
  show();
  document.addEventListener("keydown", e => {
    const target = e.target as HTMLElement;
    const pair = target.closest(".pair")?.querySelector<HTMLButtonElement>("button");
    if (e.key === "Enter" && pair && target.matches("select, input")) {
      e.preventDefault();
      pair.click();
    } else if (e.key === "Enter" && (e.metaKey || e.ctrlKey) && target.matches("textarea, select, input")) {
      const form = target.closest("form");
      if (form?.method === "post") { e.preventDefault(); form.requestSubmit(); }
    } else if (e.key === "Escape" && typing(target) && target.closest(".work")) {
      target.blur();
    } else if (e.key.toLowerCase() === "v" && !e.metaKey && !e.ctrlKey && !e.altKey && !typing(target) && document.documentElement.dataset.keys !== "off" && !one("dialog[open]")) {
      const box = tick();
      if (box) { e.preventDefault(); box.checked = !box.checked; box.dispatchEvent(new Event("change", { bubbles: true })); }
    }
  });
  document.addEventListener("mousedown", e => { // a press on the summary would end the selection
    if ((e.target as HTMLElement).closest("[data-take-quote]")) e.preventDefault();
  });
  document.addEventListener("click", e => {
    const summary = (e.target as HTMLElement).closest<HTMLElement>("[data-take-quote]");
    if (summary) quote(summary.dataset.takeQuote!);
  });
  for (const details of all<HTMLDetailsElement>("details.drawer")) {
    details.addEventListener("toggle", () => { if (details.open && details.id === "mark") details.querySelector("textarea")?.focus(); });
  }
  const named = location.hash.slice(1) && document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) named.open = true;
  addEventListener("hashchange", () => {
    const to = document.getElementById(location.hash.slice(1));
    if (to instanceof HTMLDetailsElement) to.open = true;
  });
}
