// A real server on a loopback port of its own, over a data folder of its own.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const executable = path.join(root, 'build/release/tianbao');
const startTimeoutMs = 20_000;

export const dongkou = { code: '4305250009', name: '洞口县人民政府', url: 'http://www.dongkou.gov.cn', organiser: '洞口县人民政府' };
export const gaohang = { code: '3101150020', name: '高行镇人民政府门户网站', url: 'http://www.gaohang.gov.cn', organiser: '上海市浦东新区高行镇人民政府' };

/// The port on which a program that has just been started, and says so on its output, listens.
export function listening(program) {
  program.stdout.setEncoding('utf8');
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`the server did not start: ${output}`)), startTimeoutMs);
    program.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
    program.stdout.on('data', (text) => {
      output += text;
      const match = /http:\/\/127\.0\.0\.1:(\d+)/.exec(output);
      if (!match) return;
      clearTimeout(timer);
      resolve(Number(match[1]));
    });
  });
}

export class Server {
  /// `forms`: the folder of the definitions to offer, in place of those that come with the program.
  constructor({ forms } = {}) {
    this.forms = forms ? ['--forms', forms] : [];
    this.data = mkdtempSync(path.join(tmpdir(), 'tianbao-e2e-'));
    this.port = 0;
    this.process = null;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  /// Registers a site and gives its 校验码.
  addSite(site) {
    const output = execFileSync(executable, ['site', 'add', site.code, '--name', site.name, '--url', site.url,
      '--organiser', site.organiser, ...(site.icpNumber ? ['--icp-number', site.icpNumber] : []), '--data', this.data], { encoding: 'utf8' });
    return /校验码：(\S+)/.exec(output)[1];
  }

  /// The first start takes a free port, later ones the same again, so that a page finds its server back.
  async start() {
    this.process = spawn(executable, ['serve', '--data', this.data, '--listen', `127.0.0.1:${this.port}`, ...this.forms],
      { stdio: ['ignore', 'pipe', 'inherit'] });
    this.port = await listening(this.process);
    return this;
  }

  async stop() {
    const running = this.process;
    this.process = null;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGTERM');
    await ended;
  }

  async remove() {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  readJson(...parts) {
    return JSON.parse(readFileSync(path.join(this.data, ...parts), 'utf8'));
  }
}
