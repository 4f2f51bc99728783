import { Writable } from 'node:stream';

/**
 * A stream on which the header of a message goes out with its content: one write a message, for which the client wakes once. The
 * library writes them one after the other, header first (LSP, Base Protocol).
 */
export function messageStream(output: NodeJS.WritableStream): Writable {
  let header: Buffer | null = null;
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!header) {
        header = chunk;
        done();
        return;
      }
      const message = Buffer.concat([header, chunk]);
      header = null;
      output.write(message, done);
    },
  });
}
