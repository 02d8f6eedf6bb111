import type { Page } from "@playwright/test";

/** From now on the server's clock goes as that of the page, which the test turns. */
export const turnServerToo = (page: Page) =>
  page.addInitScript(() => {
    const said = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data");
    Object.defineProperty(MessageEvent.prototype, "data", {
      get(this: MessageEvent) {
        return this.type === "clock" ? JSON.stringify({ serverAt: new Date().toISOString() }) : said?.get?.call(this);
      },
    });
  });
