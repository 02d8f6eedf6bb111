// Which language the reader chose. The pages say so: a worker knows only that of the browser, and forgets all that it was told
// when it is stopped. Signing out takes this along, with all that is stored here.

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function openDatabase() {
  const request = indexedDB.open("language", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("chosen");
  return settled(request);
}

async function inDatabase(mode, act) {
  const database = await openDatabase();
  try {
    return await settled(act(database.transaction("chosen", mode).objectStore("chosen")));
  } finally {
    database.close();
  }
}

self.chosenLanguage = {
  remember: (language) => inDatabase("readwrite", (store) => store.put(language, "here")),
  /** Undefined where no page has said it, or where this browser stores nothing: what is not connected is told all the same. */
  known: () => inDatabase("readonly", (store) => store.get("here")).catch(() => undefined),
};
