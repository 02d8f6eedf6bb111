import type { Page } from "@playwright/test";
import type { Role } from "#lib/domain/roles.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Api } from "./api.ts";
import { test } from "./fixtures.ts";
import { type Looking, lookAt } from "./screens.ts";

export type People = { api: (role: Role) => Api };
export type Act = (page: Page) => Promise<void>;
/** In a window of its own height, where more is to be seen than else. */
type Look = Act | { act: Act; height: number };
export type State = {
  role: Role;
  at: string | ((people: People) => Promise<string>);
  /** Of the window, where something sticks to its foot. */
  height?: number;
  only?: Looking["only"];
  /** What is done on the page, each in its turn, and what it is then called. */
  looks: Record<string, Look>;
};

export const asItComes: Act = async () => {};
export const addressOf = ({ number }: { number: number }) => `/runs/${runLabel(number)}`;
export const dialogOf = (page: Page) => page.getByRole("dialog").or(page.getByRole("alertdialog"));

/** From now on the browser gets no answer to what would change something. */
export const cutSaving = (page: Page) =>
  page.route(CHANGING, (route) => (route.request().method() === "GET" ? route.fallback() : route.abort()));

export const mendSaving = (page: Page) => page.unroute(CHANGING);

const CHANGING = "**/api/**";

/** Nobody knows whether it was done: that is never called "Not saved". */
export const notConfirmed = (page: Page) =>
  page.getByRole("alert").filter({ hasText: "Not confirmed. The server did not answer, so it is not known" });

/** Looks at states that a page comes into: one load for each row. */
export function lookAtStates(states: Record<string, State>): void {
  for (const [what, { role, at, looks, height, only }] of Object.entries(states)) {
    test.describe(() => {
      test.use({ role, ...(only === 360 && { hasTouch: true }) });
      test(`${what}: whole in every width and theme`, async ({ page, api, axe }) => {
        if (only) await page.setViewportSize({ width: only, height: height ?? 900 });
        await page.goto(typeof at === "string" ? at : await at({ api }));
        for (const [name, look] of Object.entries(looks)) {
          const { act, ...own } = typeof look === "function" ? { act: look } : look;
          await act(page);
          await lookAt(page, name, { axe, height, only, ...own });
        }
      });
    });
  }
}
