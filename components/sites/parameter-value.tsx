import { CommandLine } from "#components/ui/command-line.tsx";
import type { Site } from "#lib/contract/sites.ts";

/** A value, or a list as the arguments it stands for. */
export function ParameterValue({ value }: { value: Site["parameters"][string] }) {
  return <CommandLine args={Array.isArray(value) ? value : [value]} />;
}
