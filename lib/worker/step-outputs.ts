import { wrongText } from "#lib/domain/input.ts";
import type { Output } from "#lib/domain/procedure.ts";
import { capture } from "#lib/worker/captures.ts";

type Captured = { outputs?: Record<string, string>; missing?: string[] };

/** What the step gives, out of what its action wrote. A value that the rule would refuse counts as not given. */
export function captureOutputs(declared: readonly Output[], text: string): Captured {
  const sources = declared.flatMap(({ from, ...output }) => (from ? [{ ...output, from }] : []));
  if (sources.length === 0) return {};
  const { outputs, missing } = capture(sources, text);
  const refused = sources.filter(({ name, type }) => {
    const value = outputs[name];
    return value !== undefined && wrongText(type, value) !== undefined;
  });
  for (const { name } of refused) delete outputs[name];
  const lacking = [...missing, ...refused.filter(({ optional }) => !optional).map(({ name }) => name)];
  return { outputs, ...(lacking.length > 0 && { missing: lacking }) };
}
