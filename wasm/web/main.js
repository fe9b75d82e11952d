// Starts the core and joins it to the browser: its effects become calls of the other files, what happens becomes calls
// of its exports (wasm/browser/main.cpp).
(() => {
  const page = document.getElementById('screen');
  const polite = document.getElementById('polite');
  const notice = document.getElementById('notice');
  const clearDevice = document.getElementById('button.clear_device');
  const noticeText = document.getElementById('notice-text');
  const events = {input: 0, leave: 1, choose: 2, press: 3};
  const timers = new Map();
  const missing = [];
  const encoder = new TextEncoder();

  const waiting = [];

  let module = null;
  let complete = false;
  let told = '';

  // Texts go as UTF-8 and their length; the core frees nothing, so they are freed behind the call.
  const call = (name, ...values) => {
    const given = [];
    const texts = [];
    values.forEach((value) => {
      if (typeof value !== 'string') return given.push(value);
      const bytes = encoder.encode(value);
      const address = module._malloc(bytes.length + 1);
      module.HEAPU8.set(bytes, address);
      texts.push(address);
      return given.push(address, bytes.length);
    });
    const result = module['_tianbao_' + name](...given);
    texts.forEach((address) => module._free(address));
    return result;
  };

  // Days and deadlines are China's, whatever zone the computer is set to.
  const now = () => new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 19) + '+08:00';

  // The core has no clock: it is told the time before anything else when the minute has changed.
  const tellNow = (name, ...values) => {
    const time = now();
    if (time.slice(0, 16) !== told) {
      told = time.slice(0, 16);
      call('time', time);
    }
    call(name, ...values);
  };

  // What happens before the core is complete is told when it is.
  const tell = (...event) => {
    if (complete) return tellNow(...event);
    return waiting.push(event);
  };
  const tellWaiting = () => {
    complete = true;
    waiting.splice(0).forEach((event) => tellNow(...event));
  };

  // Whether somebody is signed in and sees something: every screen has its title.
  const hasScreen = () => page.querySelector('h1') !== null;

  const announce = (text) => {
    if (!hasScreen()) return refuse(text);
    // The same sentence twice is read twice only when it differs.
    polite.textContent = polite.textContent === text ? text + '\u00a0' : text;
  };

  const refuse = (text) => {
    notice.hidden = false;
    noticeText.textContent = text;
  };
  document.getElementById('notice-close').addEventListener('click', () => (notice.hidden = true));

  const host = {
    gl: Tianbao.gl,
    leadingNumber: Tianbao.leadingNumber,
    glyphs: Tianbao.glyphs,
    requestFrame: Tianbao.painter.requestFrame,
    apply: (patch) => {
      Tianbao.page.apply(patch);
      clearDevice.hidden = !hasScreen();
      Tianbao.painter.measure();
    },
    place: Tianbao.page.placeAll,
    missingGlyph: (codePoint) => {
      if (missing.includes(codePoint)) return;
      missing.push(codePoint);
      const characters = missing.map((each) => String.fromCodePoint(each)).join('、');
      refuse(`这台电脑的字体里没有“${characters}”，屏幕上显示为方框；内容会照原样保存和提交。`);
    },
    save: (key, text, guarded) =>
      Tianbao.storage.save(key, text, guarded).then((result) => tell('saved', key, result)),
    load: (prefix) =>
      Tianbao.storage.load(prefix).then((found) => {
        found.forEach(([key, text]) => tell('loaded', key, text));
        tell('listed', prefix);
      }),
    clear: () => Tianbao.storage.clear().then((ok) => tell('cleared', ok ? 1 : 0)),
    request: (method, path, body, tag) =>
      Tianbao.network
        .request(method, path, body)
        .then((answer) => tell('answered', tag, answer.status, answer.body, answer.retryAfterS)),
    saveFile: Tianbao.files.save,
    openFile: () => Tianbao.files.open((file) => tell('file_opened', file.name, file.text), refuse),
    print: Tianbao.print.print,
    focus: (id) => {
      Tianbao.painter.flush();
      Tianbao.page.focus(id);
    },
    announce,
    askSignIn: () => Tianbao.signIn.show(hasScreen()),
    closeSignIn: () => Tianbao.signIn.close(),
    setTimer: (timer, delayMs) => {
      clearTimeout(timers.get(timer));
      timers.set(timer, setTimeout(() => tell('timer', timer), delayMs));
    },
  };

  // Who is signed in: the server says it; without it, what this device remembers (the core asks for that itself).
  const findSession = async () => {
    const answer = await Tianbao.network.request('GET', '/api/v1/session', '');
    await loaded;
    Tianbao.signIn.expect(answer.status === 200);
    if (answer.status === 200) return tell('signed_in', answer.body);
    if (answer.status !== 401) {
      tell('online', 0);
      await Tianbao.storage.load('session');
    }
    if (!hasScreen()) Tianbao.signIn.show(false);
  };

  const begin = (started) => {
    module = started;
    Tianbao.page.start(page, (id, event, value) => tell('event', id, events[event], value));
    Tianbao.painter.start({call}, page);
    clearDevice.addEventListener('click', () => tell('event', clearDevice.id, events.press, ''));
    tellNow('start', navigator.onLine ? 1 : 0);
    window.addEventListener('online', () => tell('online', 1));
    window.addEventListener('offline', () => tell('online', 0));
    Tianbao.storage.watch(
      (key) => tell('saved', key, Tianbao.storage.results.elsewhere),
      () => tell('cleared', 1),
    );
    findSession();
  };

  // A sign-in that is faster than the core is found by findSession.
  Tianbao.signIn.start((body) => module && tell('signed_in', body));
  const loaded = Tianbao.parts.load(host, begin);
  loaded.then(tellWaiting, () =>
    refuse(
      module
        ? '填报程序没有装完整，可能是网络中断。请检查网络，再刷新页面。'
        : '这个浏览器不能运行填报程序，请换用较新的浏览器（如 360、火狐、Edge 或 Chrome 的近年版本）。',
    ),
  );
  if (window.isSecureContext && 'serviceWorker' in navigator) {
    window.addEventListener('load', () => navigator.serviceWorker.register('service-worker.js').catch(() => {}));
  }
})();
