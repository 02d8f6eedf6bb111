/** Where to go after signing in: only a path of this console, never another site, never the sign-in page again. */
export function returnPath(asked: string | null | undefined): string {
  if (!asked?.startsWith("/")) return "/";
  const base = "http://console.invalid";
  if (!URL.canParse(asked, base)) return "/";
  const url = new URL(asked, base);
  if (url.origin !== base || /^\/(sign-in|set-up|api)(\/|$)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The sign-in page that leads back to `path`. */
export function signInAddress(path: string): string {
  const back = returnPath(path);
  return back === "/" ? "/sign-in" : `/sign-in?return=${encodeURIComponent(back)}`;
}
