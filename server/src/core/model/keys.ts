/** Hands out keys that differ: the base itself, then with `~2`, `~3` … behind it. */
export class UniqueKeys {
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  take(base: string): string {
    // Nearly every name is new.
    if (!this.#taken.has(base)) {
      this.#taken.add(base);
      return base;
    }
    let count = this.#counts.get(base) ?? 1;
    let key: string;
    do {
      count++;
      key = `${base}~${count}`;
    } while (this.#taken.has(key));
    this.#counts.set(base, count);
    this.#taken.add(key);
    return key;
  }

  /** Takes one base in place of another; false where either has been asked for by others. */
  replace(old: string, base: string): boolean {
    if (this.#counts.has(old) || this.#taken.has(base)) return false;
    this.#taken.delete(old);
    this.#taken.add(base);
    return true;
  }
}
