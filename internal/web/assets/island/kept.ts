// Briefs kept for the way (keep.ts) go with the right to them: on every page whoever is signed out
// loses them all, and now and then each is asked for again. The page of a brief has itself kept.
import { all, one } from "./dom";

const shelf = "throughline-briefs", asked = "kept-asked", by = "kept-by", pause = 600000;

/** check asks for every kept brief again and throws away what is refused. */
async function check(): Promise<void> {
  if (!navigator.onLine || !await caches.has(shelf)) return;
  const kept = await caches.open(shelf);
  for (const request of await kept.keys()) {
    if (!new URL(request.url).pathname.startsWith("/brief/")) continue;
    try {
      const answer = await fetch(request.url, { method: "HEAD", redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect" || [401, 403, 404, 410].includes(answer.status)) await kept.delete(request);
    } catch { return; } // no network: nothing is known
  }
  localStorage.setItem(asked, String(Date.now()));
}

async function keep(brief: HTMLElement): Promise<void> {
  const whose = brief.dataset.keep!;
  if (localStorage.getItem(by) !== whose) { await caches.delete(shelf); localStorage.setItem(by, whose); }
  await navigator.serviceWorker.register("/brief/keep.js");
  const ready = await navigator.serviceWorker.ready;
  const parts = all<HTMLElement>("link[rel=stylesheet], script[src], link[rel=icon]").map(x => (x as HTMLLinkElement).href || (x as HTMLScriptElement).src);
  ready.active?.postMessage({ keep: location.pathname, parts });
}

/** say tells on the brief that it is a copy, since there is no network. */
function say(): void {
  const line = one("[data-offline]");
  if (line) line.hidden = navigator.onLine;
}

export function startKept(): void {
  say();
  addEventListener("online", say);
  addEventListener("offline", say);
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  const brief = one("[data-keep]");
  if (!document.body.hasAttribute("data-signed-in")) void caches.delete(shelf);
  else if (brief && navigator.onLine) addEventListener("load", () => { keep(brief).catch(() => { /* no network: the copy that is there stays */ }); });
  else if (Date.now() - Number(localStorage.getItem(asked)) > pause) void check();
}
