// Requests to the server that this page came from.
Tianbao.network = (() => {
  const timeoutMs = 30000;

  // Resolves, always: {status, body, retryAfterS}; status 0 when no answer came.
  const request = async (method, path, body) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeoutMs);
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
      return {status: response.status, body: await response.text(), retryAfterS};
    } catch (error) {
      return {status: 0, body: '', retryAfterS: 0};
    } finally {
      clearTimeout(timer);
    }
  };

  return {request};
})();
