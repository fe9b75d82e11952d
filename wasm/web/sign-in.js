// The static sign-in: the page's first screen, and later a dialog over the form when a session has run out.
Tianbao.signIn = (() => {
  const dialog = document.getElementById('sign-in');
  const form = document.getElementById('sign-in-form');
  const why = document.getElementById('sign-in-why');
  const problem = document.getElementById('sign-in-problem');
  const code = document.getElementById('sign-in-code');
  const secret = document.getElementById('sign-in-secret');
  const submit = document.getElementById('sign-in-submit');
  const opening = document.getElementById('opening');

  let signedIn = null;

  const say = (text, control) => {
    problem.hidden = !text;
    problem.textContent = text;
    [code, secret].forEach((each) => {
      if (each === control) each.setAttribute('aria-invalid', 'true');
      else each.removeAttribute('aria-invalid');
    });
    if (control) control.focus();
  };

  const refusal = (answer) => {
    if (answer.status === 0) return '没有连上服务器，登录不了。请检查网络，稍后再试。';
    if (answer.status === 401) return '标识码或校验码不对，请核对后重新输入。';
    if (answer.status === 429) {
      const wait = Math.max(1, answer.retryAfterS);
      return `试的次数太多，请过 ${wait > 60 ? Math.ceil(wait / 60) + ' 分钟' : wait + ' 秒'}再试。忘记校验码的，请向组织单位申请重置。`;
    }
    if (answer.status === 503) return '同时登录的人较多，请稍后再试。';
    return `服务器没有处理这次登录（代码 ${answer.status}），请稍后再试。`;
  };

  const send = async () => {
    const typed = code.value.normalize('NFKC').replace(/\s/g, '');
    if (!typed) return say('请填写网站标识码。', code);
    if (!secret.value) return say('请填写校验码。', secret);
    submit.disabled = true;
    const body = JSON.stringify({code: typed, secret: secret.value});
    const answer = await Tianbao.network.request('POST', '/api/v1/session', body);
    submit.disabled = false;
    if (answer.status !== 200) return say(refusal(answer), answer.status === 401 ? secret : null);
    say('', null);
    secret.value = '';
    expect(true);
    signedIn(answer.body);
  };

  const close = () => {
    opening.hidden = true;
    if (dialog.open) dialog.close();
  };

  // `over`: something is on the screen, which stays; else the sign-in is the screen.
  const show = (over) => {
    opening.hidden = true;
    why.textContent = over
      ? '登录已过期。请重新登录，填写的内容都还在，登录后接着填。'
      : '用本网站的标识码和校验码登录。';
    if (dialog.open) return;
    if (over) dialog.showModal();
    else dialog.show();
    (code.value ? secret : code).focus();
  };

  // Whether the next visit can expect to be signed in: it then does not show the form for a moment first.
  const expect = (session) => Tianbao.storage.remember('signed-in', session ? 'yes' : null);

  const start = (work) => {
    signedIn = work;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      send();
    });
    // Escape must not leave a form behind that nobody is signed in for without saying so.
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    if (Tianbao.storage.recall('signed-in') !== 'yes') return;
    dialog.close();
    opening.hidden = false;
  };

  return {start, show, close, expect};
})();
