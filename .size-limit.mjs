import { readFileSync } from 'node:fs';

/** Everything `index.html` makes a browser load before the first screen: the entry, what it preloads, and styles. */
function listInitialFiles() {
  const page = readFileSync('client/dist/index.html', 'utf8');
  const addresses = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, address]) => address);
  return addresses.map((address) => `client/dist${address}`);
}

export default [
  { name: 'initial: what the first screen needs', path: listInitialFiles(), limit: '260 kB', gzip: true },
  {
    name: 'player chunk',
    path: ['client/dist/assets/player-*.js', 'client/dist/assets/player-*.css'],
    limit: '50 kB',
    gzip: true,
  },
];
