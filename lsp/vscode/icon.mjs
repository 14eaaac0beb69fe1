// Draws icon.png: a shield with a tick. Run it with `node icon.mjs` after a change.
import { deflateSync, crc32 } from 'node:zlib';
import { writeFileSync } from 'node:fs';

const size = 128;
const samples = 4;

// Half the width of the shield at a height from 0 to 1.
const halfWidth = (y) => (y < 0.45 ? 0.36 : 0.36 * Math.sqrt(Math.max(0, 1 - ((y - 0.45) / 0.47) ** 2)));
const isShield = (x, y) => y > 0.08 && Math.abs(x - 0.5) < halfWidth(y);
const near = (x, y, [ax, ay], [bx, by]) => {
  const t = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) < 0.05;
};
const isTick = (x, y) => near(x, y, [0.34, 0.5], [0.46, 0.62]) || near(x, y, [0.46, 0.62], [0.67, 0.36]);

const rows = Buffer.alloc(size * (size * 4 + 1));
for (let row = 0; row < size; row++) {
  for (let column = 0; column < size; column++) {
    let [shield, tick] = [0, 0];
    for (let i = 0; i < samples * samples; i++) {
      const x = (column + ((i % samples) + 0.5) / samples) / size;
      const y = (row + (Math.floor(i / samples) + 0.5) / samples) / size;
      shield += isShield(x, y);
      tick += isShield(x, y) && isTick(x, y);
    }
    const white = shield === 0 ? 0 : tick / shield;
    const colour = [27, 94, 138].map((part) => Math.round(part + (255 - part) * white));
    rows.set([...colour, Math.round((shield / samples ** 2) * 255)], row * (size * 4 + 1) + 1 + column * 4);
  }
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};
const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const png = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))];
writeFileSync(new URL('icon.png', import.meta.url), Buffer.concat(png));
