import { chromium } from "@playwright/test";
import lighthouse, { desktopConfig, type Flags, type Result } from "lighthouse";
import { z } from "zod";
import { type Figure, scored, told } from "./figures.ts";
import { type OpenRun, signInAs } from "./opened-page.ts";
import type { Product } from "./product.ts";

/** One score says little; of an odd number of them the median is one: https://github.com/GoogleChrome/lighthouse/blob/main/docs/variability.md */
const TIMES = 5;

/** With the network and the processor that Lighthouse reckons with: a desk's, and a slow phone's. */
export async function measureByLighthouse(port: number, product: Product, run: OpenRun): Promise<Figure[]> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (!context) throw new Error("The browser has no context of its own.");
  // A header of its own would reach the page alone: what the page asks for would be refused, and it would say so.
  await signInAs(context, product);
  const figures: Figure[] = [];
  let speed = 0;
  for (const [place, config] of [
    ["a desk", desktopConfig],
    ["a phone", undefined],
  ] as const) {
    const results: Result[] = [];
    while (results.length < TIMES) results.push(await byLighthouse(port, run, config));
    speed = results[0]?.environment.benchmarkIndex ?? 0;
    const scores = (category: string) => results.map(({ categories }) => (categories[category]?.score ?? 0) * 100);
    figures.push(
      scored(`run page: Lighthouse for ${place}, performance`, scores("performance"), 95),
      scored(`run page: Lighthouse for ${place}, accessibility`, scores("accessibility"), 100),
    );
  }
  return [...figures, told("this machine, by the benchmark index of Lighthouse", speed, "")];
}

/** Where one of its audits breaks, Lighthouse gives no score. It is asked once more; then that is an error, not a score of 0. */
async function byLighthouse(
  port: number,
  run: OpenRun,
  config: typeof desktopConfig | undefined,
  again = true,
): Promise<Result> {
  const flags: Flags = {
    port,
    output: "json",
    logLevel: "error",
    onlyCategories: ["performance", "accessibility"],
    maxWaitForLoad: 20_000,
  };
  const result = (await lighthouse(run.address, flags, config))?.lhr;
  if (!result) throw new Error("Lighthouse said nothing.");
  const refused = requestsOf(result).filter(({ statusCode }) => statusCode >= 400);
  if (refused.length > 0) throw new Error(`The page was refused ${refused.map(({ url }) => url).join(", ")}.`);
  if (Object.values(result.categories).every(({ score }) => score !== null)) return result;
  if (again) return byLighthouse(port, run, config, false);
  const broken = Object.values(result.audits).flatMap(({ id, errorMessage }) =>
    errorMessage ? [`${id}: ${errorMessage}`] : [],
  );
  throw new Error(`Lighthouse gives no score. ${broken.join("; ")}`);
}

const Requests = z.object({ items: z.array(z.object({ url: z.string(), statusCode: z.number() })) });

const requestsOf = ({ audits }: Result) => Requests.parse(audits["network-requests"]?.details).items;
