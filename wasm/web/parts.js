// The core comes in two parts (scripts/split-client.mjs): what paints the first frame, and the rest, which is asked for when
// that has begun. Nothing of the rest may be called before it is there; main.js keeps what happens until then.
Tianbao.parts = (() => {
  const instantiate = (url, imports) => {
    const asked = fetch(url, {credentials: 'same-origin'});
    if (WebAssembly.instantiateStreaming) return WebAssembly.instantiateStreaming(asked, imports);
    return asked.then((response) => response.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports));
  };

  // Stands in the table for every function of the rest, which replaces them all when it is instantiated.
  const tooEarly = new Proxy({}, {
    get: () => () => {
      throw new Error('called before the core was complete');
    },
  });

  // Calls `begin` with the core when its first part can be used; the promise is kept when all of it can.
  const load = (host, begin) =>
    new Promise((resolve, reject) => {
      let first = null;
      const instantiateWasm = (imports, receive) => {
        instantiate('tianbao.wasm', Object.assign({rest: tooEarly}, imports))
          .then(({instance, module}) => {
            first = instance;
            receive(instance, module);
          })
          .catch(reject);
        return {};
      };
      createTianbaoCore({host, instantiateWasm})
        .then((core) => {
          begin(core);
          return instantiate('tianbao-rest.wasm', {first: first.exports});
        })
        .then(resolve, reject);
    });

  return {load};
})();
