// Serves build/client as the real server does (policy, types, precompressed files) and answers the API from memory:
// enough to try the client alone. Sign-in: any known code with the secret "test".
import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; " +
  "img-src 'self' data:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";

const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
};
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const sites = {
  4305250009: {code: '4305250009', name: '洞口县人民政府', url: 'http://www.dongkou.gov.cn', organiser: '洞口县人民政府'},
};

export const startServer = async ({root, port = 0, today = '2020-01-15'}) => {
  const definition = readFileSync(join(root, 'assets/forms/work-report/2017.json'), 'utf8');
  const form = JSON.parse(definition);
  const digest = sha256(canonical(form));
  const state = {signedIn: false, stored: null, receipt: null, requests: []};

  const api = (method, path, body) => {
    if (path === '/session' && method === 'POST') {
      const {code, secret} = JSON.parse(body);
      if (!sites[code] || secret !== 'test') return [401, {title: '登录失败', code: 'wrong_credentials'}];
      state.signedIn = true;
      return [200, {site: sites[code]}];
    }
    if (path === '/session' && method === 'DELETE') {
      state.signedIn = false;
      return [204, ''];
    }
    if (!state.signedIn) return [401, {title: '未登录', code: 'not_signed_in'}];
    const site = sites[4305250009];
    if (path === '/session') return [200, {site}];
    if (path === '/forms') {
      return [200, {forms: [{id: form.id, edition: form.edition, digest, title: form.title, first_period: form.periods.first}]}];
    }
    if (path === `/forms/${digest}`) return [200, definition];
    if (!path.startsWith('/reports/')) return [404, {title: '没有这个地址', code: 'not_found'}];
    const context = {today, site, prior: null};
    const parent = state.stored ? sha256(canonical(state.stored)) : '';
    if (method === 'GET') {
      const kept = state.receipt ? 'submitted' : state.stored ? 'draft' : 'none';
      return [200, {document: state.stored, state: kept, digest: parent || null, parent, receipt: state.receipt, context}];
    }
    const put = JSON.parse(body);
    state.stored = put.document;
    const stored = sha256(canonical(put.document));
    if (put.intent === 'submission') {
      state.receipt = {number: '0001', digest: stored, parent: put.parent, received_at: `${today}T10:32:00+08:00`, author: site.code, way: 'session'};
    }
    return [201, {receipt: put.intent === 'submission' ? state.receipt : null, digest: stored, findings: [], context_differences: []}];
  };

  const serveFile = (request, response, path) => {
    const name = normalize(path === '/' ? '/index.html' : path);
    const file = join(root, 'build/client', name);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const encoded = /\bbr\b/.test(request.headers['accept-encoding'] || '') && existsSync(`${file}.br`);
    const hashed = /\.[0-9a-f]{10}\./.test(name);
    const headers = {
      'Content-Type': types[extname(name)] || 'application/octet-stream',
      'Content-Security-Policy': policy,
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (encoded) headers['Content-Encoding'] = 'br';
    response.writeHead(200, headers).end(readFileSync(encoded ? `${file}.br` : file));
  };

  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      state.requests.push(`${request.method} ${path}`);
      if (!path.startsWith('/api/v1')) {
        serveFile(request, response, path);
        return;
      }
      const [status, answer] = api(request.method, path.slice('/api/v1'.length), Buffer.concat(chunks).toString('utf8'));
      response.writeHead(status, {'Content-Type': 'application/json'});
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {state, port: server.address().port, close: () => server.close()};
};
