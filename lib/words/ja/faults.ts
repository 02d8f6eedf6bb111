/** What the server says when it does not do it. */
export const faults = {
  "{locks}. Create it as a draft: there it can be started all the same.":
    "{locks}。下書きとして作成してください。下書きからであれば、それでも開始できます。",
  "This key was used before, for another command or by somebody else. Use a new one.":
    "このキーは、別のコマンドか別の人によってすでに使われています。新しいキーを使ってください。",
} as const;
