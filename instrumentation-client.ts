import { config } from "zod";

declare global {
  var __webpack_nonce__: string | undefined;
}

// Runs before any other code of the page: what libraries need under the policy of proxy.ts.
// zod would try `new Function` and be reported; Radix adds <style> elements and looks for the nonce under this name.
config({ jitless: true });
globalThis.__webpack_nonce__ = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
