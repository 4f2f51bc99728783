/**
 * A copy of a text with memory of its own. A slice keeps all of the text that it was cut from alive: what is kept beyond
 * one version of a document must not.
 */
export const owned = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

/** Longer texts hardly ever come again. */
const longest = 1000;

/**
 * The same function of a text, which keeps its answers: from one reading of a plan to the next nearly all texts are the same.
 * @param most More answers are not kept: then all are forgotten.
 */
export function memoized<V>(read: (text: string) => V, most = 10_000): (text: string) => V {
  let known = new Map<string, V>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      const key = owned(text);
      value = read(key);
      if (text.length <= longest) {
        if (known.size >= most) known = new Map();
        known.set(key, value);
      }
    }
    return value;
  };
}
