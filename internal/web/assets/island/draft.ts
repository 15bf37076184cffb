// A form with data-draft keeps what is typed in this browser tab until it was taken in.
// It comes back after an expired sign-in, a lost connection or a closed page; it goes
// once a page follows that neither failed nor asked to sign in.
import { all, make } from "./dom";

interface Draft { at: number; sent: boolean; fields: [string, string][] }

const prefix = "draft:";
const keyOf = (form: HTMLFormElement) => prefix + form.dataset.draft;

function read(key: string): Draft | null {
  try { return JSON.parse(sessionStorage.getItem(key) ?? "null") as Draft | null; } catch { return null; }
}
function write(key: string, draft: Draft): void {
  try { sessionStorage.setItem(key, JSON.stringify(draft)); } catch { /* a full store loses the draft, never the form */ }
}

/** fieldsOf leaves out secrets, files and what the page itself put in. */
function fieldsOf(form: HTMLFormElement): [string, string][] {
  const out: [string, string][] = [];
  for (const x of form.elements) {
    if (!(x instanceof HTMLInputElement || x instanceof HTMLTextAreaElement || x instanceof HTMLSelectElement) || !x.name) continue;
    if (["password", "file", "hidden", "submit", "button"].includes(x.type)) continue;
    if (x instanceof HTMLInputElement && (x.type === "checkbox" || x.type === "radio")) out.push([`${x.name}=${x.value}`, x.checked ? "1" : ""]);
    else if (x instanceof HTMLSelectElement && x.multiple) for (const o of x.options) out.push([`${x.name}=${o.value}`, o.selected ? "1" : ""]);
    else out.push([x.name, x.value]);
  }
  return out;
}

function fill(form: HTMLFormElement, fields: [string, string][]): void {
  const kept = new Map(fields);
  for (const x of form.elements) {
    if (x instanceof HTMLInputElement && (x.type === "checkbox" || x.type === "radio")) {
      const v = kept.get(`${x.name}=${x.value}`);
      if (v !== undefined) x.checked = v === "1";
    } else if (x instanceof HTMLSelectElement && x.multiple) {
      for (const o of x.options) { const v = kept.get(`${x.name}=${o.value}`); if (v !== undefined) o.selected = v === "1"; }
    } else if (x instanceof HTMLInputElement || x instanceof HTMLTextAreaElement || x instanceof HTMLSelectElement) {
      if (["password", "file", "hidden", "submit", "button"].includes(x.type)) continue;
      const v = kept.get(x.name);
      if (v !== undefined) x.value = v;
    }
  }
}

function offer(form: HTMLFormElement, draft: Draft, before: [string, string][]): void {
  const time = new Date(draft.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const drop = make("button", { class: "btn", type: "button" }, "Discard them");
  const line = make("div", { class: "line", role: "status" }, make("span", {}, `Your words of ${time} are back. They are not saved yet.`), drop);
  drop.addEventListener("click", () => { fill(form, before); sessionStorage.removeItem(keyOf(form)); line.remove(); });
  form.prepend(line);
}

function settle(): void {
  const failed = document.querySelector("[data-failure]"), signedIn = document.body.hasAttribute("data-signed-in");
  for (const key of Object.keys(sessionStorage)) {
    if (!key.startsWith(prefix)) continue;
    const draft = read(key);
    if (!draft?.sent) continue;
    if (failed || !signedIn) write(key, { ...draft, sent: false });
    else sessionStorage.removeItem(key);
  }
}

function restore(form: HTMLFormElement): void {
  if (form.dataset.returned !== undefined) return;
  const draft = read(keyOf(form)), before = fieldsOf(form);
  if (!draft || JSON.stringify(draft.fields) === JSON.stringify(before)) return;
  fill(form, draft.fields);
  offer(form, draft, before);
}

export function startDrafts(): void {
  settle();
  const forms = () => all<HTMLFormElement>("form[data-draft]");
  forms().forEach(restore);
  let timer = 0;
  document.addEventListener("input", e => {
    const form = (e.target as HTMLElement).closest<HTMLFormElement>("form[data-draft]");
    if (!form) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => write(keyOf(form), { at: Date.now(), sent: false, fields: fieldsOf(form) }), 200);
  });
  document.addEventListener("submit", e => {
    const form = e.target as HTMLFormElement;
    if (form.dataset.draft === undefined) return;
    clearTimeout(timer);
    write(keyOf(form), { at: Date.now(), sent: true, fields: fieldsOf(form) });
  });
}
