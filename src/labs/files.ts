/** Milliseconds without a byte after which a line counts as broken. */
const silence = 30_000;

/** A file that did not come, or not whole. */
export class Unread extends Error {
  /** Its name, for the reader. */
  readonly file: string;

  constructor(url: string) {
    const file = toName(url);
    super(`${file} cannot be loaded`);
    this.file = file;
  }
}

/** Told of bytes that have come, of all that are to come, and of a file that is not here yet. */
export type OnProgress = (done: number, total: number, file: string) => void;

/** A file, as far as it has come. */
interface Part {
  name: string;
  url: string;
  chunks: Uint8Array<ArrayBuffer>[];
  bytes: number;
  /** Tells whether what comes later belongs to the same version. */
  modified: string | null;
  isWhole: boolean;
  /** Reading goes on by itself where another file has failed. */
  reading?: Promise<void> | undefined;
}

/**
 * The files that an engine starts from. What has come stays here for as long as the page does: an
 * engine that starts anew loads nothing twice, and a line that broke goes on where it stopped.
 */
export class EngineFiles {
  private readonly parts: Part[];
  private readonly expected: number;
  private onProgress: OnProgress = () => undefined;

  /**
   * @param urls - addresses by the names that the engine has for the files.
   * @param expected - their bytes, unpacked, for a measure of how far the loading is.
   */
  constructor(urls: Readonly<Record<string, string>>, expected: number) {
    this.expected = expected;
    this.parts = Object.entries(urls).map(([name, url]) => ({
      ...{ name, url, chunks: [], bytes: 0, modified: null, isWhole: false },
    }));
  }

  /**
   * Reads what is missing.
   *
   * @throws Unread with the first file that does not come.
   */
  async load(onProgress: OnProgress): Promise<Record<string, Blob>> {
    this.onProgress = onProgress;
    await Promise.all(this.parts.map((part) => this.read(part)));
    // What follows has no share to tell.
    onProgress(this.done, this.done, '');
    return Object.fromEntries(this.parts.map(({ name, chunks }) => [name, new Blob(chunks)]));
  }

  private get done(): number {
    return this.parts.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  private read(part: Part): Promise<void> {
    const tell = () => {
      const { done } = this;
      const next = this.parts.find(({ isWhole }) => !isWhole);
      // Only what comes at the end of a load is all of it.
      if (next) this.onProgress(done, Math.max(done + 1, this.expected), toName(next.url));
    };
    part.reading ??= readPart(part, tell).catch((error: unknown) => {
      part.reading = undefined;
      throw error;
    });
    return part.reading;
  }
}

const toName = (url: string) => url.slice(url.lastIndexOf('/') + 1);

async function readPart(part: Part, onBytes: () => void): Promise<void> {
  const control = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(), silence);
  };
  try {
    wait();
    onBytes();
    const response = await fetchRest(part, control.signal);
    const reader = response.body!.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      part.chunks.push(next.value);
      part.bytes += next.value.length;
      wait();
      onBytes();
    }
    part.isWhole = true;
    onBytes();
  } catch {
    throw new Unread(part.url);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks for what is missing of a file; for all of it where the host cannot send a part. */
async function fetchRest(part: Part, signal: AbortSignal): Promise<Response> {
  const headers = part.bytes > 0 ? { range: `bytes=${part.bytes}-` } : undefined;
  let response = await fetch(part.url, { signal, ...(headers && { headers }) });
  const modified = response.headers.get('last-modified');
  const goesOn = response.status === 206 && modified === part.modified;
  if (headers && !goesOn && response.status !== 200) response = await fetch(part.url, { signal });
  // A network that wants a login sends its page in place of everything.
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (!response.ok || isPage) throw new Unread(part.url);
  if (!goesOn) Object.assign(part, { chunks: [], bytes: 0 });
  part.modified = modified;
  return response;
}

/**
 * Reads one small file.
 *
 * @throws Unread where it does not come.
 */
export async function readFile(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const files = await new EngineFiles({ file: url }, 0).load(() => undefined);
  return new Uint8Array(await files.file!.arrayBuffer());
}
