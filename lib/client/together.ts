import { NoAnswerError } from "#lib/client/api-error.ts";

/** Reads one of many by its id. Throws as `call` does. */
type Read<Value> = (id: string, signal: AbortSignal) => Promise<Value>;
type Gathering<Value> = { ids: Set<string>; answered: Promise<ReadonlyMap<string, Value>> };

/**
 * Reads what is asked for at once in one request: a page that watches twenty runs would send twenty. What is asked for
 * alone, or is not among the answers, is read by itself, so that its refusal says why; so are all where several are
 * refused, so that one that cannot be read takes no other along.
 */
export function together<Value>(
  one: Read<Value>,
  several: (ids: string[]) => Promise<ReadonlyMap<string, Value>>,
): Read<Value> {
  let gathering: Gathering<Value> | null = null;
  const gather = (): Gathering<Value> => {
    const ids = new Set<string>();
    const all = new Promise((done) => setTimeout(done));
    const answered = all.then(() => {
      gathering = null;
      return ids.size > 1 ? several([...ids]).catch(nothing) : nothing();
    });
    return { ids, answered };
  };
  return async (id, signal) => {
    gathering ??= gather();
    gathering.ids.add(id);
    const answered = await gathering.answered;
    return answered.get(id) ?? one(id, signal);
  };
}

/** Where nobody answered at all, asking for each would only take the time again. */
function nothing(failure?: unknown): ReadonlyMap<string, never> {
  if (failure instanceof NoAnswerError) throw failure;
  return new Map<string, never>();
}
