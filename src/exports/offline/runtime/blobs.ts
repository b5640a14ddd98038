type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Lets workers read the blobs that they make. WebKit refuses that to workers of files, so a blob here
 * also holds on to what it was made of, and reading it asks nobody.
 */
export function keepBlobs(): void {
  const PlainBlob = globalThis.Blob;

  globalThis.Blob = class extends PlainBlob {
    private readonly parts: readonly BlobPart[];

    constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
      super(parts, options);
      this.parts = parts;
    }

    override async bytes(): Promise<Bytes> {
      const parts = await Promise.all(this.parts.map(toBytes));
      const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      return bytes;
    }

    override async arrayBuffer(): Promise<ArrayBuffer> {
      return (await this.bytes()).buffer;
    }

    override async text(): Promise<string> {
      return new TextDecoder().decode(await this.bytes());
    }

    override stream(): ReadableStream<Bytes> {
      return new ReadableStream({
        start: async (controller) => {
          controller.enqueue(await this.bytes());
          controller.close();
        },
      });
    }
  };
}

async function toBytes(part: BlobPart): Promise<Bytes> {
  if (typeof part === 'string') return new TextEncoder().encode(part);
  if (part instanceof Blob) return new Uint8Array(await part.arrayBuffer());
  if (part instanceof ArrayBuffer) return new Uint8Array(part);
  return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
}
