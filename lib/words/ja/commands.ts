/** How commands and their outcomes are told. */
export const commands = {
  "A ticked box": "チェック済みのボックス",
  "Abort the run": "切替実行を打ち切る",
  "Accept and become commander": "指揮を引き受ける",
  "Add a finding": "指摘事項を追加",
  "Add a line": "行を追加",
  "Add a note": "メモを追加",
  "Adds a line to the step, for this run only.": "この切替実行に限り、ステップに行を追加します。",
  "Answers a question of the run. The steps that it decides change with it.":
    "切替実行の質問に回答します。それで決まるステップも変わります。",
  "Answers the roll call, for yourself or, as commander, for somebody who answered elsewhere.":
    "点呼に答えます。指揮者は、別の場で答えた人の分も答えられます。",
  Approve: "承認",
  "Ask for approval": "承認を要求",
  "Asks the worker to end the running command. What it has done by then stays.":
    "実行中のコマンドの終了をワーカーに求めます。それまでに行われたことはそのまま残ります。",
  "Asks those who approve whether the step may be started like this.":
    "この内容でステップを開始してよいか、承認者に求めます。",
  Assign: "担当を決める",
  "Attach a link": "リンクを添付",
  "Begins the run and its clock; the first steps become ready.":
    "切替実行と時計を開始します。最初のステップが開始可能になります。",
  "Begins the step: by hand, by its command, or in a drill only shown and recorded. Says beforehand what will be run.":
    "ステップを開始します。手作業、コマンド、または訓練では表示と記録のみです。何が実行されるかは事前に示されます。",
  "Break the glass": "緊急解除",
  "Calls the commander to a step that you work on or decide, with a reason. The step stays as it is.":
    "作業または判断するステップに、理由を付けて指揮者を呼びます。ステップの状態は変わりません。",
  "Complete or Confirm": "完了または結果を確認",
  "Counts a step in trouble as done, with a reason and evidence.":
    "問題のあるステップを、理由と証跡を付けて実施済みとします。",
  "Decides a poll. Against a vote, or without one, it needs a reason.":
    "意思確認の結果を判断します。回答と異なる場合や回答がない場合は理由が必要です。",
  "Declare the run failed": "切替実行の失敗を宣言",
  "Decline to be commander": "指揮を辞退する",
  "Done by hand": "手作業での完了を記録",
  "Ends an offer of command that nobody has accepted.": "まだ受諾されていない指揮の引き継ぎの申し出を取り下げます。",
  Remind: "催促",
  "Sends a message again to those it waits for, at most every five minutes. The log says whom.":
    "待っている相手にもう一度メッセージを送ります。5 分に 1 回までです。誰に送ったかは記録に残ります。",
  "Ends the call for help and says how.": "支援要請を解決済みとし、どう解決したかを示します。",
  "Ends the run for good, as failed.": "切替実行を失敗として終わらせます。再開はできません。",
  "Ends the run for good. Nothing is undone. Not past the point of no return.":
    "切替実行を終わらせます。再開はできず、行ったことは元に戻りません。引き返せない地点を過ぎるとできません。",
  "Enter the value": "値を入力",
  "Enter what was done on paper": "紙で行ったことを入力",
  "Enters a value that a later step needs.": "後のステップで必要な値を入力します。",
  "Enters what was done while nobody could reach the console, with its true time.":
    "コンソールを使えない間に行ったことを、実際の時刻で入力します。",
  Fill: "任命",
  "Gives the vote of your position, with a reason. The commander decides.":
    "あなたの役職としての回答を、理由を付けて伝えます。判断は指揮者が行います。",
  "Go or No go": "可または不可とする",
  "Offer command to somebody": "指揮の引き継ぎを申し出る",
  "Help is settled": "支援要請を解決済みにする",
  "It failed or Mark failed": "失敗した、または失敗とする",
  "I can’t, need help": "できない、支援を要請する",
  "Keeps an address with a step as evidence. Files are attached in the card.":
    "アドレスをステップの証跡として残します。ファイルはカードで添付します。",
  "Keeps new steps from being started. The clock of the objective keeps running.":
    "新しいステップを開始できないようにします。目標の時計は進みます。",
  "Leaves who commands as it is, with your reason.": "理由を伝え、指揮を今のままにします。",
  "Leaves the step out, with a reason. The run will count as completed with exceptions.":
    "理由を付けてステップを省きます。切替実行の結果は「例外ありで完了」になります。",
  "Lets steps be started again.": "再びステップを開始できるようにします。",
  "Makes a settled step ready again, while nothing after it has started.":
    "後続が何も始まっていない間に限り、済んだステップを再び開始可能にします。",
  "Makes another attempt. Earlier attempts stay in the log.": "もう一度試行します。以前の試行は記録に残ります。",
  "Makes you the commander at once, with a reason that everybody sees.":
    "直ちにあなたが指揮者になります。理由は全員に見えます。",
  "Makes you the commander who was offered it.": "申し出を受けたあなたが指揮者になります。",
  "Notes in the report what has to be better, with an owner.": "改善すべきことを責任者とともに報告書に記します。",
  "Offers command to somebody. Until they accept, nothing changes.":
    "指揮の引き継ぎを申し出ます。相手が受諾するまで何も変わりません。",
  "Opens a gate without those it asks. Needs a reason and the run number typed; everybody sees it.":
    "求めている相手の判断なしにゲートを開きます。理由と切替実行番号の入力が必要で、全員に見えます。",
  "Opens a hold.": "保留しているステップの続行を許可します。",
  "Puts your name under the report of a run that is over.": "終わった切替実行の報告書にあなたの名前で署名します。",
  "Reads the receipt that the command left where it ran. Runs nothing.":
    "コマンドが実行先に残した受領記録を読みます。何も実行しません。",
  "Ready automated steps start without a press: never through a gate, never one that cannot be undone.":
    "開始可能な自動ステップが、押さなくても始まります。ゲートを越えたり、取り消せないステップを始めたりはしません。",
  Reject: "却下",
  Release: "続行を許可",
  "Reopen step": "ステップを再オープン",
  "Retry, Run again or Ask again": "再試行、もう一度実行、または再度要求",
  "Run ready steps automatically": "開始可能なステップを自動で実行",
  "Says how a finding was dealt with.": "指摘事項をどう解決したかを示します。",
  "Says no, with a reason. The run continues, this gate stays shut.":
    "理由を付けて認めません。切替実行は続き、このゲートは閉じたままです。",
  "Says that it did not succeed, and why. Then it is retried, overridden or skipped.":
    "成功しなかったことと理由を示します。その後、再試行、例外承認、スキップのいずれかを行います。",
  "Says that the step is done, or that the machine’s result is right.":
    "ステップを実施したこと、または機械の結果が正しいことを示します。",
  "Says who fills a position of this run and who stands in.": "この切替実行の役職を務める人と代理を決めます。",
  "Says whose the step is. Others may still act.": "ステップの担当を決めます。他の人も操作できます。",
  "Says yes to exactly what the card shows. Void as soon as that changes.":
    "カードに示された内容そのものを承認します。内容が変わると無効になります。",
  Skip: "スキップ",
  "Start, Run or Simulate": "開始、実行、または模擬実行",
  "States what only people know: data lost, and how long the business was interrupted.":
    "人にしか分からないこと、失われたデータと業務が止まった時間を記載します。",
  "Become commander": "指揮を取る",
  "Takes the tick back. Both stay in the log.": "チェックを取り消します。どちらも記録に残ります。",
  "The box before a line": "行の前のボックス",
  "Ticks a line of the step, with your name and the time.": "ステップの行に、名前と時刻とともにチェックを付けます。",
  "Starts although another run holds the procedure or a site. Needs a reason and the run number typed; everybody sees it.":
    "手順書や拠点を別の切替実行が使用中でも開始します。理由と切替実行番号の入力が必要で、全員に見えます。",
  "Ends that ready steps start by themselves: each waits for a press again. What is running continues.":
    "開始可能なステップが自動で始まるのをやめ、再び一つずつ押して開始します。実行中のものは続きます。",
  "Begins the step without its command: a person does the work and says when it is done.":
    "コマンドを使わずにステップを開始します。人が作業し、終わったら完了とします。",
  "Asks the same for doing the step by hand, without its command.":
    "コマンドを使わず手作業で行うことについて、同じように求めます。",
  "Vote go or Vote no go": "可または不可と回答",
  "Writes to the run’s log, about a step or the whole run. Cannot be removed.":
    "ステップまたは切替実行全体について記録に書き込みます。削除はできません。",
  "answered {status}, {message}": "応答 {status}、{message}",
  "canceled, the process is gone": "中止、プロセスは終了",
  "canceled, the process may still run": "中止、プロセスはまだ動作している可能性あり",
  "exit code {code}, processes it started go on": "終了コード {code}、起動されたプロセスは継続中",
  "it did not hold after {count} tries: {message}": "{count} 回試して成立せず: {message}",
  "it ended with exit code {code}": "終了コード {code} で終了",
  "it holds after {count} tries: {message}": "{count} 回で成立: {message}",
  "it is still running": "まだ実行中",
  "it was never begun, and never will be": "始まっておらず、今後も始まらない",
  "its process is gone and left no exit code": "プロセスは終了コードを残さず終了",
  "never began: {message}": "開始されず: {message}",
  "no answer: {message}": "応答なし: {message}",
  "timed out, the process is gone": "時間切れ、プロセスは終了",
  "timed out, the process may still run": "時間切れ、プロセスはまだ動作している可能性あり",
  "{address}, every {seconds} s until {condition}": "{condition}になるまで {seconds} 秒ごとに {address}",
  "{look}, every {seconds} s until it holds": "{look}を、成り立つまで {seconds} 秒ごとに確認",
  "{account}, through {jump}": "{account} ({jump} を経由)",
  "{account}, port {port}": "{account}、ポート {port}",
  "{account}, port {port}, through {jump}": "{account}、ポート {port} ({jump} を経由)",
  "entered when it is started, never stored": "開始時に入力、保存なし",
  'the worker\'s credential "{name}"': "ワーカーの認証情報「{name}」",
  "{what} is {value}": "{what} が {value}",
  "the answer": "応答",
  "status {codes}, and {values}": "ステータス {codes}、かつ {values}",
  "whether {address} accepts connections": "{address} が接続を受け付けるか",
  "whether {address} answers {codes}": "{address} が {codes} を返すか",
  "whether {name} resolves to {address}": "{name} が {address} に解決されるか",
  "whether {command} ends with 0 on {host}": "{host} で {command} が 0 で終わるか",
  "whether {command} ends with 0": "{command} が 0 で終わるか",
  "A person confirms: {sentence}": "人が確認: {sentence}",
  "A worker checks {look}": "{look}をワーカーが確認",
  "A worker checks whether it has come true": "実現したかをワーカーが確認",
  "the run continues with a warning": "警告を付けて続行",
  "it stops here and a person decides": "ここで止まり、人が判断",
  "{what}. Doing it twice does no harm": "{what}。二度実行しても害はありません",
  "{count} times": "{count} 回",
  "tried again {often}, {minutes} min apart, then {end}": "{minutes} 分間隔で {often}再試行し、その後{end}",
  "tried again {often}, {seconds} s apart, then {end}": "{seconds} 秒間隔で {often}再試行し、その後{end}",
  "tried again {often}, then {end}": "{often}再試行し、その後{end}",
} as const;
