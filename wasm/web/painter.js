// Canvas mode: which of the two modes is on, the canvas's size, its frames, and what the reader's hand is at.
Tianbao.painter = (() => {
  const leastWidth = 900;
  const leastHeight = 480;
  const lossMs = 2000;
  const attention = {focus: 0, hover: 1, press: 2};
  const button = document.getElementById('mode-switch');
  const canvas = document.getElementById('canvas');
  const bar = document.getElementById('bar');
  const forcedColours = matchMedia('(forced-colors: active)');
  const moreContrast = matchMedia('(prefers-contrast: more)');

  let core = null;
  let able = null;  // null: not yet tried
  let isCanvas = false;
  let pending = false;
  let frames = 0;
  let lossTimer = 0;

  // Paints what has been asked for, now: whoever needs to know where things are does not wait for the next frame.
  const flush = () => {
    if (!pending) return;
    pending = false;
    if (!isCanvas) return;
    frames++;
    core.call('frame');
    if (frames === 1) performance.mark('tianbao-first-frame');
  };
  const requestFrame = () => {
    if (pending || !isCanvas) return;
    pending = true;
    requestAnimationFrame(flush);
  };

  // Also called when the sheet on the screen has changed, which can add or take a scroll bar.
  const measure = () => {
    if (!isCanvas) return;
    const width = document.documentElement.clientWidth;
    const height = window.innerHeight - bar.offsetHeight;
    canvas.style.width = width + 'px';
    canvas.style.height = height + 'px';
    setSize(Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio));
  };
  const setSize = (width, height) => {
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    core.call('resize', canvas.clientWidth, canvas.clientHeight, width / canvas.clientWidth);
  };

  // Exact device pixels where the browser tells them: rounding the CSS size is off by one at some zooms.
  const watchSize = () => {
    if (!window.ResizeObserver) return;
    const observer = new ResizeObserver((entries) => {
      const box = entries[0].devicePixelContentBoxSize;
      if (isCanvas && box && canvas.clientWidth > 0) setSize(box[0].inlineSize, box[0].blockSize);
    });
    try {
      observer.observe(canvas, {box: 'device-pixel-content-box'});
    } catch (error) {
      observer.observe(canvas);
    }
  };

  const tryToStart = () => {
    if (able === null) able = Tianbao.glyphs.areFaithful() && core.call('canvas_start') === 1;
    return able;
  };

  const hasRoom = () =>
    !forcedColours.matches && window.innerWidth >= leastWidth && window.innerHeight >= leastHeight;

  const show = (wanted) => {
    if (wanted === isCanvas) return measure();
    isCanvas = wanted;
    canvas.hidden = !wanted;
    document.body.classList.toggle('canvas-mode', wanted);
    document.body.classList.toggle('html-mode', !wanted);
    button.textContent = wanted ? '切换到网页模式' : '切换到画布模式';
    measure();
    requestFrame();
  };

  // By itself canvas mode where it can work and the reader has not said otherwise; the choice is remembered.
  const choose = () => {
    const possible = able !== false && hasRoom();
    button.textContent = isCanvas ? '切换到网页模式' : '切换到画布模式';
    const wanted = possible && Tianbao.storage.recall('mode') !== 'html';
    show(wanted && tryToStart());
    button.hidden = !(possible && able !== false);
  };

  const watchContext = () => {
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      lossTimer = setTimeout(() => show(false), lossMs);
    });
    canvas.addEventListener('webglcontextrestored', () => {
      clearTimeout(lossTimer);
      core.call('context_restored');
      choose();
      requestFrame();
    });
  };

  const idAt = (target) => {
    const placed = target && target.closest ? target.closest('.placed') : null;
    return placed ? placed.dataset.id : '';
  };

  const watchHand = (page) => {
    const attend = (what, id) => core.call('attend', attention[what], id);
    page.addEventListener('pointerover', (event) => attend('hover', idAt(event.target)));
    page.addEventListener('pointerleave', () => attend('hover', ''));
    page.addEventListener('pointerdown', (event) => attend('press', idAt(event.target)));
    ['pointerup', 'pointercancel'].forEach((name) => window.addEventListener(name, () => attend('press', '')));
    page.addEventListener('focusin', (event) => attend('focus', idAt(event.target)));
    page.addEventListener('focusout', () => attend('focus', ''));
  };

  const start = (startedCore, page) => {
    core = startedCore;
    button.addEventListener('click', () => {
      Tianbao.storage.remember('mode', isCanvas ? 'html' : 'canvas');
      choose();
    });
    window.addEventListener('scroll', () => isCanvas && core.call('scroll', window.scrollY), {passive: true});
    window.addEventListener('resize', choose);
    document.addEventListener('visibilitychange', requestFrame);
    const watch = (query, work) => (query.addEventListener ? query.addEventListener('change', work) : query.addListener(work));
    const contrast = () => core.call('strong_contrast', moreContrast.matches ? 1 : 0);
    watch(forcedColours, choose);
    watch(moreContrast, contrast);
    watchContext();
    watchHand(page);
    choose();
    if (moreContrast.matches) contrast();
    watchSize();
  };

  return {start, requestFrame, flush, measure, frames: () => frames};
})();
