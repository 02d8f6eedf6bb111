// What came of a request, and who has answered it: the console, something in between, or nobody.

const ANSWER_WITHIN_MS = 10_000;

/** Throws when nobody answers, also when a proxy in between says that the console does not. */
async function answerTo(request) {
  const answer = await Promise.race([fetch(request), afterLong()]);
  if (isUnable(answer) && !isFromConsole(answer)) throw new Error("the console does not answer the proxy");
  return answer;
}

const isFromConsole = ({ headers }) => headers.get("x-answered-by") === "console";

/** 502 to 504; some proxies have numbers of their own for the same. */
const isUnable = ({ status }) => (status >= 502 && status <= 504) || (status >= 520 && status <= 527);

const hasFailed = ({ status }) => status >= 500;

const afterLong = () =>
  new Promise((_, reject) => setTimeout(() => reject(new Error("no answer in time")), ANSWER_WITHIN_MS));

self.answers = { answerTo, isFromConsole, hasFailed };
