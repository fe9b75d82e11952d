// Headless Chromium as a clerk would have it, and the ways a clerk moves through the client.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const modes = ['canvas', 'html'];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--enable-unsafe-swiftshader', '--use-gl=angle', '--use-angle=swiftshader'],
  });
}

/// A browser profile with nothing in it but the wish for a mode. `complaints` gathers what the page reports as wrong.
export async function newClerk(browser, { mode, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  if (mode) await page.addInitScript((wanted) => localStorage.setItem('tianbao/mode', wanted), mode);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // Requests that fail are what some tests are about; the browser reports them by itself.
    if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text())) complaints.push(message.text());
  });
  return { context, page, complaints };
}

export async function signIn(page, origin, code, secret) {
  await page.goto(origin);
  await page.getByLabel('网站标识码').fill(code);
  await page.getByLabel('校验码', { exact: true }).fill(secret);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '选择要填报的报表和年度' }).waitFor();
}

export async function openReport(page, year) {
  await page.getByRole('button', { name: `政府网站工作年度报表 ${year}年度` }).click();
  await page.getByRole('heading', { name: `政府网站工作年度报表（${year}年度）` }).waitFor();
}

/// Fills one cell of a report as it stands in the fixture, by its accessible name: ticks are ticked, texts typed.
export async function fillCell(page, name, text) {
  if (!/[☑□]/.test(text)) {
    await page.getByRole('textbox', { name, exact: true }).fill(text);
    return;
  }
  const choice = page.getByRole('radiogroup', { name, exact: true }).or(page.getByRole('group', { name, exact: true }));
  for (const [, label] of text.matchAll(/☑\s*([^\s☑□_]+)/g)) await choice.getByLabel(label, { exact: true }).check();
}

export async function fillReport(page, cells) {
  for (const [name, text] of cells) {
    if (text !== '') await fillCell(page, name, text);
  }
}

/// What reaches out of the window sideways.
export function widerThanPage(page) {
  return page.evaluate(() => Array.from(document.querySelectorAll('body *'))
    .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth)
    .map((element) => element.outerHTML.slice(0, 120)));
}

/// Waits until the canvas has stopped drawing.
export async function settle(page) {
  let before = -1;
  for (;;) {
    const frames = await page.evaluate(() => Tianbao.painter.frames());
    if (frames === before) return;
    before = frames;
    await page.waitForTimeout(150);
  }
}

/// What axe-core finds. Its rules run in a world of their own: the page's policy stays as strict as it is.
export async function violations(page) {
  await settle(page);
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' });
  await session.send('Runtime.evaluate', { expression: axe, contextId: executionContextId });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then((found) => JSON.stringify(
      found.violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 200), nodes[0].failureSummary])))`,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return JSON.parse(result.value);
}
