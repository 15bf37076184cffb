// What floats: menus close when one looks elsewhere, dialogs open by their button in
// browsers that do not know 'command' yet, and an error list takes the focus.
import { all, one } from "./dom";

export function startSurface(): void {
  document.addEventListener("click", e => {
    const target = e.target as HTMLElement;
    for (const menu of all<HTMLDetailsElement>("details[data-menu][open]")) if (!menu.contains(target)) menu.open = false;
    const opener = target.closest<HTMLElement>("[commandfor]");
    if (opener && !("commandForElement" in HTMLButtonElement.prototype)) {
      const dialog = document.getElementById(opener.getAttribute("commandfor")!);
      if (dialog instanceof HTMLDialogElement) dialog.showModal();
    }
    if (target instanceof HTMLDialogElement) target.close(); // the ground beside the box
  });
  document.addEventListener("keydown", e => {
    if (e.key !== "Escape") return;
    const menu = one<HTMLDetailsElement>("details[data-menu][open]");
    if (menu) { menu.open = false; menu.querySelector("summary")?.focus(); }
  });
  // A second press while the first is on its way would do the act twice.
  document.addEventListener("submit", e => {
    const form = e.target as HTMLFormElement;
    if (e.defaultPrevented || form.method !== "post") return;
    const by = (e as SubmitEvent).submitter;
    setTimeout(() => { by?.classList.add("busy"); by?.setAttribute("aria-busy", "true"); form.dataset.sent = "yes"; });
    if (form.dataset.sent) e.preventDefault();
  });
  addEventListener("pageshow", e => { if (e.persisted) for (const f of all("form[data-sent]")) { delete f.dataset.sent; for (const b of all(".busy", f)) { b.classList.remove("busy"); b.removeAttribute("aria-busy"); } } });
  one("[data-focus]")?.focus();
}
