/** What can be pressed, and what follows from it. */
export const offers = {
  "A worker asks the host for the receipt of this attempt. If it never began there, it will not begin later.":
    "ワーカーがこの試行の受領記録をホストに問い合わせます。ホストで始まっていなければ、今後も始まりません。",
  "Abort the run…": "切替実行を打ち切る…",
  "Add a note…": "メモを追加…",
  "Everybody will see that you started anyway, and why.": "それでも開始したこととその理由は全員に見えます。",
  "Approve step {step}": "ステップ {step} を承認",
  "Ask again for step {step}": "ステップ {step} を再度要求",
  "Ask for approval of step {step}": "ステップ {step} の承認を要求",
  "Ask to do it by hand": "手作業での開始の承認を要求",
  "Assign…": "担当を決める…",
  "Attach a link…": "リンクを添付…",
  "Attempt {attempt}. It may then have run twice. Needs a reason.":
    "試行 {attempt} になります。コマンドが二重に実行される可能性があります。理由が必要です。",
  "Attempt {attempt}. When it is completed, it is looked at again.":
    "試行 {attempt} になります。完了すると、もう一度確認が行われます。",
  "Break the glass…": "緊急解除…",
  "Cancel the command…": "コマンドを中止…",
  "Complete step {step}": "ステップ {step} を完了",
  "Confirm step {step}": "ステップ {step} の結果を確認",
  "Declare the run failed, then switch back…": "切替実行の失敗を宣言し、切り戻す…",
  "Declare the run failed…": "切替実行の失敗を宣言…",
  "Do it by hand": "手作業で開始",
  "Done by hand…": "手作業での完了を記録…",
  "Enter what was done on paper…": "紙で行ったことを入力…",
  "Everybody sees your vote and your reason.": "回答と理由は全員に見えます。",
  "It takes the place of “{vote}” by {person}.": "{person} の回答「{vote}」に代わる回答になります。",
  "The commander decides on the result.": "結果は指揮者が判断します。",
  "{commander} stays commander. Everybody sees that you declined, and why.":
    "引き続き {commander} が指揮します。辞退したこととその理由は全員に見えます。",
  "Ask for help": "支援を要請する",
  "no command running": "実行中のコマンドなし",
  "{count} commands running": "コマンド {count} 件が実行中",
  "{count} done by hand now": "{count} 件が手作業中",
  "{count} in trouble": "{count} 件に問題あり",
  "{count} not begun": "{count} 件が未着手",
  "{count} to be confirmed": "{count} 件が結果確認待ち",
  "Fill {position}…": "{position} を任命…",
  "For what was done while nobody could reach the console. It is marked as recorded afterwards everywhere, and the run will count as completed with exceptions.":
    "コンソールを使えない間に行ったことを入力します。どの画面と文書にも事後記録と示され、切替実行の結果は「例外ありで完了」になります。",
  "Go for step {step}": "ステップ {step} を可とする",
  "Go step by step": "1 ステップずつ進める",
  "Offer command to somebody…": "指揮の引き継ぎを申し出る…",
  "Help is settled…": "支援要請を解決済みにする…",
  "It counts as done by your decision, and the run will count as completed with exceptions.":
    "あなたの判断で実施済みとして扱われ、切替実行の結果は「例外ありで完了」になります。",
  "It failed…": "失敗した…",
  "It has to be done again. What was done stays in the log.":
    "もう一度行う必要があります。行ったことは記録に残ります。",
  "It will not be done. What waits for it continues, and the run will count as completed with exceptions.":
    "このステップは行われません。後続のステップは先に進み、切替実行の結果は「例外ありで完了」になります。",
  "Its receipt may tell how it ended. If it never began there, it never will.":
    "受領記録からコマンドの結果が分かることがあります。ホストで始まっていなければ、今後も始まりません。",
  "I can’t, need help…": "できない、支援を要請する…",
  "Mark failed…": "失敗とする…",
  "No go…": "不可とする…",
  "No note can be written here.": "ここではメモを書けません。",
  "Not every position voted go. Everybody sees that you decided anyway, and why.":
    "すべての役職が可と回答したわけではありません。それでも可としたこととその理由は全員に見えます。",
  "Needs a reason and evidence.": "ステップを例外承認します。理由と証跡が必要です。",
  "The run is paused. Once it is resumed, ready automated steps start by themselves at once.":
    "切替実行は一時停止中です。再開すると、開始可能な自動ステップがすぐに自動で始まります。",
  "Ready automated steps start by themselves: never through a gate, never one that cannot be undone.":
    "開始可能な自動ステップが自動で始まります。ゲートを越えたり、取り消せないステップを始めたりはしません。",
  "Reject…": "却下…",
  "Release step {step}": "ステップ {step} の続行を許可",
  "Reopen step {step}…": "ステップ {step} を再オープン…",
  "Retry step {step}": "ステップ {step} を再試行",
  "Run again…": "もう一度実行…",
  "Run ready steps automatically…": "開始可能なステップを自動で実行…",
  "Run step {step}": "ステップ {step} を実行",
  "Simulate step {step}": "ステップ {step} を模擬実行",
  "Skip…": "スキップ…",
  "Start anyway…": "それでも開始…",
  "Start step {step}": "ステップ {step} を開始",
  "Step {step} is not completed by hand.": "ステップ {step} は手作業では完了しません。",
  "Become commander…": "指揮を取る…",
  "The gate opens without those it asks. Everybody sees that you broke the glass, and why, and the run will count as completed with exceptions.":
    "求めている相手の判断なしにゲートが開きます。緊急解除したこととその理由は全員に見え、切替実行の結果は「例外ありで完了」になります。",
  "The run ends as aborted and cannot be resumed. Running commands are asked to end; nothing that was done is undone.":
    "切替実行は「打ち切り」として終わり、再開できません。実行中のコマンドには終了を求めます。行ったことは元に戻りません。",
  "The run ends as failed and cannot be resumed. Running commands are asked to end; nothing that was done is undone.":
    "切替実行は「失敗」として終わり、再開できません。実行中のコマンドには終了を求めます。行ったことは元に戻りません。",
  "The step does not start until it is asked again.": "再度要求されるまで、このステップは開始しません。",
  "The worker is asked to end the command. What it has done by then stays.":
    "ワーカーにコマンドの終了を求めます。それまでに行われたことはそのまま残ります。",
  "This ends automatic mode: no command does it again by itself.":
    "これで自動モードは終了します。コマンドがひとりでに再び実行されることはありません。",
  "Then it can be retried, overridden or skipped.": "その後、再試行、例外承認、スキップができます。",
  "Then retry, override or skip.": "その後、再試行、例外承認、スキップのいずれかを行います。",
  "This cannot be undone.": "これは取り消せません。",
  "This cannot be undone. Once it begins the run cannot be aborted: the way back is the switchback.":
    "これは取り消せません。開始すると切替実行を打ち切れなくなり、戻すには切り戻しを行います。",
  "This gate stays shut, the run continues. The commander decides whether to ask again.":
    "このゲートは閉じたままで、切替実行は続きます。再度要求するかは指揮者が決めます。",
  "Vote go as {position}…": "{position} として可と回答…",
  "Vote no go as {position}…": "{position} として不可と回答…",
  "You command this run from now on, instead of {commander}. Everybody sees that you took over, and why.":
    "今から {commander} に代わり、あなたがこの切替実行を指揮します。指揮を取ったこととその理由は全員に見えます。",
  "{action}, step {step}": "{action} (ステップ {step})",
} as const;
