// Keys of the page: every element with data-key is done by that key ("A", "/", "G I").
// '?' lists them. Letters do nothing while one types, nor where the person switched them off.
import { all, make, one, shown, typing } from "./dom";

const modified = (e: KeyboardEvent) => e.metaKey || e.ctrlKey || e.altKey;
let waiting = "", since = 0;

function act(element: HTMLElement): void {
  if (element.matches("input, textarea, select")) element.focus();
  else element.click();
}

/** within gives the elements a key may reach: an open dialog shuts out what lies below it. */
function within(): ParentNode {
  const open = all("dialog[open]").pop();
  return open ?? document;
}

function onKey(e: KeyboardEvent): void {
  if (e.defaultPrevented || modified(e) || typing(e.target) || document.documentElement.dataset.keys === "off") return;
  if (e.key === "?") { e.preventDefault(); return openHelp(); }
  if (e.key.length !== 1) return;
  const key = e.shiftKey && e.key.toLowerCase() !== e.key.toUpperCase() ? "⇧" + e.key.toUpperCase() : e.key.toUpperCase();
  const pair = waiting && Date.now() - since < 1200 ? `${waiting} ${key}` : "";
  const keyed = all("[data-key]", within()).filter(shown);
  const hit = keyed.find(x => x.dataset.key!.toUpperCase() === (pair || key)) ?? keyed.find(x => x.dataset.key!.toUpperCase() === key);
  waiting = "";
  if (hit) { e.preventDefault(); return act(hit); }
  if (keyed.some(x => x.dataset.key!.toUpperCase().startsWith(key + " "))) { waiting = key; since = Date.now(); }
}

function nameOf(element: HTMLElement): string {
  const visible = element.cloneNode(true) as HTMLElement;
  for (const part of all("kbd, .n, .count, .sr", visible)) part.remove();
  return element.getAttribute("aria-label") ?? (visible.textContent!.trim() || element.getAttribute("placeholder") || "");
}

/** always are keys that hold on every page, or wherever their part stands. */
const always: [string, string, string][] = [
  ["", "⌘ K", "find or go to"],
  ["[data-list]", "J K", "next, back"], ["[data-list]", "Enter", "open"], ["[data-list] input[type=checkbox]", "V", "mark the row"],
  [".work form", "⌘ ⏎", "send what is written"],
  ["[data-thread]", "← ↑ ↓ →", "move by station"], ["[data-thread]", "Enter", "evidence"], ["[data-thread]", "B", "next break"],
  ["[data-asof]", "[ ]", "earlier, later"], ["[data-asof]", "T", "today"],
  ["", "Esc", "close, leave"], ["", "?", "this list"],
];

function openHelp(): void {
  one("#keys")?.remove();
  const list = make("div", { class: "keys-list" });
  const line = (keys: string, words: string) => {
    const boxes = make("span", { class: "kbds" });
    for (const k of keys.split(" ")) boxes.append(make("kbd", {}, k));
    list.append(boxes, make("span", {}, words));
  };
  const keyed = all("[data-key]").filter(shown), far = keyed.filter(x => x.closest(".nav")), seen = new Set<string>();
  const here = always.filter(([where]) => where && one(where));
  const named = (some: HTMLElement[]) => { for (const x of some) if (!seen.has(x.dataset.key!)) { seen.add(x.dataset.key!); line(x.dataset.key!, nameOf(x)); } };
  if (keyed.length > far.length || here.length) list.append(make("h3", {}, "On this page"));
  named(keyed.filter(x => !far.includes(x)));
  for (const [, keys, words] of here) line(keys, words);
  list.append(make("h3", {}, "Everywhere"));
  for (const [where, keys, words] of always) if (!where) line(keys, words);
  named(far);
  const close = make("button", { class: "btn", type: "submit" }, "Close");
  const box = make("dialog", { id: "keys", class: "dialog", "aria-labelledby": "keys-h" },
    make("header", {}, make("h2", { id: "keys-h" }, "Keys of this page"), make("form", { method: "dialog" }, close)),
    make("div", { class: "body" }, list)) as HTMLDialogElement;
  document.body.append(box);
  box.showModal();
}

export function startKeys(): void {
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", e => { if ((e.target as HTMLElement).closest("[data-open-keys]")) openHelp(); });
}
