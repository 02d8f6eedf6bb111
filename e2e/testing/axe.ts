import type { Page } from "@playwright/test";
import axeCore from "axe-core";

/** A dialog; where everything else waits for it, that is marked as hidden. */
const MODAL = "[role=dialog][data-state=open], [role=alertdialog][data-state=open]";

/** What axe finds on the page, as it stands; by one rule only, where one is named. */
export async function axe(page: Page, rule?: string): Promise<string[]> {
  // It is large, so it is brought to a page once.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeCore.source);
  return page.evaluate(violations, { modal: MODAL, rule });
}

/** Of the page. To keep the markup of all that is well, and to hand it over, takes longer than some of the rules. */
async function violations({ modal, rule }: { modal: string; rule: string | undefined }): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof axeCore };
  axe.configure({ noHtml: true });
  // What stands behind a dialog cannot be reached.
  const inFront =
    document.querySelector(modal) !== null && document.querySelector("body > [data-aria-hidden]") !== null;
  const found = await axe.run(inFront ? { include: [modal] } : document, {
    reporter: "no-passes",
    resultTypes: ["violations"],
    elementRef: true,
    rules: { "target-size": { enabled: true } },
    ...(rule !== undefined && { runOnly: { type: "rule", values: [rule] } }),
  });
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ element }) => element?.outerHTML.slice(0, 300)).join(" | ")}`,
  );
}
