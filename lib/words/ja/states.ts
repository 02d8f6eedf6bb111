/** States, their meaning and their colours. */
export const states = {
  "A person decided to leave it out, with a reason.": "人が理由を付けて省くと決めました。",
  Aborted: "打ち切り",
  "An operator starts it. Where it has an approval, that is asked for first.":
    "操作者が開始します。承認が必要なものは、先に承認を求めます。",
  "A different answer makes it apply again.": "別の回答をすると再び対象になります。",
  "Ask the host for its receipt. It is never run a second time by itself.":
    "ホストに受領記録を問い合わせます。自動で二度実行されることはありません。",
  "By hand: tick its lines, then complete it. By command: its output is followed in the card.":
    "手作業: 各行にチェックを付け、完了します。コマンド: 出力はカードで追えます。",
  "Completed with exceptions": "例外ありで完了",
  "Counts as done by a person’s decision, with a reason and evidence.":
    "理由と証跡を付けた人の判断により、実施済みとして扱われます。",
  "Created and not started. Nothing can be done in it yet.": "作成済みで未開始です。まだ何もできません。",
  "Declared failed. Past the point of no return this is the only early end.":
    "失敗が宣言されました。引き返せない地点を過ぎた後は、これが途中で終える唯一の方法です。",
  "Does not hold": "不整合あり",
  "Ended by its commander before the end. Nothing that was done is undone.":
    "指揮者が途中で終わらせました。行ったことは元に戻りません。",
  "Every step is completed or does not apply.": "すべてのステップが完了または対象外です。",
  "Everything before it is settled, so it may be started.": "先行するものがすべて済み、開始できます。",
  "Everything is settled, and a person decided something in place of the procedure. The run lists it, and its report passes it with conditions, or not at all where every step was skipped.":
    "すべて済みましたが、手順書と異なる人の判断がありました。一覧は切替実行のページにあります。報告書では「条件付き合格」になり、すべてのステップをスキップした場合は合格になりません。",
  "Follow Now, Next and Waiting.": "「現在」「次」「人の対応待ち」を追ってください。",
  "It applies, and something before it is not settled yet.": "対象ですが、先行するものがまだ済んでいません。",
  "It becomes ready by itself.": "自動で開始可能になります。",
  "It was done, and the result is as it should be.": "実施され、結果は期待どおりです。",
  "It was tried and did not succeed.": "試みましたが、成功しませんでした。",
  "Its command was ended on demand. What it had done by then stays.":
    "コマンドは要求により終了しました。それまでに行われたことはそのまま残ります。",
  "Its commander resumes it.": "指揮者が再開します。",
  "Its commander starts it.": "指揮者が開始します。",
  "Its gate is shut. An approval, a vote, a go or a release is waited for; a hold point shows as Held.":
    "ゲートが閉じています。承認、回答、可の判断または続行の許可を待っています。保留ポイントは「保留中」と表示されます。",
  "Look at the result that is expected, then confirm it, or say that it failed.":
    "期待する結果と照らし、確認するか、失敗と報告します。",
  "Check whether it is still running, then retry, override or skip.":
    "まだ動いているかを調べ、再試行、例外承認、スキップのいずれかを行います。",
  "No new step can be started. Running commands continue, and so does the clock of the objective.":
    "新しいステップは開始できません。実行中のものは続き、目標の時計も進みます。",
  "Nobody knows yet whether it applies: a question of the run is answered “unknown”.":
    "対象かどうかまだ分かりません。切替実行の質問への回答が「不明」のままです。",
  "Not signed yet": "未署名",
  "Record signed": "記録は署名済み",
  "Nothing is left to be done.": "行うことは残っていません。",
  "Read the exceptions in the report before signing it off.": "承認署名の前に、報告書の例外を確認してください。",
  "Read the report and sign it off.": "報告書を読み、承認署名をしてください。",
  "Somebody is working on it, or a worker is running its command; one that no worker has begun shows as Queued.":
    "誰かが作業中か、ワーカーがコマンドを実行中です。ワーカーがまだ始めていないものは「ワーカー待ち」と表示されます。",
  "Start the switchback from the run’s page.": "切替実行のページから切り戻しを開始してください。",
  "Steps may be started and completed.": "ステップを開始し、完了できます。",
  "The answers of this run say that it is not to be done. Nobody left it out.":
    "この切替実行の回答により、行わないものです。誰かが省いたのではありません。",
  "The command took longer than it may. The attempt says whether its process is known to be gone.":
    "コマンドが許された時間を超えました。プロセスの終了が確認できたかは、試行に示されます。",
  "The commander answers the question, in the card or beside the steps.":
    "指揮者が、カードまたはステップの横で質問に回答します。",
  "The commander decides whether to ask again.": "再度要求するかは指揮者が決めます。",
  "An operator retries it, or the commander overrides it or skips it.":
    "操作者が再試行するか、指揮者が例外承認またはスキップします。",
  "The machine has finished. Whether the result is right, a person says.":
    "機械の処理は終わりました。結果が正しいかは人が判断します。",
  "The report lists it as an exception.": "報告書に例外として載ります。",
  "The worker was asked to end the command and has not said yet that it is over.":
    "ワーカーにコマンドの終了を求めましたが、終了の報告はまだありません。",
  "The worker was lost after the command may have begun: what became of it is not known.":
    "コマンドが始まった可能性のある時点でワーカーとの接続が失われ、結果が分かりません。",
  "Those who were asked said no.": "求められた人が認めませんでした。",
  "The people named on the card decide. Silence is not a yes.":
    "カードに示された人が判断します。無回答が承認とみなされることはありません。",
  "Wait. Without an answer it becomes outcome unknown.": "お待ちください。応答がなければ結果不明になります。",
  "Write down findings; start a switchback where one is needed.":
    "指摘事項を書き留め、必要なら切り戻しを開始してください。",
  "about {duration}": "約 {duration}",
  applicable: "対象",
  "as in one drill": "訓練 1 回の実績",
  "as in one live run": "本番 1 回の実績",
  inferred: "推定",
  "from manual": "マニュアルより",
  "median of {runs} drills": "訓練 {runs} 回の中央値",
  "median of {runs} live runs": "本番 {runs} 回の中央値",
  "median of {runs} runs, {drills} of them drills": "{runs} 回の中央値 (うち訓練 {drills} 回)",
  "other version": "別版",
  simulate: "模擬",
  "step {step} applies": "ステップ {step} は対象",
  "step {step} does not apply": "ステップ {step} は対象外",
  "step {step} stays as it is": "ステップ {step} は変わらず",
  "step {step} stays undecided": "ステップ {step} は未決定のまま",
  "to be decided": "未決定",
  "{count} bytes": "{count} バイト",
  "{date}, {time}": "{date} {time}",
  "{estimate}, {basis}": "{estimate}、{basis}",
  Held: "保留中",
  "ready to be started": "開始できます",
  "ready, ask for its approval": "開始可能です。承認を依頼してください",
  "go or no go, your vote": "可・不可の回答をお願いします",
  "go or no go": "可・不可の判断",
  "release the hold": "続行を許可",
  "confirm the result": "結果を確認",
  "somebody needs help": "支援要請があります",
  "{name} needs help": "{name} が支援を要請しています",
  "failed, decide how to go on": "失敗。今後の進め方を決めてください",
  "timed out, decide how to go on": "時間切れ。今後の進め方を決めてください",
  "outcome unknown, decide how to go on": "結果不明。今後の進め方を決めてください",
  "canceled, decide how to go on": "中止済み。今後の進め方を決めてください",
  "rejected, decide how to go on": "却下。今後の進め方を決めてください",
  "in trouble, decide how to go on": "問題あり。今後の進め方を決めてください",
  "cleans up after drills only": "訓練後の片付けのみ",
  "Steps {steps}, which come after it, were begun before it was done":
    "後続のステップ {steps} は、このステップが行われる前に開始された",
  "Lines {lines} were left open": "{lines} は未完了のまま",
  "{what}: “{fact}” was answered {answer} at {time}": "{what}: {time} に「{fact}」が{answer}と回答された",
  "{reason}. Recorded afterwards: {what}": "{reason}。事後記録: {what}",
  "{done}, out of order: {reason}": "{done}、順序外: {reason}",
  "done by {who} at {time}": "{time} に {who} が実施",
  "tried by {who} at {time}": "{time} に {who} が試行",
  "decided by {who} at {time}": "{time} に {who} が判断",
  "waiting for a decision": "判断待ち",
  "waiting for confirmation": "結果確認待ち",
  "interrupted, its outcome unknown": "中断により結果不明",
  "being canceled": "中止中",
  "Awaiting decision": "判断待ち",
  "Confirm result": "結果確認待ち",
  "Outcome unknown": "結果不明",
  Canceling: "中止中",
  Undecided: "未決定",
} as const;
