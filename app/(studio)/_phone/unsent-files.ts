/** The bytes of files that have not arrived at the server, by the id of their message; kept by the browser over a reload. */
export const unsentFiles = {
  keep: (clientId: string, file: Blob): Promise<void> =>
    inStore('readwrite', (store) => store.put(file, clientId)).then(),
  read: async (clientId: string): Promise<Blob | undefined> => {
    const found = await inStore('readonly', (store) => store.get(clientId));
    return found instanceof Blob ? found : undefined;
  },
  remove: (clientId: string): Promise<void> => inStore('readwrite', (store) => store.delete(clientId)).then(),
};

const storeName = 'files';

async function inStore(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await openDatabase();
  try {
    const transaction = database.transaction(storeName, mode);
    const request = act(transaction.objectStore(storeName));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('vaarta.unsent', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
