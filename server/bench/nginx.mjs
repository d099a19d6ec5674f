import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const places = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'];

/** Where nginx is; undefined where there is none. */
export function findNginx() {
  return places.find((place) => existsSync(place));
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilListening(port) {
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.1', port }, () => resolve(true));
      socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
    });
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx did not start');
}

function toConfig({ folder, cdn, ports, ca }) {
  const buffers = [
    'proxy_buffering on; proxy_buffer_size 64k; proxy_buffers 16 64k; proxy_busy_buffers_size 128k; proxy_max_temp_file_size 0;',
    'proxy_buffering off; proxy_buffer_size 64k; proxy_buffers 16 64k;',
  ];
  const trust = ca
    ? `proxy_ssl_trusted_certificate ${folder}/ca.pem; proxy_ssl_verify on; proxy_ssl_name localhost;`
    : '';
  const servers = buffers.map(
    (settings, index) =>
      `server { listen 127.0.0.1:${ports[index]}; location / { proxy_pass ${cdn.protocol}//cdn; ${settings} } }`,
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  upstream cdn { server ${cdn.host}; keepalive 32; }
  proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host ${cdn.host}; ${trust}
  ${servers.join('\n  ')}
}
`;
}

/**
 * nginx in front of a CDN, as one process like the server it is compared with: once with 16 buffers of 64 KiB and no
 * temporary file, once without buffering. `ca` is the certificate of a CDN over TLS.
 */
export async function startNginx({ directUrl, ca }) {
  const cdn = new URL(directUrl);
  const folder = await mkdtemp(join(tmpdir(), 'matinee-bench-nginx-'));
  const ports = [await freePort(), await freePort()];
  if (ca) await writeFile(join(folder, 'ca.pem'), ca);
  await writeFile(join(folder, 'nginx.conf'), toConfig({ folder, cdn, ports, ca }));
  const child = spawn(findNginx(), ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([
    untilListening(ports[0]),
    exited.then((code) => Promise.reject(new Error(`nginx ended with ${code}`))),
  ]);
  const [buffered, unbuffered] = ports.map((port) => `http://127.0.0.1:${port}${cdn.pathname}${cdn.search}`);
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  return { pid: child.pid, buffered, unbuffered, stop };
}
