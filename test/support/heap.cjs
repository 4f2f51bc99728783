// Loaded into a server under test: tells its parent how much it keeps.
process.on('message', () => {
  global.gc();
  global.gc();
  process.send({ heap: process.memoryUsage().heapUsed });
});
process.channel.unref();
