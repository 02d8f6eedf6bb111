import type { Rejection } from "#lib/domain/run/rejection/rejection.ts";

const who = { id: "019a0000-0000-7000-8000-000000000001", name: "千恵" };
const at = "2026-01-01T09:30:00.000Z";
const step = "12";

type Code = Rejection["code"];
type Of<C extends Code> = Rejection extends infer R
  ? R extends { code: infer All }
    ? C extends All
      ? R
      : never
    : never
  : never;

/** Every way in which a command is refused, with all that may be told of it; what people wrote is Japanese. */
export const rejections: { [C in Code]: [Of<C>, ...Of<C>[]] } = {
  not_permitted: [{ code: "not_permitted" }],
  not_commander: [
    { code: "not_commander", commander: who },
    { code: "not_commander", commander: who, isOffered: true },
    { code: "not_commander", commander: who, isGone: true },
  ],
  already_commander: [{ code: "already_commander" }],
  run_not_started: [{ code: "run_not_started" }],
  run_already_started: [{ code: "run_already_started" }],
  run_not_paused: [{ code: "run_not_paused" }],
  run_paused: [{ code: "run_paused" }],
  run_over: [{ code: "run_over", status: "completed" }],
  run_locked: [
    { code: "run_locked", locks: [{ run: "R-1", procedure: true, sites: ["東京", "大阪"] }], label: "R-2" },
    {
      code: "run_locked",
      locks: [
        { run: "R-1", procedure: true, sites: [] },
        { run: "R-3", procedure: false, sites: ["東京"] },
      ],
      label: "R-2",
    },
  ],
  automation_unchanged: [
    { code: "automation_unchanged", on: true },
    { code: "automation_unchanged", on: false },
  ],
  no_return_passed: [{ code: "no_return_passed", step }],
  finding_added_already: [{ code: "finding_added_already" }],
  finding_not_found: [{ code: "finding_not_found" }],
  run_not_over: [{ code: "run_not_over" }],
  finding_closed_already: [{ code: "finding_closed_already", by: who, at }],
  too_many_findings: [{ code: "too_many_findings", most: 50 }],
  record_spoilt: [{ code: "record_spoilt" }],
  report_went_on: [{ code: "report_went_on", events: 3 }],
  time_in_future: [{ code: "time_in_future", at }],
  time_too_early: [{ code: "time_too_early", beganAt: at }],
  clean_up_open: [{ code: "clean_up_open", open: ["1", "2"] }],
  output_not_found: [{ code: "output_not_found", output: "出力先" }],
  output_invalid: [{ code: "output_invalid", output: "出力先", fault: "too_long" }],
  fact_not_found: [{ code: "fact_not_found", fact: "前提" }],
  fact_unchanged: [{ code: "fact_unchanged", fact: "前提" }],
  step_not_found: [{ code: "step_not_found", step }],
  step_not_applicable: [{ code: "step_not_applicable", step }],
  step_undecided: [{ code: "step_undecided", step, facts: ["前提", "条件"] }],
  step_waits: [
    { code: "step_waits", step, for: ["1", "2"] },
    { code: "step_waits", step, for: ["1", "2"], earlier: true },
    { code: "step_waits", step, for: [], earlier: true },
  ],
  step_in_other_state: [
    { code: "step_in_other_state", step, status: "not_started", by: who, at },
    { code: "step_in_other_state", step, status: "interrupted", by: who, at },
  ],
  step_runs_a_command: [{ code: "step_runs_a_command", step }],
  step_runs_no_command: [{ code: "step_runs_no_command", step }],
  step_not_automated: [{ code: "step_not_automated", step }],
  step_not_retryable: [{ code: "step_not_retryable", step }],
  decision_not_recorded: [{ code: "decision_not_recorded", step }],
  too_much_attached: [{ code: "too_much_attached", step, most: 50 }],
  attached_already: [{ code: "attached_already", step }],
  role_not_of_step: [{ code: "role_not_of_step", step, roles: ["元", "先"] }],
  command_unresolved: [
    {
      code: "command_unresolved",
      step,
      missing: [
        { kind: "parameter", site: "大阪", parameter: "棚" },
        { kind: "connection", site: "大阪", connection: 'ssh host "主"' },
      ],
    },
    { code: "command_unresolved", step, missing: [{ kind: "output", output: "値" }] },
    { code: "command_unresolved", step, missing: [{ kind: "input", input: "値" }] },
  ],
  inputs_invalid: [
    {
      code: "inputs_invalid",
      step,
      wrong: [
        { name: "甲", fault: "not_asked_for" },
        { name: "乙", fault: "needed" },
        { name: "丙", fault: { choices: ["松", "竹"] } },
        { name: "丁", fault: "secret" },
        { name: "戊", fault: "no_secret" },
        { name: "己", fault: "no_whole_number" },
      ],
    },
  ],
  outputs_invalid: [
    {
      code: "outputs_invalid",
      step,
      wrong: [
        { name: "甲", fault: "not_given_here" },
        { name: "乙", fault: "empty" },
        { name: "丙", fault: "control_characters" },
        { name: "丁", fault: "an_option" },
      ],
    },
  ],
  attempt_leaves_no_receipt: [{ code: "attempt_leaves_no_receipt", step }],
  attempt_asked_already: [{ code: "attempt_asked_already", step, by: who, at }],
  confirmation_required: [{ code: "confirmation_required", step, label: "R-2" }],
  reason_required: [{ code: "reason_required", step }],
  sub_steps_open: [
    { code: "sub_steps_open", step, open: ["12.1", "12.2"], facts: [] },
    { code: "sub_steps_open", step, open: ["12.1"], facts: ["前提"] },
  ],
  sub_steps_too_many: [{ code: "sub_steps_too_many", step, most: 100 }],
  later_step_started: [{ code: "later_step_started", step, later: "13" }],
  sub_step_not_found: [{ code: "sub_step_not_found", subStep: "12.9" }],
  sub_step_already_ticked: [{ code: "sub_step_already_ticked", subStep: "12.1", by: who, at }],
  sub_step_not_ticked: [{ code: "sub_step_not_ticked", subStep: "12.1" }],
  attempt_superseded: [{ code: "attempt_superseded", step, attempt: 2 }],
  no_gate: [{ code: "no_gate", step }],
  gate_not_lapsed: [{ code: "gate_not_lapsed", step }],
  gate_lapsed: [{ code: "gate_lapsed", step }],
  gate_asks_by_itself: [{ code: "gate_asks_by_itself", step }],
  gate_open_already: [{ code: "gate_open_already", step }],
  gate_own_request: [{ code: "gate_own_request", step }],
  approval_differs: [{ code: "approval_differs", step }],
  approver_may_not_start: [{ code: "approver_may_not_start", step }],
  gate_not_skippable: [{ code: "gate_not_skippable", step }],
  gate_shut: [
    { code: "gate_shut", step, kind: "approval" },
    { code: "gate_shut", step, kind: "hold" },
    { code: "gate_shut", step, kind: "poll" },
  ],
  gate_not_asked: [
    { code: "gate_not_asked", step, deciders: { role: "approver" } },
    { code: "gate_not_asked", step, deciders: { group: "委員会" } },
    { code: "gate_not_asked", step, deciders: { position: "責任者" } },
  ],
  gate_voted_already: [{ code: "gate_voted_already", step, at }],
  gate_asked_anew: [{ code: "gate_asked_anew", step, at }],
  position_not_polled: [{ code: "position_not_polled", step, position: "責任者" }],
  poll_reason_required: [
    { code: "poll_reason_required", step, missing: [], no: [] },
    { code: "poll_reason_required", step, missing: ["甲"], no: [] },
    { code: "poll_reason_required", step, missing: [], no: ["乙"] },
    { code: "poll_reason_required", step, missing: ["甲"], no: ["乙"] },
  ],
  break_confirmation_required: [{ code: "break_confirmation_required", step, label: "R-2" }],
  person_not_found: [{ code: "person_not_found" }],
  person_unchanged: [{ code: "person_unchanged" }],
  not_on_roll: [{ code: "not_on_roll" }],
  nobody_to_remind: [{ code: "nobody_to_remind" }],
  reminded_lately: [{ code: "reminded_lately", by: who, at, againAt: at }],
  command_not_offered: [{ code: "command_not_offered" }],
  person_may_not: [{ code: "person_may_not", name: "健", role: "auditor" }],
  position_not_found: [{ code: "position_not_found", position: "責任者" }],
  position_unchanged: [{ code: "position_unchanged", position: "責任者" }],
  deputy_is_person: [{ code: "deputy_is_person", position: "責任者" }],
  present_already: [
    { code: "present_already", name: "健", by: who, at },
    { code: "present_already", name: who.name, by: who, at },
  ],
  assigned_already: [{ code: "assigned_already", step }],
  help_not_asked: [{ code: "help_not_asked", step }],
  help_asked_already: [{ code: "help_asked_already", step, by: who, at }],
  help_of_another: [{ code: "help_of_another", step, asker: who, commander: { ...who, name: "健" } }],
  command_offered_already: [{ code: "command_offered_already", to: who }],
  command_offered_to_another: [{ code: "command_offered_to_another", to: who }],
};
