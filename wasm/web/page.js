// The screen as DOM: applies the core's patches (wasm/page/patch.h) and sends back what people do.
Tianbao.page = (() => {
  const records = new Map();
  const boxes = new Map();

  let host = null;
  let root = null;
  let send = null;

  const place = (record) => {
    const box = boxes.get(record.node.id);
    if (!record.placed || !box) return;
    const style = record.placed.style;
    style.setProperty('--x', box[0] + 'px');
    style.setProperty('--y', box[1] + 'px');
    style.setProperty('--w', box[2] + 'px');
    style.setProperty('--h', box[3] + 'px');
  };

  const build = (source, parent) => {
    const record = Tianbao.elements.create(source, parent);
    records.set(record.node.id, record);
    place(record);
    (source.children || []).forEach((child, index) => insert(record, index, build(child, record)));
    return record;
  };

  const insert = (parent, index, record) => {
    const next = parent.children[index];
    parent.kids.insertBefore(record.element, next ? next.element : null);
    parent.children.splice(index, 0, record);
    noteNavigation(parent);
  };

  // The page is in two columns when it has a navigation.
  const noteNavigation = (parent) => {
    if (parent.node.kind !== 'page') return;
    const has = parent.children.some((child) => child.node.kind === 'navigation');
    parent.element.classList.toggle('has-navigation', has);
  };

  const forget = (record) => {
    records.delete(record.node.id);
    record.children.forEach(forget);
  };

  const operations = {
    remove: (id) => {
      const record = records.get(id);
      record.element.remove();
      forget(record);
      if (record === root) {
        root = null;
        return;
      }
      record.parent.children.splice(record.parent.children.indexOf(record), 1);
      noteNavigation(record.parent);
    },
    update: (id, members) => {
      const record = records.get(id);
      Object.assign(record.node, members);
      Tianbao.elements.update(record);
    },
    create: (parentId, index, source) => {
      if (parentId === '') {
        root = build(source, null);
        host.textContent = '';
        host.appendChild(root.element);
        return;
      }
      const parent = records.get(parentId);
      insert(parent, index, build(source, parent));
    },
  };

  const apply = (patch) => JSON.parse(patch).forEach(([name, ...rest]) => operations[name](...rest));

  // What has moved (wasm/browser/canvas.h): ids, one a line, and four numbers for each from `first` on.
  const placeAll = (ids, numbers, first, pageHeight) => {
    host.style.setProperty('--page-height', pageHeight + 'px');
    ids.trimEnd().split('\n').forEach((id, index) => {
      boxes.set(id, numbers.slice(first + index * 4, first + index * 4 + 4));
      const record = records.get(id);
      if (record) place(record);
    });
  };

  const elementOf = (id) => {
    const record = records.get(id);
    if (!record) return document.getElementById(id);  // in the bar
    if (record.control || record.anchor) return record.control || record.anchor;
    return record.element.querySelector('input:not(:disabled)') || record.element;
  };

  // Focus, and what has it in view below the bar (scroll-margin in styles.css).
  const focus = (id) => {
    const element = elementOf(id);
    if (!element) return;
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
    element.focus({preventScroll: true});
    // In canvas mode only what is placed lies where it is seen.
    const seen = element.closest('.placed') || element.querySelector('.placed') || element;
    seen.scrollIntoView({block: element.matches('.control,.mark,.button') ? 'center' : 'start'});
  };

  const recordAt = (target) => {
    const element = target.closest('[id]');
    return element ? records.get(element.id) : undefined;
  };
  const isText = (element) => element.matches('.control');

  const listen = () => {
    host.addEventListener('submit', (event) => event.preventDefault());
    host.addEventListener('compositionstart', (event) => (recordAt(event.target).composing = true));
    host.addEventListener('compositionend', (event) => {
      const record = recordAt(event.target);
      if (!record) return;
      record.composing = false;
      send(record.node.id, 'input', event.target.value);
    });
    // In the middle of a composition too, so that the painted text stays right.
    host.addEventListener('input', (event) => {
      if (isText(event.target)) send(event.target.id, 'input', event.target.value);
    });
    host.addEventListener('focusout', (event) => {
      if (!isText(event.target) || !records.has(event.target.id)) return;
      records.get(event.target.id).composing = false;
      send(event.target.id, 'leave', event.target.value);
    });
    host.addEventListener('change', (event) => {
      if (event.target.matches('.mark')) send(event.target.id, 'choose', String(event.target.checked));
    });
    host.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (button) send(button.id, 'press', '');
      const anchor = event.target.closest('a[data-target]');
      if (!anchor) return;
      event.preventDefault();
      focus(anchor.dataset.target);
    });
    // A browser joins pasted lines by blanks: two figures of a spreadsheet's column would look like one, 123 456.
    host.addEventListener('paste', (event) => {
      const pasted = event.clipboardData ? event.clipboardData.getData('text').trim() : '';
      if (event.target.inputMode !== 'decimal' || !/[\r\n]/.test(pasted)) return;
      event.preventDefault();
      document.execCommand('insertText', false, pasted.replace(/[\r\n]+/g, '；'));
    });
    // Enter in a line of text would press the form's first button. Safari sends the Enter that ends a composition
    // without isComposing, but with the key code 229.
    host.addEventListener('keydown', (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === 'Enter' && event.target.matches('input')) event.preventDefault();
    });
  };

  const start = (element, sender) => {
    host = element;
    send = sender;
    listen();
  };

  return {start, apply, placeAll, focus};
})();
