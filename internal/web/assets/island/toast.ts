// A toast says what happened for six seconds; it waits while it is looked at.
import { all } from "./dom";

const life = 6000;

function live(toast: HTMLElement): void {
  if (toast.dataset.living) return;
  toast.dataset.living = "yes";
  let timer = 0;
  const start = () => { timer = window.setTimeout(() => toast.remove(), life); };
  const hold = () => clearTimeout(timer);
  toast.addEventListener("pointerenter", hold);
  toast.addEventListener("focusin", hold);
  toast.addEventListener("pointerleave", start);
  toast.addEventListener("focusout", start);
  start();
}

export function startToasts(): void {
  const look = () => all("[data-toast]").forEach(live);
  look();
  const shelf = document.getElementById("toasts");
  if (shelf) new MutationObserver(look).observe(shelf, { childList: true, subtree: true });
}
