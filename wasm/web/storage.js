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

  // As the core counts them (SaveResult in wasm/app/action.h).
  const results = {failed: 0, saved: 1, elsewhere: 2};
  // What this page goes on from: the text of every record that it has written, or read by its very key. A guarded
  // record is written over that alone, so that two tabs never overwrite each other, and a crashed one blocks nobody.
  const known = new Map();
  // Tells the other tabs, where the browser can, before they find out by themselves.
  const channel = window.BroadcastChannel ? new BroadcastChannel(database) : null;
  const tellTabs = (key) => channel && channel.postMessage(key);

  // Resolves to one of `results`.
  const save = async (key, text, guarded) => {
    const connection = await open();
    let before;
    let result = results.elsewhere;
    const write = (stored, put) => {
      before = known.get(key);
      if (guarded && stored !== before) return;
      put();
      known.set(key, text);
      result = results.saved;
    };
    try {
      if (connection === null) {
        const name = fallbackPrefix + key;
        write(localStorage.getItem(name) || undefined, () => localStorage.setItem(name, text));
      } else {
        // The look and the write are one transaction: nobody comes between.
        await transact(connection, 'readwrite', (records) => {
          const request = records.get(key);
          request.onsuccess = () => write(request.result, () => records.put(text, key));
          return request;
        });
      }
    } catch (error) {
      if (result === results.saved) known.set(key, before);
      return results.failed;
    }
    if (guarded && result === results.saved) tellTabs(key);
    return result;
  };

  const take = (prefix, [key, text]) => {
    if (key === prefix || known.get(key) === undefined) known.set(key, text);
  };

  // Resolves to [[key, text], …] of every key that begins with the prefix.
  const load = async (prefix) => {
    const connection = await open();
    let found = [];
    try {
      if (connection === null) {
        found = fallbackKeys(prefix).map((key) => [key.slice(fallbackPrefix.length), localStorage.getItem(key)]);
        found.forEach((record) => take(prefix, record));
        return found;
      }
      const range = IDBKeyRange.bound(prefix, prefix + '\uffff');
      await transact(connection, 'readonly', (records) => {
        const keys = records.getAllKeys(range);
        const texts = records.getAll(range);
        texts.onsuccess = () => {
          found = keys.result.map((key, index) => [key, texts.result[index]]);
          found.forEach((record) => take(prefix, record));
        };
        return texts;
      });
    } catch (error) {
      return [];
    }
    return found;
  };

  const clearFallback = async () => fallbackKeys('').forEach((key) => localStorage.removeItem(key));
  const clearDatabase = async () => {
    const connection = await open();
    if (connection !== null) await transact(connection, 'readwrite', (records) => records.clear());
  };

  // Resolves to whether nothing is left.
  const clear = async () => {
    known.clear();
    // Neither waits for the other's success.
    const succeeds = (work) => work().then(() => true, () => false);
    const ok = (await Promise.all([clearFallback, clearDatabase].map(succeeds))).every(Boolean);
    if (ok) tellTabs('');
    return ok;
  };

  // `written` is called with the key of a guarded record that another tab has written, `cleared` when one has removed
  // everything.
  const watch = (written, cleared) => {
    if (!channel) return;
    channel.onmessage = ({data}) => {
      if (data) return written(data);
      known.clear();
      return cleared();
    };
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

  return {results, save, load, clear, watch, remember, recall};
})();
