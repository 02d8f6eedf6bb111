import type { Provenance } from "#lib/domain/procedure.ts";
import type { PlainSentence } from "#lib/words/t.ts";

export const basisWords: Record<Provenance["basis"], PlainSentence> = {
  manual: "from the manual",
  sibling: "from another version of the manual",
  inferred: "inferred",
};

/** The same in one word, to mark a field with. */
export const basisMarks: Record<Provenance["basis"], PlainSentence> = {
  manual: "from manual",
  sibling: "other version",
  inferred: "inferred",
};

export const fieldWords: Record<Provenance["field"], PlainSentence> = {
  roles: "Site",
  remarks: "Remarks",
  condition: "Condition",
  dependsOn: "Order",
  caution: "Caution",
  instructions: "Instructions",
  subSteps: "Sub-steps",
  kind: "Kind",
  action: "Command",
  outputs: "Outputs",
  uses: "Uses",
  expected: "Expected result",
  precheck: "Precheck",
  inDrill: "In drill",
  irreversible: "Irreversible",
  gate: "Decision",
  pointOfNoReturn: "Point of no return",
  position: "Assigned to",
};
