/** The code of a worker, bundled: see `scripts/build.mjs`. */
declare module '*?worker' {
  const code: string;
  export default code;
}
