// J and K move over the rows of the page's lists, Enter opens by itself because the
// row's own link has the focus.
import { all, shown, typing } from "./dom";

const stops = () => all("[data-list] tbody tr, ul[data-list] > li").filter(shown);
const linkOf = (row: HTMLElement) => row.querySelector<HTMLElement>("a[href], button");

export function startLists(): void {
  document.addEventListener("keydown", e => {
    if (e.metaKey || e.ctrlKey || e.altKey || typing(e.target) || document.querySelector("dialog[open]") || document.documentElement.dataset.keys === "off") return;
    const step = { j: 1, k: -1 }[e.key];
    if (!step) return;
    const rows = stops();
    if (!rows.length) return;
    e.preventDefault();
    const now = rows.findIndex(r => r.contains(document.activeElement) || (r.classList.contains("at") && document.activeElement === document.body));
    const to = rows[now < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, now + step))];
    for (const r of all("[data-list] .at")) r.classList.remove("at");
    to.classList.add("at");
    linkOf(to)?.focus();
  });
  // What takes several steps goes on by itself; its button stays for those without script.
  document.querySelector<HTMLFormElement>("form[data-go-on]")?.requestSubmit();
  // A filter is applied as soon as a choice is made; its button stays for those without script.
  document.addEventListener("change", e => {
    const field = e.target as HTMLElement;
    if (field.matches("select")) field.closest<HTMLFormElement>("form[data-auto]")?.requestSubmit();
  });
}
