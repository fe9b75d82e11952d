// Runs the differential program of three builds side by side and compares what they print, line by line and byte by byte.
// Nothing is kept: the slowest one sets the pace.
//
//   node tests/differential/compare.mjs CASES [SEED]
import { spawn } from 'node:child_process';

const wasm = (build) => [process.execPath, '--no-experimental-fetch', `build/${build}/tests/differential/differential.js`];
const builds = [
  { name: 'native', command: ['build/release/tests/differential/differential'] },
  { name: 'wasm', command: wasm('wasm-tests') },
  { name: 'wasm as it ships', command: wasm('wasm') },
];
const maxShown = 3;
const stuckAfter_ms = 120_000;  // a case takes milliseconds
const charactersBefore = 80;
const charactersShown = 400;

const [cases, seed = '1'] = process.argv.slice(2);

// A byte is a character (latin1): what is no UTF-8 is compared too.
async function* linesOf(stream) {
  let rest = '';
  for await (const chunk of stream.setEncoding('latin1')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  if (rest !== '') yield `${rest} (cut off)`;
}

function start({ name, command: [program, ...leading] }) {
  const child = spawn(program, [...leading, cases, seed], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status, signal) => resolve(status === 0 ? '' : `ended with ${signal ?? status}`));
  });
  return { name, lines: linesOf(child.stdout), ended, stop: () => child.kill() };
}

function firstDifference(lines) {
  const shortest = Math.min(...lines.map((line) => line.length));
  for (let place = 0; place < shortest; ++place) {
    if (lines.some((line) => line[place] !== lines[0][place])) return place;
  }
  return shortest;
}

function show(lines, programs) {
  const [kind, number] = lines.find((line) => line !== undefined).split(' ', 2);
  console.error(`different: ${kind} ${number}; alone: ${builds[0].command.join(' ')} ${kind} ${number} ${seed}`);
  const texts = lines.map((line) => line ?? '(nothing)');
  const begin = Math.max(0, firstDifference(texts) - charactersBefore);
  texts.forEach((text, index) => {
    const part = Buffer.from(text.slice(begin, begin + charactersShown), 'latin1').toString();
    console.error(`  ${programs[index].name}: ${begin > 0 ? '…' : ''}${part}`);
  });
}

/** Ends everything when nothing has moved on for long: one of the builds may be stuck in a case. */
function watch(programs) {
  let last = 'the first';
  const stop = () => {
    console.error(`stuck in the case behind ${last}`);
    programs.forEach((program) => program.stop());
    process.exit(1);
  };
  const timer = setTimeout(stop, stuckAfter_ms);
  return {
    moved: (kind, number) => {
      last = `${kind} ${number}`;
      timer.refresh();
    },
    end: () => clearTimeout(timer),
  };
}

/** How many cases of each kind came to what, and how many differ. */
async function compare(programs) {
  const counts = new Map();
  const watchman = watch(programs);
  let differences = 0;
  for (;;) {
    const lines = (await Promise.all(programs.map((program) => program.lines.next()))).map(({ value }) => value);
    if (lines.every((line) => line === undefined)) break;
    if (lines.some((line) => line !== lines[0])) {
      if (differences++ < maxShown) show(lines, programs);
    }
    const [kind, number, outcome] = (lines[0] ?? '').split(' ', 3);
    const outcomes = counts.get(kind) ?? new Map();
    counts.set(kind, outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1));
    watchman.moved(kind, number);
  }
  watchman.end();
  return { counts, differences };
}

const programs = builds.map(start);
const { counts, differences } = await compare(programs);
const faults = [];
for (const { name, ended } of programs) {
  const fault = await ended;
  if (fault !== '') faults.push(`${name} ${fault}`);
}
let total = 0;
for (const [kind, outcomes] of counts) {
  const count = [...outcomes.values()].reduce((sum, each) => sum + each, 0);
  total += count;
  console.log(`${kind.padEnd(11)}${String(count).padStart(8)}: ${[...outcomes].map(([word, each]) => `${each} ${word}`).join(', ')}`);
}
faults.forEach((fault) => console.error(fault));
if (differences > 0) console.error(`${differences} of ${total} cases differ`);
if (total === 0) console.error('no cases');
if (differences > 0 || faults.length > 0 || total === 0) process.exit(1);
console.log(`the same bytes from ${builds.map(({ name }) => name).join(', ')}: ${total} cases`);
