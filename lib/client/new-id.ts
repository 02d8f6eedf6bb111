/** A new id (UUID v7) made here, so that a request sent twice is known as one. Works without https as well. */
export function newId(nowMs = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = nowMs.toString(16).padStart(12, "0");
  const version = `7${hex(bytes.subarray(6, 8)).slice(1)}`;
  const variant = `${(8 + ((bytes[8] ?? 0) & 3)).toString(16)}${hex(bytes.subarray(8, 10)).slice(1)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hex(bytes.subarray(10))}`;
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
