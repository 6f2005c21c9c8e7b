/** Lines of a web server's log in the combined format, as Apache, nginx and Caddy's transform write it. */

/** What is counted of a request. The address is here for telling one visitor from another, and goes no further. */
export interface Request {
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly method: string;
  /** Without what follows a `?` or `#`. */
  readonly path: string;
  readonly status: number;
  /** How the program calls itself; empty where it does not. */
  readonly agent: string;
}

const quoted = String.raw`"((?:[^"\\]|\\.)*)"`;
const combined = new RegExp(
  String.raw`^(\S+) \S+ .*?\[(\d{2})/(\w{3})/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})\] ${quoted} (\d{3}) \S+ ${quoted} ${quoted}`,
);
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @returns `undefined` for a line that is not in the format */
export function readRequest(line: string): Request | undefined {
  const found = combined.exec(line);
  if (!found) return undefined;
  const [, address = '', day, month = '', year, hour, minute, second, sign, east, minutes, ...rest] = found;
  const [said = '', status, , agent = ''] = rest;
  const at = months.indexOf(month);
  const [method = '', target = ''] = said.split(' ');
  if (at < 0 || target === '') return undefined;
  const local = Date.UTC(Number(year), at, Number(day), Number(hour), Number(minute), Number(second));
  const offset = (Number(east) * 60 + Number(minutes)) * 60_000;
  return {
    address,
    time: sign === '+' ? local - offset : local + offset,
    method,
    path: target.split(/[?#]/, 1)[0] ?? '',
    status: Number(status),
    agent: agent === '-' ? '' : agent,
  };
}
