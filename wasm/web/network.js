// Requests to the server that this page came from.
Tianbao.network = (() => {
  const answerMs = 30000;
  // A body has besides what it takes on the slowest line that the server still serves (server/http/limits.h).
  const slowestBytesPerMs = 20;
  const timeoutMs = (body) => answerMs + new Blob([body]).size / slowestBytesPerMs;

  // What the server answers with. A network's sign-in page or a proxy's error page is no answer of the server's.
  const isServers = (response) =>
    response.status === 204 ||
    /^application\/(problem\+)?json *(;|$)/i.test(response.headers.get('Content-Type') || '');

  // Resolves, always: {status, body, retryAfterS}; status 0 when no answer of the server came.
  const request = async (method, path, body) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeoutMs(body));
    try {
      const response = await fetch(path, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        headers: body ? {'Content-Type': 'application/json'} : {},
        body: body || undefined,
        // Signing out has to reach the server even when the page is closed in the same moment.
        keepalive: method === 'DELETE',
        signal: abort.signal,
      });
      const retryAfterS = Number(response.headers.get('Retry-After')) || 0;
      return {status: isServers(response) ? response.status : 0, body: await response.text(), retryAfterS};
    } catch (error) {
      return {status: 0, body: '', retryAfterS: 0};
    } finally {
      clearTimeout(timer);
    }
  };

  return {request};
})();
