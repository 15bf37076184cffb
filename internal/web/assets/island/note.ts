// The box for a note opens over the page, and what was dictated or typed stays if it is closed.
import { one } from "./dom";

export function startNote(): void {
  document.addEventListener("click", e => {
    const way = (e.target as HTMLElement).closest("[data-open-note]");
    const box = one<HTMLDialogElement>("#note-box");
    if (!way || !box || e.metaKey || e.ctrlKey || e.shiftKey) return;
    e.preventDefault();
    if (!box.open) box.showModal();
    box.querySelector("textarea")?.focus();
  });
  document.addEventListener("keydown", e => {
    const box = one<HTMLDialogElement>("#note-box");
    if (box?.open && e.key === "Enter" && (e.metaKey || e.ctrlKey)) { e.preventDefault(); box.querySelector<HTMLFormElement>("form[method=post]")?.requestSubmit(); }
  });
}
