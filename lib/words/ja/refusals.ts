/** Why a command is refused. */
export const refusals = {
  "its decision": "判断",
  "Nothing became of this person that the run does not know, or it does not name them.":
    "この人について切替実行が知らない変更はないか、切替実行に名前がありません。",
  "must be one line without control characters": "制御文字を含まない 1 行にしてください",
  "must not begin with “-”": "「-」で始めることはできません",
  "must have at least {least} characters: a shorter secret cannot be kept out of the output":
    "{least} 文字以上にしてください。これより短い秘密は出力から隠せません",
  "is not asked for by this step": "このステップでは求められていません",
  "is not an output of this step": "このステップの出力値ではありません",
  "is needed": "必須です",
  "is a secret and must be sent as one": "秘密として送る必要があります",
  "is not a secret": "秘密ではありません",
  "must be a whole number": "整数にしてください",
  "must have at most {most} characters": "{most} 文字以内にしてください",
  "must be one of {choices}": "次のいずれかにしてください: {choices}",
  "say why": "理由を書いてください",
  "write something": "何か書いてください",
  "mention at most 10 people": "宛先に指定できるのは 10 人までです",
  "Nothing is decided before step {step} starts.": "ステップ {step} の開始前に判断することはありません。",
  "The time for deciding about step {step} is not over.": "ステップ {step} の判断期限はまだ過ぎていません。",
  "The time for deciding about step {step} is over. It has to be asked for again.":
    "ステップ {step} の判断期限は過ぎました。もう一度依頼する必要があります。",
  "Nobody has to ask: what is decided before step {step} asks by itself.":
    "依頼は不要です。ステップ {step} の前の判断は自動で求められます。",
  "It is decided: step {step} may start.": "判断済みです。ステップ {step} は開始できます。",
  "You asked for step {step}. Somebody else approves it.":
    "ステップ {step} を依頼したのはあなたです。承認は別の人が行います。",
  "That is not what was approved for step {step}. Start it as it was approved, or ask again.":
    "ステップ {step} で承認された内容と異なります。承認どおりに開始するか、もう一度依頼してください。",
  "You approved step {step}. Somebody else starts it.":
    "ステップ {step} を承認したのはあなたです。開始は別の人が行います。",
  "A decision is not skipped. Decide step {step}, or break the glass.":
    "判断はスキップできません。ステップ {step} を判断するか、緊急解除してください。",
  "{deciders} decides about step {step}.": "ステップ {step} を判断するのは{deciders}です。",
  "You approved step {step} at {time}.": "ステップ {step} はあなたが {time} に承認済みです。",
  "Step {step} was asked for anew at {time}, so this was not counted: read it first.":
    "ステップ {step} は {time} に改めて申請されたため、この操作は数えていません。先に今の申請内容を読んでください。",
  'The poll of step {step} does not ask "{position}".':
    "ステップ {step} の意思確認は「{position}」に求められていません。",
  "To break the glass for step {step}, say why and type {label}.":
    "ステップ {step} を緊急解除するには、理由を書いて {label} と入力してください。",
  "Step {step} needs approval first. Ask for it.": "ステップ {step} には先に承認が必要です。承認を依頼してください。",
  "Step {step} is held until it is released.": "ステップ {step} は続行が許可されるまで保留中です。",
  "Step {step} waits for go or no go.": "ステップ {step} は可・不可の判断を待っています。",
  "an approver": "承認者",
  "a commander": "指揮者",
  "an operator": "操作者",
  "somebody of {group}": "{group} の誰か",
  "Say why: no vote of {missing}.": "理由を書いてください: {missing} の回答がありません。",
  "Say why: {no} voted no go.": "理由を書いてください: {no} が不可と回答しました。",
  "Say why: {no} voted no go; no vote of {missing}.":
    "理由を書いてください: {no} が不可と回答し、{missing} の回答がありません。",
  "There is no such person, or their account is deactivated. Choose another.":
    "その人はいないか、アカウントが無効になっています。別の人を選んでください。",
  "{name} is {role}: that role does not allow this. Choose another.":
    "{name} は{role}です。その役割ではこの操作はできません。別の人を選んでください。",
  "The roll call asks who fills a position, who stands in, and whose a step is.":
    "参加確認の対象は、役職の担当者、その代理、ステップの担当者です。",
  'The procedure has no position "{position}".': "手順書に役職「{position}」はありません。",
  "The position is already filled like that.": "役職の担当はすでにそのとおりです。",
  "Nobody stands in for themselves. Choose another deputy.": "自分の代理にはなれません。別の代理を選んでください。",
  "Step {step} is already assigned like that.": "ステップ {step} の担当はすでにそのとおりです。",
  "{who} asked for help with step {step} at {time}.": "ステップ {step} の支援は {who} が {time} に要請済みです。",
  "Nobody asked for help with step {step}.": "ステップ {step} の支援は要請されていません。",
  "{asker} asked for help. {asker} or {commander} settles it.":
    "支援を要請したのは {asker} です。解決済みにできるのは {asker} または {commander} です。",
  "Nobody else is waited for here who could be reminded.": "ここには催促できる待ち相手がほかにいません。",
  "{who} reminded them at {time}. They can be reminded again from {again}.":
    "{who} が {time} に催促しました。次に催促できるのは {again} からです。",
  "Command is not offered to anybody now.": "指揮の引き継ぎは現在誰にも申し出ていません。",
  "Command is already offered to {name}. Withdraw that first.":
    "指揮の引き継ぎはすでに {name} に申し出ています。先に取り下げてください。",
  "Command is offered to {name}, who alone answers.":
    "指揮の引き継ぎは {name} に申し出ています。答えられるのは本人だけです。",
  "{name} said so at {time}.": "{name} が {time} に申告済みです。",
  "{who} noted at {time} that {name} is here.": "{name} の参加は {who} が {time} に記録済みです。",
  "steps {numbers}": "ステップ {numbers}",
  "{faults}.": "{faults}。",
  "{name} {fault}": "{name}: {fault}",
  "Your role does not allow this. Ask the commander.": "あなたの役割ではこの操作はできません。指揮者に頼んでください。",
  "{commander} commands this run. Become commander first.":
    "この切替実行の指揮者は {commander} です。先に指揮を取ってください。",
  "{commander} commands this run. Accept to become commander first.":
    "この切替実行の指揮者は {commander} です。先に指揮を引き受けてください。",
  "You already command this run.": "この切替実行の指揮者はすでにあなたです。",
  "The run has already been started.": "この切替実行はすでに開始されています。",
  "The run is not paused.": "この切替実行は一時停止中ではありません。",
  "The run is paused. It has to be resumed first.": "この切替実行は一時停止中です。先に再開する必要があります。",
  "The run is over. It accepts notes, evidence and its review.":
    "この切替実行は終わっています。メモ、証跡、振り返りだけを追加できます。",
  "{locks}. Create the new run as a draft: a draft can be started anyway, with a reason.":
    "{locks}。新しい切替実行は下書きとして作成してください。下書きなら、理由を記して開始できます。",
  "{locks}. To start this run anyway, say why and type its number, {label}.":
    "{locks}。それでもこの切替実行を開始するには、理由を書いて、その番号 {label} を入力してください。",
  "Steps already start automatically.": "ステップはすでに自動で開始されます。",
  "No step starts automatically now.": "自動で開始されるステップは現在ありません。",
  "Step {step} is past the point of no return. Roll forward, or declare the run failed and start the switchback.":
    "ステップ {step} は引き返せない地点を過ぎています。そのまま進めるか、失敗を宣言して切り戻しを開始してください。",
  "{time} is in the future. Enter when it was done.": "{time} は未来の日時です。実施した日時を入力してください。",
  "The run begins at {time}: nothing of it was done before.":
    "この切替実行の始まりは {time} です。それより前に行われたことはありません。",
  "A drill ends when it has cleaned up: do or skip {steps} first.":
    "訓練は後片付けを済ませてから終わります。先に{steps} を実施するかスキップしてください。",
  'No step of the procedure gives "{output}".': "手順書に「{output}」を出力するステップはありません。",
  "This finding is already there.": "この指摘事項はすでにあります。",
  "There is no such finding.": "その指摘事項はありません。",
  "{who} closed it at {time}.": "{who} が {time} にクローズ済みです。",
  "There are already {most} findings; write a note instead.":
    "指摘事項はすでに {most} 件あります。代わりにメモを書いてください。",
  "{count} events came after what you were shown. Read them, then sign off.":
    "表示されている内容の後に {count} 件のイベントがありました。確認してから承認署名してください。",
  "The record of this run does not hold, so its report is not signed off. Add a finding instead.":
    "この切替実行の記録が一致しないため、報告書には承認署名できません。代わりに指摘事項を追加してください。",
  "A report is signed off when the run is over.": "報告書への承認署名は、切替実行が終わってから行います。",
  'The procedure asks no fact "{fact}".': "手順書に前提「{fact}」はありません。",
  "That is already the answer.": "すでにそのとおりに回答されています。",
  "Tick {subSteps} first, or answer what that depends on: {facts}.":
    "先に {subSteps} を完了にするか、実施要否を決める条件に回答してください: {facts}。",
  "Tick {subSteps} first.": "先に {subSteps} を完了にしてください。",
  "There is no sub-step {subStep}.": "サブステップ {subStep} はありません。",
  "{subStep} was ticked by {who} at {time}.": "{subStep} は {who} が {time} に完了にしました。",
  "{subStep} is not ticked.": "{subStep} は完了になっていません。",
  "{missing}. {remedy}": "{missing}。{remedy}",
  "Step {step} runs a command. Wait for its end or cancel it.":
    "ステップ {step} はコマンドを実行中です。終わるのを待つか、中止してください。",
  "Step {step} runs no command. Complete it, or report that it failed.":
    "ステップ {step} はコマンドを実行していません。完了にするか、失敗を報告してください。",
  "Step {step} is not automated; it is done by hand anyway.":
    "ステップ {step} は自動化されていません。もともと手作業で行います。",
  "Step {step} can be retried only after it failed, timed out, was interrupted, canceled or rejected.":
    "ステップ {step} を再試行できるのは、失敗、時間切れ、結果不明、中止、却下の後だけです。",
  "The outcome of step {step} is unknown and it may then run twice. Say why it is run again.":
    "ステップ {step} の結果は不明で、再実行すると二重に実行されるおそれがあります。再実行する理由を書いてください。",
  "What step {step} did leaves no receipt that could be asked for. Look for yourself.":
    "ステップ {step} の操作は、問い合わせできる受領記録を残しません。ご自身で確認してください。",
  "{who} has asked at {time}; the answer is on its way.": "{who} が {time} に問い合わせ済みです。回答を待っています。",
  "Attempt {attempt} of step {step} is not the one that is running.":
    "ステップ {step} で実行中なのは試行 {attempt} ではありません。",
  "The procedure has no step {step}.": "手順書にステップ {step} はありません。",
  "Step {step} does not apply in this run.": "ステップ {step} はこの切替実行では対象外です。",
  "Whether step {step} applies is undecided. Answer first: {facts}.":
    "ステップ {step} が対象かどうかは未決定です。先に回答してください: {facts}。",
  "At that time, step {step} still waited for {steps}.": "その時点で、ステップ {step} はまだ{steps} を待っていました。",
  "Step {step} waits for {steps}.": "ステップ {step} は{steps} を待っています。",
  "Step {step} is a decision: decide it here, or break the glass and say who decided.":
    "ステップ {step} は判断です。ここで判断するか、緊急解除して誰が判断したかを書いてください。",
  "Step {step} already has {most} files and links; write a note instead.":
    "ステップ {step} にはすでにファイルとリンクが {most} 件あります。代わりにメモを書いてください。",
  "That is already attached to step {step}.": "それはすでにステップ {step} に添付されています。",
  "Step {step} takes place at {roles}.": "ステップ {step} を実施する場所は {roles} です。",
  "Step {step} cannot be undone. Type {label} to confirm.":
    "ステップ {step} は取り消せません。確認のため {label} と入力してください。",
  "Step {step} already has {most} sub-steps; write a note instead.":
    "ステップ {step} にはすでにサブステップが {most} 件あります。代わりにメモを書いてください。",
  "Step {later}, which comes after step {step}, has been started; write a note instead.":
    "ステップ {step} の後のステップ {later} がすでに開始されています。代わりにメモを書いてください。",
  "Step {step} is not ready yet. Its row says what it waits for.":
    "ステップ {step} はまだ開始できません。何を待っているかは行に書かれています。",
  "Step {step} has not been started. Start it first.": "ステップ {step} は開始されていません。先に開始してください。",
  "It ends when it is completed or reported failed.": "完了にするか、失敗を報告すると終わります。",
  "Decide it first.": "先に判断してください。",
  "Confirm its result, or report that it failed.": "結果を確認するか、失敗を報告してください。",
  "The commander can reopen it.": "指揮者は再オープンできます。",
  "Ask again, or skip it.": "もう一度依頼するか、スキップしてください。",
  "Retry, override or skip it.": "再試行、例外承認、スキップのいずれかを行ってください。",
  "Find out what it did, then retry, override or skip it.":
    "何が行われたかを確かめてから、再試行、例外承認、スキップのいずれかを行ってください。",
  "Wait until its command has ended.": "コマンドが終わるまで待ってください。",
  "Step {step} is {state}, by {who} at {time}.": "ステップ {step} は{state}です ({who}、{time})。",
  "Enter it, or do the step by hand.": "値を入力するか、手作業でステップを実施してください。",
  "Say it, or do the step by hand.": "値を指定するか、手作業でステップを実施してください。",
  "Do the step by hand, or add it to the site before the next run.":
    "手作業でステップを実施するか、次の切替実行までに拠点へ追加してください。",
} as const;
