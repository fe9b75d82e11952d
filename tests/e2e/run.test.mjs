// scripts/run makes the sample county where there is no data yet, and nowhere else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { listening, root } from './support/server.mjs';

/// scripts/run over a data folder of this test, as `prepare` leaves it.
function runOver(context, prepare) {
  const parent = mkdtempSync(path.join(tmpdir(), 'tianbao-run-'));
  const data = path.join(parent, 'data');
  prepare(data);
  const program = spawn(path.join(root, 'scripts/run'), ['--no-build', '--data', data, '--listen', '127.0.0.1:0'],
    { stdio: ['ignore', 'pipe', 'pipe'] });
  context.after(() => {
    program.kill('SIGKILL');
    rmSync(parent, { recursive: true, force: true });
  });
  const ended = new Promise((resolve) => program.once('exit', resolve));
  return { data, program, ended };
}

for (const [kind, prepare] of [['missing', () => {}], ['empty', (data) => mkdirSync(data)]]) {
  test(`a data folder that is ${kind} becomes the sample county, whose 校验码 let in`, async (context) => {
    const { data, program, ended } = runOver(context, prepare);
    const port = await listening(program);
    const sites = readFileSync(path.join(data, 'sample-sign-in.txt'), 'utf8').trim().split('\n').map((line) => line.split(/\s+/));
    assert.equal(sites.length, 6);
    assert.deepEqual(readdirSync(path.join(data, 'sites')), sites.map(([code]) => code).sort());
    const [code, secret] = sites[0];
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`,
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code, secret }) });
    assert.equal(answer.status, 200);
    program.kill('SIGTERM');
    assert.equal(await ended, 0);
  });
}

test('a folder with something else in it is left as it is', async (context) => {
  const { data, program, ended } = runOver(context, (folder) => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, '通知.txt'), '通知');
  });
  program.stdout.resume();
  assert.match(await text(program.stderr), /不是填报的数据文件夹/);
  assert.notEqual(await ended, 0);
  assert.deepEqual(readdirSync(data), ['通知.txt']);
});
