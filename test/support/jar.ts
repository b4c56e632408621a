/** A browser's cookies and nothing more: follows redirects on one host until they lead to another address. */
export class Jar {
  private readonly cookies = new Map<string, string>();

  /** Goes from address to address until one begins with `end`, which is returned and not opened. */
  async followTo(url: URL, end: string): Promise<URL> {
    let here = url;
    for (let hop = 0; hop < 12; hop++) {
      if (here.href.startsWith(end)) return here;
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(here, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        this.cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`${here.href} answers ${String(answer.status)}: ${await answer.text()}`);
      here = new URL(location, here);
    }
    throw new Error(`Too many redirects from ${url.href}`);
  }
}
