import type { Run } from "#lib/domain/run/state.ts";
import { type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { type Accounts, roles } from "./accounts.ts";
import { type Api, newMark } from "./api.ts";

type People = { api: (role: "administrator" | "approver" | "commander" | "operator") => Api };

const act = (program: string, more: object = {}) => ({ argv: [program], timeoutSeconds: 60, ...more });

const steps: StepDraft[] = [
  {
    title: "利用者へ連絡",
    remarks: "切替元が動作中なら実施",
    condition: when("source_up", "yes"),
    instructions: "窓口に電話し、掲示の文面を読み上げる。",
    caution: "外部には伝えない。",
    expectedSeconds: 600,
    subSteps: [
      { number: "1.1", title: "メールで" },
      { number: "1.2", title: "電話で" },
    ],
    position: "lead",
  },
  { title: "切替の判断", gate: { kind: "poll", of: ["lead"] } },
  { title: "データの複製", action: act("/bin/true"), inDrill: "run", expected: { confirm: "複製がある。" } },
  {
    title: "経路の切断",
    action: act("/bin/true"),
    inDrill: "simulate",
    gate: { kind: "approval", lapsesSeconds: 3_600 },
  },
  { title: "新拠点の公開", gate: { kind: "hold" }, irreversible: true, pointOfNoReturn: true },
  { title: "名前解決の変更", action: act("/bin/false", { idempotent: true }), inDrill: "run" },
  {
    title: "番号の控え",
    outputs: [{ name: "ticket", label: "受付番号", type: "text" }],
    inputs: [{ name: "window", label: "作業枠", type: "text" }],
    action: act("/bin/true"),
    inDrill: "run",
  },
  { title: "番号の通知", uses: ["ticket"], dependsOn: ["7"] },
  { title: "防火壁の復元", condition: when("firewalls", "yes") },
  { title: "監視の再開", dependsOn: [] },
  { title: "旧拠点の停止", dependsOn: [] },
];

/** A drill whose people write Japanese, with a step in each state and a gate of each kind. */
export async function japaneseDrill({ api }: People): Promise<Run> {
  const [commander, operator] = [api("commander"), api("operator")];
  const { source, destination } = await api("administrator").practiceSites();
  const { id: procedureId } = await commander.publish([], {
    title: `拠点の切替 ${newMark()}`,
    facts: [
      { key: "source_up", question: "切替元は動作していますか。", label: "切替元の動作" },
      { key: "firewalls", question: "防火壁を含みますか。", label: "防火壁" },
    ],
    positions: [{ key: "lead", title: "現場責任者" }],
    phases: [{ title: "切替作業", steps: steps.map(numbered) }],
  });
  const { run } = await commander.call<{ run: Run }>("POST", "/api/runs", {
    ...{ procedureId, mode: "drill", type: "unplanned", start: true, rtoSeconds: 7_200 },
    sites: { source: source.id, destination: destination.id },
    facts: { source_up: "yes", firewalls: "unknown" },
  });
  await operator.send(run.id, { type: "step.start", step: "1" });
  await operator.send(run.id, { type: "sub_step.tick", step: "1", subStep: "1.1" });
  await operator.send(run.id, { type: "help.ask", step: "1", reason: "電話がつながらない" });
  await operator.begin(run.id, "3");
  await operator.send(run.id, { type: "gate.request", step: "4" });
  await operator.begin(run.id, "6");
  await operator.complete(run.id, "10");
  await commander.send(run.id, { type: "step.skip", step: "11", reason: "訓練では止めない" });
  await commander.send(run.id, { type: "note.add", text: "橋渡しの電話に全員がいる。" });
  return commander.run(run.id);
}

const numbered = (step: StepDraft, i: number) => ({
  ...{ number: String(i + 1), title: "", kind: step.action ? ("automated" as const) : ("manual" as const) },
  ...{ roles: ["destination"], dependsOn: [] },
  ...step,
});

/** Sites, people and machines. */
export const namesOf = (run: Run, accounts: Accounts): string[] => [
  ...Object.values(run.sites).map(({ name }) => name),
  ...run.steps.flatMap(({ attempts }) => attempts.flatMap(({ begun }) => (begun ? [begun.worker] : []))),
  ...roles.flatMap((role) => [accounts[role].name, accounts[role].name.split(" ")[0] ?? ""]).filter(Boolean),
];
