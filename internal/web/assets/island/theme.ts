// The theme is a cookie, so the server draws the page in it from the first byte.
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

export function startTheme(): void {
  mark();
  document.addEventListener("submit", e => {
    const form = e.target as HTMLFormElement, by = (e as SubmitEvent).submitter as HTMLButtonElement | null;
    if (form.dataset.themeForm === undefined || !by) return;
    e.preventDefault();
    set(by.value);
  });
}
