// The few words the islands share for speaking to the page.

export const one = <T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T | null =>
  within.querySelector<T>(selector);

export const all = <T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T[] =>
  [...within.querySelectorAll<T>(selector)];

/** make builds an element; text is set as text, never as markup. */
export function make(tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** typing is true where a letter belongs to what is being written. */
export function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=range], [type=submit], [type=button])"));
}

/** shown is false for what is hidden, as a bar left out on a phone. */
export const shown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** cookie keeps a choice of look for a year; the server reads it and draws the page so. */
export function cookie(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${value ? 31536000 : 0}; samesite=lax`;
}

/** swap draws part of another address of this site into this page, focus and all kept. */
export async function swap(address: string, parts: string[], push: boolean): Promise<boolean> {
  let text: string;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) { location.assign(address); return false; }
    text = await answer.text();
  } catch {
    location.assign(address);
    return false;
  }
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const part of parts) {
    const old = one(part), fresh = one(part, page);
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
    else if (old) old.replaceChildren();
  }
  if (push) history.pushState({ own: true }, "", address);
  document.dispatchEvent(new CustomEvent("part-drawn"));
  return true;
}
