// Holds the sources against the arrows of `arrows.mjs`, and finds circles. Tests may look at anything but other tests.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rooms } from './arrows.mjs';
import { readImports } from './read-imports.mjs';

const isTest = (file) => /\.test\.tsx?$/.test(file);

/** The most special room a file is in: its place in `rooms`, and what `*` stands for. */
function findRoom(file) {
  const matches = Object.keys(rooms).flatMap((place) => {
    const pattern = new RegExp(`^(${place.replaceAll('.', '\\.').replace('*', '[^/]+')})(/|$)`);
    const match = file.match(pattern);
    return match ? [{ place, folder: match[1] }] : [];
  });
  return matches.sort((a, b) => b.place.length - a.place.length)[0];
}

function mayImport(file, { target, isType }) {
  const own = findRoom(file);
  if (!own) return false;
  if (target.startsWith('npm:')) return own.place !== 'server/src/contract' || target === 'npm:zod';
  const other = findRoom(target);
  if (!other) return false;
  if (other.folder === own.folder) return true;
  const allowed = rooms[own.place];
  return (
    allowed.includes(other.place) ||
    allowed.includes(target) ||
    (isType && allowed.includes(`types:${target}`))
  );
}

function findCircle(graph) {
  const done = new Set();
  const path = [];
  const visit = (file) => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  return [...graph.keys()].map(visit).find(Boolean);
}

const listSources = (root) =>
  readdirSync(root, { recursive: true })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(root, file));

const files = ['server/src', 'client/src'].flatMap(listSources);
const graph = new Map(files.map((file) => [file, readImports(file)]));
const refused = files.flatMap((file) =>
  graph
    .get(file)
    .filter((arrow) => isTest(arrow.target) || !(isTest(file) || mayImport(file, arrow)))
    .map((arrow) => `${file} → ${arrow.target}${arrow.isType ? ' (type)' : ''}`),
);
const circle = findCircle(
  new Map([...graph].map(([file, arrows]) => [file, arrows.map(({ target }) => target)])),
);

for (const arrow of refused) console.error(`refused: ${arrow}`);
if (circle) console.error(`circle: ${circle.join(' → ')}`);
console.log(`${files.length} files, ${refused.length} refused arrows, ${circle ? 1 : 0} circles`);
process.exitCode = refused.length > 0 || circle ? 1 : 0;
