// One kind of node, one way to make and to update its element. Which nodes exist and what they say comes from the core
// (wasm/page/patch.h); what they look like is styles.css and, in canvas mode, wasm/paint.
Tianbao.elements = (() => {
  const toneWords = {error: '错误：', warning: '提醒：', notice: '提示：', success: ''};
  const defaults = {
    text: '',
    label: '',
    value: '',
    unit: '',
    note: '',
    target: '',
    described_by: [],
    tone: 'normal',
    input: 'text',
    cell: 'value',
    disclosure: 'none',
    level: 1,
    column: 0,
    row_span: 1,
    column_span: 1,
    column_widths_percent: [],
    required: false,
    invalid: false,
    disabled: false,
    checked: false,
    multiple: false,
    primary: false,
    current: false,
    live: false,
  };
  const bar = document.getElementById('status');
  const inputTypes = {date: 'text', phone: 'tel', email: 'email', url: 'url'};
  const inputModes = {number: 'decimal', phone: 'tel', email: 'email', url: 'url'};

  const make = (name, className) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    return element;
  };
  const setText = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };
  const setAttribute = (element, name, value) => {
    if (value === null || value === '' || value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  };
  const setTone = (element, tone) => {
    Object.keys(toneWords).concat('muted').forEach((name) => element.classList.toggle(name, name === tone));
  };

  // A record of every kind: {node, element, kids (where children go), placed (what lies over the painted box)}.
  const makers = {
    page: () => {
      const form = make('form', 'page');
      form.noValidate = true;
      form.autocomplete = 'off';
      return {element: form};
    },
    region: () => ({element: make('section', 'region')}),
    heading: (node) => {
      const element = make('h' + Math.min(Math.max(node.level, 1), 3));
      element.tabIndex = -1;
      return {element, placed: element};
    },
    text: () => {
      const element = make('p', 'text');
      const word = make('span', 'unseen');
      const body = make('span');
      element.append(word, body);
      return {element, placed: element, word, body};
    },
    field: (node) => {
      const element = make('div', 'field ' + node.input);
      const label = make('label');
      const control = make(node.input === 'multiline' ? 'textarea' : 'input', 'control');
      const unit = make('span', 'unit');
      if (node.input === 'multiline') control.rows = 3;
      else control.type = inputTypes[node.input] || 'text';
      if (inputModes[node.input]) control.inputMode = inputModes[node.input];
      control.autocapitalize = 'off';
      control.spellcheck = false;
      control.id = label.htmlFor = node.id;
      unit.id = node.id + '.unit';
      element.append(label, control, unit);
      return {element, placed: control, label, control, unit};
    },
    choice: (node) => {
      const element = make('fieldset', 'choice');
      const legend = make('legend');
      const options = make('div', 'options');
      element.id = node.id;
      element.append(legend, options);
      return {element, kids: options, legend};
    },
    option: (node, parent) => {
      const element = make('label', 'option');
      const control = make('input', 'mark');
      const body = make('span');
      control.type = node.multiple ? 'checkbox' : 'radio';
      control.name = parent.id;
      control.id = node.id;
      element.append(control, body);
      return {element, placed: element, control, body};
    },
    // Roles are said outright: a table whose cells are placed one by one is none to the browser any more.
    grid: () => {
      const element = make('div', 'sheet');
      const table = make('table');
      const caption = make('caption', 'unseen');
      const columns = make('colgroup');
      const body = make('tbody');
      table.setAttribute('role', 'table');
      body.setAttribute('role', 'rowgroup');
      table.append(caption, columns, body);
      element.append(table);
      return {element, kids: body, caption, columns};
    },
    row: () => {
      const element = make('tr');
      element.setAttribute('role', 'row');
      return {element};
    },
    cell: (node) => {
      const heads = node.cell !== 'value' && node.cell !== 'side';
      const element = make(heads && node.text ? 'th' : 'td', 'cell ' + node.cell);
      element.setAttribute('role', !heads || !node.text ? 'cell' : node.cell === 'column' ? 'columnheader' : 'rowheader');
      const body = make('span');
      const unit = make('span', 'unit');
      const note = make('span', 'cell-note');
      if (node.label && !heads) element.dataset.column = node.label;
      if (heads && node.text) {
        element.scope = node.cell === 'label' ? 'row' : node.cell === 'column' ? 'col' : 'rowgroup';
        element.tabIndex = -1;
      }
      const said = make('span', 'said');
      said.append(body, unit, note);
      if (node.text) element.append(said);
      return {element, placed: node.text ? said : null, heads, body, unit, note};
    },
    findings: () => {
      const element = make('ul', 'findings');
      element.setAttribute('role', 'list');
      return {element};
    },
    finding: (node, parent) => {
      const element = make(parent.kind === 'findings' ? 'li' : 'div', 'finding');
      const body = make(node.target ? 'a' : 'p', 'message');
      element.append(body);
      return {element, placed: body, body};
    },
    actions: () => ({element: make('div', 'actions')}),
    button: () => {
      const element = make('button', 'button');
      const body = make('span');
      const note = make('small');
      element.type = 'button';
      element.append(body, note);
      return {element, placed: element, body, note};
    },
    navigation: () => {
      const element = make('nav', 'navigation');
      const list = make('ul');
      list.setAttribute('role', 'list');
      element.append(list);
      return {element, kids: list};
    },
    link: (node, parent) => {
      const element = make(parent.kind === 'navigation' ? 'li' : 'p', 'link');
      const anchor = make('a');
      const body = make('span');
      const note = make('span', 'note');
      const word = make('span', 'unseen');
      anchor.append(body, note, word);
      element.append(anchor);
      return {element, placed: anchor, anchor, body, note, word};
    },
  };

  const describe = (record, control) => {
    const node = record.node;
    const ids = node.unit && record.unit ? [record.unit.id].concat(node.described_by) : node.described_by;
    setAttribute(control, 'aria-describedby', ids.join(' '));
    setAttribute(control, 'aria-invalid', node.invalid ? 'true' : null);
  };

  const lead = (anchor, target) => {
    setAttribute(anchor, 'href', target ? '#' + target : null);
    setAttribute(anchor, 'data-target', target);
  };

  // Everything an element says about its node. Called once when it is made and after every update.
  const updaters = {
    page: ({element, node}) => {
      setAttribute(element, 'aria-label', node.label);
      setText(bar, node.note);
      setTone(bar, node.tone);
    },
    region: ({element, node}) => setAttribute(element, 'aria-label', node.label),
    heading: ({element, node}) => setText(element, node.text),
    text: ({element, node, word, body}) => {
      setTone(element, node.tone);
      element.classList.toggle('message', Boolean(toneWords[node.tone]) || node.tone === 'success');
      setText(word, toneWords[node.tone] || '');
      setText(body, node.text);
    },
    // A value is left alone while it is what stands there anyway, and while an input method composes in it: a
    // composition does not survive it.
    field: (record) => {
      const {element, node, label, control, unit} = record;
      setText(label, node.text);
      label.hidden = !node.text;
      setAttribute(control, 'aria-label', node.label);
      setText(unit, node.unit);
      describe(record, control);
      setAttribute(control, 'aria-required', node.required ? 'true' : null);
      control.disabled = node.disabled;
      element.classList.toggle('invalid', node.invalid);
      element.classList.toggle('warned', node.tone === 'warning');
      if (control.value !== node.value && !record.composing) control.value = node.value;
    },
    choice: (record) => {
      const {element, node, legend} = record;
      setText(legend, node.text || node.label);
      legend.className = node.text ? '' : 'unseen';
      setAttribute(element, 'role', node.multiple ? null : 'radiogroup');
      setAttribute(element, 'aria-label', node.text ? node.label : null);
      setAttribute(element, 'aria-describedby', node.described_by.join(' '));
      setAttribute(element, 'aria-required', node.required && !node.multiple ? 'true' : null);
      setAttribute(element, 'aria-invalid', node.invalid && !node.multiple ? 'true' : null);
      element.classList.toggle('invalid', node.invalid);
    },
    option: (record) => {
      const {node, control, body} = record;
      setText(body, node.text);
      control.checked = node.checked;
      control.disabled = node.disabled;
      describe(record, control);
    },
    grid: ({node, caption, columns}) => {
      setText(caption, node.label);
      const widths = node.column_widths_percent;
      while (columns.children.length > widths.length) columns.lastChild.remove();
      while (columns.children.length < widths.length) columns.appendChild(make('col'));
      widths.forEach((width, index) => (columns.children[index].style.width = width + '%'));
    },
    row: () => {},
    cell: ({element, node, heads, body, unit, note}) => {
      setAttribute(element, 'aria-label', heads ? node.label : '');
      element.rowSpan = node.row_span;
      element.colSpan = node.column_span;
      setAttribute(element, 'aria-colindex', node.column + 1);
      setAttribute(element, 'aria-rowspan', node.row_span > 1 ? node.row_span : null);
      setAttribute(element, 'aria-colspan', node.column_span > 1 ? node.column_span : null);
      setText(body, node.text);
      setText(unit, node.unit ? '（单位：' + node.unit + '）' : '');
      setText(note, node.note);
    },
    findings: ({element, node}) => setAttribute(element, 'aria-label', node.label),
    finding: ({node, body}) => {
      setTone(body, node.tone);
      setText(body, node.text);
      if (node.target) lead(body, node.target);
    },
    actions: () => {},
    button: ({element, node, body, note}) => {
      setText(body, node.text);
      setText(note, node.note);
      note.hidden = !node.note;
      setAttribute(element, 'aria-label', node.label);
      setAttribute(element, 'aria-describedby', node.described_by.join(' '));
      setAttribute(element, 'aria-expanded', node.disclosure === 'none' ? null : String(node.disclosure === 'open'));
      element.classList.toggle('primary', node.primary);
      element.disabled = node.disabled;
    },
    navigation: ({element, node}) => setAttribute(element, 'aria-label', node.label),
    link: ({node, anchor, body, note, word}) => {
      setTone(anchor, node.tone);
      setText(body, node.text);
      setText(note, node.note);
      setText(word, toneWords[node.tone] ? '，有' + toneWords[node.tone].slice(0, -1) : '');
      setAttribute(anchor, 'aria-label', node.label);
      setAttribute(anchor, 'aria-current', node.current ? 'true' : null);
      lead(anchor, node.target);
    },
  };

  const update = (record) => {
    updaters[record.node.kind](record);
    setAttribute(record.element, 'aria-live', record.node.live ? 'polite' : null);
  };

  // `source` is a NODE of patch.h; `parent` the record above or null.
  const create = (source, parent) => {
    const node = Object.assign({}, defaults, source);
    const record = makers[node.kind](node, parent ? parent.node : defaults);
    record.node = node;
    record.parent = parent;
    record.children = [];
    record.kids = record.kids || record.element;
    const named = record.control || record.anchor || record.element;
    if (!named.id) named.id = node.id;
    if (record.placed) {
      record.placed.classList.add('placed');
      record.placed.dataset.id = node.id;
    }
    update(record);
    return record;
  };

  return {create, update};
})();
