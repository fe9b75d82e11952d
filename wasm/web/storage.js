// What is kept on this device: texts by key. IndexedDB, which plain HTTP has too; localStorage where that is closed.
Tianbao.storage = (() => {
  const database = 'tianbao';
  const store = 'records';
  const fallbackPrefix = 'tianbao/';

  let opened = null;

  const open = () => {
    if (opened !== null) return opened;
    opened = new Promise((resolve) => {
      try {
        const request = indexedDB.open(database, 1);
        request.onupgradeneeded = () => request.result.createObjectStore(store);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(null);
        request.onblocked = () => resolve(null);
      } catch (error) {
        resolve(null);
      }
    });
    return opened;
  };

  // Runs `work` on the records; resolves to what its request found, once the browser has taken it, or rejects.
  const transact = (connection, mode, work) =>
    new Promise((resolve, reject) => {
      const transaction = connection.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });

  const fallbackKeys = (prefix) => {
    const keys = [];
    for (let index = 0; index < localStorage.length; index++) {
      const key = localStorage.key(index);
      if (key.startsWith(fallbackPrefix + prefix)) keys.push(key);
    }
    return keys;
  };

  // Resolves to whether it is kept.
  const save = async (key, text) => {
    const connection = await open();
    try {
      if (connection === null) {
        localStorage.setItem(fallbackPrefix + key, text);
      } else {
        await transact(connection, 'readwrite', (records) => records.put(text, key));
      }
      return true;
    } catch (error) {
      return false;
    }
  };

  // Resolves to [[key, text], …] of every key that begins with the prefix.
  const load = async (prefix) => {
    const connection = await open();
    try {
      if (connection === null) {
        return fallbackKeys(prefix).map((key) => [key.slice(fallbackPrefix.length), localStorage.getItem(key)]);
      }
      const range = IDBKeyRange.bound(prefix, prefix + '\uffff');
      const keys = await transact(connection, 'readonly', (records) => records.getAllKeys(range));
      const texts = await transact(connection, 'readonly', (records) => records.getAll(range));
      return keys.map((key, index) => [key, texts[index]]);
    } catch (error) {
      return [];
    }
  };

  const clear = async () => {
    try {
      const connection = await open();
      if (connection !== null) await transact(connection, 'readwrite', (records) => records.clear());
      fallbackKeys('').forEach((key) => localStorage.removeItem(key));
    } catch (error) {
      return false;
    }
    return true;
  };

  // Small things that have to be known before anything else, such as the chosen mode.
  const remember = (key, text) => {
    try {
      if (text === null) localStorage.removeItem(fallbackPrefix + key);
      else localStorage.setItem(fallbackPrefix + key, text);
    } catch (error) {
      // A browser that keeps nothing asks again next time.
    }
  };
  const recall = (key) => {
    try {
      return localStorage.getItem(fallbackPrefix + key);
    } catch (error) {
      return null;
    }
  };

  return {save, load, clear, remember, recall};
})();
