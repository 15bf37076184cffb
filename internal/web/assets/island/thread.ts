// The thread as a grid: one tab stop, arrows from station to station, Enter for the
// evidence, B for the next break. A pick draws the evidence beside without a new page;
// without script each cell is a plain link to the same address.
import { all, one, shown, swap, typing } from "./dom";

const cells = (row: ParentNode) => all<HTMLAnchorElement>("a.stop, th a.key", row);
const rows = () => all("#loom tr.req").filter(shown);
const narrow = matchMedia("(max-width: 1240px)");

/** rove leaves one tab stop in the grid: the picked cell, the one last used, or the first. */
function rove(to?: HTMLElement): void {
  const loom = one("#loom");
  if (!loom) return;
  loom.setAttribute("role", "grid");
  const stop = to ?? one("a.stop[aria-current]", loom) ?? one("a.stop", loom);
  for (const a of cells(loom)) a.tabIndex = a === stop ? 0 : -1;
}

function move(from: HTMLElement, down: number, right: number): void {
  const all_ = rows(), row = from.closest<HTMLElement>("tr")!;
  const y = all_.indexOf(row) + down, x = cells(row).indexOf(from as HTMLAnchorElement) + right;
  const to = all_[y] && cells(all_[y])[x];
  if (!to) return;
  rove(to);
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest" });
}

const bare = (a: HTMLAnchorElement) => a.href.replace(/#.*$/, "");
const atOf = (a: HTMLAnchorElement) => new URL(a.href).searchParams.get("at");

function mark(at: string | null): void {
  for (const a of all<HTMLAnchorElement>("#loom a.stop, #breaks li a")) {
    if (at && atOf(a) === at) a.setAttribute("aria-current", "true");
    else a.removeAttribute("aria-current");
  }
}

async function pick(a: HTMLAnchorElement): Promise<void> {
  mark(atOf(a));
  rove(one(`#loom a.stop[aria-current]`) ?? undefined);
  if (!await swap(bare(a), ["#evidence"], true)) return;
  const panel = one("#evidence");
  if (panel && !panel.hidden) {
    panel.setAttribute("role", "region");
    say(`Evidence for ${one("h2", panel)?.textContent?.trim()}`);
  }
}

/** say speaks through the page's polite region, without showing anything. */
function say(words: string): void {
  let voice = one("#voice");
  if (!voice) {
    voice = document.createElement("p");
    voice.id = "voice"; voice.className = "sr"; voice.setAttribute("role", "status");
    one("main")?.append(voice);
  }
  voice.textContent = words;
}

function close(): void {
  const panel = one("#evidence"), at = panel?.dataset.at;
  if (!panel || panel.hidden) return;
  const back = one<HTMLAnchorElement>("[data-close]", panel);
  panel.hidden = true;
  if (back) { history.pushState({ own: true }, "", back.href); document.dispatchEvent(new CustomEvent("part-drawn")); }
  const from = all<HTMLAnchorElement>("#loom a.stop").find(a => atOf(a) === at);
  mark(null);
  if (from) { rove(from); from.focus({ preventScroll: true }); }
}

/** nextBreak goes through the list beside the thread, worst first, and round again. */
function nextBreak(): void {
  const list = all<HTMLAnchorElement>("#breaks li a");
  if (!list.length) return;
  const a = list[(list.findIndex(x => x.hasAttribute("aria-current")) + 1) % list.length];
  const cell = all<HTMLAnchorElement>("#loom a.stop").find(c => atOf(c) === atOf(a));
  if (cell) { rove(cell); cell.focus({ preventScroll: true }); cell.scrollIntoView({ block: narrow.matches ? "start" : "nearest" }); }
  void pick(a);
}

function onClick(e: MouseEvent): void {
  if (e.defaultPrevented || e.button || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
  const target = e.target as HTMLElement;
  const a = target.closest<HTMLAnchorElement>("#loom a.stop, #breaks li a");
  if (a && one("#evidence") && atOf(a)) { e.preventDefault(); void pick(a); return; }
  if (target.closest("[data-close]")) { e.preventDefault(); close(); }
}

const arrows: Record<string, [number, number]> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function onKey(e: KeyboardEvent): void {
  if (e.defaultPrevented || e.metaKey || e.ctrlKey || e.altKey || typing(e.target) || one("dialog[open]")) return;
  const here = (e.target as HTMLElement).closest<HTMLElement>("#loom a");
  if (here && arrows[e.key]) { e.preventDefault(); return move(here, ...arrows[e.key]); }
  if (here && (e.key === "Home" || e.key === "End")) {
    const row = cells(here.closest("tr")!), to = row[e.key === "Home" ? 0 : row.length - 1];
    e.preventDefault(); rove(to); return to.focus();
  }
  if (e.key === "Escape") return close();
  if (document.documentElement.dataset.keys === "off") return;
  if (e.key.toLowerCase() === "b") { e.preventDefault(); nextBreak(); }
  else if (e.key === "[" || e.key === "]") { e.preventDefault(); step(e.key === "]" ? 1 : -1); }
  else if (e.key.toLowerCase() === "t") { const s = slider(); if (s) { e.preventDefault(); s.value = s.max; void travel(s); } }
}

// As of: the slider redraws picture, counts, breaks and evidence from the server.
const slider = () => one<HTMLInputElement>("[data-asof] input[type=range]");
let timer = 0;

function step(by: number): void {
  const s = slider();
  if (!s) return;
  s.value = String(+s.value + by);
  clearTimeout(timer);
  timer = window.setTimeout(() => void travel(s), 120);
}

function addressOf(s: HTMLInputElement): string {
  const form = s.form!, address = new URL(form.action), query = new URLSearchParams(location.search);
  for (const [name, value] of new FormData(form)) query.set(name, String(value));
  if (s.value === s.max) query.delete(s.name);
  address.search = query.toString();
  address.hash = "";
  return address.href;
}

async function travel(s: HTMLInputElement): Promise<void> {
  const before = states();
  await swap(addressOf(s), ["#loom", "#thread-tools", "#as-of-words", "#evidence", "#breaks", "#brief", "#ledger"], true);
  const words = one("#as-of-words")?.textContent ?? "";
  s.setAttribute("aria-valuetext", words);
  s.form?.classList.toggle("past", s.value !== s.max);
  for (const td of all<HTMLTableCellElement>("#loom tr.req td.s-reached")) {
    const was = before.get(nameOf(td));
    if (was && !was.includes("s-reached")) td.classList.add("drawn");
  }
}

/** states remembers each cell's drawing, to show which ones a move of time reached. */
const nameOf = (td: HTMLTableCellElement) => `${td.parentElement!.id} ${td.cellIndex}`;
const states = () => new Map(all<HTMLTableCellElement>("#loom tr.req td.cell").map(td => [nameOf(td), td.className]));

export function startThread(): void {
  if (!one("[data-thread]")) return;
  rove();
  document.addEventListener("part-drawn", () => rove());
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("change", e => { const s = slider(); if (s && e.target === s) void travel(s); });
  // 'Back' over an address this island wrote draws that page; a mere fragment does not.
  let drawn = location.pathname + location.search;
  document.addEventListener("part-drawn", () => { drawn = location.pathname + location.search; });
  addEventListener("popstate", () => { if (location.pathname + location.search !== drawn) location.reload(); });
}
