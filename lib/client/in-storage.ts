/** What a browser keeps across pages. Nothing where it is told to keep nothing, or has no room. */
export function inStorage<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(window.localStorage);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
