/** More than this of one stream is neither kept nor read: what is stored of an attempt, and a little to tell that there was more. */
export const BLOCK_BYTES = 65_536;
export const MOST_KEPT_BLOCKS = 161;
export const MOST_KEPT_BYTES = MOST_KEPT_BLOCKS * BLOCK_BYTES;

/**
 * The process that stands between us and the command, here and on other hosts. It is all that is left when the worker or
 * the connection is lost: it leads the process group, sends the output into the receipt, and writes down how the command
 * ended. Arguments: the folder, then the command, word by word.
 *
 * Making `pid`, which fails where it is there already, is what begins the attempt: whoever makes it first, the supervisor
 * or somebody who asks, decides whether it ever runs. `start` is what the system says of the process, so that another
 * one that is given its number later is not taken for it. A signal to the group must not end it before it has written
 * the code. `exec` runs the program of that name and not what the shell has built in under it.
 */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the shell's braces, not ours
export const SUPERVISOR = [
  "d=$1; shift",
  'exec </dev/null >>"$d/out" 2>>"$d/err"',
  'if [ -r /proc/$$/stat ]; then read -r s </proc/$$/stat && echo "${s##*) }" >"$d/start"; fi',
  'set -C; { echo $$ >"$d/pid"; } 2>/dev/null || exit 125; set +C',
  "trap : HUP INT QUIT TERM",
  '(exec "$@")',
  'c=$?; echo $c >"$d/exit"; exit $c',
].join("\n");
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the shell's braces, not ours
