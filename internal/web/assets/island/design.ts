// The drawing of a design: a click opens what is known of an element beside it, without a new
// page; a mouse drags an element, and arrows move the one that is open. Places are kept by the
// same form that the buttons beside send, so all of it works without script too.
import { one, swap, typing } from "./dom";

const frame = () => one("#drawing .c4wrap");
const boxOf = (target: EventTarget | null) => target instanceof Element ? target.closest<SVGAElement>("#drawing .c4-box[data-element]") : null;
const place = (box: Element) => ({ x: Number(box.getAttribute("data-x")), y: Number(box.getAttribute("data-y")) });
/** units are the drawing's own in one pixel of the screen: a drawing a little too wide is shown smaller. */
const units = (box: SVGAElement) => { const s = box.ownerSVGElement; return s ? s.viewBox.baseVal.width / s.getBoundingClientRect().width || 1 : 1; };
const shift = (box: Element, dx: number, dy: number) => box.setAttribute("transform", `translate(${dx} ${dy})`);

/** reveal scrolls the frame, and nothing else, until the open element is seen. */
function reveal(): void {
  const view = frame(), box = view?.querySelector<SVGAElement>(".c4-box[aria-current]");
  if (!view || !box) return;
  const f = view.getBoundingClientRect(), b = box.getBoundingClientRect();
  if (b.left < f.left || b.right > f.right) view.scrollLeft += b.left + b.width / 2 - (f.left + f.width / 2);
  if (b.top < f.top || b.bottom > f.bottom) view.scrollTop += b.top + b.height / 2 - (f.top + f.height / 2);
}

/** draw puts parts of another state of this room into the page; the frame stays where it was scrolled to. */
async function draw(address: string, push: boolean): Promise<boolean> {
  const was = frame(), left = was?.scrollLeft ?? 0, top = was?.scrollTop ?? 0;
  const held = document.activeElement?.closest(".c4-box")?.getAttribute("data-element");
  if (!await swap(address, ["#drawing", "#beside"], push)) return false;
  const now = frame();
  if (now) { now.scrollLeft = left; now.scrollTop = top; reveal(); }
  if (held) one<SVGAElement & HTMLElement>(`#drawing .c4-box[data-element="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  return true;
}

const plain = (e: MouseEvent) => !e.defaultPrevented && !e.button && !e.metaKey && !e.ctrlKey && !e.shiftKey && !e.altKey;

async function open(a: Element): Promise<void> {
  const href = a.getAttribute("href");
  if (!href || !await draw(href, true)) return;
  const panel = one("#beside .opened");
  if (panel) say(`Beside: ${one("h2", panel)?.textContent?.trim() ?? ""}`);
}

function say(words: string): void {
  let voice = one("#voice");
  if (!voice) {
    voice = document.createElement("p");
    voice.id = "voice"; voice.className = "sr"; voice.setAttribute("role", "status");
    one("main")?.append(voice);
  }
  voice.textContent = words;
}

/** keep sends a place and draws the room anew: the answer is the page with its lines and its undo. */
async function keep(box: Element, x: number, y: number): Promise<void> {
  const to = frame()?.dataset.move;
  if (!to) return;
  const form = new URLSearchParams({ element: box.getAttribute("data-element")!, x: String(x), y: String(y) });
  for (const [name, value] of new URLSearchParams(location.search)) if (name !== "done" && name !== "form") form.set(`room.${name}`, value);
  const name = box.getAttribute("aria-label")?.split(",")[0] ?? "";
  try {
    const answer = await fetch(to, { method: "POST", body: form, credentials: "same-origin", headers: { Accept: "text/html" } });
    if (!answer.ok) { location.assign(location.href); return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const was = frame(), left = was?.scrollLeft ?? 0, top = was?.scrollTop ?? 0, held = document.activeElement === box;
    for (const part of ["#drawing", "#toasts"]) {
      const old = one(part), fresh = one(part, page);
      if (old && fresh) old.replaceWith(document.adoptNode(fresh));
    }
    const now = frame();
    if (now) { now.scrollLeft = left; now.scrollTop = top; now.dataset.kept = "yes"; }
    if (held) one<SVGAElement & HTMLElement>(`#drawing .c4-box[data-element="${CSS.escape(form.get("element")!)}"]`)?.focus({ preventScroll: true });
    say(`${name} stands at ${x}, ${y}.`);
  } catch {
    location.assign(location.href);
  }
}

// Dragging: only with a mouse or a pen, because a finger scrolls the frame.
let held: { box: SVGAElement; x: number; y: number; moved: boolean } | null = null;
const threshold = 4, grid = 12;

function grab(e: PointerEvent): void {
  const box = boxOf(e.target);
  if (!box || e.button || e.pointerType === "touch" || !frame()?.dataset.move) return;
  held = { box, x: e.clientX, y: e.clientY, moved: false };
}

function drag(e: PointerEvent): void {
  if (!held) return;
  const dx = e.clientX - held.x, dy = e.clientY - held.y;
  if (!held.moved && Math.hypot(dx, dy) < threshold) return;
  held.moved = true;
  held.box.classList.add("dragged");
  const k = units(held.box);
  shift(held.box, dx * k, dy * k);
}

function drop(e: PointerEvent): void {
  const h = held;
  held = null;
  if (!h?.moved) return;
  const from = place(h.box), k = units(h.box), snap = (n: number) => Math.round(n / grid) * grid;
  const x = snap(from.x + (e.clientX - h.x) * k), y = snap(from.y + (e.clientY - h.y) * k);
  shift(h.box, x - from.x, y - from.y);
  // The click that follows belongs to the drag, not to the link.
  const eat = (c: Event) => { c.preventDefault(); c.stopPropagation(); };
  addEventListener("click", eat, { capture: true });
  setTimeout(() => removeEventListener("click", eat, { capture: true }), 50);
  setTimeout(() => void keep(h.box, x, y));
}

// Arrows: the element that is open moves at once, and its place is kept when they rest.
const arrows: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
let pending: { box: Element; dx: number; dy: number } | null = null, timer = 0;

function nudge(e: KeyboardEvent): void {
  const box = boxOf(e.target), way = arrows[e.key];
  if (!box || !way || e.metaKey || e.ctrlKey || e.altKey || typing(e.target) || !box.hasAttribute("aria-current") || !frame()?.dataset.move) return;
  e.preventDefault();
  const by = e.shiftKey ? 4 * grid : grid;
  if (pending?.box !== box) pending = { box, dx: 0, dy: 0 };
  pending.dx += way[0] * by; pending.dy += way[1] * by;
  shift(box, pending.dx, pending.dy);
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    const p = pending;
    pending = null;
    if (p) { const from = place(p.box); void keep(p.box, from.x + p.dx, from.y + p.dy); }
  }, 500);
}

export function startDesign(): void {
  if (!one("#drawing")) return;
  reveal();
  document.addEventListener("pointerdown", grab);
  document.addEventListener("pointermove", drag);
  document.addEventListener("pointerup", drop);
  document.addEventListener("pointercancel", () => { if (held) shift(held.box, 0, 0); held = null; });
  document.addEventListener("dragstart", e => { if (boxOf(e.target)) e.preventDefault(); });
  document.addEventListener("click", e => {
    if (!plain(e)) return;
    const a = (e.target as Element).closest("#drawing .c4-box[href], #drawing .c4-frame-name[href], [data-leave]");
    if (a) { e.preventDefault(); void open(a); }
  });
  document.addEventListener("keydown", e => {
    if (e.key === "Escape" && !e.defaultPrevented && !typing(e.target) && !one("dialog[open]")) { const a = one("#beside [data-leave]"); if (a) { e.preventDefault(); void open(a); } }
    else if (!e.defaultPrevented) nudge(e);
  });
  // 'Back' over an address this island wrote draws that page; a mere fragment does not.
  let drawn = location.pathname + location.search;
  document.addEventListener("part-drawn", () => { drawn = location.pathname + location.search; });
  addEventListener("popstate", () => { if (location.pathname + location.search !== drawn) location.reload(); });
}
