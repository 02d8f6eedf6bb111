import "server-only";

/** How long to wait for those before. What hangs longer hangs in the database, which decides then. */
const LONGEST_WAIT_MILLISECONDS = 1_000;

/** Of so many at most: whoever comes first should not wait long for the last of his turn. */
const MOST_IN_A_TURN = 16;

type Waiting<Ask, Answer> = { ask: Ask; answer: PromiseWithResolvers<Answer> };

/** Answers each of them, in their order. */
export type Serve<Ask, Answer> = (of: string, asks: readonly Ask[]) => Promise<readonly PromiseSettledResult<Answer>[]>;

/**
 * What this process asks of one run is served in turns, and all that came meanwhile in one. The database's lock decides
 * all the same; but waiting here takes no connection from others, who comes next finds the run in memory as the one
 * before left it, and many at once cost one transaction.
 */
export function inTurns<Ask, Answer>(serve: Serve<Ask, Answer>): (of: string, ask: Ask) => Promise<Answer> {
  const lines = new Map<string, Waiting<Ask, Answer>[]>();

  const serveTurn = async (of: string, turn: readonly Waiting<Ask, Answer>[]) => {
    const answers = await serve(
      of,
      turn.map(({ ask }) => ask),
    ).catch((reason: unknown) => turn.map(() => ({ status: "rejected", reason }) as const));
    for (const [i, { answer }] of turn.entries()) settle(answer, answers[i]);
  };
  const serveLine = async (of: string, line: Waiting<Ask, Answer>[]) => {
    while (line.length > 0) {
      await atMost(serveTurn(of, line.splice(0, MOST_IN_A_TURN)), LONGEST_WAIT_MILLISECONDS);
    }
    lines.delete(of);
  };
  return (of, ask) => {
    const answer = Promise.withResolvers<Answer>();
    const line = lines.get(of);
    if (line) {
      line.push({ ask, answer });
    } else {
      const begun = [{ ask, answer }];
      lines.set(of, begun);
      void serveLine(of, begun);
    }
    return answer.promise;
  };
}

function settle<Answer>(answer: PromiseWithResolvers<Answer>, settled: PromiseSettledResult<Answer> | undefined): void {
  if (settled?.status === "fulfilled") answer.resolve(settled.value);
  else answer.reject(settled ? settled.reason : new Error("It was not answered."));
}

function atMost(waiting: Promise<unknown>, milliseconds: number): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  return Promise.race([waiting, promise]).finally(() => clearTimeout(timer));
}
