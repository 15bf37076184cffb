// Theme and density are cookies, so the server draws the page in them from the first byte.
import { all, cookie } from "./dom";

function mark(): void {
  const now = document.documentElement.dataset.theme ?? "";
  for (const b of all<HTMLButtonElement>("[data-theme-form] button")) b.setAttribute("aria-pressed", String(b.value === now));
}

function set(theme: string): void {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  document.querySelector("meta[name=color-scheme]")?.setAttribute("content", theme || "light dark");
  cookie("theme", theme);
  mark();
}

/** density switches between rows of 44 and 32 px at once; the cookie keeps it. */
function density(button: HTMLElement): void {
  const compact = document.documentElement.dataset.density !== "compact";
  if (compact) document.documentElement.dataset.density = "compact";
  else delete document.documentElement.dataset.density;
  cookie("density", compact ? "compact" : "");
  const label = button.querySelector("span");
  if (label) label.textContent = compact ? "Comfortable" : "Compact";
}

export function startTheme(): void {
  document.addEventListener("click", e => {
    const button = (e.target as HTMLElement).closest<HTMLElement>("[data-density-toggle]");
    if (button) { e.preventDefault(); density(button); }
  });
  mark();
  document.addEventListener("submit", e => {
    const form = e.target as HTMLFormElement, by = (e as SubmitEvent).submitter as HTMLButtonElement | null;
    if (form.dataset.themeForm === undefined || !by) return;
    e.preventDefault();
    set(by.value);
  });
}
