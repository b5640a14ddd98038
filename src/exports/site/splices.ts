/** Changes to a text, by place; everything between them stays as it is. */
export class Splices {
  private readonly list: { from: number; to: number; text: string }[] = [];
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  replace(from: number, to: number, text: string): void {
    this.list.push({ from, to, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** The changed text. What stands within something replaced goes with it. */
  apply(): string {
    // At one place, in the order of the calls: `sort` is stable.
    this.list.sort((a, b) => a.from - b.from);
    let at = 0;
    let result = '';
    for (const { from, to, text } of this.list) {
      if (from < at) continue;
      result += this.source.slice(at, from) + text;
      at = to;
    }
    return result + this.source.slice(at);
  }
}
