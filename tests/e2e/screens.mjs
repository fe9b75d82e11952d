// The client in headless Chromium, both modes: roles and names, axe, painted boxes against DOM boxes, idle frames,
// compositions, the switch, printing, no network, and the first frame on a slow line. Prints "N passed, N failed".
//
//   node tests/e2e/screens.mjs [SCREENSHOT_FOLDER]
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

import {launch} from './browser.mjs';
import {startServer} from './stand-in-server.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = process.argv[2];
const field = (id) => `[id="cell.${id}"]`;

const browser = await launch();
const server = await startServer({root});
const address = `http://127.0.0.1:${server.port}/`;
let passed = 0;
let failed = 0;

const test = async (name, options, work) => {
  Object.assign(server.state, {signedIn: false, stored: null, receipt: null, requests: []});
  const context = await browser.newContext({
    viewport: {width: 1280, height: 800},
    locale: 'zh-CN',
    bypassCSP: false,
    serviceWorkers: 'block',
    ...options.context,
  });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/.test(message.text())) problems.push(message.text());
  });
  if (options.mode) await page.addInitScript((mode) => localStorage.setItem('tianbao/mode', mode), options.mode);
  try {
    await work(page, context);
    assert.deepEqual(problems, []);
    passed++;
    console.log(`ok      ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}\n${error.message}`);
  }
  await context.close();
};

const settle = async (page) => {
  let before = -1;
  for (;;) {
    const frames = await page.evaluate(() => Tianbao.painter.frames());
    if (frames === before) return;
    before = frames;
    await page.waitForTimeout(150);
  }
};
const signIn = async (page) => {
  await page.goto(address);
  await page.getByLabel('网站标识码').fill('4305250009');
  await page.getByLabel('校验码').fill('test');
  await page.keyboard.press('Enter');
  await page.locator('#page h1').waitFor({state: 'attached'});
};
const openReport = async (page) => {
  await signIn(page);
  await page.getByRole('button', {name: '2019年度'}).click();
  await page.locator(field('release.total')).waitFor({state: 'attached'});
  await settle(page);
};
const check = async (page, name) => {
  await settle(page);
  if (screenshots) await page.screenshot({path: join(screenshots, `${name}.png`)});
  // The rules run in a world of their own: the page's policy stays as strict as it is.
  const client = await page.context().newCDPSession(page);
  const {frameTree} = await client.send('Page.getFrameTree');
  const {executionContextId} = await client.send('Page.createIsolatedWorld', {frameId: frameTree.frame.id, worldName: 'axe'});
  await client.send('Runtime.evaluate', {expression: axe, contextId: executionContextId});
  const {result} = await client.send('Runtime.evaluate', {
    expression: `axe.run(document, {resultTypes: ['violations']}).then((found) => JSON.stringify(
      found.violations.map(({id, nodes}) => [id, nodes.length, nodes[0].html.slice(0, 200), nodes[0].failureSummary])))`,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  assert.deepEqual(JSON.parse(result.value), []);
};

for (const mode of ['canvas', 'html']) {
  await test(`${mode} mode: every screen without a violation`, {mode}, async (page) => {
    await page.goto(address);
    await check(page, `${mode}-sign-in`);
    await openReport(page);
    await page.locator(field('release.total')).fill('100');
    await page.locator(field('release.overview')).fill('50');
    await page.locator(field('release.total')).fill('约500');
    await page.locator(field('release.total')).blur();
    await check(page, `${mode}-fill`);
    assert.equal(await page.evaluate(() => document.body.className), `${mode}-mode`);
  });
  await test(`${mode} mode: 1920 x 1080`, {mode, context: {viewport: {width: 1920, height: 1080}}}, async (page) => {
    await openReport(page);
    await check(page, `${mode}-1920`);
  });
  await test(`${mode} mode: a composition of the input method survives every update`, {mode}, async (page) => {
    await openReport(page);
    const client = await page.context().newCDPSession(page);
    const control = page.locator('.field.text .control').first();
    await control.focus();
    for (const text of ['d', 'do', 'dong', '洞口']) {
      await client.send('Input.imeSetComposition', {text, selectionStart: text.length, selectionEnd: text.length});
    }
    await client.send('Input.insertText', {text: '洞口县'});
    assert.equal(await control.inputValue(), '洞口县');
    await control.blur();
    assert.equal(await control.inputValue(), '洞口县');
  });
}

for (const mode of ['canvas', 'html']) {
  await test(`${mode} mode: a submission that cannot go leads to what is wrong`, {mode}, async (page) => {
    await openReport(page);
    await page.getByRole('button', {name: '提交'}).click();
    await settle(page);
    const [top, height] = await page.evaluate(() => {
      const heading = document.activeElement.querySelector('h2') || document.activeElement;
      return [heading.getBoundingClientRect().top, window.innerHeight];
    });
    assert.ok(top >= 52 && top < height, `${top}`);
  });
}

await test('canvas mode draws nothing while nothing happens', {mode: 'canvas'}, async (page) => {
  await openReport(page);
  const before = await page.evaluate(() => Tianbao.painter.frames());
  await page.waitForTimeout(1500);
  assert.equal(await page.evaluate(() => Tianbao.painter.frames()), before);
  await page.locator(field('release.total')).fill('1');
  await settle(page);
  assert.ok((await page.evaluate(() => Tianbao.painter.frames())) - before < 12);
});

for (const deviceScaleFactor of [1, 1.25, 1.5, 2]) {
  const context = {deviceScaleFactor};
  await test(`painted edges lie within a pixel of the controls at ${deviceScaleFactor}`, {mode: 'canvas', context}, async (page) => {
    await openReport(page);
    const off = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.placed'), (element) => {
        const box = element.getBoundingClientRect();
        const pinned = element.closest('.navigation') !== null;
        const wanted = ['--x', '--y', '--w', '--h'].map((name) => parseFloat(element.style.getPropertyValue(name)));
        const top = box.top + (pinned ? 0 : window.scrollY) - document.getElementById('bar').offsetHeight;
        const found = [box.left, top, box.width, box.height];
        return Math.max(...found.map((value, index) => Math.abs(value - wanted[index])));
      }).reduce((most, each) => Math.max(most, each), 0),
    );
    assert.ok(off <= 1, `off by ${off}`);
    const canvas = await page.evaluate(() => {
      const element = document.getElementById('canvas');
      return Math.abs(element.width - element.clientWidth * devicePixelRatio);
    });
    assert.ok(canvas < 1);
  });
}

await test('the switch is the first stop of Tab, keeps what was typed, and is remembered', {}, async (page) => {
  await openReport(page);
  await page.locator(field('release.total')).fill('16965');
  await page.evaluate(() => document.activeElement.blur());
  await page.evaluate(() => document.getElementById('brand').scrollIntoView());
  assert.equal(await page.evaluate(() => document.querySelector('button, a[href], input, [tabindex="0"]').id), 'mode-switch');
  await page.getByRole('button', {name: '切换到网页模式'}).click();
  assert.equal(await page.evaluate(() => document.body.className), 'html-mode');
  assert.equal(await page.locator(field('release.total')).inputValue(), '16965');
  await page.reload();
  await page.locator('#page h1').waitFor();
  assert.equal(await page.evaluate(() => document.body.className), 'html-mode');
});

await test('forced colours and narrow windows are HTML mode by themselves', {mode: 'canvas', context: {forcedColors: 'active'}}, async (page) => {
  await openReport(page);
  assert.equal(await page.evaluate(() => document.body.className), 'html-mode');
  await page.emulateMedia({forcedColors: 'none'});
  await page.waitForFunction(() => document.body.className === 'canvas-mode');
  await page.setViewportSize({width: 320, height: 640});
  await page.waitForFunction(() => document.body.className === 'html-mode');
  await check(page, 'html-320');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
});

await test('a graphics context that is taken and given back paints the same picture', {mode: 'canvas'}, async (page) => {
  await openReport(page);
  const before = await page.screenshot();
  await page.evaluate(() => {
    const loss = document.getElementById('canvas').getContext('webgl').getExtension('WEBGL_lose_context');
    loss.loseContext();
    setTimeout(() => loss.restoreContext(), 200);
  });
  await page.waitForTimeout(800);
  await settle(page);
  assert.ok(before.equals(await page.screenshot()));
});

await test('without network the client and the draft are there', {mode: 'canvas', context: {serviceWorkers: 'allow'}}, async (page, context) => {
  await openReport(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.locator(field('release.total')).fill('16965');
  await page.locator(field('release.total')).blur();
  await page.waitForTimeout(500);
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', {name: /2019年度/}).click();
  await page.locator(field('release.total')).waitFor({state: 'attached'});
  assert.equal(await page.locator(field('release.total')).inputValue(), '16965');
});

await test('printing takes the core\'s own page under the strict policy', {mode: 'html'}, async (page) => {
  await openReport(page);
  const printed = page.evaluate(
    () =>
      new Promise((resolve) => {
        new MutationObserver(() => {
          const frame = document.querySelector('iframe');
          if (!frame) return;
          const {adoptedStyleSheets, body} = frame.contentDocument;
          resolve([adoptedStyleSheets[0].cssRules.length, body.textContent, getComputedStyle(body.querySelector('td')).borderStyle]);
        }).observe(document.body, {childList: true});
      }),
  );
  await page.getByRole('button', {name: '打印'}).click();
  const [rules, text, border] = await Promise.race([printed, page.waitForTimeout(3000).then(() => [0, '', ''])]);
  assert.ok(rules > 5);
  assert.match(text, /政府网站工作年度报表/);
  assert.equal(border, 'solid');
});

await test('the first painted frame on a slow line and a slow machine', {mode: 'canvas'}, async (page, context) => {
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 1.6e6 / 8,
  });
  await client.send('Emulation.setCPUThrottlingRate', {rate: 4});
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('tianbao-first-frame').length > 0, null, {timeout: 15000});
  const times = await page.evaluate(() => ({
    frame: performance.getEntriesByName('tianbao-first-frame')[0].startTime,
    contentful: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    bytes: performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.transferSize, 0),
  }));
  console.log(`        first frame ${Math.round(times.frame)} ms, sign-in visible ${Math.round(times.contentful)} ms`);
  assert.ok(times.frame <= 1500, `${times.frame} ms`);
});

await browser.close();
server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
