// The keeper of briefs, a service worker of /brief/ alone: a brief that was opened opens again
// without network, with its stylesheet and script. It asks the network first; what the network
// refuses (signed out, no right, gone) is thrown away, and after seven days so is every copy.
interface Late extends Event { waitUntil(done: Promise<unknown>): void }
interface Asked extends Late { request: Request; respondWith(answer: Promise<Response>): void }
interface Told extends Late { data: { keep?: string; parts?: string[] } }
interface Keeper {
  addEventListener(name: "install" | "activate", on: (e: Late) => void): void;
  addEventListener(name: "fetch", on: (e: Asked) => void): void;
  addEventListener(name: "message", on: (e: Told) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const keeper = self as unknown as Keeper;
const shelf = "throughline-briefs", days = 7;

const signedOut = (answer: Response) => answer.type === "opaqueredirect" || answer.redirected || answer.status === 401;
const refused = (answer: Response) => signedOut(answer) || [403, 404, 410].includes(answer.status);
const old = (answer: Response) => Date.now() - Date.parse(answer.headers.get("Date") ?? "") > days * 86400000;
const isBrief = (path: string) => path.startsWith("/brief/") && path !== "/brief/keep.js";

/** take keeps what the network answered, or throws away what it refuses. */
async function take(path: string, answer: Response): Promise<void> {
  if (signedOut(answer)) { await caches.delete(shelf); return; }
  const kept = await caches.open(shelf);
  if (refused(answer)) await kept.delete(path);
  else if (answer.ok) await kept.put(path, answer.clone());
}

async function page(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  try {
    const answer = await fetch(request);
    await take(path, answer);
    return answer;
  } catch (gone) {
    const had = await (await caches.open(shelf)).match(path);
    if (had && !old(had)) return had;
    if (had) await (await caches.open(shelf)).delete(path);
    throw gone;
  }
}

async function part(request: Request): Promise<Response> {
  return await caches.match(request, { cacheName: shelf }) ?? fetch(request);
}

async function keep(path: string, parts: string[]): Promise<void> {
  const answer = await fetch(path, { credentials: "same-origin", redirect: "manual" });
  await take(path, answer);
  if (answer.ok) await (await caches.open(shelf)).addAll(parts);
}

keeper.addEventListener("install", e => e.waitUntil(keeper.skipWaiting()));
keeper.addEventListener("activate", e => e.waitUntil(keeper.clients.claim()));
keeper.addEventListener("message", e => { if (e.data.keep && isBrief(e.data.keep)) e.waitUntil(keep(e.data.keep, e.data.parts ?? [])); });
keeper.addEventListener("fetch", e => {
  const at = new URL(e.request.url);
  if (e.request.method !== "GET" || at.origin !== location.origin) return;
  if (e.request.mode === "navigate" && isBrief(at.pathname)) e.respondWith(page(e.request));
  else if (at.pathname.startsWith("/assets/")) e.respondWith(part(e.request));
});
