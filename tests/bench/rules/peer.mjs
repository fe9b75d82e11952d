// A peer's part in scripts/bench rules: gives the right answers to the tasks, and prints how long each takes in each way
// that the peer can be asked, a line of JSON a task.
//
//   peer.mjs NAME TASKS
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { peers } from './peers.mjs';

// As stopwatch.h: the median over batches, after a warm-up.
const warmUpMs = 150;
const measuredMs = 300;
const batches = 60;

function medianPs(run) {
  let runs = 0;
  const start = performance.now();
  for (; performance.now() - start < warmUpMs; runs += 1) run();
  const runsPerBatch = Math.max(1, Math.floor((runs * measuredMs) / warmUpMs / batches));
  const times = [];
  const end = performance.now() + measuredMs;
  while (performance.now() < end) {
    const before = performance.now();
    for (let i = 0; i < runsPerBatch; i += 1) run();
    times.push((performance.now() - before) / runsPerBatch);
  }
  times.sort((left, right) => left - right);
  return Math.round(times[Math.floor(times.length / 2)] * 1e9);
}

const [name, path] = process.argv.slice(2);
for (const task of JSON.parse(readFileSync(path, 'utf8'))) {
  for (const { way, structure, leftOut = [], verdicts } of peers[name](task)) {
    const asked = (words) => words.filter((_, index) => !leftOut.includes(index));
    const expected = structure ? [['pass'], ['fail']] : task.documents.map((document) => asked(document.verdicts));
    expected.forEach((words, index) => assert.deepEqual(verdicts(index), words, `${name}, ${way}: ${task.name}`));
    let sink = 0;
    const ps = medianPs(() => { sink += verdicts(0).length; });
    assert.ok(sink > 0);
    console.log(JSON.stringify({ task: task.name, way, ps }));
  }
}
