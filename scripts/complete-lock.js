// @ts-check
// A lock file made from a registry that lacks the packages of some platforms is refused by `npm ci` everywhere, because
// npm drops from the lock what it cannot find and misses it later. This adds the entries back (`--check`: only says so).
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [devOptional]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 * @typedef {Record<string, LockEntry>} Entries by folder, "" being the project
 */

const SYSTEM = /\b(android|darwin|linux|freebsd|netbsd|openbsd|openharmony|sunos|aix|win32)\b/;
const PROCESSOR = /-(x64|arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32)\b/;

/**
 * The entries that optional dependencies name and the lock does not have.
 * @param {Entries} entries
 * @returns {Entries}
 */
export function missingEntries(entries) {
  /** @type {Entries} */
  const missing = {};
  for (const [folder, entry] of Object.entries(entries)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = findEntry({ ...entries, ...missing }, folder, name);
      if (found && (found.version === version || !isExact(version))) continue;
      // Another version above it stays where it is: this one goes below its parent.
      missing[`${found ? `${folder}/` : ""}node_modules/${name}`] = platformEntry(name, version, entry);
    }
  }
  return missing;
}

/** @param {string} version */
const isExact = (version) => /^\d+\.\d+\.\d+/.test(version);

/**
 * Looks for a package as Node.js does: in the folder's own node_modules, then in those above.
 * @param {Entries} entries
 * @param {string} folder
 * @param {string} name
 */
function findEntry(entries, folder, name) {
  for (let at = folder; ; at = at.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    const found = entries[`${at && `${at}/`}node_modules/${name}`];
    if (found || at === "") return found;
  }
}

/**
 * Says from its name which platform a package is for, so that npm installs it only there.
 * @param {string} name
 * @param {string} version
 * @param {LockEntry} parent
 * @returns {LockEntry}
 */
function platformEntry(name, version, parent) {
  const os = SYSTEM.exec(name)?.[1];
  const cpu = PROCESSOR.exec(name)?.[1];
  if (!cpu || !isExact(version)) throw new Error(`${name}@${version} is not the package of a platform: install it.`);
  return {
    version,
    cpu: [cpu],
    ...(parent.dev && { dev: true }),
    ...(parent.devOptional && { devOptional: true }),
    ...(name.includes("-musl") ? { libc: ["musl"] } : /linux.*-gnu/.test(name) && { libc: ["glibc"] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

/** @param {Entries} entries */
function sorted(entries) {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => a.localeCompare(b, "en")));
}

if (import.meta.main) {
  const { check } = parseArgs({ options: { check: { type: "boolean", default: false } } }).values;
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const missing = missingEntries(lock.packages);
  const names = Object.keys(missing);
  if (names.length > 0 && !check) {
    lock.packages = sorted({ ...lock.packages, ...missing });
    writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
  }
  console.log([`${check ? "Missing" : "Added"}: ${names.length}`, ...names].join("\n"));
  if (check && names.length > 0) process.exitCode = 1;
}
