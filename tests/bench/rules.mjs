// scripts/bench rules: the same rules over the same documents by ours and by others, side by side.
//
//   rules.mjs TASKS ROUNDS
//
// Every participant is a process of its own, started anew in each round; rounds are interleaved, so that a machine that
// slows down does so for all of them. What a participant measures is the passing document alone, with everything that can be
// done once (parsing, compiling, binding) done before; it has to give the right verdict for every rule on that document and
// on a failing one first, or it ends with an error, and so does this.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [tasksPath, rounds] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const native = 'build/release/tests/bench/rules_bench';
const wasm = (preset) => ['node', '--no-experimental-fetch', `build/${preset}/tests/bench/rules_bench.js`];
const peer = (name) => ({ name, celPeer: name.includes('cel'), command: ['node', join(here, 'rules/peer.mjs'), name] });
const participants = [
  { name: 'ours, native', ours: true, command: [native], budgets: { work_report: 20, large_form: 5000 } },
  { name: 'ours, WASM -O2', ours: true, command: wasm('wasm-tests'), budgets: { work_report: 60, large_form: 10000, keystroke: 500 } },
  { name: 'ours, WASM as it ships', ours: true, command: wasm('wasm'), budgets: { work_report: 60, large_form: 10000, keystroke: 500 } },
  ...['@marcbachmann/cel-js', '@bufbuild/cel', 'json-logic-engine', 'ajv'].map(peer),
];

function versionOf(name) {
  return JSON.parse(readFileSync(join(here, 'node_modules', name, 'package.json'), 'utf8')).version;
}

// By participant, task and way the times of the rounds in microseconds.
function measure() {
  const times = new Map(participants.map(({ name }) => [name, {}]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, command: [program, ...given] } of participants) {
      const output = execFileSync(program, [...given, tasksPath], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
      for (const line of output.trim().split('\n')) {
        const { task, way = '', ps } = JSON.parse(line);
        const ways = (times.get(name)[task] ??= {});
        (ways[way] ??= []).push(ps / 1e6);
      }
    }
  }
  return times;
}

// One way a row, the fastest first: of ours all of them, of a peer the fastest.
function rowsOf({ name, ours, celPeer, budgets }, task, times) {
  const rows = Object.entries(times.get(name)[task] ?? {}).map(([way, list]) => {
    const sorted = [...list].sort((left, right) => left - right);
    const label = `${name}${way ? ` (${way})` : ''}`;
    const budget = way === 'rules alone' ? '' : budgets?.[task] ?? '';
    return { label, celPeer, budget, median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1) };
  });
  rows.sort((left, right) => left.median - right.median);
  return ours ? rows : rows.slice(0, 1);
}

const figure = (us) => us.toFixed(us < 10 ? 3 : us < 1000 ? 1 : 0);

// `beside`: the task of the peers, where they cannot do this one.
function printTask({ name: task, title }, times, beside = task) {
  const rows = participants.flatMap((participant) => rowsOf(participant, task, times));
  const peerRows = participants.filter(({ celPeer }) => celPeer).flatMap((participant) => rowsOf(participant, beside, times));
  const fastestPeer = Math.min(...peerRows.map(({ median }) => median));
  console.log(`\n| ${title.padEnd(54)} |  median µs |     least – most µs | of the fastest CEL peer | budget µs |`);
  console.log(`|${'-'.repeat(56)}|${'-'.repeat(12)}|${'-'.repeat(21)}|${'-'.repeat(25)}|${'-'.repeat(11)}|`);
  for (const { label, median, least, most, budget } of rows) {
    const ratio = `${(median / fastestPeer).toFixed(2)} x`;
    const spread = `${figure(least)} – ${figure(most)}`;
    console.log(`| ${label.padEnd(54)} | ${figure(median).padStart(10)} | ${spread.padStart(19)} | ${ratio.padStart(23)} | ${String(budget).padStart(9)} |`);
  }
}

const tasks = JSON.parse(readFileSync(tasksPath, 'utf8'));
const times = measure();
const versions = participants.slice(3).map(({ name }) => `${name} ${versionOf(name)}`);
console.log(`Node ${process.version}; ${versions.join(', ')}; ${rounds} rounds, each a process and the median of its batches`);
for (const task of tasks) {
  printTask(task, times);
  if (task.keystroke) printTask(task.keystroke, times, task.name);
}
console.log(`
A peer is shown in the fastest of the ways that its manual has. CEL peers and json-logic-engine get bound values and evaluate the
rules, as ours does where it says so; its whole check also binds the document and its context, looks at every cell and words the
findings. The second rule is CEL over ints and maps for everybody; elsewhere ours counts in exact decimals, CEL peers in BigInt, and
json-logic-engine in doubles. Peers look up what none(x) says. json-logic-engine lacks rule W122, because it takes the text that a
function gives for a number. After a keystroke a CEL peer evaluates all the rules again. ajv cannot
say any of the rules, only the structure; the large form's schema is too large for it.`);
