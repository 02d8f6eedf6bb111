import type { SshWork } from "#lib/domain/way/command.ts";
import type { AttemptId } from "#lib/worker/executor.ts";
import { quote } from "#lib/worker/executors/quote.ts";
import { MOST_KEPT_BYTES } from "#lib/worker/receipts/receipt.ts";

/**
 * What is run on the other host, always by the same command, `exec /bin/sh -s`: everything else comes on its input, in
 * which every value is quoted. POSIX sh only. Each script ends by a line on standard error that begins with a word no
 * command can know, so that its own exit code is never taken for that of the command.
 */
export const REMOTE_SHELL = "exec /bin/sh -s";

type Place = { id: AttemptId; receipts: string | undefined; word: string };

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the shell's braces, not ours
const head = ({ id, receipts, word }: Place): string[] => [
  "umask 077",
  `say() { printf '\\n%s %s\\n' ${quote(word)} "$*" >&2; }`,
  `r=${receipts === undefined ? '"${XDG_STATE_HOME:-$HOME/.local/state}/switchover-console/receipts"' : quote(receipts)}`,
  `s="$r"/${quote(id.runId)}/${quote(id.step)}`,
  `n=${quote(String(id.attempt))}`,
  'd="$s/$n"',
];

/** Claims the attempt by making its folder; `later` is set where a later attempt of the step has begun there. */
const CLAIM = [
  'mkdir -p "$s" 2>/dev/null || { say error the folder for receipts, "$s", cannot be made; exit 0; }',
  'mkdir "$d" 2>/dev/null && mine=1 || mine=',
  "later=",
  'for o in "$s"/*; do o=${o##*/}; case $o in *[!0-9]*) ;; *) [ "$o" -gt "$n" ] && later=$o ;; esac; done',
];

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the shell's braces, not ours

/** The same as on the worker's own machine: leads a session of its own, and writes down how the command ended. */
const SUPERVISOR =
  'echo $$ >"$d/pid"; trap : TERM INT HUP; "$@" >>"$d/out" 2>>"$d/err" </dev/null; c=$?; echo $c >"$d/exit"; exit $c';

/**
 * Passes on what is written, and cuts a file that floods. It also outlives the connection, as long as the command runs.
 * Told to end, it first passes on the rest.
 */
const FOLLOW = [
  "pass() {",
  '  size=$(wc -c <"$d/$1"); size=$((size))',
  `  if [ "$size" -gt "$2" ] && [ "$2" -lt ${MOST_KEPT_BYTES} ]; then tail -c "+$(($2 + 1))" "$d/$1" | head -c "$((size - $2))"; fi`,
  `  if [ "$size" -gt ${2 * MOST_KEPT_BYTES} ]; then : >"$d/$1"; size=${MOST_KEPT_BYTES}; fi`,
  "}",
  "follow() {",
  "  o=0; e=0; last=; trap 'last=1' TERM",
  "  while :; do",
  "    now=$last",
  "    pass out $o; o=$size",
  "    pass err $e >&2; e=$size",
  '    [ -n "$now" ] && break',
  '    [ -n "$last" ] && continue',
  "    sleep 0.1 & z=$!",
  "    wait $z; kill $z 2>/dev/null",
  "  done",
  "}",
];

export function runScript(
  { argv, to }: SshWork,
  variables: Readonly<Record<string, string>>,
  place: Omit<Place, "receipts">,
): string {
  return [
    ...head({ ...place, receipts: to.receipts }),
    `set -- ${argv.map(quote).join(" ")}`,
    'command -v -- "$1" >/dev/null 2>&1 || { say missing "$1"; exit 0; }',
    ...CLAIM,
    '[ -n "$mine" ] || { say claimed; exit 0; }',
    '[ -z "$later" ] || { : >"$d/never"; say superseded "$later"; exit 0; }',
    ...Object.entries(variables).map(([name, value]) => `export ${name}=${quote(value)}`),
    ': >"$d/out"; : >"$d/err"; export d',
    ...FOLLOW,
    "if command -v setsid >/dev/null 2>&1; then t=setsid; else t=; fi",
    `$t /bin/sh -c ${quote(SUPERVISOR)} supervisor "$@" & p=$!`,
    "follow & f=$!",
    "wait $p",
    "kill -TERM $f 2>/dev/null; wait $f",
    'read -r c <"$d/exit" 2>/dev/null || c=',
    'kill -s 0 -- "-$p" 2>/dev/null && left=left || left=',
    '[ -n "$c" ] && say exit "$c" $left || say gone',
  ].join("\n");
}

/** Ends the command's whole session: asks, waits, kills, and says whether it is known to be gone. */
export function killScript({ to }: SshWork, place: Omit<Place, "receipts">): string {
  return [
    ...head({ ...place, receipts: to.receipts }),
    'read -r p <"$d/pid" 2>/dev/null || { say nopid; exit 0; }',
    'alive() { kill -s 0 -- "-$p" 2>/dev/null || kill -s 0 "$p" 2>/dev/null; }',
    'end() { kill -s "$1" -- "-$p" 2>/dev/null || kill -s "$1" "$p" 2>/dev/null; }',
    "end TERM",
    "i=0; while alive && [ $i -lt 50 ]; do sleep 0.1; i=$((i + 1)); done",
    "alive && end KILL",
    "i=0; while alive && [ $i -lt 20 ]; do sleep 0.1; i=$((i + 1)); done",
    "alive && say alive || say gone",
  ].join("\n");
}

/** What became of the attempt. One that nobody has claimed is claimed now: it was never begun and never will be. */
export function askScript({ to }: SshWork, place: Omit<Place, "receipts">): string {
  return [
    ...head({ ...place, receipts: to.receipts }),
    ...CLAIM,
    '[ -n "$mine" ] && : >"$d/never"',
    '[ -e "$d/never" ] && { say never; exit 0; }',
    'if read -r c <"$d/exit" 2>/dev/null; then cat "$d/out"; cat "$d/err" >&2; say exit "$c"; exit 0; fi',
    'read -r p <"$d/pid" 2>/dev/null || { say gone; exit 0; }',
    'if kill -s 0 -- "-$p" 2>/dev/null || kill -s 0 "$p" 2>/dev/null; then say running; else say gone; fi',
  ].join("\n");
}

/** Whether it could be done: the program is there, and receipts can be written. Leaves nothing behind. */
export function checkScript({ argv, to }: SshWork, place: Omit<Place, "receipts">): string {
  return [
    ...head({ ...place, receipts: to.receipts }),
    `set -- ${argv.map(quote).join(" ")}`,
    'command -v -- "$1" >/dev/null 2>&1 && p=program || p=noprogram',
    'mkdir -p "$r" 2>/dev/null && [ -w "$r" ] && w=writable || w=unwritable',
    'say "$p" "$w" "$r"',
  ].join("\n");
}
