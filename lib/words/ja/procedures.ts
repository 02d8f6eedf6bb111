/** Procedures and their editing. */
export const procedures = {
  "Change a step": "ステップを変更",
  "Change step {step}": "ステップ {step} を変更",
  "Draft of {procedure}": "{procedure} の下書き",
  "From {before} to {after}": "{before} から {after} へ",
  "This is today’s version.": "これが現在の版です。",
  "What has changed since": "その後の変更点",
} as const;
