/** Whether somebody may be about to press something. What moves the page by itself asks first. */

const ALONE_MS = 60_000;

const signs = ["pointermove", "pointerdown", "keydown", "wheel", "touchmove"] as const;

/** Whoever opened the page is there. */
let lastSignMs = 0;

const noticed = (): void => {
  lastSignMs = performance.now();
};

/** Hears every hand on the page, until the function that it gives is called. */
export function watchHands(): () => void {
  const options = { capture: true, passive: true };
  noticed();
  for (const sign of signs) document.addEventListener(sign, noticed, options);
  return () => {
    for (const sign of signs) document.removeEventListener(sign, noticed, options);
  };
}

/** In a tab that is seen, and touched within the last minute. */
export const isAttended = (): boolean => !document.hidden && performance.now() - lastSignMs < ALONE_MS;
