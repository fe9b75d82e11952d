// Stands in the client's page while `tianbao form preview` serves it: opens the form, asks now and then whether its file has
// changed, and shows what the linter says of one that is broken. No part of the client itself.
'use strict';
(() => {
  const pollMs = 400;
  const silentPolls = 5;
  const openedKey = 'tianbao-preview/opened';
  const scrollKey = 'tianbao-preview/scroll';

  // The session comes with the page; so the client shall ask for it in place of a sign-in.
  localStorage.setItem('tianbao/signed-in', 'yes');

  // It would go on serving this page at this address when the preview is over.
  if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new Error('preview'));

  // The year that was open last, else the newest one: the client's list of reports has a button for each.
  const yearButton = () =>
    document.getElementById(sessionStorage.getItem(openedKey)) || document.querySelector('button[id^="year."]');

  const openForm = () => {
    const watch = new MutationObserver(() => open());
    const open = () => {
      const button = yearButton();
      if (button === null) return;
      watch.disconnect();
      button.click();
      scrollBack();
    };
    watch.observe(document.getElementById('screen'), {childList: true, subtree: true});
    open();
  };

  // The client begins with the list of forms that this browser keeps, in which the form is the one of before. So it is opened
  // when the client has taken the list that the server sends.
  const ask = window.fetch.bind(window);
  let hasOpened = false;
  window.fetch = async (path, options) => {
    const response = await ask(path, options);
    if (path !== '/api/v1/forms' || hasOpened) return response;
    hasOpened = true;
    const text = response.text.bind(response);
    response.text = async () => {
      const body = await text();
      window.setTimeout(openForm);
      return body;
    };
    return response;
  };

  // The page grows as the form is built.
  const scrollBack = () => {
    const wanted = Number(sessionStorage.getItem(scrollKey));
    sessionStorage.removeItem(scrollKey);
    if (!wanted) return;
    const watch = new MutationObserver(() => {
      if (document.documentElement.scrollHeight < wanted + window.innerHeight) return;
      watch.disconnect();
      window.scrollTo(0, wanted);
    });
    watch.observe(document.getElementById('screen'), {childList: true, subtree: true, attributes: true});
  };

  const element = (name, id, text) => {
    const made = document.createElement(name);
    made.id = id;
    made.textContent = text;
    return made;
  };

  const badge = element('p', 'preview-badge', '预览');
  const panel = element('section', 'preview-panel', '');
  panel.setAttribute('role', 'alert');
  panel.tabIndex = 0;
  panel.hidden = true;

  const showProblems = (heading, lines) => {
    panel.hidden = lines.length === 0 && heading === '';
    if (panel.dataset.shown === heading + lines.join('\n')) return;
    panel.dataset.shown = heading + lines.join('\n');
    panel.textContent = '';
    if (panel.hidden) return;
    panel.append(element('h2', 'preview-heading', heading), element('pre', 'preview-problems', lines.join('\n')));
  };

  let version = null;
  let silent = 0;
  const poll = async () => {
    try {
      const answer = await ask('/preview/state', {cache: 'no-store'});
      const state = await answer.json();
      silent = 0;
      badge.textContent = '预览 ' + state.file;
      if (version !== null && state.version !== version) {
        sessionStorage.setItem(scrollKey, String(window.scrollY));
        window.location.reload();
        return;
      }
      version = state.version;
      showProblems(state.problems.length === 0 ? '' : '表样有错误，改好后自动刷新', state.problems);
    } catch (error) {
      silent += 1;
      if (silent === silentPolls) showProblems('预览已经结束', ['再运行一次 tianbao form preview 可以继续。']);
    }
    window.setTimeout(poll, pollMs);
  };

  document.addEventListener('DOMContentLoaded', () => {
    const aside = element('aside', 'preview', '');
    aside.setAttribute('aria-label', '预览');
    aside.append(badge, panel);
    document.body.append(aside);
    document.addEventListener(
      'click',
      (event) => {
        const button = event.target.closest('button[id^="year."]');
        if (button !== null) sessionStorage.setItem(openedKey, button.id);
      },
      true,
    );
    poll();
  });
})();
