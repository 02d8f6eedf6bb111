import type { SshWork } from "#lib/domain/way/command.ts";
import { told } from "#lib/words/told.ts";
import type { AttemptId } from "#lib/worker/executor.ts";
import { isLook } from "#lib/worker/receipts/receipt.ts";
import { BLOCK_BYTES, MOST_KEPT_BLOCKS, MOST_KEPT_BYTES, SUPERVISOR } from "#lib/worker/receipts/supervisor.ts";
import { quote } from "#lib/worker/ssh/quote.ts";

/**
 * What is run on the other host, always by the same command, `exec /bin/sh -s`: everything else comes on its input, in
 * which every value is quoted. POSIX sh only, with few processes: on a busy host each costs a millisecond. A script is
 * one group, so that nothing of it is done when it did not arrive whole. Each ends by a line on standard error that
 * begins with a word no command can know: its own exit code is never taken for that of the command.
 */
export const REMOTE_SHELL = "exec /bin/sh -s";

export type Place = { id: AttemptId; receipts: string | undefined; word: string };
type Lines = readonly string[];

const script = (lines: Lines): string => ["{", ...lines, "exit 0", "}"].join("\n");

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the shell's braces, not ours
const head = ({ id, receipts, word }: Place): Lines => [
  `say() { printf '\\n%s %s\\n' ${quote(word)} "$*" >&2; exit 0; }`,
  `r=${receipts === undefined ? '"${XDG_STATE_HOME:-$HOME/.local/state}/switchover-console/receipts"' : quote(receipts)}`,
  `s="$r"/${quote(id.runId)}/${quote(id.step)}`,
  `n=${quote(String(id.attempt))}`,
  'd="$s/$n"',
];

/** Whether there is a program of this name, as the worker looks for it on its own machine; not something built in. */
const HAS = [
  "has() {",
  '  case $1 in */*) [ -f "$1" ] && [ -x "$1" ]; return ;; esac',
  "  i=$IFS; IFS=:; set -f; f=1",
  '  for x in $PATH; do if [ -f "$x/$1" ] && [ -x "$x/$1" ]; then f=0; break; fi; done',
  "  IFS=$i; set +f; return $f",
  "}",
];

/** Claims the attempt by making its folder; `later` is set where a later attempt of the step has begun there. */
const CLAIM = [
  `no() { say error "${told("the receipt cannot be written in {folder}", { folder: "$d" })}"; }`,
  '[ -d "$s" ] || mkdir -p "$s" 2>/dev/null || no',
  'mkdir -m 700 "$d" 2>/dev/null && mine=1 || mine=',
  '[ -d "$d" ] || no',
  "later=",
  'for o in "$s"/*; do o=${o##*/}; case $o in *[!0-9]*) ;; *) [ "$o" -gt "$n" ] && later=$o ;; esac; done',
];

/** From now on the attempt never begins, if it has not: the supervisor cannot make `pid` any more. */
const FORBID = ['forbid() { set -C; { echo never >"$d/pid"; } 2>/dev/null && o=0 || o=1; set +C; return $o; }'];

/** Finds out by `alive` whether the attempt runs, and that another process was not given its number since. */
const ALIVE = [
  "ours() {",
  '  [ -f "$d/start" ] && [ -r "/proc/$p/stat" ] || return 0',
  '  { read -r was <"$d/start" && read -r is <"/proc/$p/stat"; } 2>/dev/null || return 0',
  '  set -- $was; was=${20}; set -- ${is##*) }; [ "$was" = "${20}" ]',
  "}",
  'group() { kill -s 0 -- "-$p" 2>/dev/null; }',
  'alive() { { group || kill -s 0 "$p" 2>/dev/null; } && ours; }',
  'pid() { p=; [ -f "$d/pid" ] && read -r p <"$d/pid"; }',
  "nap() { sleep 0.05 2>/dev/null || sleep 1; }",
];

const DD = `dd bs=${BLOCK_BYTES} count=${MOST_KEPT_BLOCKS}`;

/**
 * Passes on what is written while the command runs, and cuts a file that floods. It outlives the connection. Where it
 * stopped reading stands in the open files it shares with the script, which passes on the rest.
 */
const FOLLOW = [
  `out() { [ -s "$d/out" ] && ${DD} <&3 2>/dev/null; }`,
  `err() { [ -s "$d/err" ] && ${DD} <&4 >&2 2>/dev/null; }`,
  `cut() { dd if=/dev/null of="$1" bs=${BLOCK_BYTES} seek=${MOST_KEPT_BLOCKS} 2>/dev/null; }`,
  "follow() {",
  '  trap "exit 0" TERM; cd "$d"; a=0; b=0; z=0.1',
  "  while :; do",
  "    sleep $z >/dev/null 2>&1 & wait $! || z=1",
  "    set -- $(wc -c out err)",
  `    [ "$1" = "$a" ] || [ "$a" -gt ${MOST_KEPT_BYTES} ] || out`,
  `    [ "$3" = "$b" ] || [ "$b" -gt ${MOST_KEPT_BYTES} ] || err`,
  "    a=$1; b=$3",
  `    [ "$a" -gt ${2 * MOST_KEPT_BYTES} ] && cut out`,
  `    [ "$b" -gt ${2 * MOST_KEPT_BYTES} ] && cut err`,
  "  done",
  "}",
];

/** In a session of its own, so that it outlives the connection and can be ended as a whole. */
const DETACH = [
  "detach() {",
  '  if has setsid; then exec setsid "$@"; fi',
  `  if has perl; then exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV' "$@"; fi`,
  '  exec "$@"',
  "}",
];

/** How it ended. Without a code: it never began; or it is gone, or goes on, and nobody wrote down how it ended. */
const TELL_END = [
  "group && left=left || left=",
  'c=; [ -f "$d/exit" ] && read -r c <"$d/exit"',
  '[ -n "$c" ] && say exit "$c" $left',
  "forbid && say unbegun",
  'pid; [ "$p" = never ] && say unbegun',
  '[ -n "$left" ] && say orphaned || say gone',
];

export function runScript(
  { argv, to }: SshWork,
  variables: Readonly<Record<string, string>>,
  { id, word }: Omit<Place, "receipts">,
): string {
  return script([
    ...head({ id, word, receipts: to.receipts }),
    ...HAS,
    `set -- ${argv.map(quote).join(" ")}`,
    'has "$1" || say missing "$1"',
    ...CLAIM,
    ...FORBID,
    ...ALIVE,
    '[ -n "$mine" ] || say claimed',
    '[ -z "$later" ] || { forbid; say superseded "$later"; }',
    '{ true >>"$d/out" && true >>"$d/err"; } 2>/dev/null || no',
    'exec 3<"$d/out" 4<"$d/err"',
    ...FOLLOW,
    ...DETACH,
    "(",
    ...Object.entries(variables).map(([name, value]) => `  export ${name}=${quote(value)}`),
    `  detach /bin/sh -c ${quoteLines(SUPERVISOR)} supervisor "$d" "$@"`,
    ") </dev/null >/dev/null 2>&1 3<&- 4<&- & p=$!",
    "follow & f=$!",
    "wait $p",
    "{ kill -s TERM $f; wait $f; } 2>/dev/null",
    "out; err",
    ...(isLook(id.runId) ? [`trap 'rm -rf "\${s%/*}"' EXIT`] : []),
    ...TELL_END,
  ]);
}

/** Our own text, which alone may have several lines. */
const quoteLines = (text: string): string => text.split("\n").map(quote).join("'\n'");

/** Ends the command's whole session: asks, waits, kills, and says whether it is known to be gone. */
export function killScript({ to }: SshWork, place: Omit<Place, "receipts">): string {
  return script([
    ...head({ ...place, receipts: to.receipts }),
    ...FORBID,
    ...ALIVE,
    "forbid && say unbegun",
    'pid; [ "$p" = never ] && say unbegun',
    '[ -n "$p" ] || say alive',
    "alive || say gone",
    "group || say alive",
    'kill -s TERM -- "-$p"',
    "i=0; while alive && [ $i -lt 100 ]; do nap; i=$((i + 1)); done",
    'alive && kill -s KILL -- "-$p"',
    "i=0; while alive && [ $i -lt 40 ]; do nap; i=$((i + 1)); done",
    "alive && say alive || say gone",
  ]);
}

/** What became of the attempt. One that has not begun never will. */
export function askScript({ to }: SshWork, place: Omit<Place, "receipts">): string {
  return script([
    ...head({ ...place, receipts: to.receipts }),
    ...CLAIM,
    ...FORBID,
    ...ALIVE,
    "forbid && say unbegun",
    'i=0; while pid; [ -z "$p" ] && [ $i -lt 40 ]; do nap; i=$((i + 1)); done',
    '[ "$p" = never ] && say unbegun',
    'c=; [ -f "$d/exit" ] && read -r c <"$d/exit"',
    `if [ -n "$c" ] && [ -f "$d/out" ]; then ${DD} <"$d/out" 2>/dev/null; fi`,
    `if [ -n "$c" ] && [ -f "$d/err" ]; then ${DD} <"$d/err" >&2 2>/dev/null; fi`,
    '[ -n "$c" ] && say exit "$c"',
    '[ -n "$p" ] && alive && say running || say gone',
  ]);
}

/** Whether it could be done: the program is there, and receipts can be written. Leaves nothing behind. */
export function checkScript({ argv, to }: SshWork, place: Omit<Place, "receipts">): string {
  return script([
    ...head({ ...place, receipts: to.receipts }),
    ...HAS,
    `has ${quote(argv[0] ?? "")} && p=program || p=noprogram`,
    'x=$r; while [ ! -e "$x" ] && [ "$x" != "${x%/*}" ]; do x=${x%/*}; done',
    '[ -d "${x:-/}" ] && [ -w "${x:-/}" ] && w=writable || w=unwritable',
    'say "$p" "$w" "$r"',
  ]);
}

/** Removes what commands wrote more than 30 days ago. Who was begun and how it ended stays. */
export function tidyScript({ to }: SshWork, place: Omit<Place, "receipts">): string {
  return script([
    ...head({ ...place, receipts: to.receipts }),
    '[ -d "$r" ] && find "$r" -type f \\( -name out -o -name err \\) -mtime +30 -exec rm -f {} +',
    "say tidied",
  ]);
}
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the shell's braces, not ours
