// Find or go to: ⌘K or Ctrl K. Hits come from the server as [{title, hint, href, key}];
// before anything is typed, the places of the bar and the tabs are offered.
import { all, make, one } from "./dom";

interface Hit { title: string; hint?: string; href: string; key?: string }

let box: HTMLDialogElement | null = null, input: HTMLInputElement, list: HTMLElement, note: HTMLElement;
let hits: Hit[] = [], at = 0, asked = 0, timer = 0;

function places(): Hit[] {
  return all<HTMLAnchorElement>(".nav a, .tabs a").map(a => ({
    title: (a.querySelector("span") ?? a).textContent!.trim(),
    hint: a.closest("nav")?.getAttribute("aria-label") ?? "", href: a.getAttribute("href")!, key: a.dataset.key,
  }));
}

function build(): void {
  input = make("input", { class: "in", type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "palette-list",
    "aria-autocomplete": "list", "aria-label": "Find or go to", placeholder: "A deal, a key, a person, words of a requirement", autocomplete: "off", spellcheck: "false" }) as HTMLInputElement;
  list = make("ul", { id: "palette-list", role: "listbox", "aria-label": "Found" });
  note = make("p", { class: "note", role: "status" });
  box = make("dialog", { class: "dialog palette", "aria-label": "Find or go to" }, input, list, note) as HTMLDialogElement;
  document.body.append(box);
  input.addEventListener("input", () => { clearTimeout(timer); timer = window.setTimeout(ask, 60); });
  box.addEventListener("keydown", onKey);
  box.addEventListener("click", e => {
    const row = (e.target as HTMLElement).closest<HTMLElement>("[data-n]");
    if (row) go(hits[+row.dataset.n!].href);
    else if (e.target === box) box!.close();
  });
}

function draw(): void {
  at = Math.max(0, Math.min(at, hits.length - 1));
  list.replaceChildren(...hits.map((h, n) => {
    const row = make("li", { role: "option", id: `palette-${n}`, "data-n": String(n), "aria-selected": String(n === at) }, make("span", { class: "t" }, h.title));
    if (h.hint) row.append(make("span", { class: "small quiet" }, h.hint));
    if (h.key) row.append(make("span", { class: "key" }, h.key));
    return row;
  }));
  list.hidden = !hits.length;
  if (hits.length) input.setAttribute("aria-activedescendant", `palette-${at}`);
  else input.removeAttribute("aria-activedescendant");
  one(`#palette-${at}`)?.scrollIntoView({ block: "nearest" });
}

async function ask(): Promise<void> {
  const words = input.value.trim(), turn = ++asked;
  at = 0;
  if (!words) { hits = places(); note.textContent = "↑ ↓ choose, Enter opens, Esc leaves"; return draw(); }
  let found: Hit[] = [], said = "";
  try {
    const answer = await fetch(`${document.body.dataset.palette}?q=${encodeURIComponent(words)}`, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error();
    found = await answer.json() as Hit[];
  } catch { said = "Nothing could be asked just now. Enter searches on its own page."; }
  if (turn !== asked) return;
  // An address from the answer is followed only within this site.
  hits = found.filter(h => new URL(h.href, location.href).origin === location.origin);
  note.textContent = said || (hits.length ? `${hits.length} found. Enter opens the first.` : `Nothing is called “${words}”. Enter searches in all words.`);
  draw();
}

function go(address: string): void { box!.close(); location.assign(address); }

function onKey(e: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (step) { e.preventDefault(); at = (at + step + hits.length) % Math.max(1, hits.length); draw(); }
  else if (e.key === "Enter") {
    e.preventDefault();
    if (hits.length) go(hits[at].href);
    else if (input.value.trim()) go(`${document.body.dataset.find}?q=${encodeURIComponent(input.value.trim())}`);
  }
}

function open(): void {
  if (!document.body.hasAttribute("data-signed-in")) return;
  if (!box) build();
  if (box!.open) return box!.close();
  box!.showModal();
  input.value = "";
  void ask();
  input.focus();
}

export function startPalette(): void {
  document.addEventListener("keydown", e => { if ((e.metaKey || e.ctrlKey) && !e.shiftKey && !e.altKey && e.key.toLowerCase() === "k") { e.preventDefault(); open(); } });
  document.addEventListener("click", e => { if ((e.target as HTMLElement).closest("[data-open-palette]") && document.body.hasAttribute("data-signed-in")) { e.preventDefault(); open(); } });
}
