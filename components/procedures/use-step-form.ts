import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useUnsaved } from "#components/shell/use-unsaved.ts";
import { call } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { type FilledGroup, fill, read } from "#lib/client/procedures/form-filling.ts";
import { type Merged, mergeForm } from "#lib/client/procedures/form-merge.ts";
import { shapeOf } from "#lib/client/procedures/form-shape.ts";
import type { Seen } from "#lib/contract/drafts.ts";
import { explain, pathText } from "#lib/domain/explain-issue.ts";
import { outline } from "#lib/domain/outline.ts";
import { type Procedure, Step } from "#lib/domain/procedure.ts";
import { t } from "#lib/words/t.ts";

/** What became of opening the form again. */
export type Reopened = Pick<Merged, "taken" | "kept" | "theirs"> | "gone";

/** The form of a step: what stands in it, what is wrong with it, how it is kept, and how it is opened again over what others did. */
export function useStepForm(key: string, first: { step: Step; seen: Seen }) {
  const router = useRouter();
  const [from, setFrom] = useState(first);
  const [filled, setFilled] = useState(() => fill(shapeOf(Step), first.step) as FilledGroup);
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const [reopened, setReopened] = useState<Reopened | null>(null);
  const [opened] = useState(filled);
  const { number } = first.step;
  const keeping = useMutation({
    mutationFn: (step: Step) =>
      call("PUT /api/drafts/{key}/steps/{number}", { params: { key, number }, body: { step, seen: from.seen } }),
    onSuccess: () => router.push(`/drafts/${key}`),
    onError: (failure) => setWrong(issuesOf(failure)),
  });
  const reopening = useMutation({
    mutationFn: () => latestOf(key),
    onSuccess: ({ document, seen }) => {
      keeping.reset();
      const step = outline(document).byNumber.get(number);
      setFrom({ step: step ?? from.step, seen });
      if (!step) return setReopened("gone");
      const merged = mergeForm(filled, from.step, step);
      setFilled(merged.filled);
      return setReopened(merged);
    },
  });
  useUnsaved(filled !== opened && !keeping.isSuccess);
  const keep = () => {
    if (reopening.isError) reopening.reset();
    const said = read(filled);
    const parsed = Step.safeParse(said);
    if (parsed.success) return keeping.mutate(parsed.data);
    const faults = parsed.error.issues.flatMap((issue) => explain(issue, said));
    return setWrong(new Map(faults.map(({ path, message }) => [pathText(path), t("It {fault}.", { fault: message })])));
  };
  return { filled, setFilled, wrong, keep, keeping, reopening, reopened };
}

/** The draft as it is now, or where there is none any more what is published. */
async function latestOf(key: string): Promise<{ document: Procedure; seen: Seen }> {
  try {
    const { document, revision } = await call("GET /api/drafts/{key}", { params: { key } });
    return { document, seen: { draft: revision } };
  } catch (error) {
    if (!(error instanceof ApiError && error.problem.code === "not_found")) throw error;
    const { document, id } = await call("GET /api/procedures/{id}", { params: { id: key } });
    return { document, seen: { version: id } };
  }
}

/** What the server found wrong, by the field of the step. */
function issuesOf(error: Error): ReadonlyMap<string, string> {
  const issues = error instanceof ApiError ? (error.problem.issues ?? []) : [];
  return new Map(issues.map(({ path, message }) => [path.replace(/^step\./, ""), message]));
}

/** Whether others have changed, published or discarded what the form began with. */
export const isBehind = (error: Error | null): boolean =>
  error instanceof ApiError && ["conflict", "not_found"].includes(error.problem.code);
