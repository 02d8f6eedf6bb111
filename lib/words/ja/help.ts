/** The help. */
export const help = {
  "A button that may not be pressed now says why, beside it.": "今は押せないボタンの横に、その理由が表示されます。",
  "Call the roll, start the run, work through the steps. Every screen says DRILL. Practise what goes wrong too: answer “unknown”, let a step fail, reject an approval, hand over command.":
    "点呼を取り、切替実行を開始し、ステップを進めます。すべての画面に「訓練」と表示されます。うまくいかない場合も練習してください: 「不明」と回答する、ステップを失敗させる、承認を却下する、指揮を引き継ぐ。",
  "Choose the procedure and read it": "手順書を選んで読む",
  "Create the run as a drill": "切替実行を訓練として作成する",
  Disabled: "押せないボタン",
  "Find a state, a button, a word": "状態、ボタン、語で探す",
  "Search the help": "ヘルプ内を検索",
  "It asks for something first: a reason, a value, or the run number typed.":
    "先に入力を求めます: 理由、値、または切替実行の番号。",
  "It shows the time against the objective, what waited for people, and every exception. Add findings with owners and sign it off. Next time, compare the two runs in the history.":
    "目標に対する時間、人の対応を待った部分、すべての例外が載ります。責任者を付けて指摘事項を追加し、承認署名してください。次回は履歴で 2 つの切替実行を比較します。",
  "Check that everything is there": "準備が整っているか確かめる",
  "Not now: {reason}": "今は押せません: {reason}",
  "Nothing in the help contains all these words.": "これらの語をすべて含む項目はヘルプにありません。",
  "Help with this page": "この画面のヘルプ",
  "On this page": "このページの内容",
  "One commander, one operator for each site, an approver where a step asks for one, somebody who writes notes. Nobody approves what they asked for or start themselves. Messages tell them what waits for them, and a channel tells a whole team.":
    "指揮者 1 人、拠点ごとに操作者 1 人、必要なステップには承認者、そしてメモを取る人。自分が要求したもの、自分が開始するものは、自分では承認できません。待たれていることはメッセージで本人に届き、チャネルならチーム全体に届きます。",
  "Read the report the same day": "その日のうちに報告書を読む",
  "Run a drill this week": "今週、訓練を行う",
  "Run it": "実行する",
  "Say who takes part": "参加者を決める",
  "To {do}": "{do}",
  "What each button does": "各ボタンの動作",
  "What the buttons of run {run} do": "切替実行 {run} のボタンの動作",
  "What the buttons of step {step} do": "ステップ {step} のボタンの動作",
  "What these buttons do": "これらのボタンの動作",
  "What the state of a run means": "切替実行の状態の意味",
  "What the state of a step means": "ステップの状態の意味",
  "With …": "「…」付きのボタン",
  "{count} entries found.": "{count} 件見つかりました。",
  "{newRun}: choose Drill, the sites, the answers and an objective. Without sites of your own take the two practice sites. The preview shows which steps will apply, and why.":
    "{newRun}: 「訓練」、拠点、前提の回答、目標を選びます。自分の拠点がなければ、2 つの練習用拠点を使います。どのステップがなぜ対象になるかが事前に表示されます。",
  "{procedures} says which was never drilled. A step is simulated, acts for real or is left out of a drill; its card says so.":
    "{procedures}の一覧で、訓練したことのないものが分かります。訓練では各ステップが模擬、実際に動作、または省略のいずれかになり、カードに示されます。",
  "“Ready to run?” on the procedure’s page looks at connections, host keys, credentials and programs, and changes nothing. Do it days before, not on the day.":
    "手順書の画面の「実行できるか」で、接続、ホスト鍵、資格情報、プログラムを確認します。何も変更しません。当日ではなく、数日前に行ってください。",
} as const;
