import { told } from "#lib/words/told.ts";
import { ToldError } from "#lib/words/told-error.ts";
import type { Hidden } from "#lib/worker/executor.ts";

/** Where credentials are kept, and what is told of every value that is given out. */
export type Keeper = { credential: (name: string) => Promise<string>; onUse: (value: string) => void };

/** What only this worker sees in clear. Whatever is given out is masked in the output from then on. */
export function hiddenValues(secrets: Readonly<Record<string, string>>, { credential, onUse }: Keeper): Hidden {
  return {
    secret: (name) => {
      const value = secrets[name];
      if (value === undefined) {
        throw new ToldError(
          told('The secret "{name}" was given to another worker, or to this one before it was started anew.', { name }),
        );
      }
      onUse(value);
      return value;
    },
    credential: async (name) => {
      const value = await credential(name);
      if (name !== "agent") onUse(value); // the address of the agent is no secret
      return value;
    },
  };
}
