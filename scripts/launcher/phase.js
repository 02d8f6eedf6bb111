// @ts-check

/**
 * Does one part of the start and prints how long it took.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function phase(name, work) {
  const begin = performance.now();
  const result = await work();
  console.log(`${name.padEnd(9)} ${((performance.now() - begin) / 1000).toFixed(1).padStart(5)} s`);
  return result;
}
