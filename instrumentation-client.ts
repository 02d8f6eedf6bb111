declare global {
  var __webpack_nonce__: string | undefined;
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

// Runs before any other code of the page: what libraries need under the policy of proxy.ts.
// zod, where a page loads it, would try `new Function` and be reported; Radix adds <style> elements and looks for the
// nonce under this name.
globalThis.__zod_globalConfig = { jitless: true };
globalThis.__webpack_nonce__ = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;

/** Another page is asked for, by a link or otherwise; `components/shell/on-the-way.tsx` shows that it was heard. */
export const onRouterTransitionStart = (to: string): boolean =>
  dispatchEvent(new CustomEvent("ask-for-page", { detail: to }));
