// When a clerk sees something on a slow line (1.6 Mbit/s, 150 ms) and a slow PC (CPU four times slower), with nothing in
// the cache: the sign-in (static HTML), the first frame that the canvas paints, and the report's table after opening it.
// Medians of several visits, each in a browser profile of its own.
import { Server, dongkou } from '../e2e/support/server.mjs';
import { launch, newClerk, openReport, settle, signIn } from '../e2e/support/browser.mjs';

const visits = 5;
const slowLine = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 };
const cpuSlowdown = 4;

const median = (values) => values.sort((left, right) => left - right)[Math.floor(values.length / 2)];

const server = new Server();
const secret = server.addSite(dongkou);
await server.start();
const browser = await launch();
const times = { signInMs: [], firstFrameMs: [], openReportMs: [] };

for (let visit = 0; visit < visits; visit += 1) {
  const { context, page } = await newClerk(browser, { mode: 'canvas' });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowLine);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await page.goto(server.origin);
  await page.waitForFunction(() => performance.getEntriesByName('tianbao-first-frame').length > 0);
  const entry = (name) => page.evaluate((wanted) => performance.getEntriesByName(wanted)[0].startTime, name);
  times.signInMs.push(await entry('first-contentful-paint'));
  times.firstFrameMs.push(await entry('tianbao-first-frame'));
  await signIn(page, server.origin, dongkou.code, secret);
  const before = Date.now();
  await openReport(page, '2019');
  times.openReportMs.push(Date.now() - before);
  await settle(page);
  await context.close();
}
await browser.close();
await server.remove();

console.log('| first visit, 1.6 Mbit/s, 150 ms, CPU 4 × slower      | median ms | least | most |');
console.log('|------------------------------------------------------|-----------|-------|------|');
const rows = { signInMs: 'sign-in visible', firstFrameMs: 'first painted frame of the canvas', openReportMs: 'from the press on 2019年度 to the report' };
for (const [name, label] of Object.entries(rows)) {
  const values = times[name].map(Math.round);
  console.log(`| ${label.padEnd(52)} | ${String(median(values)).padStart(9)} | ${String(Math.min(...values)).padStart(5)} | ${String(Math.max(...values)).padStart(4)} |`);
}
