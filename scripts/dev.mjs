// `npm run dev`: the server rebuilt and restarted on each change, Vite with reload in front of it.
import { spawn, spawnSync } from 'node:child_process';

const run = (program, ...args) => spawn(program, args, { stdio: 'inherit' });

const built = spawnSync('tsc', ['-p', 'server/tsconfig.build.json'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const children = [
  run('tsc', '-p', 'server/tsconfig.build.json', '--watch', '--preserveWatchOutput'),
  run('node', '--watch', '--enable-source-maps', 'server/dist/main.js'),
  run('vite', '--config', 'vite.config.ts'),
];

function stop() {
  for (const child of children) child.kill('SIGTERM');
}

process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const child of children) child.on('exit', stop);
