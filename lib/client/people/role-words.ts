import type { Role } from "#lib/domain/roles.ts";
import type { PlainSentence } from "#lib/words/t.ts";

/** Each role as people read it, and what it may do. */
export const roleWords: Record<Role, { word: PlainSentence; may: PlainSentence }> = {
  administrator: { word: "Administrator", may: "everything, also people and sites" },
  commander: { word: "Commander", may: "starts and commands runs, publishes procedures" },
  operator: { word: "Operator", may: "works on the steps of a run" },
  approver: { word: "Approver", may: "gives the go, or refuses it" },
  auditor: { word: "Auditor", may: "reads runs, procedures and sites; writes findings and signs reports off" },
};
