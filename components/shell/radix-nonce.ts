declare global {
  var __webpack_nonce__: string | undefined;
}

// Radix adds <style> elements (scroll lock); get-nonce finds the page's nonce under this name.
if (typeof document !== "undefined") {
  globalThis.__webpack_nonce__ = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
}

export {};
