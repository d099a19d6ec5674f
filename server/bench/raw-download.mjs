import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Read over and over into the same room: the reader shall cost as little of the machine as it can. */
const roomBytes = 1024 * 1024;

/**
 * One GET over a bare socket; resolves with the number of body bytes and throws unless it is what was announced.
 * @param {string | URL} address
 * @param {{ ca?: string | null, onBytes?: (chunk: Buffer) => void }} [options] the certificate to trust; a look at the body
 */
export function downloadRaw(address, { ca = null, onBytes = () => {} } = {}) {
  const { protocol, hostname, port, host, pathname, search } = new URL(address);
  const room = Buffer.alloc(roomBytes);
  let head = '';
  let bytes = 0;
  let announced = null;
  return new Promise((resolve, reject) => {
    const take = (length) => {
      let from = 0;
      if (announced === null) {
        const before = head.length;
        head += room.latin1Slice(0, length);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return true;
        if (!/^HTTP\/1\.1 20[06] /.test(head)) return socket.destroy(new Error(head.split('\r\n')[0]));
        announced = Number(/\r\ncontent-length: (\d+)\r\n/i.exec(head.slice(0, end + 2))?.[1]);
        from = end + 4 - before;
      }
      bytes += length - from;
      onBytes(room.subarray(from, length));
      if (bytes >= announced) socket.destroy();
      return true;
    };
    const onread = { buffer: room, callback: take };
    const socket =
      protocol === 'https:'
        ? connectTls({ host: hostname, port: Number(port), servername: 'localhost', ca, onread })
        : connect({ host: hostname, port: Number(port), onread });
    socket.once('error', reject);
    socket.once('close', () => {
      if (bytes === announced) resolve(bytes);
      else reject(new Error(`${bytes} bytes of ${announced} came`));
    });
    socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });
}
